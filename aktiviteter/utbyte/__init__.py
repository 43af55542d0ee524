"""The exchange format: one plan as JSON, out (`skriv`) and in (`las`)."""

from aktiviteter.utbyte.las import UtbyteFel, granska, lagringsbar, las_json
from aktiviteter.utbyte.skriv import plan_data

__all__ = ["UtbyteFel", "granska", "lagringsbar", "las_json", "plan_data"]
