"""The pages of the enkät's questions and of its results; see sidor.py."""

from django.urls import reverse

from lagesbild.enkatresultat.texter import Enkattexter
from lagesbild.models import Lagesbild
from tests import bygge_enkat, bygge_lagesbild
from tests.bygge_enkat import EN, FLERA, SKALA, TAL, TEXT, nagra
from vbeplan.organisation.models import Namnd

INGEN_SIDA = {
    "enkatfraga_tillbaka": "a deed by POST",
    "enkat_egen_tillbaka": "a deed by POST",
    "enkat_resultat_fil": "a file",
    "enkatresultat": "leads to the result, or to the list of several",
}
KORT = "ekhamra"
TOMT = {"skicka": {"*": ""}}
EGEN = TEXT | {"kod": "egen_trapphusen", "fraga": "Hur är det i trapphusen?"}


def enkatresultatsidor(sida, samordnare, central):
    """Yield all pages, made by `sida(who, address, …)`."""
    namnd = Namnd.objects.get(kort=KORT)
    bild = Lagesbild.objects.filter(namnd=namnd, ar=2027).first()
    bild = bild or bygge_lagesbild.ny_lagesbild(namnd)
    for url, mer in _stadens():
        yield sida(central, url, **mer)
    for url, mer in (*_egna(bild), *_resultatens(bild), *_andras(bild)):
        yield sida(samordnare, url, **mer)


def _stadens():
    bygge_enkat.nytt_enkatutkast()
    for namn in ("enkatfragor", "enkatfragor_forhandsvisning", "enkatfragor_kasta"):
        yield reverse(namn), {}
    yield reverse("enkatfragor_version", args=[1]), {}
    yield reverse("enkatfraga_bort", args=["behov"]), {}
    formularen = [reverse("enkatfragor_faststall")]
    formularen += [reverse("enkatfraga", args=[k]) for k in ("miljo", "samverkan")]
    formularen += [reverse("enkatfragor_ny", args=[s]) for s in ("skala", "tal")]
    for url in formularen:
        yield url, {}
        yield url, TOMT


def _egna(bild):
    utkast = bygge_enkat.ny_enkat(bild=bild, namn="Egen", egna_fragor=[EGEN]).pk
    for namn in ("enkat_fragor", "enkat_forhandsvisning"):
        yield reverse(namn, args=[utkast]), {}
    yield reverse("enkat_egen", args=[utkast, EGEN["kod"]]), {}
    yield reverse("enkat_egen_bort", args=[utkast, EGEN["kod"]]), {}
    ny = reverse("enkat_egen_ny", args=[utkast, "en"])
    yield ny, {}
    yield ny, TOMT


def _resultatens(bild):
    forra = Lagesbild.objects.filter(namnd=bild.namnd, ar=2026).first()
    forra = forra or bygge_lagesbild.ny_lagesbild(bild.namnd, 2026)
    andra = EN | {"kod": "kunskap_egen", "fraga": "Och din egen?"}
    alla = [andra, EN, FLERA, SKALA, TAL, TEXT]
    falt = {"fragor": alla, "grupper": ["egen", "forening"]}
    bygge_enkat.stangd(bild=forra, svar=_svar(), **falt)
    stangd = bygge_enkat.stangd(bild=bild, svar=_svar(), **falt)
    bygge_enkat.bjud_in(stangd, "egen", 30, 24)
    bygge_enkat.bjud_in(stangd, "forening", 20, 16)
    tom = bygge_enkat.stangd(bild=bild, fragor=[EN], namn="Tom")
    for en in (stangd, tom):
        for namn in ("enkat_resultat", "enkat_texter", "enkat_fragor"):
            yield reverse(namn, args=[en.pk]), {}
    text = Enkattexter(stangd).per_fraga()[0][1][0]
    yield reverse("enkat_text", args=[stangd.pk, text.nyckel]), {}
    yield reverse("enkat_text", args=[stangd.pk, text.nyckel]), TOMT


def _svar():
    svar = [*nagra("egen", lag=9, medel=8, hog=7), *nagra("forening", lag=6, medel=10)]
    for nr, (_, ett) in enumerate(svar):
        ett |= {"miljo": ["lag", "hog"], "vikt": 1 + nr % 5, "antal": nr}
        ett["behov"] = "Ring Anna Lindqvist på 070-123 45 67."
    return svar


def _andras(bild):
    annat = bygge_enkat.annat_resultat(bild, fran="Hamnviks stadsdelsnämnd")
    sidan = reverse("andras", args=[KORT, bild.ar])
    for url in (
        sidan,
        reverse("andras_ny", args=[KORT, bild.ar, "samverkan"]),
        reverse("annat_resultat", args=[annat.pk]),
    ):
        yield url, {}
    yield reverse("andras_ny", args=[KORT, bild.ar, "miljo"]), TOMT
    yield reverse("annat_resultat_bort", args=[annat.pk]), {}
