"""What seals an edition: its facts in words, its fingerprint and its seal.

Pure functions; `models/utgava.py` tells what each of them holds together.
"""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, date

from lagesbild.som_json import avtryck, till_json
from vbeplan.tema.for_mallar import ForMallar

GRUPP = 8  # signs of a fingerprint that one can compare by eye


@dataclass(frozen=True)
class Uppgifter:
    """What the minutes say of the decision. `efterhand`: made before the program."""

    organ: str
    dag: date
    paragraf: str = ""
    dnr: str = ""
    efterhand: bool = False


@dataclass(frozen=True)
class Forsegling(ForMallar):
    """What the last page of an edition prints.

    `utan`: the chapters that this, the public version, leaves out.
    """

    nummer: int
    uppgifter: Uppgifter
    fingeravtryck: str
    utan: tuple[str, ...] = ()
    utan_bilagor: bool = False

    @property
    def i_grupper(self):
        """Return the fingerprint in groups, in lines of four."""
        delar = i_grupper(self.fingeravtryck)
        return [" ".join(delar[i : i + 4]) for i in range(0, len(delar), 4)]


def i_grupper(fingeravtryck):
    return [fingeravtryck[i : i + GRUPP] for i in range(0, len(fingeravtryck), GRUPP)]


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def fingeravtryck(*, forra, nummer, uppgifter, innehall_sha256):
    """Return what the last page prints: it holds chain, decision and content."""
    fakta = till_json(asdict(uppgifter))
    fakta.pop("efterhand")
    return avtryck([forra, nummer, fakta, innehall_sha256])


def sigill(*, fingeravtryck, pdf_sha256, publik_sha256, skapad):
    """Return the seal over the fingerprint, the files and when they were sealed."""
    tid = skapad.astimezone(UTC).isoformat(timespec="microseconds")
    return avtryck([fingeravtryck, pdf_sha256, publik_sha256, tid])
