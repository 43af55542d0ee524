"""The pages of the enkät's way out: the open page, the register, sending; see sidor.py.

The questions' and the results' pages stand in enkatresultatsidor.py.
"""

from django.urls import reverse

from lagesbild.handlingar.stang_enkat import stang_enkat
from lagesbild.models import Lagesbild
from tests import bygge_lagesbild
from tests.bygge_lagesbild import ny_enkat, ny_respondent, svara
from vbeplan.organisation.models import Namnd

INGEN_SIDA = {
    "respondenter_hamta": "a deed by POST",
    "enkat_bjud_in": "a deed by POST",
}
KORT = "ekhamra"
TOMT = {"skicka": {"*": ""}}
UTPEKANDE = {"skicka": {"svar_behov": "Ring Anna Svensson på 070-174 06 12."}}
LISTA = {
    "skicka": {"text": "Namn;grupp\nEkhamra IF;förening\nAnna Svensson;okänd"},
    "duger": True,  # it is shown row by row, not refused
}


def enkatsidor(sida, anonym, samordnare):
    """Yield all pages, made by `sida(who, address, …)`."""
    bild = _bilden()
    utkast = ny_enkat(bild, oppen=False, namn="Utkastet")
    oppen = ny_enkat(
        bild, fragade={"egen": 6, "forening": 6, "bostad": 2}, namn="Öppen"
    )
    ny_respondent(bild.namnd, "Senkomna föreningen", "forening")
    svarat, vantar, borta, *_ = oppen.inbjudningar.select_related("respondent")
    svara(oppen, svarat)
    borta.respondent.avsluta(bild.fran, av=None)
    lanken = ny_enkat(bild, fragade={}, oppen_lank=True, namn="Länken")
    stangd = ny_enkat(bild, fragade={"annan": 3}, namn="Stängd")
    svara(stangd, stangd.inbjudningar.first())
    stang_enkat(stangd)
    for url, mer in _oppna(lanken, svarat, vantar, borta, stangd):
        yield sida(anonym, url, **mer)
    for url, mer in (
        *_registrets(bild, vantar),
        *_utkastets(bild, utkast),
        *_oppnades(oppen, vantar),
        *_ovrigas(lanken, stangd),
    ):
        yield sida(samordnare, url, **mer)


def _bilden():
    namnd = Namnd.objects.get(kort=KORT)
    bild = Lagesbild.objects.filter(namnd=namnd, ar=2027).first()
    return bild or bygge_lagesbild.ny_lagesbild(namnd)


def _oppna(lanken, svarat, vantar, borta, stangd):
    yield vantar.lank(), {}
    yield vantar.lank(), TOMT
    yield vantar.lank(), UTPEKANDE
    yield lanken.lank(), {}
    for inbjudan in (svarat, borta, stangd.inbjudningar.first()):
        yield inbjudan.lank(), {}
    yield reverse("enkat_svara", args=["finns-inte"]), {"status": 404}


def _registrets(bild, vantar):
    namnd = [bild.namnd.kort]
    yield reverse("respondenter"), {}
    for namn in ("respondenter_ny", "respondenter_ta_in"):
        yield reverse(namn, args=namnd), {}
        yield reverse(namn, args=namnd), TOMT
    yield reverse("respondenter_ta_in", args=namnd), LISTA
    yield vantar.respondent.get_absolute_url(), {}
    yield reverse("respondent_avsluta", args=[vantar.respondent_id]), {}


def _utkastets(bild, utkast):
    ny = reverse("enkater_ny", args=[bild.namnd.kort, bild.ar])
    yield reverse("enkater"), {}
    yield ny, {}
    yield ny, TOMT
    for vad in ("enkat", "enkat_redigera", "enkat_brev", "enkat_prov", "enkat_oppna"):
        yield reverse(vad, args=[utkast.pk]), {}
    yield reverse("enkat_brev", args=[utkast.pk]), TOMT
    yield reverse("enkat_ta_bort", args=[utkast.pk]), {}


def _oppnades(oppen, vantar):
    for vad in ("enkat", "enkat_skicka", "enkat_paminn", "enkat_lankar", "enkat_stang"):
        yield reverse(vad, args=[oppen.pk]), {}
    yield reverse("enkat_redigera", args=[oppen.pk]), TOMT
    yield reverse("inbjudan", args=[vantar.pk]), {}


def _ovrigas(lanken, stangd):
    yield lanken.get_absolute_url(), {}
    yield reverse("enkat_affisch", args=[lanken.pk]), {}
    yield stangd.get_absolute_url(), {}
    yield reverse("enkat_oppna_igen", args=[stangd.pk]), {}
    yield reverse("enkat_oppna_igen", args=[stangd.pk]), TOMT
