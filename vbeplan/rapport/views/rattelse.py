"""The page where what was typed wrong about a sealed decision is put right."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from aktiviteter.views.avsnitt import smulor
from vbeplan.organisation.behorighet import samordnad
from vbeplan.rapport.forms.rattelse import RattelseForm
from vbeplan.rapport.handlingar.ratta import RedanRattad, ratta
from vbeplan.rapport.models import Utgava
from vbeplan.rapport.utgavor import utgavorna
from vbeplan.rapport.views.beslut import PLANER, utgavans_adress


def rattelse(request, namnd, ar, nummer):
    """Ask for the right facts and why; the edition stays as it was sealed."""
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    get_object_or_404(Utgava.objects.planens(plan), nummer=nummer)
    utgava = _utgavan(plan, nummer)
    form = RattelseForm(request.POST or None, utgava=utgava)
    if form.is_valid() and _forsok(request, form, utgava):
        return redirect("plan_utgava", namnd, ar)
    context = {
        "rubrik": "Rätta uppgifterna om beslutet",
        "form": form,
        "plan": plan,
        "utgava": _utgavan(plan, nummer),
        "aktuell_namnd": plan.namnd,
        "smulor": [*smulor(plan), (f"Utgåva {nummer}", utgavans_adress(plan))],
        "spara": "Rätta",
        "avbryt": utgavans_adress(plan),
    }
    return render(request, "rapport/rattelse.html", context)


def _utgavan(plan, nummer):
    return next(u for u in utgavorna(plan) if u.nummer == nummer)


def _forsok(request, form, utgava):
    data = form.cleaned_data
    try:
        ratta(
            utgava,
            form.uppgifter,
            skal=data["skal"],
            sedd=data["sedd"],
            av=request.user,
        )
    except RedanRattad:
        form.visa_nytt(_utgavan(utgava.plan, utgava.nummer))
        return False
    messages.success(request, "Uppgifterna är rättade. De gamla står kvar intill.")
    return True
