"""When it was: a week or a month, never a day.

A choice is written `vecka:2026-11-16` (its Monday) or `manad:2026-10-01`.
"""

from datetime import date, timedelta

from django.utils.formats import date_format

from blanketter.models import Blankett

VECKA, MANAD = Blankett.Period.VECKA, Blankett.Period.MANAD
TIDIGARE = "tidigare"
_VECKOR, _MANADER = 4, 24  # as many are shown
_ORD = ("Den här veckan", "Förra veckan")


def veckor(idag) -> list[tuple[str, str]]:
    """Return (choice, words) of the latest weeks, the newest first."""
    mandag = idag - timedelta(days=idag.weekday())
    dagar = [mandag - timedelta(weeks=i) for i in range(_VECKOR)]
    return [(_val(VECKA, dag), _vecka(i, dag)) for i, dag in enumerate(dagar)]


def manader(idag) -> list[tuple[str, str]]:
    """Return (choice, words) of the latest months, the newest first."""
    dag, val = idag.replace(day=1), []
    for _ in range(_MANADER):
        val.append((_val(MANAD, dag), date_format(dag, "F Y").capitalize()))
        dag = (dag - timedelta(days=1)).replace(day=1)
    return val


def las(val, idag) -> tuple[str, date]:
    """Return (typ, start) of a choice; ValueError when it is no week or month of ours.

    A form may lie open over midnight on a Sunday: any past week will do.
    """
    typ, _, start = val.partition(":")
    dag = date.fromisoformat(start)
    borjar = {VECKA: dag.weekday() == 0, MANAD: dag.day == 1}
    # A clock that has been set back, or one day's end here and not yet there.
    framtid = dag > idag + timedelta(days=1)
    if not borjar.get(typ) or framtid or (idag - dag).days > 366 * 3:
        raise ValueError(val)
    return typ, dag


def _val(typ, dag):
    return f"{typ}:{dag.isoformat()}"


def _vecka(i, mandag):
    nummer = f"vecka {mandag.isocalendar().week}"
    return f"{_ORD[i]} ({nummer})" if i < len(_ORD) else nummer.capitalize()
