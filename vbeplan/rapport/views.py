"""The plan as a document, on the screen and as PDF; the routine as a sheet of paper."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from aktiviteter.models import Handlingsplan
from aktiviteter.views.svar import bifoga
from blanketter.views.oro import anslagets_varden
from vbeplan.organisation.behorighet import lasbar
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.innehall import rapportens_innehall
from vbeplan.rapport.utskrift import skapa_anslag, skapa_pdf
from vbeplan.tema.farg import stilmall

PLANER = Handlingsplan.objects.select_related("namnd__logotyp")


def forhandsvisning(request, namnd, ar):
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    context = {
        "innehall": rapportens_innehall(plan),
        "plan": plan,
        "forhandsvisning": True,
    }
    return render(request, "rapport/forhandsvisning.html", context)


def farger(request, namnd, ar):
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    return HttpResponse(stilmall(plan.namnd.farg), content_type="text/css")


def som_pdf(request, namnd, ar):
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    try:
        pdf = skapa_pdf(rapportens_innehall(plan))
    except PdfFel as fel:
        messages.error(request, str(fel))
        return redirect(plan)
    svar = HttpResponse(pdf, content_type="application/pdf")
    return bifoga(svar, f"{plan}.pdf", visa="visa" in request.GET)


@require_safe
def anslag(request, namnd):
    """The routine for the staff room; open to whoever comes, like its page."""
    varden = anslagets_varden(request, namnd)
    try:
        pdf = skapa_anslag(varden)
    except PdfFel:
        varden["utan_pdf"] = True
        return render(request, "blanketter/rutin_utskrift.html", varden, status=503)
    svar = HttpResponse(pdf, content_type="application/pdf")
    return bifoga(svar, f"Rutin vid oro, {varden['namnd']}.pdf")
