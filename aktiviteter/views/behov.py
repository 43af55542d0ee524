"""From finding to activity: what the picture calls for, what answers it, loose ends."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from aktiviteter.behovssvar import (
    besvarat_av,
    forra_arets_svar,
    losa_tradar,
    planens_iakttagelser,
)
from aktiviteter.forms.behovssvar import BesvarasAvForm
from aktiviteter.handlingar.behovssvar import koppla
from aktiviteter.models import Behovssvar, Handlingsplan
from aktiviteter.views.avsnitt import smulor
from aktiviteter.views.lagesbild import borja_pa_planen
from aktiviteter.views.svar import beratta
from lagesbild.models import Lagesbild
from vbeplan.organisation.behorighet import redigerbar, samordnad
from vbeplan.tema.formular import radnummer

PLANER = Handlingsplan.objects.select_related("namnd")


def _planen(request, namnd, ar):
    return redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)


@require_safe
def behoven(request, namnd, ar):
    if forst := borja_pa_planen(request, {"namnd__kort": namnd, "ar": ar}):
        return forst
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    iakttagelser = list(planens_iakttagelser(plan).med_behov().order_by("ordning"))
    svar = besvarat_av(Behovssvar.objects.filter(aktivitet__plan=plan))
    context = _ram(plan, "Från iakttagelse till aktivitet") | {
        "plan": plan,
        "bild": Lagesbild.objects.filter(namnd=plan.namnd, ar=ar).first(),
        "rader": [(i, svar.get(i.pk, ())) for i in iakttagelser],
        "losa": losa_tradar(plan),
        "kan_redigera": plan.ar_oppen,
    }
    return render(request, "aktiviteter/behov.html", context)


def besvara(request, namnd, ar, pk):
    """Choose which activities answer a finding, or begin a new one that does."""
    plan = _planen(request, namnd, ar)
    iakttagelse = get_object_or_404(planens_iakttagelser(plan), pk=pk)
    if "kapitel" in request.GET:
        return _skriv_en_ny(plan, iakttagelse, request.GET["kapitel"])
    valda = Behovssvar.objects.filter(iakttagelse=iakttagelse, aktivitet__plan=plan)
    forra = forra_arets_svar(iakttagelse)
    form = BesvarasAvForm(
        request.POST if request.method == "POST" else None,
        plan=plan,
        valda=valda.values_list("aktivitet", flat=True),
        forslag=_samma_nummer(plan, forra) if not valda.exists() else (),
    )
    if form.is_valid():
        nya, bort = form.andring
        andring = koppla(iakttagelse, plan, nya=nya, bort=bort, av=request.user)
        if andring:
            beratta(request, "Sparat.", andring)
        else:
            messages.info(request, "Inget var ändrat.")
        return redirect("plan_iakttagelser", namnd, ar)
    hem = reverse("plan_iakttagelser", args=[namnd, ar])
    context = _ram(plan, "Vilka aktiviteter svarar mot behovet?") | {
        "plan": plan,
        "iakttagelse": iakttagelse,
        "form": form,
        "forra": forra,
        "kapitel": plan.avsnitt.defer("text").i_lasordning(),
        "har_rader": set(plan.aktiviteter.values_list("avsnitt", flat=True)),
        "avbryt": hem,
    }
    context["smulor"] = [*context["smulor"], ("Från iakttagelse till aktivitet", hem)]
    return render(request, "aktiviteter/behov_besvara.html", context)


def _skriv_en_ny(plan, iakttagelse, kapitel):
    """Lead to a new activity in a chapter, with the finding ticked."""
    kapitel = get_object_or_404(plan.avsnitt, pk=radnummer(kapitel) or 0)
    adress = reverse("aktivitet_ny", args=[kapitel.pk])
    return redirect(f"{adress}?iakttagelse={iakttagelse.pk}")


def _samma_nummer(plan, aktiviteter):
    """Return the ids of this plan's activities that go on from others."""
    nummer = [a.nummer for a in aktiviteter]
    return plan.aktiviteter.filter(nummer__in=nummer).values_list("pk", flat=True)


def _ram(plan, rubrik):
    return {
        "rubrik": rubrik,
        "smulor": smulor(plan),
        "aktuell_namnd": plan.namnd,
    }
