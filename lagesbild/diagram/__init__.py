"""Charts as numbers: where each bar, line and word of a drawing stands.

templates/lagesbild/diagram/ draws them, the same on the page and on paper, and puts
the table after. Only what is shown comes in, so a height can't tell of a hidden number:
neither can the scale, which is made of the shown ones alone.
"""

from lagesbild.diagram.andelar import Andelsdiagram, Andelsrad, andelar
from lagesbild.diagram.former import Grupp, Tabell, Varde
from lagesbild.diagram.linjer import linjer
from lagesbild.diagram.rutor import Rutdiagram, rutor

__all__ = [
    "Andelsdiagram",
    "Andelsrad",
    "Grupp",
    "Rutdiagram",
    "Tabell",
    "Varde",
    "andelar",
    "linjer",
    "rutor",
]
