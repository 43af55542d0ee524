"""What has changed in a plan since the board's last one. Reads only; no request.

varden: the answer, in words, which JSON can keep · forra: which plan it is compared
with · avtryck: a plan as it is · par: what is the same thing in both · jamforelse: the
comparing itself · ordpar: marked HTML as runs of words · bilaga: the answer as an
appendix · sammanfattning: the board's one page
"""

from aktiviteter.andringar.forra import forra_planen, forra_planerna
from aktiviteter.andringar.jamforelse import andringar
from aktiviteter.andringar.varden import Andringar

__all__ = ["Andringar", "andringar", "forra_planen", "forra_planerna"]
