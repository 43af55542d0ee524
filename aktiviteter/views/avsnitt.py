"""Chapters: new, changed, moved, removed."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aktiviteter import handlingar, historia
from aktiviteter.forms import AvsnittForm
from aktiviteter.models import Avsnitt, Handlingsplan
from aktiviteter.views.borttaget import finns_eller_borttaget
from aktiviteter.views.svar import beratta, falt_id, klart
from vbeplan.organisation.behorighet import redigerbar

AVSNITT = Avsnitt.objects.select_related("plan__namnd")
STEG = {"upp": -1, "ner": 1}
GAR_ATT_HAMTA = (
    "Det här försvinner ur planen. Det går att hämta tillbaka så länge planen finns: "
    "strax efter med Ångra, senare under Vad har ändrats, Borttaget."
)
BORTTAGEN = "har tagits bort av någon annan, så flytten blev inte av."
PLANER = Handlingsplan.objects.select_related("namnd")


def smulor(plan):
    return [("Planer", reverse("planer")), (f"Plan {plan.ar}", plan.get_absolute_url())]


def antal(rader):
    return f"{rader} aktivitet" if rader == 1 else f"{rader} aktiviteter"


def beratta_om_flytt(request, ett, steg, namn):
    """Move something one step and say whether it went."""
    plan = ett.plan
    try:
        andring = handlingar.flytta(ett, steg, av=request.user)
    except type(ett).DoesNotExist:
        messages.warning(request, f"{namn} {BORTTAGEN}")
        return
    if andring:
        plan.innehall_andrat()
        beratta(request, f"Flyttat: {namn}.", andring)
    else:
        plats = "först" if steg < 0 else "sist"
        messages.info(request, f"{namn} står redan {plats}.")


@transaction.atomic
def spara_i_planen(form, *, av):
    """Save what belongs to a plan, and note on the plan that it was; as one write.

    The plan's row first, as in every deed that holds both (`historia.las_planen`): two
    who took them in different order would lock each other out.
    """
    plan = form.instance.plan
    if not plan.innehall_andrat(bara_oppen=True):
        historia.las_planen(plan)  # tells if it is gone, or why it is locked
    if form.spara(av=av):
        return True
    transaction.set_rollback(True)
    return False


def ny(request, namnd, ar):
    plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    avsnitt = Avsnitt(plan=plan)
    return _formular(request, avsnitt, "Nytt kapitel", plan.get_absolute_url())


def redigera(request, pk):
    avsnitt = finns_eller_borttaget(request, AVSNITT, pk)
    if not avsnitt.pk:
        hem = avsnitt.plan.get_absolute_url()
        return _formular(request, avsnitt, "Kapitlet är borttaget", hem)
    return _formular(request, avsnitt, avsnitt.rubrik, avsnitt.get_absolute_url())


def _formular(request, avsnitt, rubrik, avbryt):
    finns = avsnitt.pk is not None
    auto_id = falt_id(request, avsnitt.ankare if finns else "nytt-kapitel")
    form = AvsnittForm(request.POST or None, instance=avsnitt, auto_id=auto_id)
    if form.is_valid() and spara_i_planen(form, av=request.user):
        beratta(request, f"Sparat: {avsnitt.rubrik}.", form.andring)
        return klart(request, avsnitt, ankare=avsnitt.ankare)
    context = {
        "form": form,
        "rubrik": rubrik,
        "rubrikniva": avsnitt.niva,
        "smulor": smulor(avsnitt.plan),
        "avbryt": avbryt,
        "aktuell_namnd": avsnitt.plan.namnd,
        "flytta": _flytta(avsnitt) if finns else None,
        "ta_bort": reverse("avsnitt_ta_bort", args=[avsnitt.pk]) if finns else "",
        "ta_bort_text": "Ta bort kapitlet",
        "historik": reverse("avsnitt_historik", args=[avsnitt.pk]) if finns else "",
    }
    return render(request, "aktiviteter/avsnitt_formular.html", context)


def _flytta(avsnitt):
    plan = avsnitt.plan
    return {
        "upp": reverse("avsnitt_flytta", args=[avsnitt.pk, "upp"]),
        "ner": reverse("avsnitt_flytta", args=[avsnitt.pk, "ner"]),
        "vad": "kapitlet",
        "namn": f"avsnitt-{avsnitt.pk}",
        "ordna": reverse("plan_ordna", args=[plan.namnd.kort, plan.ar]),
        "platser": partial(_platser, avsnitt),
    }


def _platser(avsnitt):
    """Return the chapters that it can stand under, (id, words); "" is none."""
    rader = avsnitt.plan.avsnitt.defer("text").i_lasordning()
    if any(a.overordnat_id == avsnitt.pk for a in rader):
        return []
    under = [a for a in rader if a.niva == 1 and a.pk != avsnitt.pk]
    eget = [("", "sist, som eget kapitel")]
    return eget + [(a.pk, f"sist under {a.nummer} {a.rubrik}") for a in under]


@require_POST
def flytta(request, pk, vart):
    avsnitt = redigerbar(AVSNITT, request.user, pk=pk)
    beratta_om_flytt(request, avsnitt, STEG[vart], avsnitt.rubrik)
    return redirect(avsnitt)


def ta_bort(request, pk):
    avsnitt = redigerbar(AVSNITT, request.user, pk=pk)
    plan = avsnitt.plan
    if request.method == "POST":
        andring = handlingar.ta_bort_avsnitt(avsnitt, av=request.user)
        plan.innehall_andrat()
        beratta(request, f"Borttaget: {avsnitt.rubrik}.", andring)
        return klart(request, plan)
    delar = list(avsnitt.underavsnitt.values_list("rubrik", flat=True))
    med = Q(avsnitt=avsnitt) | Q(avsnitt__overordnat=avsnitt)
    rader = plan.aktiviteter.filter(med).count()
    foljder = [f"Rubriken och texten i {avsnitt.rubrik}"]
    foljder += [f"Delen {rubrik} med sin text" for rubrik in delar]
    if rader:
        foljder.append(f"{antal(rader)} med ansvar, tidplan och uppföljning")
    context = {
        "fraga": GAR_ATT_HAMTA,
        "rubrik": f"Ta bort {avsnitt.rubrik}?",
        "foljder": foljder,
        "smulor": smulor(plan),
        "avbryt": reverse("avsnitt_redigera", args=[pk]),
        "knapp": "Ta bort kapitlet",
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "komponenter/ta_bort.html", context)
