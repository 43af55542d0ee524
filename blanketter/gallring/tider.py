"""When a period ends, as Swedish law counts: Lag (1930:173) om beräkning av lagstadgad
tid, § 1. The last day has the number of the first, or is the month's last day when it
lacks that number; what is kept for the period is kept that whole day too.
"""

from calendar import monthrange
from datetime import date, timedelta

EN_DAG = timedelta(days=1)


def om_manader(dag: date, manader: int) -> date:
    """Return the last day of a period of months that is counted from `dag`."""
    ar, manad = divmod(dag.year * 12 + dag.month - 1 + manader, 12)
    return date(ar, manad + 1, min(dag.day, monthrange(ar, manad + 1)[1]))


def om_dagar(dag: date, dagar: int) -> date:
    """Return the last day of a period of days that is counted from `dag`."""
    return dag + timedelta(days=dagar)


def arets_slut(dag: date) -> date:
    """Return the last day of the year of `dag`."""
    return date(dag.year, 12, 31)
