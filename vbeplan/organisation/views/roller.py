"""A board's roles: the register, one role with its holders, removal."""

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, ProtectedError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from vbeplan.organisation.behorighet import bara_samordnare, redigerbar
from vbeplan.organisation.forms.roll import InnehavFormSet, RollForm
from vbeplan.organisation.models import Ratt, Roll

ROLLER = Roll.objects.select_related("namnd")


def roller(request):
    if not any(m.namnd_id for m in request.user.medlemskapen):
        raise Http404  # the city's people have no board whose roles they see
    kan_skapa = any(m.ratt == Ratt.SAMORDNARE for m in request.user.medlemskapen)
    rader = (
        ROLLER.for_user(request.user)
        .prefetch_related("innehav")
        .annotate(antal=Count("ansvar"))
        .i_ordning()
    )
    samordnade = request.user.namnd_id(Ratt.SAMORDNARE)
    context = {
        "roller": [
            {
                "roll": roll,
                "innehav": roll.nuvarande_innehav(),
                "har_innehav": bool(roll.innehav.all()),
                "far_redigeras": roll.namnd_id in samordnade,
            }
            for roll in rader
        ],
        "rubrik": "Roller",
        "ingress": "Aktiviteter hör till roller, aldrig till personer. Här står vem "
        "som har vilken roll, och vilka som är vakanta.",
        "ny": reverse("roll_ny") if kan_skapa else "",
        "ny_text": "Ny roll",
    }
    return render(request, "organisation/roller.html", context)


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
    if all([form.is_valid(), innehav.is_valid()]):
        with transaction.atomic():
            innehav.instance = form.save()
            innehav.save()
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
        "ta_bort": reverse("roll_ta_bort", args=[roll.pk]) if finns else "",
        "ta_bort_text": "Ta bort rollen",
    }
    return render(request, "organisation/formular_med_rader.html", context)


def ta_bort(request, pk):
    roll = redigerbar(ROLLER, request.user, pk=pk)
    if request.method == "POST":
        try:
            roll.delete()
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
