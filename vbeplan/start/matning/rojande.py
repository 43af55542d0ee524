"""How long it takes to protect large tables, when nothing is remembered of them.

Each is twelve environments by eight places in two years that have no sum, with all its
marginals: unevenly filled, so that a third of the cells or more is small.
"""

import random
from contextlib import suppress
from itertools import product
from time import perf_counter

from lagesbild.rojande import Axel, Rojer, Tabell, skydda
from vbeplan.start.matning.tabell import Rad

GRUPP = "Lägesbilden"
TABELLER = 20
TROSKEL = 5
HOGST = {"langst": 1000}
AXLAR = (
    Axel("miljo", tuple(f"miljö {nr}" for nr in range(12))),
    Axel("plats", tuple(f"plats {nr}" for nr in range(8))),
    Axel("ar", ("2026", "2027"), summeras=False),
)
VANLIGA_MILJOER, VANLIGA_PLATSER = (0.3, 1, 3, 8), (0.5, 1, 2)
MEST = 20  # events in a cell


def mat_rojandekontroll(antal=TABELLER):
    """Return the row of so many random tables, the same every time."""
    skydda([slumptabell(0)], troskel=TROSKEL)  # loads the solver
    tider = [_tid(slumptabell(fro)) for fro in range(1, antal + 1)]
    namn = f"Röjandekontroll av 12 × 8 i två år, {antal} tabeller"
    return [Rad(GRUPP, namn, "ms", tider, hogst=HOGST)]


def slumptabell(fro):
    """Return the table of a seed."""
    slump = random.Random(fro)  # noqa: S311 — the same tables every time
    miljoer = {kod: slump.choice(VANLIGA_MILJOER) for kod in AXLAR[0].varden}
    platser = {kod: slump.choice(VANLIGA_PLATSER) for kod in AXLAR[1].varden}
    tal = {
        (miljo, plats, ar): _antal(slump, miljoer[miljo] * platser[plats] / MEST)
        for miljo, plats, ar in product(*(axel.varden for axel in AXLAR))
    }
    return Tabell("handelser", AXLAR, tal)


def _antal(slump, chans):
    return sum(slump.random() < chans for _ in range(MEST))


def _tid(tabell):
    start = perf_counter()
    with suppress(Rojer):  # to say so takes its time too
        skydda([tabell], troskel=TROSKEL)
    return (perf_counter() - start) * 1000
