"""A promise of an open page, and the automatic tests that keep it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Lofte:
    """`prov` are the tests' ids, file::name; `utanfor` is what they don't cover."""

    kod: str
    rubrik: str
    text: str
    prov: tuple[str, ...]
    utanfor: str
