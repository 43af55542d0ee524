"""What the room stores, one file per noun."""

from blanketter.models.blankett import Blankett
from blanketter.models.fragor import Frageversion

__all__ = ["Blankett", "Frageversion"]
