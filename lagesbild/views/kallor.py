"""The register of sources: what was asked, what came, what is missing."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lagesbild.forms.kalla import KallaForm
from lagesbild.handlingar.ge_kallor import ge_kallor
from lagesbild.handlingar.ordna import STEG, flytta
from lagesbild.kallage import folj
from lagesbild.kalltabell import rader_och_brister
from lagesbild.models import Kalla
from lagesbild.views.sida import bildram, redigerbar_bild, under
from vbeplan.organisation.behorighet import redigerbar

KALLOR = Kalla.objects.select_related("lagesbild__namnd")


@require_safe
def kallor(request, namnd, ar):
    bild = redigerbar_bild(request, namnd, ar)
    idag = timezone.localdate()
    alla = list(bild.kallor.all())
    lagen = folj(bild, alla)
    rader, brister = rader_och_brister(bild, alla, lagen)
    context = bildram(bild, "Källor") | {
        "rader": list(zip(alla, rader, strict=True)),
        "brister": brister,
        "sena": [k for k in alla if _vantar(lagen[k.pk]) and k.ar_forsenad(idag)],
        "ej_begarda": [
            k
            for k in alla
            if not k.ar_egen and lagen[k.pk].status == Kalla.Status.EJ_BEGARD
        ],
        "paminns": [k for k in bild.kallor.att_paminna(idag) if _vantar(lagen[k.pk])],
    }
    return render(request, "lagesbild/kallor.html", context)


def _vantar(lage):
    return lage.status == Kalla.Status.BEGARD


@require_POST
def hamta(request, namnd, ar):
    """Give the picture the city's sources and last year's own that it lacks."""
    bild = redigerbar_bild(request, namnd, ar)
    if nya := ge_kallor(bild):
        hur = "En källa" if len(nya) == 1 else f"{len(nya)} källor"
        messages.success(request, f"{hur} är tillagda.")
    else:
        messages.info(request, "Alla stadens källor finns redan här.")
    return redirect("kallor", namnd, ar)


def ny(request, namnd, ar):
    bild = redigerbar_bild(request, namnd, ar)
    return _formular(request, Kalla(lagesbild=bild), "Ny källa")


def redigera(request, pk):
    kalla = redigerbar(KALLOR, request.user, pk=pk)
    return _formular(request, kalla, f"Ändra {kalla}")


def _formular(request, kalla, rubrik):
    bild = kalla.lagesbild
    form = KallaForm(request.POST or None, instance=kalla)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {form.instance}.")
        return redirect(kalla)
    hem = kalla.get_absolute_url() if kalla.pk else under(bild, "kallor")
    context = bildram(bild, rubrik, ("Källor", under(bild, "kallor"))) | {
        "form": form,
        "ingress": "Vem som tillfrågas, brevet som begär underlaget och vad källan "
        "inte visar.",
        "avbryt": hem,
    }
    return render(request, "blanketter/raknat_formular.html", context)


@require_POST
def ordna(request, pk):
    kalla = redigerbar(KALLOR, request.user, pk=pk)
    steg = STEG.get(request.POST.get("gor"), 0)
    if steg and flytta(kalla, kalla.lagesbild.kallor.all(), steg):
        messages.success(request, f"Flyttad: {kalla}.")
    else:
        messages.info(request, f"Står redan ytterst: {kalla}.")
    bild = kalla.lagesbild
    return redirect("kallor", bild.namnd.kort, bild.ar)


def ta_bort(request, pk):
    kalla = redigerbar(KALLOR, request.user, pk=pk)
    bild = kalla.lagesbild
    hem = under(bild, "kallor")
    if not kalla.gar_att_ta_bort:
        messages.info(request, _HAR_IAKTTAGELSER.format(kalla))
        return redirect(kalla)
    if request.method == "POST":
        if kalla.ta_bort(av=request.user):
            messages.success(request, f"Borttagen: {kalla}.")
        else:
            messages.info(request, _HAR_IAKTTAGELSER.format(kalla))
        return redirect(hem)
    foljder = ["När den begärdes, vad som kom och anteckningen"]
    if antal := kalla.filer.count():
        foljder.append("En fil" if antal == 1 else f"{antal} filer")
    context = bildram(bild, f"Ta bort {kalla}?", ("Källor", hem)) | {
        "foljder": foljder,
        "avbryt": kalla.get_absolute_url(),
        "knapp": "Ta bort källan",
    }
    return render(request, "komponenter/ta_bort.html", context)


_HAR_IAKTTAGELSER = (
    "{} går inte att ta bort: en iakttagelse bygger på källan. Ta bort källan ur "
    "iakttagelsen först."
)
