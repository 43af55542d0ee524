"""The open page of an enkät: asked until everything holds, then received once.

Only POST stores anything, since mail scanners open links. Whatever hinders an answer,
its words are given back.
"""

from dataclasses import dataclass

from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from blanketter import bevis, hink
from blanketter.views.blankett import (
    FOR_SNABBT,
    FORFALSKAT,
    FRAN_ANNAN,
    FULLT,
    IGEN,
    KVAR,
)
from lagesbild.enkatfragor.lista import fragor_for
from lagesbild.enkatfragor.svarande import fragor_till, svarets_grupp
from lagesbild.forms.vaktat_svar import VaktatSvarForm, skrivna_ord
from lagesbild.handlingar.svara_pa_enkat import (
    Mottagande,
    redan_mottaget,
    svara_pa_enkat,
)
from lagesbild.models import Enkat, Grupp, Inbjudan

FOR_GAMMALT = (
    IGEN,
    f"Sidan har varit öppen i mer än tolv timmar. {KVAR} Inget är sparat än.",
    200,
)
HEJDAT = 409  # what came can't be received, and will not be however it is mended


@dataclass(frozen=True)
class Sida:
    """One link: its enkät, and whose it is (None: the open link)."""

    enkat: Enkat
    inbjudan: Inbjudan | None

    @property
    def vilken(self):
        """Return the word that ties a form's token to the link."""
        vems = self.inbjudan.pk if self.inbjudan else "oppen"
        return f"enkat {self.enkat.pk} {vems}"

    def lage(self):
        """Return why the link takes no answer, "" when it does."""
        if self.inbjudan and self.inbjudan.har_svarat:
            return "svarat"
        if self.inbjudan and self.inbjudan.respondent.ar_avslutad:
            return "avslutad"
        if self.enkat.tar_emot:
            return ""
        return "inte_oppen" if self.enkat.ar_utkast else "stangd"

    def form(self, post=None):
        return VaktatSvarForm(fragor_till(self.enkat, self.inbjudan), post)

    def bevis(self, post):
        try:
            return bevis.las(self.vilken, post.get("bevis", ""))
        except bevis.Ogiltigt:
            return None

    def nytt_bevis(self):
        return bevis.nytt(self.vilken, self.enkat.version.nummer)


def _personlig(nyckel):
    inbjudan = Inbjudan.objects.med_nyckel(nyckel)
    return inbjudan and Sida(inbjudan.enkat, inbjudan)


def _oppen(nyckel):
    enkat = Enkat.objects.med_nyckel(nyckel)
    return enkat and Sida(enkat, None)


@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def svara(request, nyckel):
    """Answer by a respondent's own link."""
    return _svara(request, _personlig(nyckel))


@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def oppen(request, nyckel):
    """Answer by a link that anybody may have."""
    return _svara(request, _oppen(nyckel))


@sensitive_variables()
def _tillbaka_personlig(request, nyckel):
    return _tillbaka(request, _personlig(nyckel))


@sensitive_variables()
def _tillbaka_oppen(request, nyckel):
    return _tillbaka(request, _oppen(nyckel))


svara.ge_tillbaka = _tillbaka_personlig  # fel.csrf asks for them
oppen.ge_tillbaka = _tillbaka_oppen


@sensitive_variables()
def _tillbaka(request, sida):
    """Return the form with what was in it; the token of its cookie was another's."""
    if sida is None or sida.lage():
        return _hejdad(request, sida)
    form = sida.form(request.POST)
    form.is_valid()
    return _formularet(request, sida, form, FRAN_ANNAN)


@sensitive_variables()
def _svara(request, sida):
    if request.method == "POST":
        return _ta_emot(request, sida) if sida else _hejdad(request, sida)
    if sida is None or sida.lage():
        return _hejdad(request, sida)
    return _formularet(request, sida, sida.form())


@sensitive_variables()
def _ta_emot(request, sida):
    sant = sida.bevis(request.POST)
    forut = sant and redan_mottaget(sida.enkat, sant.slump)
    if not forut and sida.lage():
        return _hejdad(request, sida)
    form = sida.form(request.POST)
    if not form.is_valid():
        return _formularet(request, sida, form)
    if hinder := None if forut else _hinder(sant):
        return _formularet(request, sida, form, hinder)
    utfall = svara_pa_enkat(sida.enkat, *form.svaren(), sant.slump, sida.inbjudan)
    if utfall in (Mottagande.MOTTAGET, Mottagande.SAMMA_IGEN):
        return render(request, "lagesbild/enkat/tack.html", _ramen(sida))
    return _hejdad(request, sida, "stangd" if utfall == Mottagande.STANGT else "redan")


def _hinder(sant):
    """Return why an answer that is right in itself can't be received just now."""
    if sant is None:
        return FORFALSKAT
    if sant.ar_for_gammalt:
        return FOR_GAMMALT
    if sant.ar_for_snabbt:
        return FOR_SNABBT
    return None if hink.ENKATSVAR.rymmer() else FULLT


def _ramen(sida):
    grupp = svarets_grupp(sida.enkat, sida.inbjudan)
    return {
        "enkat": sida.enkat,
        "namnd": sida.enkat.namnd,
        "inbjudan": sida.inbjudan,
        "grupp": Grupp(grupp).label if grupp else "",
    }


@sensitive_variables()
def _formularet(request, sida, form, besked=None):
    """Show the form: new, or with what was in it and what hinders it."""
    rubrik, ord_, status = besked or ("", "", 200)
    form.utan_fokus = bool(besked)
    sant = sida.bevis(request.POST)
    duger = sant is not None and not sant.ar_for_gammalt
    context = _ramen(sida) | {
        "form": form,
        "bevis": request.POST["bevis"] if duger else sida.nytt_bevis(),
        "rubrik": rubrik,
        "besked": ord_,
    }
    svar = render(request, "lagesbild/enkat/svara.html", context, status=status)
    if status == 429:
        svar["Retry-After"] = "60"
    return svar


@sensitive_variables()
def _hejdad(request, sida, lage=""):
    """Say why the link takes no answer, and give back the words that came with it."""
    skickat = request.method == "POST"
    fragor = fragor_for(sida.enkat) if sida else None
    context = (_ramen(sida) if sida else {}) | {
        "lage": lage or (sida.lage() if sida else "okand"),
        "skickat": skickat,
        "skrivet": skrivna_ord(request.POST, fragor) if skickat else [],
    }
    status = 404 if sida is None else HEJDAT if skickat else 200
    return render(request, "lagesbild/enkat/hejdad.html", context, status=status)
