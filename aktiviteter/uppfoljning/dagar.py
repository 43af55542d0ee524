"""Read: which occasions a plan lacks, and a last day for each."""

from datetime import date

from django.utils import timezone

from aktiviteter.arshjul import planens_dag
from aktiviteter.models import Moment, Tillfalle

Period = Tillfalle.Period
MOMENT = {Period.T1: Moment.T1, Period.T2: Moment.T2, Period.VB: Moment.VB}
# When the wheel has no day of its own: (years after, month, day).
VANLIGA = {
    Period.T1: (0, 5, 15),
    Period.DELAR: (0, 9, 15),
    Period.T2: (0, 9, 15),
    Period.VB: (1, 1, 31),
}


def foreslagen_dag(plan, ar, period):
    """Return the last day to report: the wheel's, else the usual one."""
    dag = None
    if period in MOMENT:
        dag = planens_dag(plan, MOMENT[period], ar, timezone.localdate())
    ar_efter, manad, dagen = VANLIGA[period]
    return dag or date(ar + ar_efter, manad, dagen)


def nasta_tillfalle(plan):
    """Return (year, period) of the first occasion in turn that the plan lacks.

    The interim report is for those who have it instead of T2: a choice, never in turn.
    """
    finns = set(plan.tillfallen.values_list("ar", "period"))
    ar = max([ar for ar, _ in finns], default=plan.ar)
    for ett_ar in (ar, ar + 1):
        for period in (Period.T1, Period.T2, Period.VB):
            ersatt = period == Period.T2 and (ett_ar, Period.DELAR) in finns
            if (ett_ar, period) not in finns and not ersatt:
                return ett_ar, period
    return ar + 2, Period.T1
