"""What the open pages promise, each tied to the automatic tests that keep it.

tests/blanketter/test_loften.py holds that every test named here is there and is run.
"""

from blanketter.loften.blankettens import BLANKETTENS
from blanketter.loften.enkatens import ENKATENS

LOFTEN = BLANKETTENS + ENKATENS

__all__ = ["LOFTEN"]
