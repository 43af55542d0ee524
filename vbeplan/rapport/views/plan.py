"""The plan as a document, on the screen and as PDF."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from aktiviteter.models import Handlingsplan
from aktiviteter.views.svar import bifoga
from vbeplan.organisation.behorighet import lasbar
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.innehall import rapportens_innehall
from vbeplan.rapport.planens_pdf import planens_pdf
from vbeplan.tema.farg import stilmall

PLANER = Handlingsplan.objects.select_related("namnd__logotyp")


def forhandsvisning(request, namnd, ar):
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    med_utkast = plan.visar_utkast_for(request.user)
    context = {
        "innehall": rapportens_innehall(
            plan, med_utkast=med_utkast, med_bilagor=med_utkast
        ),
        "plan": plan,
        "forhandsvisning": True,
    }
    return render(request, "rapport/forhandsvisning.html", context)


def farger(request, namnd, ar):
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    return HttpResponse(stilmall(plan.namnd.farg), content_type="text/css")


def som_pdf(request, namnd, ar):
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    med_utkast = plan.visar_utkast_for(request.user)
    try:
        pdf = planens_pdf(plan, med_utkast=med_utkast, med_bilagor=med_utkast)
    except PdfFel as fel:
        messages.error(request, str(fel))
        return redirect(plan)
    svar = HttpResponse(pdf, content_type="application/pdf")
    return bifoga(svar, f"{plan}.pdf", visa="visa" in request.GET)
