"""How far a plan has come, what stops it from going on, and what to do next. Reads."""

from aktiviteter.gang.hinder import Hinder, hinder
from aktiviteter.gang.lage import Gang, gangen

__all__ = ["Gang", "Hinder", "gangen", "hinder"]
