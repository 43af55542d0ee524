"""The result of one enkät: the page, the files, and the words that were written."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from blanketter.gallring.rensning import rensa
from lagesbild.enkatresultat.andras import andras_bredvid
from lagesbild.enkatresultat.bild import resultat
from lagesbild.enkatresultat.diagram import fragebilder, gemensam_jamforelse
from lagesbild.enkatresultat.export import som_csv, som_json, som_xlsx
from lagesbild.enkatresultat.forra import aret_fore
from lagesbild.enkatresultat.texter import Enkattexter
from lagesbild.forms.enkattext import EnkattextForm
from lagesbild.handlingar.stang_enkat import stang_forfallna
from lagesbild.models import Enkat
from lagesbild.views.egna_fragor import enkaten, smulor
from lagesbild.views.sida import redigerbar_bild
from vbeplan.organisation.behorighet import krav_ratt
from vbeplan.organisation.models import Ratt, Spar

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMAT = {
    "csv": (som_csv, "text/csv; charset=utf-8"),
    "xlsx": (som_xlsx, XLSX),
    "json": (som_json, "application/json"),
}


def _stangd(request, pk):
    """Return the enkät that she may change, closed if its last day has passed."""
    stang_forfallna(Enkat.objects.for_user(request.user).filter(pk=pk))
    return enkaten(request, pk)


@require_safe
def bildens(request, namnd, ar):
    """Lead from a picture to the result of its enkät, or to the list of several."""
    bild = redigerbar_bild(request, namnd, ar)
    enkater = bild.enkater.filter(status=Enkat.Status.STANGD)
    if enkater.count() == 1:
        return redirect("enkat_resultat", enkater.get().pk)
    return redirect("enkater")


@require_safe
def visa(request, pk):
    enkat = _stangd(request, pk)
    bild = resultat(enkat, aret_fore(enkat))
    context = {
        "rubrik": "Enkätens resultat",
        "enkat": enkat,
        "aktuell_namnd": enkat.namnd,
        "resultat": bild,
        "fragor": fragebilder(bild),
        "jamforelse": gemensam_jamforelse(bild),
        "andras": andras_bredvid(enkat, bild),
        "smulor": smulor(enkat),
    }
    return render(request, "lagesbild/enkat_resultat.html", context)


@require_safe
def som_fil(request, pk, form):
    enkat = _stangd(request, pk)
    bild = resultat(enkat, aret_fore(enkat))
    if not bild.fragor or form not in FORMAT:
        raise Http404
    skriv, typ = FORMAT[form]
    svar = HttpResponse(skriv(str(enkat.namnd), bild), content_type=typ)
    namn = f"{enkat} {bild.ar}, {enkat.namnd}.{form}"
    svar["Content-Disposition"] = content_disposition_header(True, namn)
    svar["Cache-Control"] = "private, no-store"
    enkat.spar(Spar.Handling.EXPORTERAD, f"resultatet av {enkat}", request.user)
    return svar


def _med_texter(request, pk):
    """Return the closed enkät that she may change; else 404."""
    enkat = _stangd(request, pk)
    if enkat.status != Enkat.Status.STANGD:
        raise Http404
    return enkat


@require_safe
def texter(request, pk):
    """Show what was written, in an order that is another each time."""
    enkat = _med_texter(request, pk)
    context = {
        "rubrik": "Svar med egna ord",
        "enkat": enkat,
        "aktuell_namnd": enkat.namnd,
        "fragor": Enkattexter(enkat).per_fraga(),
        "far_ta_bort": request.user.har_ratt(Ratt.BORTREDIGERA, namnd=enkat.namnd),
        "smulor": _resultatets(enkat),
    }
    enkat.spar(Spar.Handling.LAST, f"svar med egna ord i {enkat}", request.user)
    return render(request, "lagesbild/enkat_texter.html", context)


def text(request, pk, nyckel):
    """Take words out of one answer, or all of it, for good.

    With the same right as for a form. To hide them reversibly is not needed: nobody but
    the board's coordinators reads an answer, and none is given out.
    """
    enkat = _med_texter(request, pk)
    krav_ratt(request.user, enkat.namnd, Ratt.BORTREDIGERA)
    texten = Enkattexter(enkat).en(nyckel)
    if texten is None:
        raise Http404
    form = EnkattextForm(request.POST or None, text=texten.text)
    if form.is_valid():
        if Enkattexter(enkat).byt(texten, form.nytt(), av=request.user):
            messages.success(request, form.klart)
            # The old words lie in the database's files until those are cleared
            transaction.on_commit(lambda: rensa(timezone.localdate()), robust=True)
        else:
            messages.warning(request, "Någon annan ändrade svaret under tiden.")
        return redirect("enkat_texter", pk)
    context = {
        "form": form,
        "texten": texten,
        "rubrik": "Ta bort ord ur svaret",
        "ingress": "Det som tas bort går inte att hämta tillbaka.",
        "smulor": [
            *_resultatets(enkat),
            ("Svar med egna ord", reverse("enkat_texter", args=[pk])),
        ],
        "avbryt": reverse("enkat_texter", args=[pk]),
        "aktuell_namnd": enkat.namnd,
        "spara": "Ta bort för gott",
    }
    return render(request, "lagesbild/enkat_text.html", context)


def _resultatets(enkat):
    return smulor(enkat, ("Resultat", reverse("enkat_resultat", args=[enkat.pk])))
