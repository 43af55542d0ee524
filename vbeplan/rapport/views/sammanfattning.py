"""The board's one page, on the screen and as PDF."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from aktiviteter.andringar.sammanfattning import FLEST
from aktiviteter.forseglat import planens_sammanfattning
from aktiviteter.views.avsnitt import smulor
from aktiviteter.views.historik import namndens_plan
from aktiviteter.views.svar import bifoga
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.sammanfattning import skapa_pdf


def visa(request, namnd, ar):
    plan = namndens_plan(request, namnd, ar)
    context = {
        "s": planens_sammanfattning(plan).kortad(FLEST),
        "plan": plan,
        "smulor": smulor(plan),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "rapport/sammanfattning.html", context)


def som_pdf(request, namnd, ar):
    plan = namndens_plan(request, namnd, ar)
    try:
        fil = skapa_pdf(planens_sammanfattning(plan))
    except PdfFel as fel:
        messages.error(request, str(fel))
        return redirect("plan_sammanfattning", namnd, ar)
    svar = HttpResponse(fil, content_type="application/pdf")
    return bifoga(svar, f"Sammanfattning, {plan}.pdf")
