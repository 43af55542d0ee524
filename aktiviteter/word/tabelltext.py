"""Tables that hold no activities of this plan, and their cells as running text."""

import re
from dataclasses import replace

from aktiviteter.word.kolumner import LANGST_RUBRIK, rubrikrad
from aktiviteter.word.modell import Bit, Cell, Stycke, Tabell

_RESULTAT = re.compile(r"resultat(?!mål)|utfall|genomfört|status", re.I)
TIDIGARE = re.compile(r"föregående|tidigare|förra|resultat|utfall|uppföljning av", re.I)


def tabell_som_text(tabell: Tabell) -> list[Stycke]:
    """Another kind of table: one list item a row, cells in order."""
    ut: list[Stycke] = []
    for i, rad in enumerate(tabell.rader):
        fyllda = [c for c in rad if c.stycken and not c.fortsatt]
        if not i and len(tabell.rader) > 1 and _ar_tabellhuvud(rad):
            huvud = _en_rad(fyllda)
            ut.append(Stycke([replace(b, fet=True) for b in huvud.bitar]))
        elif len(fyllda) <= 1:
            ut += [s for c in fyllda for s in c.stycken]
        else:
            ut.append(_en_rad(fyllda))
    return ut


def ar_tidigare_resultat(tabell: Tabell, rubrik: str, ar: int) -> bool:
    """A table of last period's activities and how they went, by heading and column."""
    i = rubrikrad(tabell)
    if i is None or not any(_RESULTAT.match(c.text) for c in tabell.rader[i]):
        return False
    aren = [int(a) for a in re.findall(r"\b20\d\d\b", rubrik)]
    return bool(TIDIGARE.search(rubrik) or (aren and max(aren) < ar))


def _ar_tabellhuvud(rad: list[Cell]) -> bool:
    """A first row of short words, one in each cell."""
    return len(rad) > 1 and all(
        len(c.stycken) == 1 and len(c.text) <= LANGST_RUBRIK and c.text[-1] not in ".!?"
        for c in rad
    )


def _en_rad(celler: list[Cell]) -> Stycke:
    bitar: list[Bit] = []
    for i, cell in enumerate(celler):
        for j, s in enumerate(cell.stycken):
            if i or j:
                bitar.append(Bit("; " if j else " – "))
            bitar += s.bitar
    return Stycke(bitar, lista="ul")
