"""The register of received forms, for the diarium: to print and as a file."""

from itertools import islice

from django.http import StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from blanketter.diarium import KOLUMNER, diariet, som_csv
from blanketter.forms.diarium import DiariumForm
from vbeplan.organisation.behorighet import bara_samordnare
from vbeplan.organisation.models import Spar

SKRIVS_UT = 500  # rows on a page; more are for the file


@bara_samordnare
def diarium(request):
    return _sidan(request, DiariumForm(request.GET, user=request.user))


def _sidan(request, form):
    poster = []
    if form.is_valid():
        poster = list(islice(diariet(form.namnden, **form.perioden), SKRIVS_UT + 1))
    context = {
        "rubrik": "Diarieförteckning",
        "form": form,
        "namnd": form.namnden,
        "aktuell_namnd": form.namnden,
        "kolumner": KOLUMNER,
        "poster": poster[:SKRIVS_UT],
        "fler": len(poster) > SKRIVS_UT,
        "mest": SKRIVS_UT,
        "smulor": [("Blanketter", reverse("inkorg"))],
    }
    return render(request, "blanketter/diarium.html", context)


@require_POST
@bara_samordnare
def som_fil(request):
    form = DiariumForm(request.POST, user=request.user)
    if not form.is_valid():
        return _sidan(request, form)
    namnd = form.namnden
    Spar.objects.skriv(
        Spar.Handling.EXPORTERAD,
        f"diarieförteckningen, {form.i_ord()}",
        av=request.user,
        namnd=namnd,
    )
    poster = diariet(namnd, **form.perioden)
    svar = StreamingHttpResponse(
        som_csv(poster), content_type="text/csv; charset=utf-8"
    )
    namn = f"Diarieförteckning {namnd} {form.i_ord()}.csv"
    svar["Content-Disposition"] = content_disposition_header(True, namn)
    svar["Cache-Control"] = "private, no-store"
    return svar
