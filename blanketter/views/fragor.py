"""The form's questions, for the city's coordinator: versions, and the next one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format

from blanketter.forms.blankett import BlankettForm
from blanketter.forms.fragor import FaststallForm, FragaForm
from blanketter.fragor.skillnad import ALLA, skillnader
from blanketter.handlingar.fragor import BLANKETTENS
from blanketter.models import Frageversion, Fragutkast
from vbeplan.organisation.behorighet import bara_central
from vbeplan.organisation.models import Namnd

RUBRIK = "Blankettens frågor"


def smulor():
    return [(RUBRIK, reverse("fragor"))]


@bara_central
def fragor(request):
    galler, nast = Frageversion.objects.gallande(), BLANKETTENS.nasta()
    context = {
        "rubrik": RUBRIK,
        "galler": galler,
        "senaste": BLANKETTENS.senaste(),
        "versioner": Frageversion.objects.select_related("faststalld_av"),
        "fragor": [(namn, nast[namn]) for namn in ALLA],
        "utkast": Fragutkast.objects.select_related("andrad_av").first(),
        "skillnader": skillnader(BLANKETTENS.senaste().fragor, nast),
    }
    return render(request, "blanketter/fragor.html", context)


@bara_central
def fraga(request, fraga):
    if fraga not in ALLA:
        raise Http404
    form = FragaForm(request.POST or None, namn=fraga)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, "Sparat i utkastet. Blanketten är inte ändrad än.")
        return redirect("fragor")
    context = {
        "form": form,
        "rader": form.rader,
        "rubrik": form.nu["fraga"],
        "ingress": "Ändringen hamnar i nästa version. Det som redan är ifyllt behåller "
        "de ord som det hade.",
        "smulor": smulor(),
        "avbryt": reverse("fragor"),
        "spara": "Spara i utkastet",
    }
    return render(request, "blanketter/fraga_formular.html", context)


@bara_central
def version(request, nummer):
    rad = get_object_or_404(Frageversion, nummer=nummer)
    dag = date_format(rad.galler_fran, "j F Y")
    ingress = f"Gäller från den {dag}. En version ändras aldrig."
    return _som_blankett(request, rad, f"Version {nummer}", ingress)


@bara_central
def forhandsvisning(request):
    nasta = Frageversion(
        nummer=BLANKETTENS.senaste().nummer + 1, fragor=BLANKETTENS.nasta()
    )
    ingress = "Så här blir blanketten. Härifrån skickas inget."
    return _som_blankett(request, nasta, "Nästa version", ingress)


def _som_blankett(request, rad, rubrik, ingress):
    """Show a version as the form that is filled in, of one board as an example."""
    namnd = Namnd.objects.i_ordning().first() or Namnd()
    context = {
        "rubrik": rubrik,
        "ingress": ingress,
        "namnd": namnd,
        "form": BlankettForm(namnd=namnd, version=rad) if namnd.pk else None,
        "smulor": smulor(),
    }
    return render(request, "blanketter/frageversion.html", context)


@bara_central
def faststall_version(request):
    andrat = skillnader(BLANKETTENS.senaste().fragor, BLANKETTENS.nasta())
    return faststallande(request, BLANKETTENS, andrat, "fragor", smulor())


@bara_central
def kasta(request):
    return kastande(request, BLANKETTENS, "fragor", smulor())


def faststallande(request, versioner, andrat, dit, smulor, av="blanketten"):
    """Settle a draft of `versioner`: what changes (`andrat`), and from which day.

    `dit` is the name of the page that it is about.
    """
    nast, forra = versioner.nasta(), versioner.senaste()
    if nast == forra.fragor:
        messages.info(request, "Inget är ändrat, så det finns inget att fastställa.")
        return redirect(dit)
    form = FaststallForm(request.POST or None, fragor=nast, senaste=forra)
    if form.is_valid():
        data = form.cleaned_data
        ny = versioner.faststall(data["galler_fran"], data["sedd"], av=request.user)
        if ny:
            dag = date_format(ny.galler_fran, "j F Y")
            messages.success(request, f"{ny} gäller från den {dag}.")
        else:
            messages.warning(
                request,
                "Någon annan ändrade eller fastställde utkastet under tiden. Läs "
                "igenom det som står nu.",
            )
        return redirect(dit)
    context = {
        "form": form,
        "skillnader": andrat,
        "rubrik": f"Fastställ version {forra.nummer + 1} av {av}?",
        "smulor": smulor,
        "avbryt": reverse(dit),
        "spara": "Fastställ",
    }
    return render(request, "blanketter/fragor_faststall.html", context)


def kastande(request, versioner, dit, smulor, av="blanketten"):
    """Throw a draft of `versioner` away, when that is what she wants."""
    if request.method == "POST":
        versioner.kasta(av=request.user)
        messages.success(request, "Utkastet är kastat.")
        return redirect(dit)
    context = {
        "rubrik": f"Kasta utkastet till {av}?",
        "foljder": ["Det som är ändrat sedan den senaste versionen"],
        "smulor": smulor,
        "avbryt": reverse(dit),
        "knapp": "Kasta utkastet",
    }
    return render(request, "komponenter/ta_bort.html", context)
