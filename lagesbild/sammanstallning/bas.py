"""On what base each period's figures stand: what they cover, and what was asked.

A period that nothing tells of is «ingen uppgift» and never nought; one of another base
is shown and said, but not compared.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from django.utils.formats import date_format

from lagesbild.sammanstallning.period import Period

FRAGANS_ORD = {"miljo": "miljö", "slag": "händelse", "plats": "plats"}


@dataclass(frozen=True)
class Tackning:
    """Which months of a period a series tells of. None of them: no figures.

    `ar_hel`: all that there can be; `pagar`: the last of them isn't over.
    """

    manader: tuple[date, ...]
    ar_hel: bool
    pagar: bool = False

    def __bool__(self):
        return bool(self.manader)

    @property
    def i_ord(self):
        return Period(self.manader[0], self.manader[-1]).manader_i_ord


def blanketternas_tackning(forst, perioder, idag):
    """Return a `Tackning` for each period: from the month of the first form till now.

    `forst` is the day that it came in, None without any. A month that hasn't come isn't
    nought.
    """
    if forst is None:
        return [Tackning((), ar_hel=False) for _ in perioder]
    return [_blanketternas(forst.replace(day=1), period, idag) for period in perioder]


def _blanketternas(forst, period, idag):
    slut = min(period.till, _manadens_slut(idag.replace(day=1)))
    manader = _tackning(period, [(forst, slut)]).manader
    varit = tuple(manad for manad in period.manader if manad <= slut)
    ar_hel = bool(manader) and manader == varit
    return Tackning(manader, ar_hel, pagar=bool(manader) and slut >= idag)


def seriens_tackning(spann, perioder):
    """Return a `Tackning` for each period; `spann` is [(from, to)] of its files."""
    return [_tackning(period, spann) for period in perioder]


def _tackning(period, spann):
    manader = tuple(
        manad
        for manad in period.manader
        if any(fran <= manad and _manadens_slut(manad) <= till for fran, till in spann)
    )
    return Tackning(manader, ar_hel=manader == period.manader)


def _manadens_slut(manad):
    return (manad + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def fragade(versioner, fraga, period):
    """Return the set of codes that one could choose at some time in the period.

    The first version stands for the time before it too.
    """
    ut, nasta = set(), None
    for version in versioner:  # the newest first
        borjade_fore_slutet = version.galler_fran <= period.till
        slutade_efter_start = nasta is None or nasta > period.fran
        if slutade_efter_start and (borjade_fore_slutet or version is versioner[-1]):
            ut |= {kod for kod, _ in version.val(fraga)}
        nasta = version.galler_fran
    return frozenset(ut)


def fragebyten(versioner, fraga, perioder):
    """Return a sentence for each change of a question's choices within the periods."""
    fran, till = min(p.fran for p in perioder), max(p.till for p in perioder)
    return tuple(
        f"Svaren på frågan om {FRAGANS_ORD[fraga]} ändrades"
        f" {date_format(ny.galler_fran, 'j F Y')}. Jämför inte raderna rakt av med"
        " tiden före."
        for ny, forra in pairwise(versioner)
        if fran < ny.galler_fran <= till
        and {k for k, _ in ny.val(fraga)} != {k for k, _ in forra.val(fraga)}
    )
