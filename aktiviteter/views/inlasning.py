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
    if request.method == "POST" and not Inlasning.objects.filter(pk=pk).exists():
        # The second press of a double click: its answer is the one that is shown.
        messages.info(request, "Filen är redan inläst. Planen står här.")
        return redirect("planer")
    inlasning = lasbar(
        Inlasning.objects.select_related("namnd"), request.user, pk=pk, plan=None
    )
    # Filled in from the start, so that a year that is taken is told at once.
    form = InlasningForm(request.POST or {"ar": inlasning.ar}, instance=inlasning)
    ja = request.method == "POST" and form.is_valid()
    if ja and (plan := form.skapa_plan(av=request.user)):
        sedan = "Börja med anmärkningarna" if plan.anmarkningar.exists() else "Läs den"
        messages.success(request, f"Planen är skapad. {sedan}.")
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
