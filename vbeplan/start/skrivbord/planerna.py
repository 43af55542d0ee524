"""Read: her plans, each with the numbers of what waits in it, in one question."""

from django.db.models import Count, F, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce

from aktiviteter.models import (
    Aktivitet,
    Anmarkning,
    Handlingsplan,
    Hjuldag,
    Revidering,
    Samrad,
    Villkor,
    Yttrande,
)
from aktiviteter.models.handlingsplan import Planstatus
from vbeplan.organisation.models import Ratt
from vbeplan.organisation.models.medlemskap import NAMNDENS


def egna(user, idag):
    """Return the plans of the boards she works with, the newest first.

    With `antal_aktiviteter`, and for who coordinates a board the numbers of `_vantar`.
    """
    namnder = user.namnd_id(*NAMNDENS)
    if not namnder:
        return []
    planer = Handlingsplan.objects.filter(namnd__in=namnder).nyast_forst()
    vantar = _vantar(idag) if user.namnd_id(Ratt.SAMORDNARE) else {}
    return list(planer.annotate(**_aktiviteter(), **vantar))


def delade(user):
    """Return the newest plans that boards have shared, for the city's coordinator."""
    if not user.ar_central:
        return []
    rader = Handlingsplan.objects.filter(delad=True).nyast_forst()
    return list(rader.annotate(**_aktiviteter())[:5])


def aktuella(user, egna):
    """Return those of her `egna` whose year goes on, of boards that she coordinates:
    the newest of each, and older ones on their way to or from the board."""
    namnder, nyaste, rader = user.namnd_id(Ratt.SAMORDNARE), set(), []
    for plan in egna:
        ar_nyast = plan.namnd_id not in nyaste
        nyaste.add(plan.namnd_id)
        if plan.namnd_id in namnder and (ar_nyast or plan.status in _PA_VAG):
            rader.append(plan)
    return rader


def hjuldagar(planer):
    """Return by plan the days of its year wheel, in order; one question."""
    dagar = {plan.pk: [] for plan in planer}
    for dag in Hjuldag.objects.filter(plan__in=dagar) if dagar else ():
        dagar[dag.plan_id].append(dag)
    return dagar


_PA_VAG = (Planstatus.SAMRAD, Planstatus.TILL_NAMND, Planstatus.BESLUTAD,
           Planstatus.GODKAND)  # fmt: skip


def _aktiviteter():
    return {"antal_aktiviteter": _antal(Aktivitet.objects, "plan")}


def _vantar(idag):
    """Return the numbers of what a coordinator has left to do, by what it is."""
    sena = Q(status=Samrad.Status.FRAGAD, svar_senast__lt=idag)
    ofragade = Q(status=Samrad.Status.INTE_FRAGAD)
    return {
        "anmarkningar_kvar": _antal(Anmarkning.objects.oppna(), "plan"),
        "revideringar_kvar": _antal(Revidering.objects.kvar(), "plan"),
        "sena_svar": _antal(Samrad.objects.filter(sena), "plan"),
        "ofragade": _antal(Samrad.objects.filter(ofragade), "plan"),
        "obesvarade": _antal(Yttrande.objects.obesvarade(), "samrad__plan"),
        "villkor_kvar": _antal(Villkor.objects.kvar(), "beslut__plan"),
    }


def _antal(rader, plan):
    per_plan = rader.filter(**{plan: OuterRef("pk")}).order_by()
    per_plan = per_plan.values(denna=F(plan)).annotate(antal=Count("*"))
    return Coalesce(
        Subquery(per_plan.values("antal")[:1], output_field=IntegerField()), Value(0)
    )
