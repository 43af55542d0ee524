"""Activities: new, changed, moved, removed."""

from functools import partial

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_POST

from aktiviteter.forms import AktivitetForm
from aktiviteter.handlingar import ta_bort_aktivitet
from aktiviteter.models import Aktivitet, Avsnitt
from aktiviteter.tolkning import forstadd_tid, forstadd_uppfoljning
from aktiviteter.views.avsnitt import (
    GAR_ATT_HAMTA,
    STEG,
    beratta_om_flytt,
    smulor,
    spara_i_planen,
)
from aktiviteter.views.borttaget import finns_eller_borttaget
from aktiviteter.views.svar import beratta, falt_id, klart
from vbeplan.organisation.behorighet import redigerbar
from vbeplan.tema.templatetags.komponenter import radlank

AKTIVITETER = Aktivitet.objects.select_related("plan__namnd")


def ny(request, avsnitt):
    avsnitt = redigerbar(
        Avsnitt.objects.select_related("plan__namnd"), request.user, pk=avsnitt
    )
    aktivitet = Aktivitet(plan=avsnitt.plan, avsnitt=avsnitt)
    return _formular(request, aktivitet, "Ny aktivitet", avsnitt.get_absolute_url())


def redigera(request, pk):
    aktivitet = finns_eller_borttaget(request, AKTIVITETER, pk)
    if not aktivitet.pk:
        hem = aktivitet.plan.get_absolute_url()
        return _formular(request, aktivitet, "Aktiviteten är borttagen", hem)
    return _formular(
        request, aktivitet, f"Aktivitet {aktivitet}", aktivitet.get_absolute_url()
    )


def _formular(request, aktivitet, rubrik, avbryt):
    finns = aktivitet.pk is not None
    plats = aktivitet.ankare if finns else f"ny-i-{aktivitet.avsnitt.ankare}"
    auto_id = falt_id(request, plats)
    mot = request.GET.get("iakttagelse", "")
    form = AktivitetForm(
        request.POST or None, instance=aktivitet, auto_id=auto_id, mot=mot
    )
    spara = form.is_valid() and "visa_tolkning" not in request.POST
    if spara and spara_i_planen(form, av=request.user):
        _beratta(request, aktivitet, form.andring)
        _beratta_om_liknande(request, form.ansvariga.liknar)
        return klart(request, aktivitet, ankare=aktivitet.ankare)
    context = {
        "form": form,
        "ansvariga": form.ansvariga,
        "roller": aktivitet.plan.namnd.roller.i_bruk().i_ordning(),
        "rubrik": rubrik,
        "smulor": smulor(aktivitet.plan),
        "avbryt": avbryt,
        "aktuell_namnd": aktivitet.plan.namnd,
        **_tolkningar(aktivitet),
        "flytta": SimpleLazyObject(partial(_flytta, aktivitet)) if finns else None,
        "ta_bort": radlank("aktivitet_ta_bort", aktivitet.pk) if finns else "",
        "ta_bort_text": "Ta bort aktiviteten",
        "historik": radlank("aktivitet_historik", aktivitet.pk) if finns else "",
    }
    return render(request, "aktiviteter/aktivitet_formular.html", context)


def _tolkningar(aktivitet):
    """Return how both times are understood, and where to ask while one types."""
    tid, dag = aktivitet.tidplan, aktivitet.avstamning
    if aktivitet.pk:
        adress = radlank("aktivitet_tolka", aktivitet.pk)
    else:
        adress = radlank("aktivitet_ny_tolka", aktivitet.avsnitt_id)
    return {
        "tolkning_tid": forstadd_tid(tid, avstamning=dag, ar=aktivitet.plan.ar),
        "tolkning_uppfoljning": forstadd_uppfoljning(aktivitet.uppfoljning),
        "tolka": adress,
    }


def _beratta(request, aktivitet, andring):
    beratta(request, f"Sparat: {aktivitet}.", andring)
    for varde in (aktivitet.tidplan, aktivitet.uppfoljning):
        if varde.fel:
            rad = f"{varde.fel} Orden står kvar så länge."
            if varde.forslag:
                rad += f" Menade du {varde.forslag}?"
            messages.warning(request, rad)


def _beratta_om_liknande(request, par):
    for ny, gammal in par:
        messages.warning(
            request,
            f"Rollen ”{ny}” är ny och liknar ”{gammal}”. Är det samma roll? Slå i så "
            "fall ihop dem under Roller.",
        )


def _flytta(aktivitet):
    plan = aktivitet.plan
    return {
        "upp": reverse("aktivitet_flytta", args=[aktivitet.pk, "upp"]),
        "ner": reverse("aktivitet_flytta", args=[aktivitet.pk, "ner"]),
        "vad": "aktiviteten",
        "namn": f"aktivitet-{aktivitet.pk}",
        "ordna": reverse("plan_ordna", args=[plan.namnd.kort, plan.ar]),
        "platser": partial(_platser, plan),
    }


def _platser(plan):
    rader = plan.avsnitt.defer("text").i_lasordning()
    return [(a.pk, f"sist i {a.nummer} {a.rubrik}") for a in rader]


@require_POST
def flytta(request, pk, vart):
    aktivitet = redigerbar(AKTIVITETER, request.user, pk=pk)
    beratta_om_flytt(request, aktivitet, STEG[vart], f"Aktivitet {aktivitet}")
    return redirect(aktivitet)


def ta_bort(request, pk):
    aktivitet = redigerbar(AKTIVITETER, request.user, pk=pk)
    if request.method == "POST":
        andring = ta_bort_aktivitet(aktivitet, av=request.user)
        aktivitet.plan.innehall_andrat()
        beratta(request, f"Borttagen: {aktivitet}.", andring)
        # By its id alone: somebody may have removed the chapter just before.
        kapitel = Avsnitt(pk=aktivitet.avsnitt_id, plan=aktivitet.plan)
        return klart(request, kapitel, ankare=kapitel.ankare)
    context = {
        "fraga": GAR_ATT_HAMTA,
        "rubrik": f"Ta bort aktivitet {aktivitet}?",
        "foljder": ["Raden i tabellen, med ansvar, tidplan och uppföljning"],
        "smulor": smulor(aktivitet.plan),
        "avbryt": reverse("aktivitet_redigera", args=[pk]),
        "knapp": "Ta bort aktiviteten",
        "aktuell_namnd": aktivitet.plan.namnd,
    }
    return render(request, "komponenter/ta_bort.html", context)
