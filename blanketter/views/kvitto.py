"""The writer's own page: how it went, the coordinator's question, taking it back.

There is no session: each step carries the code in its form, so it is never in an
address, and every step looks the form up anew.
"""

from django.shortcuts import render
from django.views.decorators.debug import (
    sensitive_post_parameters,
    sensitive_variables,
)
from django.views.decorators.http import require_http_methods

from blanketter import bevis, handlingar, hink
from blanketter.forms.kvitto import KodForm
from blanketter.forms.svar import SvarForm
from blanketter.kvittolage import kvittolage
from blanketter.models import Blankett

VANTA = (
    "Många koder har blivit fel på kort tid, och någon blankett med den här hittar vi "
    "inte. Jämför varje siffra med det du skrev upp. Vänta en minut och tryck på Visa "
    "igen. Koden står kvar."
)
SKICKAT = "Ditt svar har kommit fram. Samordnaren ser det vid nästa inloggning."
SKICKA_OCKSA = (
    "Den är inte skickad än, men står kvar här nedanför. Vill du skicka den också? "
    "Tryck då på Granska och skicka."
)
ATERTAGEN = "Du har tagit tillbaka blanketten."
HANN_LASAS = (
    "Samordnaren hann öppna blanketten innan du tog tillbaka den, så den är läst och "
    "går inte att ta tillbaka. Står det något i den som ska bort? Fyll i en ny "
    "blankett och skriv vad det är för slags uppgift, men inte själva uppgiften."
)


@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def kvitto(request):
    if request.method != "POST":
        return _fraga_kod(request, KodForm())
    form = KodForm(request.POST)
    if not form.is_valid():
        return _fraga_kod(request, form)
    # Looked up whether the bucket is full or not, and a right code always passes: else
    # thirty wrong ones a minute would lock everybody out, even from taking a form back.
    # That a full bucket answers right and wrong differently helps nobody: 10^19 codes
    # can't be guessed at any speed. It is there to keep programs from trying.
    blankett = form.blankett()
    if blankett is None:
        return _hittas_inte(request, form)
    steg = _STEG.get(request.POST.get("steg"), _visa)
    return steg(request, blankett, form.cleaned_data["kod"])


def _fraga_kod(request, form, besked="", status=200):
    svar = {"form": form, "besked": besked, "text": request.POST.get("text", "")}
    return render(request, "blanketter/kvitto.html", svar, status=status)


def _hittas_inte(request, form):
    if hink.KODER.rymmer():
        return _fraga_kod(request, form)
    tom = KodForm(initial={"kod": form.data["kod"]})
    svar = _fraga_kod(request, tom, VANTA, status=429)
    svar["Retry-After"] = "60"
    return svar


def _visa(request, blankett, kod, *, svar=None, besked="", status=200):
    context = {
        "namnd": blankett.namnd,
        "kod": kod,
        "lage": kvittolage(blankett),
        "svar": svar or SvarForm(),
        "bevis": bevis.nytt(blankett.namnd.kort, blankett.version.nummer),
        "besked": besked,
    }
    return render(request, "blanketter/kvitto_visa.html", context, status=status)


def _svara(request, blankett, kod):
    svar = SvarForm(request.POST)
    if not svar.is_valid():
        return _visa(request, blankett, kod, svar=svar)
    try:
        slump = bevis.las(blankett.namnd.kort, request.POST.get("bevis", "")).slump
        handlingar.svara(blankett, svar.cleaned_data["text"], slump)
    except bevis.Ogiltigt:
        besked = "Tryck på Skicka svaret en gång till. Det du skrev står kvar."
        return _visa(request, blankett, kod, svar=svar, besked=besked, status=400)
    except handlingar.AnnatSkickat as skal:
        besked = f"{skal} {SKICKA_OCKSA}"
        return _visa(request, blankett, kod, svar=svar, besked=besked)
    except handlingar.GarInteAttSkriva as skal:
        besked = f"{skal} Det du skrev är inte skickat, men står kvar här nedanför."
        return _visa(request, blankett, kod, svar=svar, besked=besked)
    return _visa(request, blankett, kod, besked=SKICKAT)


def _ta_tillbaka(request, blankett, kod):
    if blankett.status != Blankett.Status.NY:
        return _visa(request, blankett, kod, besked=_inte_langre(blankett))
    context = {"namnd": blankett.namnd, "kod": kod}
    return render(request, "blanketter/kvitto_ta_tillbaka.html", context)


def _ta_tillbaka_ja(request, blankett, kod):
    gick = handlingar.ta_tillbaka(blankett)
    besked = ATERTAGEN if gick else _inte_langre(blankett)
    return _visa(request, blankett, kod, besked=besked)


def _inte_langre(blankett):
    """Return why the form can't be taken back: sent twice, or read."""
    return ATERTAGEN if blankett.status == Blankett.Status.ATERTAGEN else HANN_LASAS


_STEG = {
    "svara": _svara,
    "ta_tillbaka": _ta_tillbaka,
    "ta_tillbaka_ja": _ta_tillbaka_ja,
}
