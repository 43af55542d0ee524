"""The appendices of a plan: what they hold, and which of them a plan prints.

bilaga: the value, in words and tables
"""

from aktiviteter.bilagor.bilaga import Bilaga, Bilagsdel, Bilagstabell, Lopa, tabell

__all__ = ["Bilaga", "Bilagsdel", "Bilagstabell", "Lopa", "tabell"]
