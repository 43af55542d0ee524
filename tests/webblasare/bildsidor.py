"""The page of the picture in its states, and the deeds beside it; see sidor.py."""

from django.urls import reverse

from aktiviteter.models import Handlingsplan
from lagesbild.handlingar.skriv_text import fingeravtryck, skriv_text
from lagesbild.models import Lagesbild
from tests import bygge_enkat, bygge_lagesbild
from tests.bygge_enkat import EN
from vbeplan.organisation.models import Namnd

INGEN_SIDA = {
    "lagesbilder": "leads to the newest picture or to the list",
    "lagesbild_text_angra": "a deed by POST",
    "lagesbild_paborja": "a deed by POST",
    "lagesbild_dela": "a deed by POST",
    "lagesbild_i_planen": "a deed by POST",
}
KORT = "ekhamra"
TOMT = {"skicka": {"*": ""}}
Status = Lagesbild.Status


def bildsidor(sida, samordnare, lasare):
    """Yield all pages, made by `sida(who, address, …)`."""
    bild, klar = _bilder()
    yield sida(samordnare, reverse("lagesbilder_alla"))
    yield sida(lasare, reverse("lagesbilder_alla"))
    valda = f"?forsta={bild.pk}&andra={klar.pk}"
    for val in ("", valda, f"?forsta={bild.pk}&andra={bild.pk}"):
        yield sida(samordnare, reverse("lagesbilder_bredvid") + val)
    yield sida(lasare, reverse("lagesbilder_bredvid"))
    yield sida(samordnare, reverse("lagesbild_ny"))
    yield sida(samordnare, reverse("lagesbild_ny"), **TOMT)
    yield from _utkastets(sida, samordnare, bild)
    yield sida(samordnare, klar.get_absolute_url())
    yield sida(lasare, klar.get_absolute_url())
    for vem in (samordnare, lasare):
        yield sida(vem, _adress("lagesbild_version", klar, 1))
    yield sida(samordnare, _adress("lagesbild", _med_enkat(klar)))
    yield sida(samordnare, _adress("lagesbild_tillbaka", klar))
    plan = Handlingsplan.objects.get(namnd__kort=KORT, ar=2027)
    yield sida(samordnare, reverse("plan_lagesbild", args=[KORT, plan.ar]))


def _utkastets(sida, vem, bild):
    krock = {"text": "<p>En annan text</p>", "sedd": "gammal"}
    yield sida(vem, bild.get_absolute_url())
    yield sida(vem, bild.get_absolute_url(), oppnar=("Redigera analys",))
    for bilddel in ("analys", "stallningstagande"):
        yield sida(vem, _adress("lagesbild_text", bild, bilddel))
    yield sida(vem, _adress("lagesbild_text", bild, "analys"), krock)
    yield sida(vem, _adress("lagesbild_utkast", bild, "kartlaggning"))
    yield sida(vem, _adress("lagesbild_text_versioner", bild, "analys"))
    yield sida(vem, _adress("lagesbild_uppgifter", bild))
    yield sida(vem, _adress("lagesbild_uppgifter", bild), **TOMT)
    yield sida(vem, _adress("lagesbild_tillbaka", bild))
    yield sida(vem, _adress("lagesbild_klar", bild))
    utkast = Lagesbild.objects.get(namnd=bild.namnd, ar=2029)
    yield sida(vem, _adress("lagesbild_samrad", utkast))
    yield sida(vem, _adress("lagesbild_samrad", utkast), **TOMT)


def _med_enkat(klar):
    """Return the picture of the year after, with an enkät that is drawn."""
    bild = klar.namnd.lagesbilder.select_related("namnd").get(ar=klar.ar + 1)
    if not bild.enkater.exists():
        svar = [("egen", {"kunskap_egen": kod}) for kod in ("lag", "hog") * 6]
        bygge_enkat.stangd(bild=bild, svar=svar, fragor=[EN | {"kod": "kunskap_egen"}])
    return bild


def _adress(namn, bild, *mer):
    return reverse(namn, args=[bild.namnd.kort, bild.ar, *mer])


def _bilder():
    """Return one that can be published and one that is; the pages are listed often."""
    namnd = Namnd.objects.get(kort=KORT)
    bilder = {b.ar: b for b in namnd.lagesbilder.select_related("namnd")}
    if 2028 not in bilder:
        bild = bilder.get(2027) or bygge_lagesbild.ny_lagesbild(namnd)
        bygge_lagesbild.skriv_klart(bild)
        skriv_text(
            bild, "analys", "<p>Ny</p>", sedd=fingeravtryck(bild.analys), av=None
        )
        bygge_lagesbild.ny_lagesbild(namnd, 2029, status=Status.UTKAST)
        bygge_lagesbild.publicera_bild(bygge_lagesbild.ny_lagesbild(namnd, 2028))
        bilder = {b.ar: b for b in namnd.lagesbilder.select_related("namnd")}
    return bilder[2027], bilder[2028]
