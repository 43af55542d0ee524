"""How far a plan has come, what stops it from going on, and what to do next. Reads."""

from aktiviteter.gang.hinder import Hinder, hinder
from aktiviteter.gang.lage import Gang, gangen
from aktiviteter.gang.underlag import Underlag

__all__ = ["Gang", "Hinder", "Underlag", "gangen", "hinder"]
