"""What a board does with its year wheel: sets the meeting's day, ticks days off."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from aktiviteter.models import Handlingsplan, Hjuldag
from vbeplan.organisation.models import Spar


@transaction.atomic
def satt_sammantrade(plan, dag, *, sedd, av):
    """Set the day on which the board is to decide; leaves a trace.

    `sedd` is the day that stood there when it was written: returns False, with nothing
    changed, when another has been set since.
    """
    rader = Handlingsplan.objects.filter(pk=plan.pk, sammantrade=sedd)
    if not rader.update(sammantrade=dag, andrad=timezone.now()):
        return False
    if dag != sedd:
        vad = f"sammanträdet för {plan}"
        Spar.objects.skriv(Spar.Handling.ANDRAD, vad, av=av, namnd=plan.namnd)
    plan.sammantrade = dag
    return True


@transaction.atomic
def bocka(plan, dag, klar, *, av):
    """Tick a day of the plan's wheel off as done on the day `klar`; None: not done.

    `dag` is the `Dag` of the wheel. Done twice it is done once: the first day stays.
    """
    if dag.rad is None:
        if klar is None:
            return
        rad, _ = Hjuldag.objects.get_or_create(
            plan=plan,
            punkt=dag.punkt,
            ar=dag.ar,
            defaults={
                "moment": dag.moment,
                "namn": dag.namn,
                "beskrivning": dag.beskrivning,
                "dag": dag.dag or klar,
            },
        )
    else:
        rad = dag.rad
    rader = Hjuldag.objects.filter(pk=rad.pk, klar__isnull=klar is not None)
    rader.update(
        klar=klar, version=F("version") + 1, andrad=timezone.now(), andrad_av=av
    )
