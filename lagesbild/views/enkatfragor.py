"""The enkät's questions, for the city's coordinator: versions, and the next one."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.views.decorators.http import require_POST

from blanketter.views.fragor import faststallande, kastande
from lagesbild.enkatfragor.koder import SLAG
from lagesbild.enkatfragor.skillnad import ny_ordning, skillnader
from lagesbild.forms.enkatfraga import HUR_SVARAR_MAN, EnkatfragaForm
from lagesbild.forms.enkatsvar import EnkatsvarForm
from lagesbild.handlingar.enkatfragor import STADENS
from lagesbild.models import Enkatutkast, Enkatversion, Grupp
from vbeplan.organisation.behorighet import bara_central

RUBRIK = "Enkätens frågor"
ANDRAS_SEN = (
    "Ändringen hamnar i nästa version. Enkäter som redan har öppnat behåller de frågor "
    "som de har."
)


def smulor():
    return [(RUBRIK, reverse("enkatfragor"))]


@bara_central
def fragor(request):
    forra, nast = STADENS.senaste(), STADENS.nasta()
    context = {
        "rubrik": RUBRIK,
        "galler": Enkatversion.objects.gallande(),
        "senaste": forra,
        "versioner": Enkatversion.objects.select_related("faststalld_av"),
        "fragor": nast,
        "slagen": HUR_SVARAR_MAN,
        "utgangna": STADENS.utgangna(),
        "utkast": Enkatutkast.objects.select_related("andrad_av").first(),
        "skillnader": skillnader(forra.fragor, nast),
        "ny_ordning": ny_ordning(forra.fragor, nast),
    }
    return render(request, "lagesbild/enkatfragor.html", context)


@bara_central
def ny(request, slag):
    krav_slag(slag)
    form = EnkatfragaForm(request.POST or None, lager=STADENS, slag=slag)
    return _fragan(request, form, f"Ny fråga: {SLAG[slag].lower()}")


@bara_central
def fraga(request, kod):
    krav_fraga(STADENS, kod)
    form = EnkatfragaForm(request.POST or None, lager=STADENS, kod=kod)
    return _fragan(
        request, form, form.nu["fraga"], reverse("enkatfraga_bort", args=[kod])
    )


def _fragan(request, form, rubrik, ta_bort=""):
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, "Sparat i utkastet. Enkäten är inte ändrad än.")
        return redirect("enkatfragor")
    context = {
        "form": form,
        "rader": form.rader,
        "rubrik": rubrik,
        "ingress": ANDRAS_SEN,
        "smulor": smulor(),
        "avbryt": reverse("enkatfragor"),
        "spara": "Spara i utkastet",
        "ta_bort": ta_bort,
        "ta_bort_text": "Låt frågan utgå",
    }
    return render(request, "lagesbild/enkatfraga_formular.html", context)


@bara_central
def ta_bort(request, kod):
    fragan = krav_fraga(STADENS, kod)
    if request.method == "POST":
        STADENS.ta_bort(kod, av=request.user)
        messages.success(request, "Frågan är inte med i nästa version.")
        return redirect("enkatfragor")
    context = {
        "rubrik": f"Ska ”{fragan['fraga']}” utgå?",
        "fraga": "Det som redan är svarat finns kvar. I nästa version försvinner:",
        "foljder": ["Frågan, och jämförelsen med tidigare år"],
        "smulor": smulor(),
        "avbryt": reverse("enkatfraga", args=[kod]),
        "knapp": "Låt frågan utgå",
    }
    return render(request, "komponenter/ta_bort.html", context)


@require_POST
@bara_central
def ta_tillbaka(request, kod):
    if kod not in STADENS.tidigare():
        raise Http404
    STADENS.ta_tillbaka(kod, av=request.user)
    messages.success(request, "Frågan är med i utkastet igen, sist.")
    return redirect("enkatfragor")


@bara_central
def version(request, nummer):
    rad = get_object_or_404(Enkatversion, nummer=nummer)
    dag = date_format(rad.galler_fran, "j F Y")
    ingress = f"Gäller från den {dag}. En version ändras aldrig."
    return som_enkat(
        request, rad.fragor, f"Enkätens version {nummer}", ingress, smulor()
    )


@bara_central
def forhandsvisning(request):
    ingress = "Så här blir enkäten. Härifrån skickas inget."
    return som_enkat(
        request, STADENS.nasta(), "Enkätens nästa version", ingress, smulor()
    )


@bara_central
def faststall(request):
    andrat = skillnader(STADENS.senaste().fragor, STADENS.nasta())
    return faststallande(
        request, STADENS, andrat, "enkatfragor", smulor(), av="enkäten"
    )


@bara_central
def kasta(request):
    return kastande(request, STADENS, "enkatfragor", smulor(), av="enkäten")


def krav_slag(slag):
    if slag not in SLAG:
        raise Http404


def krav_fraga(lager, kod):
    """Return the question that `lager` keeps by the code, else 404."""
    if fragan := lager.fraga(kod):
        return fragan
    raise Http404


def som_enkat(request, fragor, rubrik, ingress, smulor):
    """Show questions as they are answered; ?grupp= shows what one group is asked."""
    grupp = request.GET.get("grupp", "")
    valda = fragor
    if grupp in Grupp.values:
        valda = [f for f in fragor if not f["grupper"] or grupp in f["grupper"]]
    context = {
        "rubrik": rubrik,
        "ingress": ingress,
        "form": EnkatsvarForm(valda),
        "grupper": Grupp.choices,
        "grupp": grupp,
        "smulor": smulor,
    }
    return render(request, "lagesbild/enkatforhandsvisning.html", context)
