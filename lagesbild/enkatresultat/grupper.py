"""Which groups may stand by themselves, and which stand together.

A cell that is big enough still tells what each one answered when all of a small group
answered alike: «100 % svarade låg». Such a group, and one of too few answers, stands
together with others; with what is left never alone, else it could be taken away from
the total.
"""

from lagesbild.enkatresultat.rakna import OKAND, Hog
from lagesbild.models import Grupp

OVRIGA = "ovriga"
FA = 2  # thresholds: a group of fewer answers than that is small


def visningsbar(hog, troskel):
    """Tell whether the answers of so many may be shown at all."""
    if hog.svarande < troskel:
        return False
    alla_lika = max(hog.per_kod.values(), default=0) == hog.svarande
    return not alla_lika or hog.svarande >= FA * troskel


def sammanforda(per_grupp, troskel):
    """Return {group or OVRIGA: (its Hog, the groups in it)}; {} for the total alone."""
    ordning = [g for g in (*Grupp.values, OKAND) if g in per_grupp]
    storst_forst = sorted(ordning, key=lambda g: -per_grupp[g].svarande)
    egna = [g for g in storst_forst if visningsbar(per_grupp[g], troskel)]
    resten = [g for g in storst_forst if g not in egna]
    while resten and egna and not visningsbar(_summa(per_grupp, resten), troskel):
        resten.append(egna.pop())
    if len(egna) + bool(resten) < 2:
        return {}
    ut = {g: (per_grupp[g], (g,)) for g in ordning if g in egna}
    return ut | ({OVRIGA: (_summa(per_grupp, resten), tuple(resten))} if resten else {})


def _summa(per_grupp, grupper):
    return sum((per_grupp[g] for g in grupper), Hog())
