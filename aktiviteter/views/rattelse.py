"""The page where an entry of a decision is corrected; what is sealed, in rapport."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import date_format

from aktiviteter.forms.rattelse import rattelseform
from aktiviteter.handlingar.gang import RedanGjort, ratta_beslut
from aktiviteter.models import Beslut
from aktiviteter.views.gang import planen, ram

REDAN = "Uppgiften hade redan rättats när du tryckte. Här ser du hur den står nu."


def beslut(request, namnd, ar, pk):
    """Ask what the minutes really say, and why it is corrected."""
    plan = planen(request, namnd, ar)
    gammalt = get_object_or_404(plan.besluten.select_related("rattelse"), pk=pk)
    if gammalt.utfall == Beslut.Utfall.BESLUTAD:
        raise Http404  # corrected beside its seal
    if hasattr(gammalt, "rattelse"):
        messages.info(request, REDAN)
        return redirect("plan_gang", namnd, ar)
    form = rattelseform(request.POST or None, plan=plan, beslut=gammalt)
    if form.is_valid():
        gammalt.plan = plan
        villkor = form.cleaned_data.get("villkor", ())
        skal = form.cleaned_data["skal"]
        try:
            nytt = form.save(commit=False)
            ratta_beslut(gammalt, nytt, villkor=villkor, skal=skal, av=request.user)
            messages.success(request, "Beslutet är rättat. Det gamla står kvar.")
        except RedanGjort:
            messages.info(request, REDAN)
        return redirect("plan_gang", namnd, ar)
    context = ram(plan, "Rätta beslutet") | {
        "form": form,
        "ingress": f"Registrerat: {_i_ord(gammalt)}. Skriv det som protokollet "
        "säger. Den gamla uppgiften står kvar, överstruken.",
        "spara": "Rätta",
    }
    return render(request, "aktiviteter/gang_formular.html", context)


def _i_ord(beslut):
    dag = date_format(beslut.dag, "j F Y")
    return f"{beslut.organ} {dag}, {beslut.get_utfall_display().lower()}"
