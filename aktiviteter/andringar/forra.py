"""Which plan a plan is compared with."""

from aktiviteter.models import Handlingsplan


def forra_planen(plan):
    """Return the plan that this one follows, or None when it is the board's first."""
    return next(iter(forra_planerna(plan)), None)


def forra_planerna(plan):
    """Return the plans that a plan follows: those it was begun from.

    Two for boards that have become one, its own board's first. One that was begun from
    none follows the board's nearest earlier.
    """
    alla = Handlingsplan.objects.select_related("namnd").order_by("-ar", "pk")
    borjad_ur = plan.revideringar.order_by().values("forlaga__plan")
    borjad_ur = sorted(
        alla.filter(pk__in=borjad_ur), key=lambda en: en.namnd_id != plan.namnd_id
    )
    return borjad_ur or list(alla.filter(namnd=plan.namnd_id, ar__lt=plan.ar)[:1])
