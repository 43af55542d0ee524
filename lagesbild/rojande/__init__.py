"""Disclosure control: which figures may be shown so that none gives anybody away."""

from lagesbild.rojande.angrip import angrip
from lagesbild.rojande.skydda import skydda
from lagesbild.rojande.skyddat import Cell, Rojer, Skyddat
from lagesbild.rojande.tabell import ALLA, Axel, Tabell

__all__ = ["ALLA", "Axel", "Cell", "Rojer", "Skyddat", "Tabell", "angrip", "skydda"]
