"""The menu's way into the year: her boards' follow-up and their wheels."""

from django.db.models import Count, IntegerField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aktiviteter.arshjul import hjulen
from aktiviteter.models import Aktivitet, Handlingsplan, Tillfalle
from aktiviteter.uppfoljning.laget import med_antal, tillfallets_lage
from aktiviteter.uppfoljning.rader import hennes_tillfallen
from vbeplan.organisation.behorighet import bara
from vbeplan.organisation.models.medlemskap import NAMNDENS

MAX_TILLFALLEN = 30  # ten years of one board; older ones stand with their plan


@require_safe
@bara(*NAMNDENS)
def uppfoljningar(request):
    """The occasions of her boards' plans, and what she has left to report herself."""
    rader = _med_alla(med_antal(Tillfalle.objects.for_user(request.user)))
    rader = rader.order_by("-ar", "-senast", "-pk")[:MAX_TILLFALLEN]
    hennes = [r for _, rader in hennes_tillfallen(request.user) for r in rader]
    context = {
        "rubrik": "Uppföljning",
        "lagen": [tillfallets_lage(t, t.alla) for t in rader],
        "kvar": sum(not rad.ar_rapporterad for rad in hennes),
        "hennes": hennes,
        "planer": _planer(request.user).beslutade().nyaste().nyast_forst(),
    }
    return render(request, "aktiviteter/uppfoljning/alla.html", context)


@require_safe
@bara(*NAMNDENS)
def arshjulen(request):
    """The wheel of the board's newest plan; a list for who has several boards."""
    planer = list(_planer(request.user).senaste().nyast_forst())
    if len(planer) == 1:
        (plan,) = planer
        return redirect("plan_arshjul", plan.namnd.kort, plan.ar)
    hjul = hjulen(planer, timezone.localdate()).values()
    context = {"rubrik": "Årshjul", "hjulen": list(hjul)}
    return render(request, "aktiviteter/arshjulen.html", context)


def _planer(user):
    """Return the plans of the boards that she works with."""
    return Handlingsplan.objects.filter(namnd__in=user.namnd_id(*NAMNDENS))


def _med_alla(tillfallen):
    """Return occasions with their plan, and how many activities it has as `alla`."""
    rader = Aktivitet.objects.filter(plan=OuterRef("plan")).order_by()
    antal = rader.values("plan").annotate(antal=Count("pk")).values("antal")
    alla = Coalesce(Subquery(antal, output_field=IntegerField()), Value(0))
    return tillfallen.select_related("plan__namnd").annotate(alla=alla)
