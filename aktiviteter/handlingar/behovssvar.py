"""Ties activities to findings, from either end."""

from django.db import transaction

from aktiviteter.behovssvar import planens_iakttagelser
from aktiviteter.historia.skriv import (
    Handling,
    las_planen,
    ny_andring,
    skriv_versioner,
)
from aktiviteter.models import Behovssvar


def satt_svar(aktivitet, iakttagelser):
    """Let an activity answer these findings (ids) and no others.

    Those that are gone, or another picture's, are left out.
    """
    finns = planens_iakttagelser(aktivitet.plan).filter(pk__in=iakttagelser)
    aktivitet.behovssvar.exclude(iakttagelse__in=iakttagelser).delete()
    lagg_till_svar(aktivitet, finns.order_by().values_list("pk", flat=True))


def lagg_till_svar(aktivitet, iakttagelser):
    """Let an activity answer these findings too."""
    Behovssvar.objects.bulk_create(
        [Behovssvar(aktivitet=aktivitet, iakttagelse_id=pk) for pk in iakttagelser],
        ignore_conflicts=True,
    )


@transaction.atomic
def koppla(iakttagelse, plan, *, nya, bort, av):
    """Let the plan's activities `nya` (ids) answer a finding, and `bort` no longer.

    Returns the `Andring`, which can be undone, or None when it was so already.
    """
    las_planen(plan)
    har = set(
        Behovssvar.objects.filter(
            iakttagelse=iakttagelse, aktivitet__plan=plan
        ).values_list("aktivitet", flat=True)
    )
    andras = (set(nya) - har) | (set(bort) & har)
    rader = plan.aktiviteter.select_for_update(of=["self"]).filter(pk__in=andras)
    rader = list(rader.order_by("pk"))
    if not rader:
        return None
    for rad in rader:
        if rad.pk in har:
            rad.behovssvar.filter(iakttagelse=iakttagelse).delete()
        else:
            lagg_till_svar(rad, [iakttagelse.pk])
        rad.spara_over(rad.version, av=av)
    andring = ny_andring(Handling.ANDRAD, plan, _vad(rader), av=av)
    skriv_versioner(andring, rader)
    plan.innehall_andrat()
    return andring


def _vad(rader):
    """Name the activities: never the finding, whose words may be mended later."""
    if len(rader) == 1:
        return f"vad aktivitet {rader[0]} svarar mot"
    nummer = ", ".join(str(rad.nummer) for rad in rader)
    return f"vad aktiviteterna {nummer} svarar mot"
