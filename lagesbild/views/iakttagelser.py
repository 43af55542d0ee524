"""The register of findings: what the sources show and what the board thinks of it."""

from django.contrib import messages
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from lagesbild.forms.iakttagelse import ForraForm, IakttagelseForm, oppna_sedan_forra
from lagesbild.handlingar.ordna import STEG, flytta
from lagesbild.handlingar.ta_med_iakttagelser import ta_med_iakttagelser
from lagesbild.iakttagelser import iakttagelser as las_iakttagelser
from lagesbild.models import Iakttagelse
from lagesbild.prosavarning import varningar
from lagesbild.views.sida import bildram, redigerbar_bild, under
from vbeplan.organisation.behorighet import redigerbar

BESLUTAD = (
    "En beslutad plan svarar mot iakttagelsen, så den står kvar. Det som inte gäller "
    "längre skriver ni i nästa lägesbild."
)
IAKTTAGELSER = Iakttagelse.objects.select_related("lagesbild__namnd")


@require_safe
def iakttagelser(request, namnd, ar):
    bild = redigerbar_bild(request, namnd, ar)
    rader = las_iakttagelser(bild)
    context = bildram(bild, "Iakttagelser") | {
        "iakttagelser": rader,
        "har_behov": any(rad.behov == Iakttagelse.Behov.JA for rad in rader),
        "obedomda": sum(not rad.behov for rad in rader),
        "forra": oppna_sedan_forra(bild).count(),
    }
    return render(request, "lagesbild/iakttagelser.html", context)


def ny(request, namnd, ar):
    bild = redigerbar_bild(request, namnd, ar)
    return _formular(request, Iakttagelse(lagesbild=bild), "Ny iakttagelse")


def redigera(request, pk):
    rad = redigerbar(IAKTTAGELSER, request.user, pk=pk)
    return _formular(request, rad, rad.rubrik)


def _formular(request, rad, rubrik):
    bild = rad.lagesbild
    form = IakttagelseForm(request.POST or None, instance=rad)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {str(form.instance).rstrip('.')}.")
        for mening in varningar(bild, form.i_ord()):
            messages.warning(request, mening)
        return redirect("iakttagelser", bild.namnd.kort, bild.ar)
    context = _ram(bild, rubrik) | {
        "form": form,
        "avbryt": under(bild, "iakttagelser"),
        "ta_bort": reverse("iakttagelse_ta_bort", args=[rad.pk]) if rad.pk else "",
        "ta_bort_text": "Ta bort iakttagelsen",
        "forra": rad.tidigare,
    }
    return render(request, "lagesbild/iakttagelse_formular.html", context)


def _ram(bild, rubrik):
    return bildram(bild, rubrik, ("Iakttagelser", under(bild, "iakttagelser")))


@require_POST
def ordna(request, pk):
    rad = redigerbar(IAKTTAGELSER, request.user, pk=pk)
    bild, steg = rad.lagesbild, STEG.get(request.POST.get("gor"), 0)
    if steg and flytta(rad, bild.iakttagelser.all(), steg):
        messages.success(request, f"Flyttad: {rad}.")
    else:
        messages.info(request, f"Står redan ytterst: {rad}.")
    return redirect("iakttagelser", bild.namnd.kort, bild.ar)


def ta_bort(request, pk):
    rad = redigerbar(IAKTTAGELSER, request.user, pk=pk)
    bild = rad.lagesbild
    if request.method == "POST":
        try:
            rad.ta_bort(av=request.user)
        except IntegrityError:  # a lock on what has been decided
            messages.error(request, BESLUTAD)
            return redirect(rad)
        messages.success(request, f"Borttagen: {rad}.")
        return redirect("iakttagelser", bild.namnd.kort, bild.ar)
    context = _ram(bild, "Ta bort iakttagelsen?") | {
        "foljder": [
            rad.rubrik,
            "Ställningstagandet",
            "Kopplingen till aktiviteter i planen. Aktiviteterna står kvar.",
        ],
        "avbryt": rad.get_absolute_url(),
        "knapp": "Ta bort iakttagelsen",
    }
    return render(request, "komponenter/ta_bort.html", context)


def fran_forra(request, namnd, ar):
    bild = redigerbar_bild(request, namnd, ar)
    form = ForraForm(request.POST or None, lagesbild=bild)
    if form.is_valid():
        valda = form.cleaned_data["iakttagelser"]
        antal = ta_med_iakttagelser(bild, valda, av=request.user)
        if antal == 1:
            hur = "En iakttagelse är med. Ta ställning till den på nytt."
        else:
            hur = f"{antal} iakttagelser är med. Ta ställning till dem på nytt."
        messages.success(request, hur)
        return redirect("iakttagelser", namnd, ar)
    if not form.fields["iakttagelser"].queryset.exists():
        messages.info(request, "Alla iakttagelser från förra lägesbilden är med.")
        return redirect("iakttagelser", namnd, ar)
    context = _ram(bild, "Ta med iakttagelser från förra lägesbilden") | {
        "form": form,
        "ingress": "Orden följer med. Behovet bedömer du på nytt, av årets källor.",
        "spara": "Ta med dem",
        "avbryt": under(bild, "iakttagelser"),
    }
    return render(request, "komponenter/formularsida.html", context)
