"""What the room stores, one file per noun."""

from blanketter.models.blankett import Blankett
from blanketter.models.fragor import Frageversion
from blanketter.models.rutin import Kontakt, Rutinsteg, Rutinval

__all__ = ["Blankett", "Frageversion", "Kontakt", "Rutinsteg", "Rutinval"]
