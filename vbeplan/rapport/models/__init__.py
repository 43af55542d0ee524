"""The sealed editions of decided plans, and what is added to them, one file each."""

from vbeplan.rapport.models.kedja import Kedja
from vbeplan.rapport.models.oppning import Oppning
from vbeplan.rapport.models.rattelse import Rattelse
from vbeplan.rapport.models.utgava import Publicering, Utgava

__all__ = ["Kedja", "Oppning", "Publicering", "Rattelse", "Utgava"]
