"""Whoever has an age, or someone close to her, is a person."""

from blanketter.avidentifiering.namn.ledtradar import SLAKT
from blanketter.avidentifiering.namn.ordstycken import SIFFRA, Ord

SIN = frozenset("hans hennes hens deras sin sina sitt".split())
_MED = frozenset(("och", "med", "samt"))


def foljer(orden: list[Ord], plats: int) -> bool:
    """Return whether someone close follows: «Bo och hans fru», «Lo med sin mamma»."""
    tre = [ett.gemen for ett in orden[plats : plats + 3]]
    return len(tre) == 3 and tre[0] in _MED and tre[1] in SIN and tre[2] in SLAKT


def ar_alder(orden: list[Ord], plats: int) -> bool:
    """Return whether an age stands there: «5 år»."""
    tal = orden[plats].skrivet == SIFFRA and len(orden[plats].text) < 3
    return tal and plats + 1 < len(orden) and orden[plats + 1].gemen in ("år", "åring")
