"""The pack, for who coordinates the plan: page and file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from aktiviteter.models import Handlingsplan
from aktiviteter.views.avsnitt import smulor
from aktiviteter.views.svar import bifoga
from vbeplan.organisation.behorighet import samordnad
from vbeplan.organisation.models import Spar
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.overlamning.innehall import overlamningen
from vbeplan.rapport.overlamning.papper import skapa_pdf

PLANER = Handlingsplan.objects.select_related("namnd")
GICK_INTE = (
    "Filen kunde inte göras. Försök igen om en stund, eller läs överlämningen här. "
    "Kontakta förvaltaren om felet kommer tillbaka."
)


def _packen(request, namnd, ar):
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    return plan, overlamningen(plan, request.user, timezone.localdate())


@require_safe
def visa(request, namnd, ar):
    plan, packen = _packen(request, namnd, ar)
    context = {
        "o": packen,
        "plan": plan,
        "smulor": smulor(plan),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "rapport/overlamning.html", context)


@require_safe
def som_pdf(request, namnd, ar):
    plan, packen = _packen(request, namnd, ar)
    try:
        pdf = skapa_pdf(packen)
    except PdfFel:  # its own words are about a plan
        messages.error(request, GICK_INTE)
        return redirect("plan_overlamning", namnd, ar)
    vad = f"överlämningen av {plan}"
    gjort = Spar.Handling.EXPORTERAD
    Spar.objects.skriv(gjort, vad, av=request.user, namnd=plan.namnd)
    svar = HttpResponse(pdf, content_type="application/pdf")
    return bifoga(svar, f"Överlämning, {plan}.pdf")
