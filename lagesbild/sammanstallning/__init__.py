"""Coded events → tables side by side, all through the disclosure control.

period       a span of months and the ones before it
handelser    raw counts, grouped by the database; they go to `skydd` alone
bas          what each period's figures cover, and what was asked
benamning    the words of the codes
skydd        the one way out: a series' tables of one period through lagesbild/rojande
publicerat   what earlier pictures have shown, which is shown again as it was
serien       one series' raw counts, and which codes it can tell of
bilden       one series' counts → its picture
tabeller     what is shown, frozen and JSON-able
underlag     a picture's figures
samma        a year that isn't all here beside the same months of the one before
ord          the figures in words; export, the figures as files
staden       the boards beside each other, of published figures alone
"""

from lagesbild.sammanstallning.period import Period
from lagesbild.sammanstallning.samma import SammaManader, samma_manader
from lagesbild.sammanstallning.tabeller import (
    INGEN_UPPGIFT,
    Cell,
    Rad,
    Seriebild,
    Underlag,
    Visningstabell,
)
from lagesbild.sammanstallning.underlag import (
    TIDIGARE,
    fryst_underlag,
    rakna,
    underlag,
    visat_underlag,
)

__all__ = [
    "INGEN_UPPGIFT",
    "TIDIGARE",
    "Cell",
    "Period",
    "Rad",
    "SammaManader",
    "Seriebild",
    "Underlag",
    "Visningstabell",
    "fryst_underlag",
    "rakna",
    "samma_manader",
    "underlag",
    "visat_underlag",
]
