"""The history of a plan: written with every deed (`skriv`), read back (`las`).

A deed (`Andring`) holds one `Version` of each thing that it changed. Whoever changes a
plan calls `skriv` in the same transaction; nothing of it is ever changed afterwards.
"""

from aktiviteter.historia.innehall import innehall
from aktiviteter.historia.las import version
from aktiviteter.historia.senaste import senaste
from aktiviteter.historia.skriv import las_planen, ordningen, skriv, skriv_plan
from aktiviteter.historia.tillbaka import angring, aterkomst, aterstallning

__all__ = [
    "angring",
    "aterkomst",
    "aterstallning",
    "innehall",
    "las_planen",
    "ordningen",
    "senaste",
    "skriv",
    "skriv_plan",
    "version",
]
