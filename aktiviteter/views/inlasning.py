"""From a Word file to a plan: choose the file, see what became what, say yes."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from aktiviteter.forhandsvisning import forhandsvisning
from aktiviteter.forms import FilForm, InlasningForm
from aktiviteter.models import Inlasning
from vbeplan.organisation.behorighet import bara_samordnare, lasbar


@bara_samordnare
def valj_fil(request):
    form = FilForm(request.POST or None, request.FILES or None, user=request.user)
    if form.is_valid():
        return redirect(form.spara(av=request.user))
    context = {
        "form": form,
        "rubrik": "Hämta in en plan",
        "ingress": "Välj förra årets plan. Du får se vad som blev vad innan något "
        "sparas.",
        "smulor": [("Planer", reverse("planer"))],
        "spara": "Läs filen",
        "avbryt": reverse("planer"),
    }
    return render(request, "aktiviteter/import_filval.html", context)


@bara_samordnare
def granska(request, pk):
    inlasning = lasbar(Inlasning.objects.select_related("namnd"), request.user, pk=pk)
    form = InlasningForm(request.POST or None, instance=inlasning)
    if form.is_valid():
        plan = form.skapa_plan(av=request.user)
        messages.success(request, "Planen är skapad. Börja med anmärkningarna.")
        return redirect(plan)
    context = {
        **forhandsvisning(inlasning),
        "form": form,
        "smulor": [
            ("Planer", reverse("planer")),
            ("Hämta in en plan", reverse("plan_importera")),
        ],
        "avbryt": reverse("planer"),
        "aktuell_namnd": inlasning.namnd,
    }
    return render(request, "aktiviteter/import_forhandsvisning.html", context)
