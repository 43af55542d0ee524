"""Which period a report covers, and what that period is called."""

from .beskrivning import spann_ord
from .spann import Dagar, Par

_KORT = {"tertial": "T", "kvartal": "Q"}


def forena(aret: Par | None, par: Par) -> Par:
    """Give a time read behind the channel the year that stood before it."""
    if aret and not par[0].ar:
        return par[0]._replace(ar=aret[0].ar), par[1]
    return par


def var_for_sig(par: Par) -> list[Par]:
    """«T1–T3» as three reports; anything else as it is."""
    forsta, sista = par
    if sista is None or sista.slag != forsta.slag or forsta.slag not in _KORT:
        return [par]
    if forsta.ar or forsta.delen or not 0 < forsta.n < sista.n <= 4:
        return [par]
    nummer = range(forsta.n, sista.n + 1)
    return [(sista._replace(n=n, a=forsta.a), None) for n in nummer]


def period_ord(par: Par, dagar: Dagar) -> str:
    prefix = _KORT.get(par[0].slag)
    if prefix and par[1] is None and not par[0].delen:
        return f"{prefix}{par[0].n} {dagar.start.year}"
    return spann_ord(dagar.start, dagar.slut, dagar.precision, kort=True)
