"""Who is asked about a plan: the list, suggestions, what each answered."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from aktiviteter.forms.samrad import ForslagForm, SamradForm, SamradssvarForm
from aktiviteter.handlingar.samrad import bli_utebliven, satt_pa_listan
from aktiviteter.handlingar.samrad import ta_bort as ta_bort_samrad
from aktiviteter.models import Handlingsplan, Samrad
from aktiviteter.samraden import samradslaget, samradsrader
from aktiviteter.samradsforslag import forslag
from aktiviteter.views.avsnitt import smulor
from lagesbild.models import Lagesbild
from vbeplan.organisation.behorighet import redigerbar, samordnad

PLANER = Handlingsplan.objects.select_related("namnd")
SAMRADEN = Samrad.objects.select_related("plan__namnd")
RUBRIK = "Samråd och yttranden"


def redigerbar_plan(request, namnd, ar):
    return redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)


def ram(plan, rubrik, *vag):
    """Return the context of a page below the consultation's; `vag` are more crumbs."""
    return {
        "rubrik": rubrik,
        "plan": plan,
        "aktuell_namnd": plan.namnd,
        "smulor": [*smulor(plan), (RUBRIK, hem(plan)), *vag],
        "avbryt": hem(plan),
    }


def hem(plan):
    return reverse("plan_samrad", args=[plan.namnd.kort, plan.ar])


def lista(request, namnd, ar):
    """The list; POST puts the suggestions that were ticked on it."""
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    form = None
    if plan.ar_oppen or request.method == "POST":
        redigerbar_plan(request, namnd, ar)
        data = request.POST if request.method == "POST" else None
        form = ForslagForm(data, forslag=forslag(plan))
    if form and form.is_valid():
        antal = satt_pa_listan(plan, form.valda, av=request.user)
        vad = "En är tillagd" if antal == 1 else f"{antal} är tillagda"
        messages.success(request, f"{vad} på listan.")
        return redirect(hem(plan))
    return render(request, "aktiviteter/samrad.html", _listan(plan, form))


def _listan(plan, form):
    idag = timezone.localdate()
    rader = list(plan.samraden.prefetch_related("yttranden"))
    return ram(plan, RUBRIK) | {
        "smulor": smulor(plan),
        "form": form,
        "rader": rader,
        "laget": samradslaget(plan),
        "sena": [rad for rad in rader if rad.ar_forsenad(idag)],
        "att_fraga": [r for r in rader if r.status == Samrad.Status.INTE_FRAGAD],
        "paminns": plan.samraden.att_paminna(idag).exclude(paminnd=idag).exists(),
        "i_ord": () if plan.ar_oppen else samradsrader(plan),
        "bild": Lagesbild.objects.filter(namnd=plan.namnd_id, ar=plan.ar).first(),
    }


def ny(request, namnd, ar):
    plan = redigerbar_plan(request, namnd, ar)
    return _formular(request, Samrad(plan=plan), "Lägg till någon att fråga")


def andra(request, pk):
    rad = redigerbar(SAMRADEN, request.user, pk=pk)
    return _formular(request, rad, f"Ändra {rad}")


def _formular(request, rad, rubrik):
    form = SamradForm(request.POST or None, instance=rad)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {form.instance}.")
        return redirect(hem(rad.plan))
    context = ram(rad.plan, rubrik) | {
        "form": form,
        "ingress": "Skriv en funktion eller organisation, aldrig en person.",
    }
    return render(request, "blanketter/raknat_formular.html", context)


def visa(request, pk):
    """One who is asked: how it stands, what they answered, their remarks."""
    rad = redigerbar(SAMRADEN, request.user, pk=pk)
    form = SamradssvarForm(request.POST or None, instance=rad)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {rad}.")
        return redirect(hem(rad.plan))
    context = ram(rad.plan, str(rad)) | {
        "form": form,
        "samrad": rad,
        "yttranden": rad.yttranden.all(),
        "ta_bort": reverse("samrad_ta_bort", args=[pk]),
        "ta_bort_text": "Ta bort från listan",
    }
    return render(request, "aktiviteter/samrad_part.html", context)


@require_POST
def uteblev(request, pk):
    rad = redigerbar(SAMRADEN, request.user, pk=pk)
    if bli_utebliven(rad, av=request.user):
        messages.success(request, f"{rad} svarade inte. Det skrivs ut i tabellen.")
    else:
        messages.info(request, f"Inget svar väntas längre från {rad}.")
    return redirect(hem(rad.plan))


def ta_bort(request, pk):
    rad = redigerbar(SAMRADEN, request.user, pk=pk)
    if request.method == "POST":
        ta_bort_samrad(rad, f"samrådet med {rad}", av=request.user)
        messages.success(request, f"Borttagen: {rad}.")
        return redirect(hem(rad.plan))
    foljder = ["När de frågades, vad de svarade och vad det ledde till"]
    if antal := rad.yttranden.count():
        vad = "En synpunkt" if antal == 1 else f"{antal} synpunkter"
        foljder.append(f"{vad} med svar")
    context = ram(rad.plan, f"Ta bort {rad}?", (str(rad), rad.get_absolute_url())) | {
        "foljder": foljder,
        "avbryt": rad.get_absolute_url(),
        "knapp": "Ta bort från listan",
    }
    return render(request, "komponenter/ta_bort.html", context)
