"""A plan in order through its year, and what may wait in it."""

from datetime import date, timedelta

from aktiviteter.models import Handlingsplan, Hjuldag, Tillfalle, Uppfoljning
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild

IDAG = date(2027, 3, 22)


def ny_plan(namnd, ar=2027):
    """Return a plan in order, of which nothing waits: its meeting is far ahead."""
    ny_lagesbild(namnd, ar, status="klar")
    plan = bygge.ny_plan(namnd, ar, aktiviteter=4)
    plan.anmarkningar.all().delete()
    satt(plan, sammantrade=IDAG + timedelta(days=300))
    return plan


def satt(plan, **falt):
    Handlingsplan.objects.filter(pk=plan.pk).update(**falt)


def nytt_tillfalle(plan, senast=IDAG + timedelta(days=8)):
    """Return an open occasion; rows come when somebody begins to write."""
    return Tillfalle.objects.create(plan=plan, ar=2027, period="t1", senast=senast)


def rapportera(tillfalle, aktiviteter, status="pagar"):
    for aktivitet in aktiviteter:
        Uppfoljning.objects.create(
            tillfalle=tillfalle, aktivitet=aktivitet, status=status
        )


def ny_dag(plan, namn, dagar, **falt):
    """Return a day of the board's own, so many days from today."""
    dag = IDAG + timedelta(days=dagar)
    return Hjuldag.objects.create(plan=plan, ar=plan.ar, namn=namn, dag=dag, **falt)
