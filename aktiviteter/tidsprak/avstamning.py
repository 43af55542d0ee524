"""The next check date that an open-ended activity needs."""

from datetime import date, timedelta

from .varden import Tidplan, Tidtyp

# The days that T1, T2 and the yearly report look back from.
_AVSTAMNINGAR = ((4, 30), (8, 31), (12, 31))


def foresla_avstamning(tidplan: Tidplan, *, ar: int, idag: date) -> date | None:
    """The next 30 April, 31 August or 31 December after ``idag``, or None.

    Only what runs on (lopande, aterkommande) needs one. It never lies before the plan's
    year ``ar`` or the activity's own start, nor after its end: when «Löpande under
    året» is over there is nothing left to check, only to report.
    """
    if tidplan.typ not in (Tidtyp.LOPANDE, Tidtyp.ATERKOMMANDE):
        return None
    tidigast = max(idag + timedelta(days=1), date(ar, 1, 1), tidplan.start or idag)
    dagen = next(
        dagen
        for aret in (tidigast.year, tidigast.year + 1)
        for manad, dag in _AVSTAMNINGAR
        if (dagen := date(aret, manad, dag)) >= tidigast
    )
    if tidplan.slut and tidplan.typ == Tidtyp.LOPANDE:
        return min(dagen, tidplan.slut) if tidplan.slut >= tidigast else None
    return dagen
