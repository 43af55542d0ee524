"""Plans: the list, the page, the facts of the cover, and the deeds on a whole plan."""

import json

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aktiviteter.forms import NyPlanForm, PlanForm
from aktiviteter.forseglat import planens_data, planens_innehall
from aktiviteter.handlingar import KanInteTasBort, ta_bort_plan
from aktiviteter.handlingar.ta_bort import hindrar_borttagning
from aktiviteter.models import Handlingsplan
from aktiviteter.sammanstallning import (
    granskningen,
    stadens_lage,
)
from aktiviteter.views.avsnitt import antal
from aktiviteter.views.svar import beratta, bifoga, falt_id, klart
from aktiviteter.word_ut import plan_som_word
from vbeplan.organisation.behorighet import (
    bara_central,
    bara_samordnare,
    lasbar,
    redigerbar,
    samordnad,
)
from vbeplan.organisation.models import Ratt

WORDTYP = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PER_SIDA = 25  # a city has thousands of plans
FORVAL = {"forval": "ur", "namnd": "namnd"}  # the form's, by what the address says
PLANER = Handlingsplan.objects.select_related("namnd")


def planer(request):
    rader = Handlingsplan.objects.for_user(request.user).nyast_forst()
    sida = Paginator(rader, PER_SIDA).get_page(request.GET.get("sida"))
    kan_skapa = any(m.ratt == Ratt.SAMORDNARE for m in request.user.medlemskapen)
    context = {
        "planer": sida.object_list,
        "sida": sida,
        "rubrik": "Planer",
        "kan_skapa": kan_skapa,
        "ny": reverse("plan_ny") if kan_skapa else "",
        "ny_text": "Ny plan",
    }
    return render(request, "aktiviteter/planer.html", context)


@bara_central
def laget(request):
    rader = stadens_lage()
    utan = sum(plan is None for _, plan in rader)
    context = {
        "rader": rader,
        "rubrik": "Läget i staden",
        "ingress": "Varje nämnds senaste plan. Texten läser du när nämnden har delat "
        "den. " + (f"{utan} av {len(rader)} nämnder saknar plan." if utan else ""),
    }
    return render(request, "aktiviteter/laget.html", context)


@bara_samordnare
def ny(request):
    forval = {namn: request.GET.get(en, "") for namn, en in FORVAL.items()}
    form = NyPlanForm(request.POST or None, user=request.user, **forval)
    if form.is_valid() and (plan := form.spara(av=request.user)):
        if form.forlagor:
            messages.success(request, "Planen är skapad. Nu är det dags att revidera.")
            return redirect("plan_revidering", plan.namnd.kort, plan.ar)
        messages.success(request, "Planen är skapad. Nu kan du skriva i den.")
        return redirect(plan)
    context = {
        "form": form,
        "rubrik": "Ny plan",
        "ingress": "Välj vad planen ska börja med. Har du den i Word, hämta in filen.",
        "spara": "Skapa planen",
        "smulor": [("Planer", reverse("planer"))],
        "avbryt": reverse("planer"),
    }
    return render(request, "aktiviteter/plan_ny.html", context)


def visa(request, namnd, ar):
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    far_redigera = plan.far_redigeras_av(request.user)
    av_namnden = plan.visar_utkast_for(request.user)
    innehall = planens_innehall(plan, med_utkast=av_namnden)
    context = {
        "plan": innehall,
        "handlingsplan": plan,
        "namnd_kort": namnd,
        "aktuell_namnd": plan.namnd,
        "kan_redigera": far_redigera,
        "kan_samordna": far_redigera or plan.samordnas_av(request.user),
        "kan_se_historik": av_namnden,
        "granskning": granskningen(plan, innehall) if far_redigera else None,
        "andrad": plan.andrad,
    }
    return render(request, "aktiviteter/plan.html", context)


def redigera(request, namnd, ar):
    plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    auto_id = falt_id(request, "plan")
    form = PlanForm(request.POST or None, instance=plan, auto_id=auto_id)
    if form.is_valid() and form.spara(av=request.user):
        beratta(request, "Sparat.", form.andring)
        # Another year is another address.
        return klart(request, plan, ankare="plan", byt_sida=plan.ar != ar)
    hem = reverse("plan", args=[namnd, ar])
    context = {
        "form": form,
        "rubrik": "Titel och dokumentruta",
        "ingress": "Det här står på planens framsida.",
        "smulor": [("Planer", reverse("planer")), (f"Plan {ar}", hem)],
        "avbryt": hem,
        "ta_bort": reverse("plan_ta_bort", args=[namnd, ar]),
        "ta_bort_text": "Ta bort hela planen",
        "historik": reverse("plan_framsida_historik", args=[namnd, ar]),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/plan_formular.html", context)


def ta_bort(request, namnd, ar):
    plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    hinder = hindrar_borttagning(plan)
    if request.method == "POST" and not hinder:
        try:
            ta_bort_plan(plan, av=request.user)
        except KanInteTasBort as fel:
            hinder = str(fel)
        else:
            messages.success(request, f"Planen för {ar} är borttagen.")
            return redirect("planer")
    if hinder:
        messages.error(request, hinder)
        return redirect(plan)
    hem = reverse("plan", args=[namnd, ar])
    kapitel, rader = plan.avsnitt.count(), plan.aktiviteter.count()
    context = {
        "rubrik": f"Ta bort planen för {ar}?",
        "foljder": [
            f"{plan.titel} {ar} för {plan.namnd}",
            f"{kapitel} kapitel och {antal(rader)}",
            "Planens historik, med alla tidigare versioner",
            "Spara gärna en kopia först: Hämta som JSON på planens sida.",
        ],
        "smulor": [("Planer", reverse("planer")), (f"Plan {ar}", hem)],
        "avbryt": hem,
        "knapp": "Ta bort planen",
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "komponenter/ta_bort.html", context)


@require_POST
def dela(request, namnd, ar):
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    # Which of the two is said, not «the other one»: a double click must not undo it.
    plan.dela(request.POST.get("delad") == "ja", av=request.user)
    messages.success(
        request,
        "Nu kan stadens centrala samordnare läsa planen."
        if plan.delad
        else "Stadens centrala samordnare kan inte längre läsa planen.",
    )
    return redirect(plan)


def som_json(request, namnd, ar):
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    text = json.dumps(planens_data(plan), ensure_ascii=False, indent=1)
    svar = HttpResponse(text, content_type="application/json; charset=utf-8")
    return bifoga(svar, f"{plan}.json")


def som_word(request, namnd, ar):
    plan = lasbar(
        PLANER.select_related("namnd__logotyp"), request.user, namnd__kort=namnd, ar=ar
    )
    med_utkast = plan.visar_utkast_for(request.user)
    word = plan_som_word(plan, med_utkast=med_utkast, med_bilagor=med_utkast)
    svar = HttpResponse(word, content_type=WORDTYP)
    return bifoga(svar, f"{plan}.docx")
