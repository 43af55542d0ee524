"""The one way out for figures: a series' tables of one period through the control.

A period's events are in no other period, so each stands alone. A month has its place
within its tertial as an axis: then a tertial is the marginal of its months.
"""

from collections import Counter
from dataclasses import dataclass

from django.conf import settings

from lagesbild.sammanstallning.handelser import UTAN_MANAD
from lagesbild.sammanstallning.tabeller import Cell

DOLD = Cell("visas inte")


@dataclass(frozen=True)
class Koder:
    """The codes of each axis in a series, those without an event too."""

    miljo: tuple[str, ...]
    slag: tuple[str, ...]
    plats: tuple[str, ...]
    delomrade: tuple[str, ...]
    flerval: bool


class Skyddade:
    """The cells of one series and period: `cell(miljo="vit_makt")`, `cell()`."""

    def __init__(self, celler):
        self.celler = celler

    def cell(self, **koder):
        return self.celler.get(frozenset(koder.items()), DOLD)


def skydda_period(tal, koder, period):
    """Return `Skyddade` of a period's raw counts."""
    ut = Counter(dict.fromkeys(_rutor(koder, period), 0))
    for (manad, miljo), antal in tal.tid.items():
        tider = {"miljo": miljo}
        if manad != UTAN_MANAD:
            tider |= {"manad": manad.isoformat(), "tertial": period.tertialkod(manad)}
        ut[frozenset()] += antal
        for axel, kod in tider.items():
            ut[frozenset({(axel, kod)})] += antal
    for (del_, _), antal in tal.delomrade.items():
        ut[frozenset({("delomrade", del_)})] += antal
    for axel in ("plats", "slag"):
        for kod, antal in getattr(tal, axel).items():
            ut[frozenset({(axel, kod)})] += antal
    return Skyddade({n: _cell(antal) for n, antal in ut.items()})


def _rutor(koder, period):
    yield frozenset()
    for axel in ("miljo", "slag", "plats", "delomrade"):
        for kod in getattr(koder, axel):
            yield frozenset({(axel, kod)})
    for tertial, manader in period.tertial:
        yield frozenset({("tertial", tertial)})
        for manad in manader:
            yield frozenset({("manad", manad.isoformat())})


def _cell(antal):
    """Stands in until the control does: what is small alone is hidden."""
    if 0 < antal < settings.SMATALSGRANS:
        return DOLD
    return Cell(str(antal), antal)
