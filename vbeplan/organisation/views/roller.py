"""A board's roles: one with its holders, removal. The register shows what hangs on
each, so it lies with the plan (aktiviteter)."""

from django.contrib import messages
from django.db.models import ProtectedError
from django.shortcuts import redirect, render
from django.urls import reverse

from vbeplan.organisation.behorighet import bara_samordnare, redigerbar
from vbeplan.organisation.forms.roll import InnehavFormSet, RollForm
from vbeplan.organisation.models import Roll

ROLLER = Roll.objects.select_related("namnd")


@bara_samordnare
def ny(request):
    return _formular(request, Roll(), "Ny roll")


def redigera(request, pk):
    roll = redigerbar(ROLLER, request.user, pk=pk)
    return _formular(request, roll, roll.namn)


def _formular(request, roll, rubrik):
    finns = roll.pk is not None
    form = RollForm(request.POST or None, instance=roll, user=request.user)
    innehav = InnehavFormSet(request.POST or None, instance=roll, prefix="innehav")
    giltigt = all([form.is_valid(), innehav.is_valid()])
    if giltigt and form.spara(innehav, av=request.user):
        messages.success(request, f"Sparat: {roll.namn}.")
        return redirect("roller")
    context = {
        "form": form,
        "rader": innehav,
        "rader_rubrik": "Vem har rollen?",
        "rubrik": rubrik,
        "ingress": "En roll är en funktion, till exempel Enhetschef ungdom och fritid.",
        "smulor": [("Roller", reverse("roller"))],
        "avbryt": reverse("roller"),
        "sla_samman": reverse("roll_sla_samman", args=[roll.pk]) if finns else "",
        "ta_bort": reverse("roll_ta_bort", args=[roll.pk]) if finns else "",
        "ta_bort_text": "Ta bort rollen",
    }
    return render(request, "organisation/formular_med_rader.html", context)


def ta_bort(request, pk):
    roll = redigerbar(ROLLER, request.user, pk=pk)
    if request.method == "POST":
        try:
            roll.ta_bort(av=request.user)
        except ProtectedError as fel:
            antal = len(fel.protected_objects)
            vad = "1 aktivitet" if antal == 1 else f"{antal} aktiviteter"
            messages.error(
                request, f"{roll.namn} svarar för {vad}. Byt roll där först."
            )
            return redirect(roll)
        messages.success(request, f"Borttagen: {roll.namn}.")
        return redirect("roller")
    context = {
        "rubrik": f"Ta bort rollen {roll.namn}?",
        "foljder": ["Rollen och uppgiften om vem som har haft den"],
        "smulor": [("Roller", reverse("roller"))],
        "avbryt": reverse("roll_redigera", args=[pk]),
        "knapp": "Ta bort rollen",
    }
    return render(request, "komponenter/ta_bort.html", context)
