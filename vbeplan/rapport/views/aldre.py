"""A plan that was decided before the program came: registered and sealed as it is."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from aktiviteter.views.avsnitt import smulor
from vbeplan.organisation.behorighet import samordnad
from vbeplan.rapport.forms.aldre import AldreForm
from vbeplan.rapport.handlingar.besluta import sett_nu
from vbeplan.rapport.views.beslut import PLANER, forsok_besluta


def registrera(request, namnd, ar):
    """Ask for day, § and body; the plan is sealed with its faults, no gate asked."""
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    if plan.ar_beslutad:
        return redirect("plan_utgava", namnd, ar)
    if not plan.ar_oppen:
        messages.info(request, plan.las_skal)
        return redirect("plan_gang", namnd, ar)
    form = AldreForm(request.POST or None, plan=plan, sett=sett_nu(plan))
    if form.is_valid() and forsok_besluta(request, plan, form):
        return redirect("plan_utgava", namnd, ar)
    gangen = reverse("plan_gang", args=[namnd, ar])
    context = {
        "rubrik": "Registrera en äldre plan",
        "form": form,
        "plan": plan,
        "aktuell_namnd": plan.namnd,
        "smulor": [*smulor(plan), ("Planens gång", gangen)],
        "spara": "Registrera och försegla planen",
        "avbryt": gangen,
    }
    return render(request, "rapport/aldre.html", context)
