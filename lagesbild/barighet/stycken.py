"""The sentences in paragraphs, as one reads them: first what they say, then how."""

from dataclasses import dataclass

from lagesbild.barighet.mening import Slag
from vbeplan.tema.for_mallar import ForMallar


@dataclass(frozen=True, slots=True)
class Barighetsstycke(ForMallar):
    """A paragraph; `ledord` is bold before it, «Hur det är räknat.» or ""."""

    ledord: str
    text: str


_ORDNING = (
    ("", (Slag.HANDELSER, Slag.PROV, Slag.FORBEHALL)),
    ("", (Slag.OBEROENDE, Slag.BEROENDE)),
    ("", (Slag.SLUTSATS, Slag.MILJOER)),
    ("Vilka som rapporterade.", (Slag.SVAR, Slag.TAKT, Slag.ENKAT)),
    ("Hur det är räknat.", (Slag.METOD,)),
)


def stycken(meningar):
    """Return the sentences (`Mening`) of a picture as a tuple of paragraphs."""
    ut = []
    for ledord, slag in _ORDNING:
        text = " ".join(m.text for ett in slag for m in meningar if m.slag == ett)
        if text:
            ut.append(Barighetsstycke(ledord, text))
    return tuple(ut)
