"""The routine as it stands for a board: the city's words, and the board's where it has
its own. `rutinen(namnd)` is the one way in for pages, paper and plan."""

from blanketter.rutin.las import Kontaktrad, Rutin, Steg, rutinen
from blanketter.rutin.standard import AKUT, BLANKETT, LASTA, NODNUMMER

__all__ = [
    "AKUT",
    "BLANKETT",
    "LASTA",
    "NODNUMMER",
    "Kontaktrad",
    "Rutin",
    "Steg",
    "rutinen",
]
