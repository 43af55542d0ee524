"""The figures of a picture, and the city's: tables to read and as files."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from lagesbild.forms.siffror import SiffrorForm, StadsarForm
from lagesbild.models import Frysning, Lagesbild
from lagesbild.sammanstallning import fryst_underlag, visat_underlag
from lagesbild.sammanstallning.export import som_csv, som_json, som_xlsx
from lagesbild.sammanstallning.ord import sammanfatta
from lagesbild.sammanstallning.staden import stadens_tabell
from vbeplan.organisation.behorighet import bara_central, lasbar

BILDER = Lagesbild.objects.select_related("namnd")
FRYSNINGAR = Frysning.objects.select_related("lagesbild__namnd")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMAT = {
    "csv": (som_csv, "text/csv; charset=utf-8"),
    "xlsx": (som_xlsx, XLSX),
    "json": (som_json, "application/json"),
}


@require_safe
def siffror(request, namnd, ar):
    bild, underlag = _visat(request.user, namnd, ar)
    form = SiffrorForm(request.GET, underlag=underlag)
    urval = form.urval()
    context = {
        "rubrik": "Siffror",
        "bild": bild,
        "aktuell_namnd": bild.namnd,
        "form": form,
        "valda": form.valda(),
        "underlag": urval,
        "grans": settings.SMATALSGRANS,
        "serier": [(serie, sammanfatta(urval, serie)) for serie in urval.serier],
        "fraga_i_adressen": form.adress(),
        "smulor": [(str(bild), reverse("lagesbild", args=[namnd, ar]))],
    }
    return render(request, "lagesbild/siffror.html", context)


@require_safe
def som_fil(request, namnd, ar, form):
    bild, underlag = _visat(request.user, namnd, ar)
    urval = SiffrorForm(request.GET, underlag=underlag).urval()
    skriv, typ = FORMAT[form]
    svar = HttpResponse(skriv(urval), content_type=typ)
    namn = f"Siffror {bild.namnd} {bild.ar}.{form}"
    svar["Content-Disposition"] = content_disposition_header(form != "json", namn)
    svar["Cache-Control"] = "private, no-store"
    return svar


def _visat(user, namnd, ar):
    """Return a picture and its figures; to readers as they were last published."""
    if bild := BILDER.for_user(user).filter(namnd__kort=namnd, ar=ar).first():
        return bild, visat_underlag(bild)
    sokt = {"lagesbild__namnd__kort": namnd, "lagesbild__ar": ar}
    frysning = lasbar(FRYSNINGAR.senaste(), user, **sokt)
    return frysning.lagesbild, fryst_underlag(frysning)


@require_safe
@bara_central
def staden(request):
    form = StadsarForm(request.GET, user=request.user)
    context = {
        "rubrik": "Lägesbilder i staden",
        "form": form,
        "tabell": stadens_tabell(request.user, form.aret) if form.aret else None,
        "smulor": [("Lägesbilder", reverse("lagesbilder_alla"))],
    }
    return render(request, "lagesbild/staden.html", context)
