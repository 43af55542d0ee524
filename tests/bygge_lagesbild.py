"""Builds what tests of the local picture need out of the real models."""

import secrets
from base64 import b64encode
from datetime import date, timedelta

from django.utils import timezone

from blanketter.models import Blankett, Frageversion
from lagesbild.enkatfragor.lista import enkatversion_gallande
from lagesbild.handlingar.oppna_enkat import oppna_enkat
from lagesbild.handlingar.publicera import publicera
from lagesbild.handlingar.svara_pa_enkat import svara_pa_enkat
from lagesbild.innehall import levande_innehall
from lagesbild.models import Grupp, Iakttagelse, Kallart, Lagesbild, Manadstal, Serie
from lagesbild.som_json import avtryck, till_json
from lagesbild.views.enkatsida import Sida

AR = 2027


def ny_lagesbild(namnd, ar=AR, **falt):
    """Return a saved picture of the calendar year before `ar`, with believable texts.

    `fran` and `till` are days; `status` and the texts as the model's fields.
    """
    bild = Lagesbild.ny(namnd, ar)
    for namn, varde in {"version": 1, **falt}.items():
        setattr(bild, namn, varde)
    bild.save()
    return bild


def skriv_klart(bild):
    """Give a picture its three texts and its consultation; it can then be published."""
    var = f"i {bild.namnd.kort}"
    bild.kartlaggning = f"<p>Kartläggning {var}</p>"
    bild.analys = f"<p>Analys {var}</p>"
    bild.stallningstagande = f"<p>Ställningstagande {var}</p>"
    bild.samradd, bild.samrad_med = date(bild.ar, 3, 2), f"kommunpolisen {var}"
    bild.status = Lagesbild.Status.SAMRADD
    bild.save()
    return bild


def publicera_bild(bild, *, av=None):
    """Publish a picture as it stands, written out when it isn't; return `Frysning`."""
    if bild.status != Lagesbild.Status.SAMRADD:
        skriv_klart(bild)
    bild.refresh_from_db()
    return publicera(bild, sett=avtryck(till_json(levande_innehall(bild))), av=av)


def nya_handelser(namnd, antal=1, manad=date(2026, 3, 1), **falt):
    """Add classed forms of a month to a board; `falt` by the model's names.

    They came in the month after the event, unless `inkom` says otherwise.
    """
    version = Frageversion.objects.gallande()
    inkom = (manad + timedelta(days=40)).replace(day=1)
    falt = {
        "slag": ("klotter",),
        "miljo": "vit_makt",
        "period_typ": Blankett.Period.MANAD,
        "period_start": manad,
        "plats": "skola",
        "status": Blankett.Status.KLASSAD,
        "inkom": inkom,
        "version": version,
    } | falt
    rader = [
        Blankett(namnd=namnd, kvitto=secrets.token_hex(32), **falt)
        for _ in range(antal)
    ]
    return Blankett.objects.bulk_create(rader)


def ny_serie(namnd, tal=(), *, fran=date(2023, 1, 1), till=date(2026, 12, 31), **falt):
    """Return a series of statistics with one import that covers `fran`–`till`.

    `tal` is [(month, count, {field: value})]; `falt` by the model's names.
    """
    namn = f"Klottersanering i {namnd.kort}"
    serie = Serie.objects.create(**{"namnd": namnd, "namn": namn, **falt})
    intag = serie.importer.create(
        filnamn="tal.csv",
        fingeravtryck="0" * 64,
        fran=fran,
        till=till,
        rader=len(tal),
        summa=sum(antal for _, antal, _ in tal),
        dag=date(2027, 1, 5),
    )
    Manadstal.objects.bulk_create(
        Manadstal(serie=serie, import_av=intag, manad=manad, antal=antal, **mer)
        for manad, antal, mer in tal
    )
    return serie


def ny_kalla(bild, namn="Polisen lokalt", **falt):
    """Return a source of a picture with a letter; `falt` by the model's names."""
    falt = {
        "art": Kallart.POLIS,
        "tillfragad": "Kommunpolisen",
        "epost": "kommunpolisen@polisen.example",
        "begaran": "Hej!\n\n{nämnd} ber om underlag för {period}.\n\n"
        "Svara senast {svara senast}.",
        "begransning": "Visar det som har anmälts.",
        "saknas": "uppgifter om anmälda brott",
        "version": 1,
    } | falt
    return bild.kallor.create(namn=namn, **falt)


def ny_kallfil(kalla, innehall=b"underlag", filnamn="underlag.xlsx"):
    """Return a file that a source sent."""
    sparat = b64encode(innehall).decode()
    return kalla.filer.create(filnamn=filnamn, innehall=sparat, storlek=len(innehall))


def ny_iakttagelse(bild, rubrik="Klistermärken sätts upp vid skolorna", **falt):
    """Return a finding with a need; `falt` by the model's names, `kallor` a list."""
    kallor = falt.pop("kallor", ())
    falt = {
        "behov": Iakttagelse.Behov.JA,
        "stallningstagande": "Nämnden vill att rutinen blir känd i alla skolor.",
        "version": 1,
    } | falt
    rad = bild.iakttagelser.create(rubrik=rubrik, **falt)
    rad.kallor.set(kallor)
    return rad


def ny_respondent(namnd, namn=None, grupp=Grupp.EGEN, **falt):
    """Return one of the board's respondents, with an address that nobody reads."""
    nr = namnd.respondenter.count() + 1
    namn = namn or f"Respondent {nr} i {namnd.kort}"
    falt = {"epost": f"r{nr}@{namnd.kort}.example"} | falt
    return namnd.respondenter.create(namn=namn, grupp=grupp, **falt)


def ny_enkat(bild, *, fragade=None, oppen=True, **falt):
    """Return an enkät of a picture, open for two weeks unless it is said otherwise.

    `fragade` is {group: how many respondents it gets}; six own units when none is said.
    """
    fragade = {Grupp.EGEN: 6} if fragade is None else fragade
    for grupp, antal in fragade.items():
        for _ in range(antal):
            ny_respondent(bild.namnd, grupp=grupp)
    falt = {
        "version": enkatversion_gallande(),
        "namn": f"Enkät i {bild.namnd.kort}",
        "grupper": list(fragade),
        "stanger": timezone.localdate() + timedelta(days=14),
    } | falt
    enkat = bild.enkater.create(**falt)
    if oppen:
        assert oppna_enkat(enkat, av=None) == []
        enkat.refresh_from_db()
    return enkat


def svara(enkat, inbjudan=None, svar=None, texter=None):
    """Let one answer an open enkät; return what became of it."""
    svar = {"kunskap_egen": "lag"} if svar is None else svar
    return svara_pa_enkat(enkat, svar, texter or {}, secrets.token_hex(), inbjudan)


def ett_bevis(enkat, inbjudan=None, sekunder=60):
    """Return a token of a link's form that was made so many seconds ago."""
    import time_machine

    da = timezone.now().timestamp() - sekunder
    with time_machine.travel(da, tick=False):
        return Sida(enkat, inbjudan).nytt_bevis()


def enkatsvaret(enkat, inbjudan=None, **andra):
    """Return the fields of an answer that is right, but for those in `andra`."""
    return {
        "svar_kunskap_egen": "medelhog",
        "svar_kunskap_personal": "lag",
        "svar_handelser": "nej",
        "lamna_tomt": "",
        "bevis": ett_bevis(enkat, inbjudan),
    } | andra
