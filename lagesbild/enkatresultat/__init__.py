"""What an enkät showed: only protected figures come out of here."""

from lagesbild.enkatresultat.bild import enkatresultat
from lagesbild.enkatresultat.delar import Enkatresultat

__all__ = ["Enkatresultat", "enkatresultat"]
