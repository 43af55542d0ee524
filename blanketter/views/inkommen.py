"""One received form: it is opened, read, classed and moved on."""

from functools import wraps

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from blanketter.dialogen import dialogen
from blanketter.forms.fraga import FragaForm
from blanketter.forms.klassa import KlassaForm
from blanketter.forms.status import StatusForm
from blanketter.gallring.besked import beskedet
from blanketter.handlingar.klassa import KLASSAS
from blanketter.handlingar.lasa import lasa
from blanketter.handlingar.spara_over import NagonHannFore
from blanketter.inkorg import liknande, olasta_intill
from blanketter.lasning import ser_dolt, spar_efter, visad_text
from blanketter.models import Blankett
from vbeplan.organisation.behorighet import lasbar, redigerbar
from vbeplan.organisation.models import Ratt

BLANKETTER = Blankett.objects.select_related(
    "namnd", "version", "delomrade", "dubblett_av"
).prefetch_related("maskeringar")
LAS_FORST = "Öppna och läs texten först. Sedan kan du avgöra vad som ska hända."
HANN_FORE = (
    "Blanketten ändrades nyss, av någon annan eller av dig i ett annat fönster. Det du "
    "tryckte på är inte gjort. Se efter hur det står nu."
)


def fran_sidan(vy):
    """Decorate a deed whose refusal is shown at its own address: whoever comes back to
    that by the address bar, or by signing in again, is led to the form's page."""

    @wraps(vy)
    def gor(request, pk):
        if request.method == "POST":
            return vy(request, pk)
        return redirect(lasbar(BLANKETTER, request.user, pk=pk))

    return gor


def visa(request, pk):
    """Show what was chosen; the words first when somebody has pressed to read them.

    That GET changes nothing: a link that is looked up ahead, or a tab that comes back,
    must not take from the writer the right to take her form back.
    """
    return sidan(request, lasbar(BLANKETTER, request.user, pk=pk))


@require_POST
def oppna(request, pk):
    blankett = redigerbar(BLANKETTER, request.user, pk=pk)
    if not lasa(blankett, av=request.user):
        messages.info(request, "Den som skrev blanketten har just tagit tillbaka den.")
    return redirect(f"{blankett.get_absolute_url()}#texten")


@fran_sidan
def klassa(request, pk):
    blankett = redigerbar(BLANKETTER, request.user, pk=pk)
    if blankett.status not in KLASSAS:
        messages.warning(request, HANN_FORE)
        return redirect(blankett)
    form = KlassaForm(request.POST, blankett=blankett)
    if form.is_valid() and form.spara(av=request.user, ta_med="ta_med" in request.POST):
        messages.success(request, f"Klassningen är sparad. {blankett.lage}.")
        return redirect(_vidare(request, blankett))
    return sidan(request, blankett, klassform=form)


@fran_sidan
def status(request, pk):
    blankett = redigerbar(BLANKETTER, request.user, pk=pk)
    if not blankett.ar_last:
        messages.info(request, LAS_FORST)
        return redirect(blankett)
    form = StatusForm(request.POST, blankett=blankett)
    if not form.is_valid():
        return sidan(request, blankett, statusform=form)
    try:
        form.gor(av=request.user)
    except NagonHannFore as skal:
        blankett.refresh_from_db()
        if not form.ar_gjort:  # else it was a double click
            messages.warning(request, str(skal) or HANN_FORE)
            return redirect(blankett)
    messages.success(request, f"Nu står blanketten som: {blankett.lage}.")
    return redirect(blankett)


def _vidare(request, blankett):
    """Where to after a save: the next unread one when she asked for it."""
    if "nasta" in request.POST:
        fore, efter = olasta_intill(blankett)
        return efter or fore or blankett
    return blankett


def sidan(request, blankett, *, klassform=None, statusform=None, fragform=None):
    """Return the page of a form, with what was sent to it and didn't hold."""
    user = request.user
    fore, efter = olasta_intill(blankett)
    far_klassas = blankett.status in KLASSAS
    context = {
        "rubrik": str(blankett),
        "blankett": blankett,
        "aktuell_namnd": blankett.namnd,
        "smulor": [("Blanketter", f"{reverse('inkorg')}?namnd={blankett.namnd.kort}")],
        "olast_fore": fore,
        "olast_efter": efter,
        "spar": spar_efter(blankett),
        "besked": None if blankett.gallrad else beskedet(blankett),
        "klassform": klassform or (far_klassas and KlassaForm(blankett=blankett)),
        "statusform": statusform or StatusForm(blankett=blankett),
        # What the page's title says is wrong
        "form": klassform or statusform or fragform,
    }
    if blankett.ar_last:
        context |= {
            "liknande": liknande(blankett),
            "dialog": dialogen(blankett, user),
            "fragform": fragform or FragaForm(blankett=blankett),
            "visat": visad_text(blankett, user),
            "far_maskera": ser_dolt(user, blankett),
            "far_bortredigera": user.har_ratt(Ratt.BORTREDIGERA, namnd=blankett.namnd),
        }
    return render(request, "blanketter/inkommen.html", context)
