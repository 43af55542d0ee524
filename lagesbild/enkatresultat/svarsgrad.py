"""How many of those asked answered, in all and by group."""

from collections import Counter

from lagesbild.enkatresultat.delar import Svarsgrad
from lagesbild.models import Grupp

OVRIGA = "Övriga grupper"


def svarsgrader(inbjudningar, sammanforda, troskel):
    """Return (Svarsgrad of all, (of each group, …)) from (group, has answered) pairs.

    None without invitations. A group of which too few are asked is not told apart, and
    neither is one that could then be counted out.
    """
    fragade, svarade = Counter(), Counter()
    for grupp, har_svarat in inbjudningar:
        fragade[grupp] += 1
        svarade[grupp] += har_svarat
    if not fragade:
        return None, ()
    sma = _for_sma(fragade, sammanforda, troskel)
    egna = [g for g in Grupp.values if g in fragade and g not in sma]
    rader = [_grad(Grupp(g).label, fragade[g], svarade[g]) for g in egna]
    if sma and egna:
        rader.append(
            _grad(OVRIGA, *(sum(r[g] for g in sma) for r in (fragade, svarade)))
        )
    alla = _grad("Alla", fragade.total(), svarade.total())
    return alla, tuple(rader) if len(rader) > 1 else ()


def _for_sma(fragade, sammanforda, troskel):
    sma = {g for g, antal in fragade.items() if antal < troskel or g in sammanforda}
    egna = sorted(set(fragade) - sma, key=lambda g: fragade[g])
    while sma and egna and sum(fragade[g] for g in sma) < troskel:
        sma.add(egna.pop(0))
    return sma


def _grad(grupp, fragade, svarade):
    text = f"{svarade} av {fragade} svarade ({round(100 * svarade / fragade)}\u00a0%)"
    return Svarsgrad(grupp, fragade, svarade, text)
