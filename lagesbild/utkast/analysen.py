"""What the figures carry, in paragraphs: each sentence stands with its reservation."""

from lagesbild.barighet import Slag
from lagesbild.utkast.delar import Del, Stycke

_STYCKEN = (
    ("", (Slag.HANDELSER, Slag.PROV, Slag.FORBEHALL)),
    ("", (Slag.OBEROENDE, Slag.BEROENDE)),
    ("", (Slag.SLUTSATS, Slag.MILJOER)),
    ("Vilka som rapporterade.", (Slag.SVAR, Slag.TAKT, Slag.ENKAT)),
    ("Hur det är räknat.", (Slag.METOD,)),
)


def barighetsdel(meningar):
    """Return the sentences (`Mening`) of a picture in paragraphs."""
    stycken = []
    for ledord, slag in _STYCKEN:
        text = " ".join(m.text for ett in slag for m in meningar if m.slag == ett)
        if text:
            stycken.append(Stycke(text, ledord=ledord))
    return Del("Vad siffrorna bär", tuple(stycken))
