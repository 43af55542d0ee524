"""Occasions of follow-up, for the tests."""

from datetime import date, timedelta

from django.utils import timezone

from aktiviteter.models import (
    Ansvar,
    Handlingsplan,
    Planstatus,
    Rapportlank,
    Tillfalle,
    Uppfoljning,
)
from tests import bygge

OM_EN_MANAD = timedelta(days=30)


def beslutad_plan(
    namnd, ar=bygge.AR, *, roll=None, delad=False, aktiviteter=3, art="", **mal
):
    """Return a decided plan; `roll` is main responsible for all but the last row.

    `art` is another part than main responsible, `mal` fields of all activities.
    """
    plan = bygge.ny_plan(namnd, ar, aktiviteter=aktiviteter, delad=delad)
    if roll:
        *egna, _ = plan.aktiviteter.order_by("nummer")
        for aktivitet in egna:
            aktivitet.satt_ansvar([(roll, art or Ansvar.Art.HUVUDANSVARIG)])
    if mal:
        plan.aktiviteter.update(**mal)
    Handlingsplan.objects.filter(pk=plan.pk).update(status=Planstatus.BESLUTAD)
    plan.refresh_from_db()
    return plan


def nytt_tillfalle(plan, period="t1", **falt):
    """Return an occasion, open for a month."""
    falt = {"ar": plan.ar, "senast": timezone.localdate() + OM_EN_MANAD} | falt
    return Tillfalle.objects.create(plan=plan, period=period, **falt)


def stangt_tillfalle(plan, period="t1", *, rapporter=(), **falt):
    """Return one that has been closed; `rapporter` are the fields of its reports."""
    ett = nytt_tillfalle(plan, period, **falt)
    for rapport in rapporter:
        ny_rapport(ett, **rapport)
    ett.status, ett.stangt = Tillfalle.Status.STANGT, date(2026, 5, 15)
    ett.save()
    return ett


def ny_rapport(tillfalle, nummer=1, status="pagar", **falt):
    """Return what was reported on one activity at an occasion."""
    aktivitet = tillfalle.plan.aktiviteter.get(nummer=nummer)
    falt = {"resultat": "Två träffar är hållna.", "rapporterad": timezone.now()} | falt
    return Uppfoljning.objects.create(
        tillfalle=tillfalle, aktivitet=aktivitet, status=status, **falt
    )


def ny_rapportlank(tillfalle, roll, **falt):
    """Return a role's link, as if its letter had gone today."""
    lank = Rapportlank.ny(tillfalle, roll)
    falt = {"epost": "skolan@granby.example", "skickad": timezone.localdate()} | falt
    for namn, varde in falt.items():
        setattr(lank, namn, varde)
    lank.save()
    return lank
