"""Counts the days of a plan's year from the city's template."""

from dataclasses import dataclass
from datetime import date, timedelta

from aktiviteter.arshjul.helgdagar import arbetsdag_senast, ledig
from aktiviteter.models import Hjulpunkt, Moment
from aktiviteter.models.arshjul import MANADENS_SISTA


@dataclass(frozen=True, slots=True)
class Raknad:
    """A day as it is counted: of which of the plan's years, and the day itself.

    `egentlig` is the day before it was moved to a working day, `ledig` why it was
    moved («annandag påsk»), "" when it was not. `dag` is None for what hangs on a
    meeting that has no day yet.
    """

    punkt: Hjulpunkt
    ar: int
    dag: date | None
    egentlig: date | None = None
    ledig: str = ""


def raknade_dagar(plan, punkter, beslutad=None):
    """Return `Raknad` for each point of a template, and for each year of a follow-up.

    Counted from `plan.sammantrade`, wherever that lies, and what comes after the
    meeting from the day `beslutad` when the board has decided; `plan.namnd` says how
    many years a plan holds and whether anybody approves it. A day on which nobody
    works is moved to the working day before, but not the meeting: it is when it is.
    """
    rader = []
    for punkt in punkter:
        if punkt.moment == Moment.KS and not plan.namnd.ks_godkanner:
            continue
        rader += _punktens(plan, punkt, beslutad)
    return rader


def _punktens(plan, punkt, beslutad):
    if punkt.dagar is None:
        aren = range(plan.ar, plan.ar + plan.namnd.revideras_vart)
        return [_flyttad(punkt, ar, _dag_i_aret(punkt, ar)) for ar in aren]
    mote = beslutad if beslutad and punkt.dagar > 0 else plan.sammantrade
    if mote is None:
        return [Raknad(punkt, plan.ar, None)]
    dag = mote + timedelta(punkt.dagar)
    return [_flyttad(punkt, plan.ar, dag)]


def _dag_i_aret(punkt, ar):
    """Return a point's day of a year: 29 February is the 28th in most of them."""
    ar += punkt.aret_efter
    sista = MANADENS_SISTA[punkt.manad - 1]
    if punkt.manad == 2 and date(ar, 3, 1) - date(ar, 2, 1) == timedelta(28):
        sista = 28
    return date(ar, punkt.manad, min(punkt.dag, sista))


def _flyttad(punkt, ar, dag):
    skal = ledig(dag) if punkt.dagar != 0 else ""
    if not skal:
        return Raknad(punkt, ar, dag)
    return Raknad(punkt, ar, arbetsdag_senast(dag), dag, skal)
