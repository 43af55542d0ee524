"""What the room stores, one file per noun."""

from vbeplan.rapport.models.utgava import Publicering, Utgava

__all__ = ["Publicering", "Utgava"]
