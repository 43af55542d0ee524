"""Last year's activities one by one: what became of them, and what is decided now."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aktiviteter.forms.revidering import RevideringForm, Val
from aktiviteter.handlingar import koppla_aktivitet, ta_upp_revidering
from aktiviteter.models import Handlingsplan, Uppfoljning
from aktiviteter.revideringen import (
    att_ta_upp,
    forra_i_ord,
    lediga,
    revideringsrader,
)
from aktiviteter.views.avsnitt import smulor
from aktiviteter.views.svar import beratta
from vbeplan.organisation.behorighet import redigerbar, samordnad
from vbeplan.tema.formular import radnummer

PLANER = Handlingsplan.objects.select_related("namnd")
PER_SIDA = 100  # three fields a row, and a request may have a thousand
ALLA = "alla"
INTE_LEDIG = "Någon har ändrat i planen. Titta i listan och välj igen."


def revidering(request, namnd, ar):
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    skrivna = {}
    if request.method == "POST":
        plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
        form = RevideringForm(plan, revideringsrader(plan), request.POST)
        andring, antal = form.spara(av=request.user)
        skrivna = form.kvarvarande
        kopplat = _koppla(request, plan)
        _beratta(request, andring, antal, skrivna or kopplat)
        if not skrivna:
            return redirect(request.get_full_path())
    rader = revideringsrader(plan)
    forslag = _forslag(rader, request.GET.get("behall", ""))
    form = RevideringForm(plan, rader, forslag=forslag)
    former = [skrivna.get(f.rad.pk, f) for f in form.rader]
    bara_kvar = request.GET.get("visa") == "kvar"
    if bara_kvar:
        former = [f for f in former if not f.rad.ar_beslutad or f.rad.pk in skrivna]
    sida = Paginator(former, PER_SIDA).get_page(request.GET.get("sida"))
    context = {
        "rubrik": "Revidera aktiviteterna",
        "smulor": _smulor(plan),
        "plan": plan,
        "aktuell_namnd": plan.namnd,
        "sida": sida,
        "fraga": "visa=kvar" if bara_kvar else "",
        "skrivna": skrivna,
        "forslag": len(forslag),
        "bara_kvar": bara_kvar,
        "alla": len(rader),
        "kvar": sum(not rad.ar_beslutad for rad in rader),
        "att_ta_upp": [forra_i_ord(plan, p) for p in att_ta_upp(plan, request.user)],
        "far_andra": plan.far_redigeras_av(request.user),
        "lediga": lediga(plan),
        "forra": sorted({rad.forra for rad in rader}),
        "kan_forvaljas": len(_forslag(rader, ALLA)),
        "pagar": len(_forslag(rader, Uppfoljning.Status.PAGAR)),
    }
    return render(request, "aktiviteter/revidering.html", context)


@require_POST
def borja(request, namnd, ar):
    plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    for forra in att_ta_upp(plan, request.user):
        ta_upp_revidering(plan, forra, av=request.user)
        vems = forra_i_ord(plan, forra)
        messages.success(request, f"Nu får varje aktivitet ur {vems} ett beslut.")
    return redirect("plan_revidering", namnd, ar)


def _koppla(request, plan):
    """Say of one row which activity it is now; tells whether that was asked."""
    pk = radnummer(request.POST.get("koppla", ""))
    nummer = radnummer(request.POST.get(f"blev-{pk}", "")) if pk else None
    if not nummer:
        return False  # Enter in a field presses the page's first button
    if andring := koppla_aktivitet(plan, pk, nummer, av=request.user):
        beratta(request, f"Aktiviteten är nu nummer {nummer}.", andring)
    else:
        messages.warning(request, INTE_LEDIG)
    return True


def _smulor(plan):
    gang = reverse("plan_gang", args=[plan.namnd.kort, plan.ar])
    return [*smulor(plan), ("Planens gång", gang)]


def _forslag(rader, vilka):
    """Return {row's id: «behåll»} of undecided rows that are as they were in the plan.

    `vilka` is all of them, or those that stood so when they were last followed up.
    """
    if vilka not in (ALLA, Uppfoljning.Status.PAGAR):
        return {}
    return {
        rad.pk: Val.BEHALL
        for rad in rader
        if not rad.val and rad.i_planen and vilka in (ALLA, rad.lage)
    }


def _beratta(request, andring, antal, skrivna):
    if antal:
        ord_ = "1 beslut" if antal == 1 else f"{antal} beslut"
        beratta(request, f"Sparat: {ord_}.", andring)
    elif not skrivna:
        messages.info(request, "Inget var ändrat.")
