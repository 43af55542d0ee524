"""What is printed of the anonymous form: the routine's sheet, and one given out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from aktiviteter.views.svar import bifoga
from blanketter import hink
from blanketter.lasning import ser_dolt
from blanketter.models import Blankett
from blanketter.views.oro import anslagets_varden
from vbeplan.organisation.behorighet import redigerbar
from vbeplan.organisation.models import Kommun, Spar
from vbeplan.rapport import utlamnande
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.utskrift import skapa_anslag

LAS_FORST = "Öppna och läs texten först. Sedan går den att lämna ut."
GICK_INTE = (
    "Filen kunde inte göras, så inget är utlämnat. Försök igen om en stund, och "
    "kontakta förvaltaren om felet kommer tillbaka."
)
HAR_ANDRATS = "Blanketten har ändrats sedan du läste. Läs igenom den igen."
BLANKETTER = Blankett.objects.select_related("namnd", "version", "delomrade")


@require_safe
def anslag(request, namnd):
    """The routine for the staff room; open to whoever comes, like its page."""
    varden = anslagets_varden(request, namnd)
    try:
        pdf = skapa_anslag(varden) if hink.ANSLAG.rymmer() else None
    except PdfFel:
        pdf = None
    if pdf is None:
        varden["utan_pdf"] = True
        return render(request, "blanketter/rutin_utskrift.html", varden, status=503)
    svar = HttpResponse(pdf, content_type="application/pdf")
    return bifoga(svar, f"Rutin vid oro, {varden['namnd']}.pdf")


def utlamna(request, pk):
    """Show what a form's PDF would hold, before it is made."""
    blankett = redigerbar(BLANKETTER, request.user, pk=pk)
    if not blankett.ar_last:
        messages.info(request, LAS_FORST)
        return redirect(blankett)
    context = {
        "rubrik": f"Lämna ut {blankett.regnr}",
        "blankett": blankett,
        "aktuell_namnd": blankett.namnd,
        "u": utlamnande.utlamnandet(blankett, Kommun.den()),
        "far_maskera": ser_dolt(request.user, blankett),
        "smulor": [
            ("Blanketter", reverse("inkorg")),
            (str(blankett), blankett.get_absolute_url()),
        ],
    }
    return render(request, "rapport/utlamna.html", context)


@require_POST
def utlamna_pdf(request, pk):
    """Give out what she has seen; if it has changed since she is shown it anew."""
    blankett = redigerbar(BLANKETTER, request.user, pk=pk)
    if not blankett.ar_last:
        messages.info(request, LAS_FORST)
        return redirect(blankett)
    utdraget = utlamnande.utlamnandet(blankett, Kommun.den())
    if request.POST.get("avtryck") != utdraget.avtryck:
        messages.warning(request, HAR_ANDRATS)
        return redirect("utlamna", pk=pk)
    try:
        pdf = utlamnande.skapa_pdf(utdraget)
    except PdfFel:  # its own words are about a plan
        messages.error(request, GICK_INTE)
        return redirect("utlamna", pk=pk)
    Spar.objects.skriv(
        Spar.Handling.UTLAMNAD, blankett, av=request.user, namnd=blankett.namnd
    )
    svar = HttpResponse(pdf, content_type="application/pdf")
    return bifoga(svar, f"{blankett}.pdf")
