"""One source: how it stands, its letter on paper, its files."""

from base64 import b64decode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST, require_safe

from lagesbild.forms.begaran import BegardForm, begarans_text
from lagesbild.forms.kalla import KallsvarForm
from lagesbild.forms.kallfil import KallfilForm
from lagesbild.handlingar.bli_begard import bli_begard, bli_utebliven
from lagesbild.kallage import folj
from lagesbild.models import Kalla, Kallfil
from lagesbild.views.sida import bildram, under
from vbeplan.organisation.behorighet import redigerbar
from vbeplan.organisation.models import Spar

KALLOR = Kalla.objects.select_related("lagesbild__namnd")
FILER = Kallfil.objects.select_related("kalla__lagesbild__namnd")
HANN_FORE = "Källan ändrades medan du hade sidan öppen. Se efter, och gör om det."


def kalla(request, pk):
    rad = redigerbar(KALLOR, request.user, pk=pk)
    lage = folj(rad.lagesbild)[pk]
    foljt = _foljt(rad, lage)
    form = KallsvarForm(request.POST or None, instance=rad, foljt=foljt)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {rad}.")
        return redirect("kallor", rad.namnd.kort, rad.lagesbild.ar)
    context = _ram(rad, rad.namn) | {
        "form": form,
        "kalla": rad,
        "foljt": foljt,
        "filer": rad.filer.defer("innehall"),
        "avbryt": under(rad.lagesbild, "kallor"),
        "ta_bort": reverse("kalla_ta_bort", args=[pk]) if rad.gar_att_ta_bort else "",
        "ta_bort_text": "Ta bort källan",
    }
    return render(request, "lagesbild/kalla.html", context)


def _foljt(rad, lage):
    """Return how the house says it stands, None when it says nothing."""
    if lage.av_sig_sjalv:
        return lage
    if rad.foljer:
        return None
    som_foljer = Kalla.objects.get(pk=rad.pk)
    som_foljer.foljer = True
    andra = rad.lagesbild.kallor.exclude(pk=rad.pk)
    lage = folj(rad.lagesbild, [som_foljer, *andra])[rad.pk]
    return lage if lage.av_sig_sjalv else None


def _ram(rad, rubrik, *vag):
    bild = rad.lagesbild
    return bildram(bild, rubrik, ("Källor", under(bild, "kallor")), *vag)


def brev(request, pk):
    """Show the request to print; POST says that it went, however it went."""
    rad = redigerbar(KALLOR, request.user, pk=pk)
    form = BegardForm(request.POST or None, kalla=rad)
    if form.is_valid():
        data = form.cleaned_data
        dagar = data["begard"], data["svar_senast"]
        if bli_begard(rad, data["version"], *dagar, av=request.user):
            messages.success(request, f"{rad} är begärd.")
            return redirect("kallor", rad.namnd.kort, rad.lagesbild.ar)
        messages.warning(request, HANN_FORE)
        return redirect("kalla_brev", pk)
    context = _ram(rad, f"Brev till {rad}", (rad.namn, rad.get_absolute_url())) | {
        "form": form,
        "kalla": rad,
        "brevtext": begarans_text(rad.lagesbild, rad, rad.svar_senast),
        "avbryt": rad.get_absolute_url(),
    }
    return render(request, "lagesbild/kalla_brev.html", context)


@require_POST
def utebliven(request, pk):
    rad = redigerbar(KALLOR, request.user, pk=pk)
    if bli_utebliven(rad, av=request.user):
        messages.success(request, f"{rad} är utebliven. Det skrivs ut i källtabellen.")
    else:
        messages.info(request, f"{rad} väntar inte på svar.")
    return redirect("kallor", rad.namnd.kort, rad.lagesbild.ar)


def ny_fil(request, pk):
    rad = redigerbar(KALLOR, request.user, pk=pk)
    form = KallfilForm(request.POST or None, request.FILES or None, kalla=rad)
    if form.is_valid():
        form.spara(av=request.user)
        messages.success(request, "Filen är sparad.")
        return redirect(rad)
    context = _ram(rad, "Lägg en fil till källan", (rad.namn, rad.get_absolute_url()))
    context |= {
        "form": form,
        "ingress": "Filen ligger krypterad bredvid lägesbilden. Den syns aldrig i "
        "bilden, planen eller någon export. Ta bort den när den inte behövs: "
        "underlaget ska finnas i diariet.",
        "spara": "Lägg till filen",
        "avbryt": rad.get_absolute_url(),
    }
    return render(request, "komponenter/formularsida.html", context)


@require_safe
def hamta_fil(request, pk):
    """Give out the file to save, never to open here: nobody has checked it."""
    fil = redigerbar(FILER, request.user, pk=pk)
    vad, namnd = f"en fil till källan {fil.kalla}", fil.kalla.namnd
    Spar.objects.skriv(Spar.Handling.LAST, vad, av=request.user, namnd=namnd)
    svar = HttpResponse(
        b64decode(fil.innehall), content_type="application/octet-stream"
    )
    svar["Content-Disposition"] = content_disposition_header(True, fil.filnamn)
    svar["Cache-Control"] = "no-store"
    return svar


def ta_bort_fil(request, pk):
    fil = redigerbar(FILER, request.user, pk=pk)
    rad = fil.kalla
    if request.method == "POST":
        fil.ta_bort(av=request.user)
        messages.success(request, "Filen är borttagen.")
        return redirect(rad)
    context = _ram(rad, "Ta bort källans fil?", (rad.namn, rad.get_absolute_url())) | {
        "foljder": [fil.filnamn],
        "avbryt": rad.get_absolute_url(),
        "knapp": "Ta bort filen",
    }
    return render(request, "komponenter/ta_bort.html", context)
