"""The anonymous form: one page, asked until everything holds, then received once."""

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from blanketter import bevis, hink, stallen
from blanketter.forms.blankett import BlankettForm
from blanketter.handlingar.ta_emot import redan_mottagen, ta_emot
from blanketter.models import Frageversion
from blanketter.models.blankett import STORSTA_TEXT
from blanketter.views.fel import TEXTER
from blanketter.views.oro import har_upphort, oppen_namnd

KVAR = "Det du skrev står kvar här nedanför."
# What is said over the form that comes back: heading, words, the answer's number.
IGEN = "Tryck på Granska och skicka en gång till"
FORFALSKAT = (
    IGEN,
    f"Vi kunde inte se att blanketten kom från vår sida. {KVAR} Inget är sparat än.",
    400,
)
FOR_GAMMALT = (
    IGEN,
    f"Sidan har varit öppen i mer än tolv timmar. {KVAR} Har du redan fått en "
    "kvittokod för den är den mottagen. Annars är inget sparat än.",
    200,
)
FOR_SNABBT = (
    IGEN,
    "Det gick så fort att det kunde ha varit ett program som skickade. "
    f"{KVAR} Inget är sparat än.",
    200,
)
FULLT = (
    TEXTER[429][0],
    f"Försök igen om en stund. {KVAR} Inget är sparat än. Lämna sidan öppen så länge.",
    429,
)
FRAN_ANNAN = (TEXTER[403][0], f"{TEXTER[403][1]} {KVAR}", 403)


@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def blankett(request, namnd):
    namnd = oppen_namnd(namnd)
    if request.method != "POST":
        # What is written on a page that was opened before is still received.
        if vidare := har_upphort(request, namnd):
            return vidare
        form = BlankettForm(namnd=namnd, version=Frageversion.objects.gallande())
        return _sidan(request, namnd, form)
    sant = _bevis(namnd, request.POST)
    form = _form(namnd, request.POST, sant)
    if not form.is_valid():
        return _sidan(request, namnd, form, sant)
    if hinder := _hinder(namnd, sant):
        return _sidan(request, namnd, form, sant, hinder)
    mottagen, kod = ta_emot(namnd, form.svaren(), sant.slump)
    if not form.sager_samma(mottagen):
        return _sidan(request, namnd, form, besked=_redan_mottagen(kod))
    return render(request, "blanketter/mottagen.html", {"namnd": namnd, "kod": kod})


@sensitive_variables()
def _ge_tillbaka(request, namnd):
    """Return the form with what was in it; the token of its cookie was another's."""
    namnd = oppen_namnd(namnd)
    sant = _bevis(namnd, request.POST)
    form = _form(namnd, request.POST, sant)
    return _sidan(request, namnd, form, sant, FRAN_ANNAN)


blankett.ge_tillbaka = _ge_tillbaka  # fel.csrf asks for it


@sensitive_variables()
@sensitive_post_parameters()
@require_POST
def kontroll(request, namnd):
    """Answer a form's script what the guard finds in an unsent text; keep nothing."""
    oppen_namnd(namnd)
    text = request.POST.get("text", "")
    if len(text) > STORSTA_TEXT:
        return JsonResponse({"fynd": []}, status=413)
    if not hink.KONTROLLER.rymmer():
        return JsonResponse({"fynd": []}, status=429)
    return JsonResponse({"fynd": stallen.for_skript(text)})


def _bevis(namnd, post):
    try:
        return bevis.las(namnd.kort, post.get("bevis", ""))
    except bevis.Ogiltigt:
        return None


def _form(namnd, post, sant):
    """Return the form that was sent, with the questions that it was opened with."""
    version = sant and Frageversion.objects.filter(nummer=sant.version).first()
    version = version or Frageversion.objects.gallande()
    return BlankettForm(post, namnd=namnd, version=version)


def _hinder(namnd, sant):
    """Return why a form that is right in itself can't be received just now.

    Nothing hinders one that is received already: to send it again costs no room in the
    bucket and gives the same receipt, however old its token is.
    """
    if sant is None:
        return FORFALSKAT
    if redan_mottagen(namnd, sant.slump):
        return None
    if sant.ar_for_gammalt:
        return FOR_GAMMALT
    if sant.ar_for_snabbt:
        return FOR_SNABBT
    return None if hink.BLANKETTER.rymmer() else FULLT


def _redan_mottagen(kod):
    return (
        "Blanketten är redan mottagen",
        f"Kvittokoden är {kod}. Skriv upp den. Det som står här nedanför är inte "
        "likadant som det du skickade då. Vill du skicka det också, som en egen "
        "blankett? Tryck då på Granska och skicka.",
        200,
    )


def _sidan(request, namnd, form, sant=None, besked=None):
    """Show the form: new, or with what was in it and what hinders it."""
    rubrik, ord_, status = besked or ("", "", 200)
    form.utan_fokus = bool(besked)
    duger = sant is not None and not sant.ar_for_gammalt
    nytt = bevis.nytt(namnd.kort, form.version.nummer)
    context = {
        "namnd": namnd,
        "form": form,
        "bevis": request.POST["bevis"] if duger else nytt,
        "rubrik": rubrik,
        "besked": ord_,
    }
    svar = render(request, "blanketter/blankett.html", context, status=status)
    if status == 429:
        svar["Retry-After"] = "60"
    return svar
