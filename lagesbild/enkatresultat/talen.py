"""Numbers that were answered: their middle, never the numbers themselves."""

from statistics import median, quantiles

from lagesbild.enkatresultat.delar import Talmatt
from lagesbild.enkatresultat.grupper import FA


def talmatt(tal, enhet, troskel):
    """Return the median, with quartiles of twice as many; None when it would tell one.

    The quartiles of five numbers are three of the five. Numbers that are all the same
    tell what each one answered, unless they are many.
    """
    many = len(tal) >= FA * troskel
    if len(tal) < troskel or (len(set(tal)) == 1 and not many):
        return None
    undre, ovre = None, None
    if many:
        undre, _, ovre = (_rund(q) for q in quantiles(tal, n=4, method="inclusive"))
    return Talmatt(_rund(median(tal)), undre, ovre, enhet)


def _rund(tal):
    return round(float(tal), 1)
