"""A board's own questions in its enkät, until it opens; and the whole as it will be."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lagesbild.enkatfragor.lista import fragor_for, stalls_till
from lagesbild.forms.enkatfraga import HUR_SVARAR_MAN, EnkatfragaForm
from lagesbild.handlingar.enkatfragor import FLEST, EgnaFragor, Stangd
from lagesbild.models import Enkat
from lagesbild.views.enkatfragor import krav_fraga, krav_slag, som_enkat
from vbeplan.organisation.behorighet import redigerbar

ENKATER = Enkat.objects.select_related("lagesbild__namnd", "version")
OPPNAD = (
    "Enkäten har öppnat, och då ändras inte frågorna: alla ska svara på samma sak. "
    "Frågan kan ställas i nästa enkät."
)
NOG = f"Enkäten har redan {FLEST} frågor, och fler orkar ingen svara på."


def enkaten(request, pk):
    """Return the enkät that she may change; else 404."""
    return redigerbar(ENKATER, request.user, pk=pk)


def smulor(enkat, *vag):
    bild = enkat.lagesbild
    return [
        (f"Lägesbild {bild.ar}", bild.get_absolute_url()),
        (enkat.namn, enkat.get_absolute_url()),
        *vag,
    ]


def _fragornas(enkat):
    return smulor(enkat, ("Frågorna", reverse("enkat_fragor", args=[enkat.pk])))


def fragor(request, pk):
    enkat = enkaten(request, pk)
    lager = EgnaFragor(enkat)
    stadens = [f for f in enkat.version.fragor if stalls_till(f, enkat.grupper)]
    context = {
        "rubrik": "Enkätens frågor",
        "enkat": enkat,
        "aktuell_namnd": enkat.lagesbild.namnd,
        "stadens": stadens if enkat.ar_utkast else fragor_for(enkat),
        "egna": enkat.egna_fragor if enkat.ar_utkast else [],
        "utgangna": lager.utgangna() if enkat.ar_utkast else [],
        "slagen": HUR_SVARAR_MAN,
        "smulor": smulor(enkat),
    }
    return render(request, "lagesbild/enkat_fragor.html", context)


def forhandsvisning(request, pk):
    enkat = enkaten(request, pk)
    ingress = "Så här ser den som svarar enkäten. Härifrån skickas inget."
    fragor = fragor_for(enkat)
    return som_enkat(request, fragor, str(enkat), ingress, _fragornas(enkat))


def ny(request, pk, slag):
    enkat = enkaten(request, pk)
    krav_slag(slag)
    lager = EgnaFragor(enkat)
    return _fragan(request, enkat, {"lager": lager, "slag": slag}, "Ny egen fråga")


def fraga(request, pk, kod):
    enkat = enkaten(request, pk)
    lager = EgnaFragor(enkat)
    rubrik = krav_fraga(lager, kod)["fraga"]
    bort = reverse("enkat_egen_bort", args=[pk, kod])
    return _fragan(request, enkat, {"lager": lager, "kod": kod}, rubrik, bort)


def _fragan(request, enkat, vilken, rubrik, ta_bort=""):
    if hinder := _hinder(enkat, vilken) if request.method != "POST" else "":
        messages.error(request, hinder)
        return redirect("enkat_fragor", enkat.pk)
    form = EnkatfragaForm(request.POST or None, **vilken)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, "Frågan är sparad i enkäten.")
        return redirect("enkat_fragor", enkat.pk)
    context = {
        "form": form,
        "rader": form.rader,
        "rubrik": rubrik,
        "ingress": "Frågan ställs bara i er enkät. Skriv den så att den inte handlar "
        "om enskilda personer.",
        "smulor": _fragornas(enkat),
        "avbryt": reverse("enkat_fragor", args=[enkat.pk]),
        "aktuell_namnd": enkat.lagesbild.namnd,
        "ta_bort": ta_bort,
        "ta_bort_text": "Ta bort frågan",
    }
    return render(request, "lagesbild/enkatfraga_formular.html", context)


def _hinder(enkat, vilken):
    if not enkat.ar_utkast:
        return OPPNAD
    ny = "kod" not in vilken
    return NOG if ny and len(fragor_for(enkat)) >= FLEST else ""


def ta_bort(request, pk, kod):
    enkat = enkaten(request, pk)
    lager = EgnaFragor(enkat)
    fragan = krav_fraga(lager, kod)
    if request.method == "POST":
        return _gor(request, enkat, lager.ta_bort, kod, "Frågan är borttagen.")
    context = {
        "rubrik": f"Ta bort ”{fragan['fraga']}”?",
        "foljder": ["Frågan i den här enkäten"],
        "smulor": _fragornas(enkat),
        "avbryt": reverse("enkat_egen", args=[pk, kod]),
        "knapp": "Ta bort frågan",
        "aktuell_namnd": enkat.lagesbild.namnd,
    }
    return render(request, "komponenter/ta_bort.html", context)


@require_POST
def ta_tillbaka(request, pk, kod):
    """Ask again what the board asked another year."""
    enkat = enkaten(request, pk)
    lager = EgnaFragor(enkat)
    if kod not in lager.tidigare():
        raise Http404
    return _gor(request, enkat, lager.ta_tillbaka, kod, "Frågan är med i enkäten igen.")


def _gor(request, enkat, gor, kod, klart):
    try:
        gor(kod, av=request.user)
    except Stangd:
        messages.error(request, OPPNAD)
    else:
        messages.success(request, klart)
    return redirect("enkat_fragor", enkat.pk)
