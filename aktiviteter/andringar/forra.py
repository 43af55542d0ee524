"""Which plan a plan is compared with, and what the comparison asks of it."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from aktiviteter.models import Handlingsplan, Revidering
from aktiviteter.uppfoljning.resultat import Resultat, resultat


@dataclass(frozen=True)
class Forra:
    """The plans that a plan follows, its revision, and how their activities went.

    `resultat` is {a plan's id: {activity's number: `Resultat`}}.
    """

    planer: tuple[Handlingsplan, ...]
    revidering: tuple[Revidering, ...]
    resultat: dict[int, dict[int, Resultat]]


def las_forra(plan):
    """Return the `Forra` of a plan; two or three queries."""
    revidering = tuple(plan.revideringar.select_related("forlaga__plan__namnd"))
    borjad_ur = {r.forlaga.plan_id: r.forlaga.plan for r in revidering}
    planer = tuple(_i_ordning(plan, borjad_ur.values()) or _narmast(plan))
    return Forra(planer, revidering, {en.pk: resultat(en) for en in planer})


def forra_planen(plan):
    """Return the plan that this one follows, or None when it is the board's first."""
    return next(iter(forra_planerna(plan)), None)


def forra_planerna(plan):
    """Return the plans that a plan follows: those it was begun from.

    Two for boards that have become one, its own board's first. One that was begun from
    none follows the board's nearest earlier.
    """
    borjad_ur = Exists(plan.revideringar.filter(forlaga__plan=OuterRef("pk")))
    planer = Handlingsplan.objects.annotate(borjad_ur=borjad_ur).filter(
        Q(borjad_ur=True) | Q(namnd=plan.namnd_id, ar__lt=plan.ar)
    )
    planer = list(planer.select_related("namnd").order_by("-ar"))
    return _i_ordning(plan, [p for p in planer if p.borjad_ur]) or planer[:1]


def _i_ordning(plan, planer):
    return sorted(planer, key=lambda p: (p.namnd_id != plan.namnd_id, -p.ar, p.pk))


def _narmast(plan):
    tidigare = Handlingsplan.objects.filter(namnd=plan.namnd_id, ar__lt=plan.ar)
    return list(tidigare.select_related("namnd").order_by("-ar")[:1])
