"""The open pages: a board's decided plans, and whether a file is one of them.

Nobody is asked who they are, and nothing is kept of who came or of the file.
"""

from hashlib import sha256

from django import forms
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from aktiviteter.views.svar import bifoga
from vbeplan.organisation.models import Kommun, Namnd
from vbeplan.rapport.filnamn import utgavans_filnamn
from vbeplan.rapport.models import Utgava
from vbeplan.rapport.utgavor import efterfoljare, kontrollera, oppna_utgavor
from vbeplan.rapport.verifiering import ar_styrkt

FOR_STOR = (
    "Filen är större än 2 MB och kan inte vara en plan härifrån. Kontrollera att du "
    "valde rätt fil."
)


@require_safe
def namnden(request, namnd):
    namnden = get_object_or_404(Namnd, kort=namnd)
    context = {
        "namnd": namnden,
        "kommun": Kommun.den(),
        "utgavor": oppna_utgavor(namnden),
    }
    return render(request, "rapport/oppet_namnd.html", context)


@require_safe
def fil(request, namnd, ar):
    """Give the PDF, without the chapters that are for internal use."""
    utgavor = Utgava.objects.publika().defer("innehall").select_related("plan", "namnd")
    arets = utgavor.filter(namnd__kort=namnd, plan__ar=ar).order_by("-omgang")
    return _filen(arets.first())


@require_safe
def aldre_fil(request, namnd, nummer):
    """Give the PDF of an edition by its number: one that is replaced, too."""
    utgavor = Utgava.objects.publika().defer("innehall").select_related("plan", "namnd")
    return _filen(utgavor.filter(namnd__kort=namnd, nummer=nummer).first())


def _filen(utgava):
    if utgava is None:
        raise Http404
    data = utgava.pdf if utgava.publik_pdf is None else utgava.publik_pdf
    svar = HttpResponse(bytes(data), content_type="application/pdf")
    return bifoga(svar, utgavans_filnamn(utgava, publik=True), visa=True)


class KontrollForm(forms.Form):
    fil = forms.FileField(
        label="Planen som PDF",
        help_text="Filen läses inte och sparas inte. Vi räknar bara ut dess "
        "fingeravtryck och jämför det med de beslutade planernas.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"}),
        error_messages={
            "required": "Välj den fil som du vill kontrollera.",
            "empty": "Filen är tom. Välj en annan.",
        },
    )


def kontroll(request):
    inskickat = (request.POST, request.FILES) if request.method == "POST" else ()
    form = KontrollForm(*inskickat)
    if _for_stor(request):
        form.fields["fil"].error_messages["required"] = FOR_STOR
    context = {"form": form, "kommun": Kommun.den(), "kontrollerad": False}
    if form.is_valid():
        context |= _utfall(form.cleaned_data["fil"])
    return render(request, "rapport/oppet_kontroll.html", context)


def _for_stor(request):
    """Tell whether a file was let go: nothing larger is held, in memory or on disk."""
    langd = int(request.META.get("CONTENT_LENGTH") or 0)
    return not request.FILES and langd > settings.FILE_UPLOAD_MAX_MEMORY_SIZE


def _utfall(filen):
    summa = sha256()
    for bit in filen.chunks():
        summa.update(bit)
    utgava, publik = kontrollera(summa.hexdigest())
    return {
        "kontrollerad": True,
        "utgava": utgava,
        "ar_styrkt": utgava is not None and ar_styrkt(utgava),
        "publik": publik,
        "efterfoljare": efterfoljare(utgava) if utgava else None,
    }
