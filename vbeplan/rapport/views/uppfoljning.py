"""The report of an occasion of follow-up as PDF."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from aktiviteter.uppfoljning.rapport import tillfallets_rapport
from aktiviteter.views.svar import bifoga
from aktiviteter.views.uppfoljning import TILLFALLEN
from vbeplan.organisation.behorighet import lasbar
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.uppfoljning import skapa_pdf


@require_safe
def som_pdf(request, pk):
    """Give the report to whoever may read the occasion."""
    ett = lasbar(TILLFALLEN, request.user, pk=pk)
    try:
        pdf = skapa_pdf(tillfallets_rapport(ett))
    except PdfFel as fel:
        messages.error(request, str(fel))
        return redirect("tillfalle_rapport", pk)
    svar = HttpResponse(pdf, content_type="application/pdf")
    return bifoga(svar, f"{ett}, {ett.plan.namnd}.pdf", visa="visa" in request.GET)
