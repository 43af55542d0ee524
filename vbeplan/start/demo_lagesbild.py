"""Ekhamra's local pictures: last year's, published, and this year's, half-way.

Their figures are those that the demo's plans tell of in words.
"""

import json
from datetime import date
from pathlib import Path

from aktiviteter.models import Behovssvar, Handlingsplan
from blanketter.models import (
    Blankett,
    Frageversion,
    Gallringsprotokoll,
    Gallringsregel,
)
from lagesbild.enkatfragor.lista import enkatversion_gallande
from lagesbild.handlingar.ge_kallor import ge_kallor
from lagesbild.handlingar.hamta_enheter import hamta_enheter
from lagesbild.handlingar.oppna_enkat import oppna_enkat
from lagesbild.handlingar.publicera import publicera
from lagesbild.handlingar.stang_enkat import stang_enkat
from lagesbild.handlingar.svara_pa_enkat import svara_pa_enkat
from lagesbild.innehall import bildens_utkast, levande_innehall
from lagesbild.models import Iakttagelse, Kalla, Kallart, Lagesbild, Manadstal
from lagesbild.som_json import avtryck, till_json

FIL = Path(__file__).with_name("demo") / "lagesbild.json"
TAGET_UT = date(2026, 11, 9)  # when the statistics were taken out
HAR_GALLRATS = date(2025, 8, 9)  # what came before it, by the rule of fifteen months
TEXT = "Det satt uppe när vi kom på morgonen. Vi fotograferade och tog bort det."
ENKATEN = "Enkät till föreningar och trossamfund"
FRAGORNA = "<h3>Öppna frågor</h3>"


def ladda_lagesbild(namnder):
    """Write the pictures of Ekhamra, which has its plans, forms and units already."""
    namnd, data = namnder["ekhamra"], json.loads(FIL.read_text("utf-8"))
    _blanketter(namnd, data["blanketter"])
    _serier(namnd, data)
    for ar in (2026, 2027):
        bild = Lagesbild.ny(namnd, ar)
        bild.version, bild.status = 1, Lagesbild.Status.UTKAST
        bild.save()
        ge_kallor(bild)
        _kallor(bild, data["kallor"][str(ar)])
        if ar == 2027:
            _enkat(bild, data)
        _iakttagelser(bild, data["iakttagelser"][str(ar)])
        _texter(bild, **data["nämndens texter"].get(str(ar), {}))
    _publicera(Lagesbild.objects.get(namnd=namnd, ar=2026))


def _blanketter(namnd, per_ar):
    """Add forms until the years have as many as told; the oldest have lost their text.

    Nothing that came so long ago is in the inbox any more but as a number.
    """
    delar = {d.namn: d for d in namnd.delomraden.all()}
    nya = []
    for ar, rader in per_ar.items():
        ar = int(ar)
        finns = Blankett.objects.filter(namnd=namnd, period_start__year=ar)
        for manad, slag, miljo, plats, del_ in rader[finns.i_bilden().count() :]:
            nya.append(_blankett(namnd, date(ar, manad, 20), slag, miljo, plats))
            nya[-1].delomrade = delar[del_]
            nya[-1].save()
    regel = Gallringsregel.objects.get(klass="klassad")
    Gallringsprotokoll.objects.create(
        regel=regel,
        namnd=namnd,
        dag=TAGET_UT,
        stadad=TAGET_UT,
        antal=sum(blankett.gallrad is not None for blankett in nya),
    )


def _blankett(namnd, dag, slag, miljo, plats):
    blankett = Blankett(
        namnd=namnd,
        version=Frageversion.objects.gallande(),
        inkom=dag,
        slag=slag,
        miljo=miljo,
        plats=plats,
        period_typ=Blankett.Period.MANAD,
        period_start=dag.replace(day=1),
        status=Blankett.Status.INGAR,
        lagesbild_ar=dag.year + 1,
    )
    blankett.kvitto = f"demo-{blankett.pk}"
    if dag < HAR_GALLRATS:
        blankett.gallrad = TAGET_UT
    else:
        blankett.text = TEXT
    return blankett


def _serier(namnd, data):
    delar = {d.namn: d for d in namnd.delomraden.all()}
    klotter = [
        (int(ar), manad, antal, {"miljo": miljo, "slag": slag, "delomrade": delar[d]})
        for ar, rader in data["klotter"].items()
        for manad, miljo, slag, d, antal in rader
    ]
    ia = [
        (int(ar), manad, antal, {"slag": "hot"})
        for ar, rader in data["ia"].items()
        for manad, antal in rader
        if antal
    ]
    _serie(namnd, Kallart.KLOTTER, "Klottersanering", "ärenden", klotter)
    _serie(namnd, Kallart.IA, "Hot och våld i IA", "avvikelser", ia)


def _serie(namnd, art, namn, raknar, tal):
    serie = namnd.serier.create(
        art=art, namn=namn, raknar=raknar, beror_pa_personal=art == Kallart.IA
    )
    intag = serie.importer.create(
        filnamn=f"{art}-ekhamra.csv",
        fingeravtryck="",
        fran=date(tal[0][0], 1, 1),
        till=date(2026, 10, 31),
        rader=len(tal),
        summa=sum(antal for _, _, antal, _ in tal),
        dag=TAGET_UT,
    )
    Manadstal.objects.bulk_create(
        Manadstal(
            serie=serie, import_av=intag, manad=date(ar, manad, 1), antal=antal, **mer
        )
        for ar, manad, antal, mer in tal
    )


def _kallor(bild, lagen):
    for namn, (status, underlag) in lagen.items():
        kalla = bild.kallor.get(namn=namn)
        kalla.status, kalla.underlag, kalla.foljer = status, underlag, False
        kalla.begard = date(bild.ar - (bild.ar > 2026), 11 if bild.ar > 2026 else 1, 12)
        kalla.svar_senast = date(bild.ar, 2, 15)
        if status == Kalla.Status.INKOMMEN:
            kalla.inkom = date(bild.ar, 2, 10)
        kalla.save()


def _enkat(bild, data):
    """Ask the associations and parishes, and let as many answer as the plan tells."""
    namnd = bild.namnd
    hamta_enheter(namnd, av=None)
    for grupp, namnen in data["respondenter"].items():
        for nr, namn in enumerate(namnen):
            epost = f"{grupp}{nr}@ekhamra.example"
            namnd.respondenter.create(namn=namn, grupp=grupp, epost=epost)
    enkat = bild.enkater.create(
        namn=ENKATEN,
        version=enkatversion_gallande(),
        grupper=list(data["respondenter"]),
        stanger=date(2099, 1, 1),
    )
    oppna_enkat(enkat, av=None)
    enkat.refresh_from_db()
    texter = list(data["fritext"])
    for grupp, svaren in data["svar"].items():
        inbjudna = enkat.inbjudningar.filter(respondent__grupp=grupp)
        for nr, (inbjudan, svar) in enumerate(zip(inbjudna, svaren, strict=False)):
            text = {"behov": texter.pop()} if texter and nr % 4 == 0 else {}
            svara_pa_enkat(enkat, svar, text, f"demo-{grupp}-{nr}", inbjudan)
    stang_enkat(enkat)
    bild.enkater.update(stanger=date(2026, 10, 2))


def _iakttagelser(bild, rader):
    plan = Handlingsplan.objects.get(namnd=bild.namnd, ar=bild.ar)
    for rubrik, beskrivning, miljo, behov, position, kallor, nummer in rader:
        rad = bild.iakttagelser.create(
            rubrik=rubrik,
            beskrivning=beskrivning,
            miljo=miljo,
            behov=behov,
            stallningstagande=position,
            tidigare=Iakttagelse.objects.filter(
                rubrik=rubrik, lagesbild__ar=bild.ar - 1
            ).first(),
            version=1,
        )
        rad.stall_sist()
        rad.save()
        rad.kallor.set(bild.kallor.filter(namn__in=kallor))
        Behovssvar.objects.bulk_create(
            Behovssvar(aktivitet=aktivitet, iakttagelse=rad)
            for aktivitet in plan.aktiviteter.filter(nummer__in=nummer)
        )


def _texter(bild, bedomning="", stallningstagande=""):
    """Write the draft's texts, with the board's own words where it asks for them."""
    for namn, text in bildens_utkast(bild).items():
        setattr(bild, namn, text)
    if bedomning:
        bild.analys = bild.analys.partition(FRAGORNA)[0] + bedomning
    bild.stallningstagande = stallningstagande
    bild.save()


def _publicera(bild):
    bild.samradd, bild.samrad_med = date(2026, 3, 10), "lokalpolisområdet"
    bild.status = Lagesbild.Status.SAMRADD
    bild.save()
    bild.refresh_from_db()
    sett = avtryck(till_json(levande_innehall(bild)))
    publicera(bild, sett=sett, av=None, dag=date(2026, 3, 27))
    bild.dela(True, av=None)
