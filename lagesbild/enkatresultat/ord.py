"""What a result says in words. A sentence only holds figures that are shown."""

from django.utils.formats import number_format

from lagesbild.enkatresultat.grupper import OVRIGA
from lagesbild.enkatresultat.rakna import OKAND
from lagesbild.models import Grupp

FOR_FA = (
    "Svaren visas inte. De är för få, eller så lika att det går att räkna ut vad någon "
    "svarade."
)
INGEN = "Ingen svarade på frågan."
UTAN_GRUPP = "Utan uppgift om grupp"


def gruppnamn(grupp, delar):
    """Return a column's heading; one of several groups names them."""
    if grupp == OVRIGA and len(delar) > 1:
        return "Övriga: " + ", ".join(gruppnamn(g, ()).lower() for g in sorted(delar))
    if grupp == OVRIGA:
        return gruppnamn(delar[0], ())
    return UTAN_GRUPP if grupp == OKAND else Grupp(grupp).label


def vanligast(rader, svarande, *, flerval):
    """Return which answer was the most common, when the shown figures say it.

    `rader` are Svarsrad, `svarande` how many answered.
    """
    visade = [r for r in rader if r.alla.antal is not None]
    dolt = len(visade) < len(rader)
    storst = max((r.alla.antal for r in visade), default=0)
    kvar = svarande - sum(r.alla.antal for r in visade)
    if not storst or (dolt and (flerval or kvar > storst)):
        return f"{svarande} svarade på frågan."
    flest = [r for r in visade if r.alla.antal == storst]
    orden = " och ".join(f"”{r.text}”" for r in flest)
    vardera = " vardera" if len(flest) > 1 else ""
    andel = round(100 * storst / svarande)
    return f"Vanligast var {orden}: {storst} av {svarande}{vardera} ({andel}\u00a0%)."


def med_tal(matt, antal):
    """Return a sentence on numbers: the middle one, and where half of them lie."""
    enhet = f" {matt.enhet}" if matt.enhet else ""
    mitten = f"{antal} svarade. I mitten låg {_tal(matt.median)}{enhet}"
    if matt.undre is None:
        return f"{mitten}."
    return f"{mitten}, och hälften svarade {_tal(matt.undre)}–{_tal(matt.ovre)}."


def _tal(tal):
    return number_format(int(tal) if tal == int(tal) else tal)
