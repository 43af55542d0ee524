"""The order of chapters and activities: one address for every way to change it."""

from django.contrib import messages
from django.views.decorators.http import require_POST

from aktiviteter.forms import OrdnaForm
from aktiviteter.models import Handlingsplan
from aktiviteter.views.svar import beratta, klart
from vbeplan.organisation.behorighet import redigerbar

PLANER = Handlingsplan.objects.select_related("namnd")


@require_POST
def ordna(request, namnd, ar):
    plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    form = OrdnaForm(request.POST, plan=plan)
    gjort = form.flytta(av=request.user) if form.is_valid() else None
    if gjort:
        plats, antal, andring = gjort
        plan.innehall_andrat()
        beratta(request, f"Flyttad till plats {plats + 1} av {antal}.", andring)
    else:
        for fel in form.non_field_errors():
            messages.warning(request, fel)
    ankare = form.ett.ankare if form.ett else ""
    return klart(request, form.ett or plan, ankare=ankare, flyttad=True)
