"""What the anonymous form promises, each tied to the automatic tests that keep it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lofte:
    """`prov` are the tests' ids, file::name; `utanfor` is what they don't cover."""

    kod: str
    rubrik: str
    text: str
    prov: tuple[str, ...]
    utanfor: str


LOFTEN: tuple[Lofte, ...] = ()
