"""What seals an edition: its facts in words, its fingerprint and its seal.

Pure functions; `models/utgava.py` tells what each of them holds together.
"""

import hashlib
from dataclasses import asdict, dataclass
from datetime import UTC, date

from django.utils.formats import date_format

from lagesbild.som_json import avtryck, till_json
from vbeplan.tema.for_mallar import ForMallar

GRUPP = 8  # signs of a fingerprint that one can compare by eye


FAKTA = {
    "organ": "Beslutad av",
    "dag": "Beslutsdag",
    "paragraf": "Paragraf",
    "dnr": "Diarienummer",
}


@dataclass(frozen=True)
class Uppgifter:
    """What the minutes say of the decision. `efterhand`: made before the program."""

    organ: str
    dag: date
    paragraf: str = ""
    dnr: str = ""
    efterhand: bool = False

    def skillnad(self, ratt):
        """Return [(what, what this says, what `ratt` says)] where they differ."""
        return [
            (etikett, _i_ord(getattr(self, falt)), _i_ord(getattr(ratt, falt)))
            for falt, etikett in FAKTA.items()
            if getattr(self, falt) != getattr(ratt, falt)
        ]


@dataclass(frozen=True)
class Forsegling(ForMallar):
    """What the last page of an edition prints.

    `utan`: the chapters and appendices that this, the public version, leaves out.
    `ersatter`: the edition of the same year that it takes the place of, in words.
    """

    nummer: int
    uppgifter: Uppgifter
    fingeravtryck: str
    utan: tuple[str, ...] = ()
    omgang: int = 1
    ersatter: str = ""

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


def _i_ord(varde):
    """Return a fact in words; one that is missing too."""
    return date_format(varde, "j F Y") if isinstance(varde, date) else varde or "inget"


def pateckningens_sigill(fore, rad):
    """Return the seal of what is added to an edition: a `Rattelse` or `Oppning`.

    `fore` is the link before it: the edition's seal, or that of the one before.
    """
    return avtryck([fore, till_json(rad.uppgifter), rad.skal, _tid(rad.skapad)])


def sigill(*, fingeravtryck, pdf_sha256, publik_sha256, skapad):
    """Return the seal over the fingerprint, the files and when they were sealed."""
    return avtryck([fingeravtryck, pdf_sha256, publik_sha256, _tid(skapad)])


def _tid(skapad):
    return skapad.astimezone(UTC).isoformat(timespec="microseconds")
