"""The city's template of the year, which every board's wheel is counted from."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse

from aktiviteter.arshjul import stadens_punkter
from aktiviteter.arshjul.gjort import BOCKAS_AV
from aktiviteter.forms.arshjul import HjulpunktForm
from aktiviteter.models import Hjulpunkt
from vbeplan.organisation.behorighet import bara_central, redigerbar
from vbeplan.organisation.models import Spar

PUNKTER = Hjulpunkt.objects.all()


@bara_central
def mallen(request):
    context = {
        "rubrik": "Stadens årshjul",
        "ingress": "Varje nämnds år räknas ut från de här punkterna. Ändrar du en "
        "flyttas den i alla nämnders årshjul, utom där någon har valt en egen dag.",
        "rader": [
            (punkt, BOCKAS_AV[punkt.moment])
            for punkt in sorted(stadens_punkter(), key=_ordning)
        ],
        "ny": reverse("arshjulsmall_ny"),
        "ny_text": "Ny punkt",
        "smulor": [("Läget i staden", reverse("laget"))],
    }
    return render(request, "aktiviteter/arshjulsmall.html", context)


def _ordning(punkt):
    """Place what is counted from the meeting first, then what has a day of the year."""
    om_aret = punkt.dagar is None
    return om_aret, punkt.dagar or 0, punkt.aret_efter, punkt.manad or 0, punkt.dag or 0


@bara_central
def ny(request):
    return _formular(request, Hjulpunkt(), "Ny punkt i årshjulet")


@bara_central
def punkt(request, pk):
    rad = redigerbar(PUNKTER, request.user, pk=pk)
    ta_bort = reverse("arshjulsmall_ta_bort", args=[pk])
    return _formular(request, rad, f"Stadens punkt: {rad.namn}", ta_bort=ta_bort)


def _formular(request, rad, rubrik, ta_bort=""):
    form = HjulpunktForm(request.POST or None, instance=rad)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {form.instance}.")
        return redirect("arshjulsmall")
    context = {
        "form": form,
        "rubrik": rubrik,
        "smulor": _smulor(),
        "avbryt": reverse("arshjulsmall"),
        "ta_bort": ta_bort,
        "ta_bort_text": "Ta bort punkten",
    }
    return render(request, "blanketter/raknat_formular.html", context)


@bara_central
def ta_bort(request, pk):
    rad = redigerbar(PUNKTER, request.user, pk=pk)
    if request.method == "POST":
        gjort, vad = Spar.Handling.BORTTAGEN, f"årshjulets punkt {rad}"
        with transaction.atomic():
            rad.delete()
            Spar.objects.skriv(gjort, vad, av=request.user)
        messages.success(request, f"Borttagen: {rad}.")
        return redirect("arshjulsmall")
    context = {
        "rubrik": f"Ta bort {rad.namn}?",
        "foljder": [
            "Punkten i alla nämnders årshjul och kalendrar",
            "Där någon har bockat av den eller valt en egen dag står den kvar, som "
            "nämndens egen",
        ],
        "smulor": _smulor(),
        "avbryt": reverse("arshjulsmall_punkt", args=[pk]),
        "knapp": "Ta bort punkten",
    }
    return render(request, "komponenter/ta_bort.html", context)


def _smulor():
    return [
        ("Läget i staden", reverse("laget")),
        ("Stadens årshjul", reverse("arshjulsmall")),
    ]
