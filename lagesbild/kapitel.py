"""The plan's chapter about the local picture, recognised however boards write it."""

import re
from dataclasses import dataclass

from lagesbild.models import Bilddel

# «Lokal lägesbild», «Lägesbilden i Ekhamra», «3. Nulägesbild och analys» …
_KAPITEL = re.compile(r"\b(?:nu)?lägesbild", re.I)
_DELAR = {
    Bilddel.KARTLAGGNING: re.compile(r"\bkartläggning", re.I),
    Bilddel.ANALYS: re.compile(r"\banalys", re.I),
    Bilddel.STALLNINGSTAGANDE: re.compile(
        r"\b(?:ställningstagande|bedömning av behov|behovsbedömning)", re.I
    ),
}
KAPITLET = "Lokal lägesbild"


@dataclass(frozen=True, slots=True)
class Kapitel:
    """Places in the plan's list of headings: the chapter and the sections of its own.

    A section that the plan lacks is not in `delar`.
    """

    plats: int
    delar: dict[Bilddel, int]

    def for_del(self, bilddel):
        """Return where what belongs to a text stands.

        Its section, else the last one that goes before it, else the chapter.
        """
        ordning = list(Bilddel)
        fore = ordning[: ordning.index(bilddel) + 1]
        return next(
            (self.delar[d] for d in reversed(fore) if d in self.delar), self.plats
        )


def lagesbildskapitlet(rubriker):
    """Return the `Kapitel` of [(heading, level)] in reading order, or None.

    A chapter goes before a section of another one with the same words.
    """
    traffar = [i for i, (rubrik, _) in enumerate(rubriker) if _KAPITEL.search(rubrik)]
    if not traffar:
        return None
    plats = min(traffar, key=lambda i: (rubriker[i][1], i))
    return Kapitel(plats, dict(_delarna(rubriker, plats)))


def _delarna(rubriker, plats):
    """Yield the sections under the chapter; beside it when it is a section itself."""
    niva, funna = rubriker[plats][1], set()
    for i in range(plats + 1, len(rubriker)):
        if rubriker[i][1] < max(niva, 2):
            return
        for bilddel, monster in _DELAR.items():
            if bilddel not in funna and monster.search(rubriker[i][0]):
                funna.add(bilddel)
                yield bilddel, i
                break
