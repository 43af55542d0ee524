"""A sentence with the figures that bear it."""

from dataclasses import dataclass


class Slag:
    """What a sentence is about; the draft and the page pick by it."""

    HANDELSER = "handelser"  # how many, beside who reported
    PROV = "prov"  # what the test says
    FORBEHALL = "forbehall"  # what it doesn't say
    OBEROENDE = "oberoende"  # the series that don't depend on staff
    BEROENDE = "beroende"  # the other series
    SLUTSATS = "slutsats"
    MILJOER = "miljoer"
    TAKT = "takt"
    SVAR = "svar"  # who was asked and answered
    ENKAT = "enkat"
    METOD = "metod"


@dataclass(frozen=True, slots=True)
class Mening:
    """What can be said, and the shown figures that it is said of.

    `tal` is ((name, value as it stands in the text), …): every number in `text` is
    there. `slag` is one of `Slag`.
    """

    text: str
    tal: tuple[tuple[str, str], ...] = ()
    slag: str = ""

    def __str__(self):
        return self.text
