"""The city's set of sources, which every new picture begins with."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lagesbild.forms.kalla import StandardkallaForm
from lagesbild.handlingar.ge_kallor import stadens_kallor
from lagesbild.handlingar.ordna import STEG, flytta
from lagesbild.models import Standardkalla
from vbeplan.organisation.behorighet import bara_central, redigerbar

STANDARDKALLOR = Standardkalla.objects.all()


@bara_central
def alla(request):
    stadens_kallor()  # lays the standard set on the first visit
    context = {
        "rubrik": "Stadens källor",
        "ingress": "Varje ny lägesbild börjar med de här. De som redan är påbörjade "
        "ändras inte.",
        "kallor": Standardkalla.objects.all(),
        "ny": reverse("standardkalla_ny"),
        "ny_text": "Ny källa",
        "smulor": _smulor()[:1],
    }
    return render(request, "lagesbild/standardkallor.html", context)


@bara_central
def ny(request):
    return _formular(request, Standardkalla(), "Ny källa i staden")


@bara_central
def redigera(request, pk):
    rad = redigerbar(STANDARDKALLOR, request.user, pk=pk)
    return _formular(request, rad, f"Stadens källa: {rad.namn}")


def _formular(request, rad, rubrik):
    form = StandardkallaForm(request.POST or None, instance=rad)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {form.instance}.")
        return redirect("standardkallor")
    context = {
        "form": form,
        "rubrik": rubrik,
        "smulor": _smulor(),
        "avbryt": reverse("standardkallor"),
    }
    return render(request, "blanketter/raknat_formular.html", context)


@require_POST
@bara_central
def ordna(request, pk):
    rad = redigerbar(STANDARDKALLOR, request.user, pk=pk)
    steg = STEG.get(request.POST.get("gor"), 0)
    if steg and flytta(rad, Standardkalla.objects.all(), steg):
        messages.success(request, f"Flyttad: {rad}.")
    return redirect("standardkallor")


def _smulor():
    return [
        ("Lägesbilder", reverse("lagesbilder_alla")),
        ("Stadens källor", reverse("standardkallor")),
    ]
