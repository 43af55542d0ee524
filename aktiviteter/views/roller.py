"""The register of roles, and making two spellings of one role into one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from aktiviteter.forms.roller import SlaSammanForm
from aktiviteter.handlingar import (
    InnehavKrockar,
    i_beslutade,
    innehav_efter,
    sla_samman_roller,
)
from aktiviteter.rollregister import att_se_over, byten, rollregister
from vbeplan.organisation.behorighet import redigerbar
from vbeplan.organisation.models import Ratt, Roll

ROLLEN_BORTA = (
    "En av rollerna har just tagits bort eller slagits ihop av någon annan. Inget är "
    "ändrat. Titta i listan och välj igen om det behövs."
)


def roller(request):
    if not any(m.namnd_id for m in request.user.medlemskapen):
        raise Http404  # the city's people have no board whose roles they see
    samordnade = request.user.namnd_id(Ratt.SAMORDNARE)
    rader = rollregister(Roll.objects.for_user(request.user))
    context = {
        "rader": rader,
        "att_se_over": att_se_over(rader),
        "samordnade": samordnade,
        "flera_namnder": len({rad.roll.namnd_id for rad in rader}) > 1,
        "rubrik": "Roller",
        "ingress": "Aktiviteter hör till roller, aldrig till personer. Här står vem "
        "som har vilken roll, vilka som är vakanta och hur mycket som hänger på var "
        "och en.",
        "ny": reverse("roll_ny") if samordnade else "",
        "ny_text": "Ny roll",
    }
    return render(request, "aktiviteter/roller.html", context)


def sla_samman(request, pk):
    roll = redigerbar(Roll.objects.select_related("namnd"), request.user, pk=pk)
    vald = request.POST if request.method == "POST" else request.GET
    form = SlaSammanForm(vald if "med" in vald else None, roll=roll)
    context = {
        "form": form,
        "roll": roll,
        "smulor": [("Roller", reverse("roller")), (roll.namn, roll.get_absolute_url())],
        "avbryt": reverse("roller"),
        "aktuell_namnd": roll.namnd,
    }
    if form.is_valid():
        try:
            if request.method == "POST":
                sla_samman_roller(form.bort, form.kvar, av=request.user)
                messages.success(
                    request, f"{form.bort} heter nu {form.kvar} i alla planer."
                )
                return redirect("roller")
            context |= _forhandsvisning(form)
        except InnehavKrockar as fel:
            context["krockar"] = fel.krockar
        except Roll.DoesNotExist:
            messages.warning(request, ROLLEN_BORTA)
            return redirect("roller")
    return render(request, "aktiviteter/roller_sla_samman.html", context)


def _forhandsvisning(form):
    planer = byten(form.bort, form.kvar)
    return {
        "forhandsvisning": True,
        "bada": i_beslutade(form.bort, form.kvar),
        "planer": planer,
        "antal": sum(len(rader) for _, rader in planer),
        "innehav": innehav_efter(form.bort, form.kvar)[::-1],
    }
