"""Parts of a text are hidden, shown again, or taken out for good."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from blanketter.forms.dolj import DoljForm
from blanketter.gallring.rensning import rensa
from blanketter.handlingar.bortredigera import bortredigera, ersattning
from blanketter.handlingar.maskera import avmaskera, maskera, spannen
from blanketter.handlingar.spara_over import NagonHannFore
from blanketter.lasning import ser_dolt, visad_text
from blanketter.models import Blankett
from blanketter.views.inkommen import HANN_FORE
from vbeplan.organisation.behorighet import krav_ratt, redigerbar
from vbeplan.organisation.models import Ratt

DOLJ, BORT, BORT_JA = "dolj", "bort", "bort_ja"  # the buttons
DOLT = "Orden är dolda. Den som får maskera kan visa dem igen."
BORTTAGET = "Orden är borttagna och finns inte kvar i databasen."
OLAST = "Öppna och läs texten först. Sedan går det att dölja ord i den."
BORTA = "Texten är gallrad, så det finns inga ord kvar att dölja eller ta bort."
BLANKETTER = Blankett.objects.select_related("namnd").prefetch_related(
    "maskeringar__av"
)


def dolj(request, pk):
    """Choose parts of the form's text; `?meddelande=` of a message about it."""
    blankett = redigerbar(BLANKETTER, request.user, pk=pk)
    krav_ratt(request.user, blankett.namnd, Ratt.MASKERA, Ratt.BORTREDIGERA)
    meddelande = _meddelandet(request, blankett)
    visat = visad_text(blankett, request.user, meddelande=meddelande)
    if skal := _hinder(blankett, meddelande, visat):
        messages.info(request, skal)
        return redirect(blankett)
    ratter = _ratter(request.user, blankett)
    form = DoljForm(
        request.POST if request.method == "POST" else None,
        text=(meddelande or blankett).text,
        rakning=blankett.rakning,
        maskerat=spannen(visat.maskeringar),
        ser_dolt=ratter["maskera"],
        bort=ratter["bortredigera"],
    )
    context = {
        "rubrik": "Dölj ord i texten" if ratter["maskera"] else "Ta bort ord ur texten",
        "form": form,
        "blankett": blankett,
        "aktuell_namnd": blankett.namnd,
        "meddelande": meddelande,
        "visat": visat,
        "far": ratter,
        "smulor": [
            ("Blanketter", f"{reverse('inkorg')}?namnd={blankett.namnd.kort}"),
            (str(blankett), blankett.get_absolute_url()),
        ],
    }
    if form.is_valid():
        return _gor(request, blankett, meddelande, form, context)
    return render(request, "blanketter/dolj.html", context)


def _hinder(blankett, meddelande, visat):
    """Return why there are no words to choose among, or ""."""
    if not blankett.ar_last:
        return OLAST
    if visat.fel:
        return visat.fel
    return "" if (meddelande or blankett).text else BORTA


def _meddelandet(request, blankett):
    nyckel = request.GET.get("meddelande")
    if not nyckel:
        return None
    rader = {str(m.pk): m for m in blankett.meddelanden.all()}
    if nyckel not in rader:
        raise Http404
    return rader[nyckel]


def _ratter(user, blankett):
    return {
        "maskera": ser_dolt(user, blankett),
        "bortredigera": user.har_ratt(Ratt.BORTREDIGERA, namnd=blankett.namnd),
    }


def _gor(request, blankett, meddelande, form, context):
    vad = request.POST.get("gor", DOLJ)
    if vad not in (DOLJ, BORT, BORT_JA):
        return render(request, "blanketter/dolj.html", context)
    if not context["far"]["maskera" if vad == DOLJ else "bortredigera"]:
        raise PermissionDenied
    if vad == BORT:  # nothing is gone until she has read what goes
        ersatts = sorted({ersattning(s.typ) for s in form.spann})
        return render(request, "blanketter/bortredigera.html", {
            **context, "ersatts": ersatts, "rubrik": "Ta bort ur texten för gott?"
        })  # fmt: skip
    deed, besked = (maskera, DOLT) if vad == DOLJ else (bortredigera, BORTTAGET)
    hur = {"av": request.user, "sedd": form.rakning, "meddelande": meddelande}
    try:
        deed(blankett, form.spann, **hur)
    except NagonHannFore:
        messages.warning(request, HANN_FORE)
    else:
        messages.success(request, besked)
        if deed is bortredigera:
            # The old words lie in the database's files until those are cleared
            transaction.on_commit(lambda: rensa(timezone.localdate()), robust=True)
    return redirect(f"{blankett.get_absolute_url()}#texten")


@require_POST
def lyft(request, pk, maskering):
    """Show a hidden part again."""
    blankett = redigerbar(BLANKETTER, request.user, pk=pk)
    krav_ratt(request.user, blankett.namnd, Ratt.MASKERA)
    rad = get_object_or_404(blankett.maskeringar, pk=maskering)
    if avmaskera(rad, av=request.user):
        messages.success(request, "Orden syns igen för alla samordnare i nämnden.")
    return redirect(f"{blankett.get_absolute_url()}#texten")
