"""Bring statistics in from a file, on the command line.

`--json` writes one object on standard output:

    serie, namnd, fil     words
    blad                  the sheet that was read, "" for a text file
    rubrikrad             the row of the headings as Excel numbers it, or null
    kolumner              {heading: what it was taken for}; "läses inte" for the dropped
    rader                 rows taken (cases, or rows of the table), sums left out
    summa                 their counts in all: cases, or the sum of the table's numbers
    per_kategori          {heading: {the file's word: count}} for each column of words
    per_manad             {"2024-01": count}; "2024" for a year, "2024-01–03" a quarter
    avvisade              [{"rad": number in Excel, "skal": why and what to do}]
    dolda                 cells that hide or lack a number (<5, ..), not counted as 0
    summarader            rows that are sums of others, not counted
    kontroller            sentences on sums of the file that its rows do not make
    fran, till            the first and the last day covered, "2024-01-01"
    utelamnade            {field: {word: count}} left out: other boards' districts, and
                          words the coordinator has chosen to leave out; not in `summa`
    oplacerade            {field: {word: count}} without a code of ours; in `summa`
    varningar             sentences
    sparat                true when it was stored; false with --prova or nothing new
    andringar             [{"manad", "fore", "efter"}] where other numbers stood

Exit code 0 when something was taken, 1 when nothing could be (with --json the object
is still written, with "fel").
"""

import json
import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from lagesbild.handlingar.ta_in_statistik import (
    BEHALL,
    ERSATT,
    IngenAndring,
    Underlag,
    gissat,
    minns_orden,
    skillnad,
    ta_in,
    utanfor,
)
from lagesbild.models import Manadstal, Serie
from lagesbild.serier import ny_serie
from lagesbild.statistikfil.besked import om_andra
from lagesbild.statistikfil.inlasning import foresla, koderna, las_fil
from lagesbild.statistikfil.kortar import ORDNINGAR
from lagesbild.statistikfil.ord import ROLLORD
from lagesbild.statistikfil.ordval import (
    GISSAR,
    MINNS,
    ordvalen,
    rutorna,
    standardkod,
    utelamnade,
)
from lagesbild.statistikfil.tidord import Tid
from lagesbild.statistikfil.tolka import manadsord, tolka
from vbeplan.filer.fel import FilFel
from vbeplan.organisation.kommandorad import hitta_namnd

FLEST_RADER = 30  # refused rows that are written out without --json


class Command(BaseCommand):
    help = (
        "Läs in statistik ur en fil (.csv, .xlsx, .xls eller .ods): en rad per "
        "ärende, eller en tabell med månader, kvartal, tertial eller år. Kolumnerna "
        "gissas, och orden översätts som förra gången serien lästes in. Med --json "
        "skrivs ett objekt med serie, namnd, fil, blad, rubrikrad, kolumner, rader, "
        "summa, per_kategori ({rubrik: {ord: antal}}), per_manad ({2024-01: antal}), "
        "avvisade ([{rad, skal}]), dolda, summarader, kontroller, fran, till, "
        "utelamnade, oplacerade, varningar, sparat och andringar. Slutkod 1 när inget "
        "gick att läsa in."
    )

    def add_arguments(self, parser):
        parser.add_argument("fil", type=Path, help="filen med statistik")
        parser.add_argument(
            "--namnd", required=True, help="nämndens namn eller kortnamn"
        )
        parser.add_argument(
            "--kalla",
            required=True,
            help="seriens namn, till exempel Klotter; läggs upp om den saknas",
        )
        parser.add_argument("--blad", help="bladets namn (annars det troligaste)")
        parser.add_argument(
            "--ar", type=int, help="året, när det varken står i filen eller i dess namn"
        )
        parser.add_argument(
            "--datum",
            choices=ORDNINGAR,
            default="",
            help="hur datum med tvåsiffrigt år skrivs, när filen inte avgör det: "
            "amd (år-månad-dag) eller dma (dag-månad-år)",
        )
        parser.add_argument(
            "--omraden",
            choices=(BEHALL, ERSATT),
            default="",
            help="siffror för delområden som inte står i filen: behall (filen gäller "
            "bara sina egna) eller ersatt (filen gäller hela nämnden); annars ett "
            "ensamt delområde behall, flera ersatt",
        )
        parser.add_argument(
            "--prova", action="store_true", help="läs och rapportera, spara inget"
        )
        parser.add_argument(
            "--json", action="store_true", help="skriv resultatet som JSON"
        )

    def handle(self, fil, namnd, kalla, **val):
        namnd = hitta_namnd(namnd)
        try:
            svar = self._las_in(fil, namnd, kalla, val)
        except FilFel as fel:
            svar = {"fil": fil.name, "rader": 0, "summa": 0, "fel": str(fel)}
        if val["json"]:
            self.stdout.write(json.dumps(svar, ensure_ascii=False, indent=1))
        elif "fel" not in svar:
            self._beratta(svar)
        if "fel" in svar:
            raise CommandError(svar["fel"])

    def _las_in(self, fil, namnd, kalla, val):
        bladen = las_fil(_byte(fil), framsteg=self._framsteg)
        koder = koderna(namnd)
        forslag = _valt_blad(
            foresla(bladen, koder, fil.name, ar=val["ar"], dagordning=val["datum"]),
            val["blad"],
        )
        serie = Serie.objects.filter(namnd=namnd, namn__iexact=kalla.strip()).first()
        serie = serie or ny_serie(namnd, kalla)
        valen = ordvalen(forslag.utfall, koder, serie)
        if bort := utelamnade(valen):
            forslag.val.bort = bort
            forslag.utfall = tolka(forslag.blad, forslag.val, idag=timezone.localdate())
        rutor = rutorna(forslag.utfall, valen, koder, standardkod(serie))
        svar = _svar(fil, namnd, serie, forslag, rutor)
        if not forslag.utfall.rader:
            svar["fel"] = _varfor_inget(forslag)
            return svar
        underlag = Underlag(
            rutor.tal,
            forslag.utfall.fran,
            forslag.utfall.till,
            fil.name,
            forslag.utfall.rader,
            forslag.utfall.avvisade,
        )
        if andra := utanfor(serie, underlag):
            vad = val["omraden"] or gissat(underlag)
            underlag.bara = underlag.delomraden if vad == BEHALL else None
            svar["varningar"].append(om_andra(andra, vad))
        svar |= _skillnaden(serie, underlag)
        if not val["prova"]:
            self._spara(serie, underlag, valen, svar)
        return svar

    def _framsteg(self, ord_):
        sys.stderr.write(f"{ord_}\n")
        sys.stderr.flush()

    def _spara(self, serie, underlag, valen, svar):
        self._framsteg("Sparar.")
        if serie.pk is None:
            serie.save()
        try:
            ta_in(serie, underlag, av=None)
        except IngenAndring:
            svar["varningar"].append(
                "Filen säger samma sak som redan är inläst. Inget är ändrat."
            )
            return
        minns_orden(serie, [v for v in valen if v.hur in (MINNS, GISSAR)])
        svar["sparat"] = True

    def _beratta(self, svar):
        skriv = self.stdout.write
        verb = "Läste in" if svar["sparat"] else "Läste, sparade inget ur,"
        skriv(f"{verb} {svar['fil']} till {svar['serie']}, {svar['namnd']}.")
        skriv(f"{svar['rader']} rader, summa {svar['summa']}, ")
        skriv(f"från {svar['fran']} till {svar['till']}.")
        for rubrik, per in svar["per_kategori"].items():
            skriv(f"{rubrik}: " + ", ".join(f"{o} {n}" for o, n in per.items()))
        for vad, ord_ in (("Utelämnat", "utelamnade"), ("Utan kod", "oplacerade")):
            for falt, per in svar[ord_].items():
                lista = ", ".join(f"{o} {n}" for o, n in per.items())
                skriv(f"{vad}, {falt}: {lista}")
        for mening in (*svar["kontroller"], *svar["varningar"]):
            skriv(f"- {mening}")
        for en in svar["avvisade"][:FLEST_RADER]:
            skriv(f"- Rad {en['rad']} är inte med. {en['skal']}")
        if (fler := len(svar["avvisade"]) - FLEST_RADER) > 0:
            skriv(f"- och {fler} rader till. Alla står med --json.")


def _byte(fil):
    try:
        return fil.read_bytes()
    except FileNotFoundError as fel:
        raise FilFel(f"Filen {fil} finns inte. Kontrollera sökvägen.") from fel
    except IsADirectoryError as fel:
        raise FilFel(f"{fil} är en mapp. Ange filen i den.") from fel
    except OSError as fel:
        raise FilFel(
            f"Filen {fil} går inte att läsa. Kontrollera dina rättigheter till den."
        ) from fel


def _valt_blad(forslag, namn):
    if not namn:
        return forslag[0]
    for ett in forslag:
        if ett.blad["namn"].casefold() == namn.strip().casefold():
            return ett
    finns = ", ".join(f.namn for f in forslag)
    raise FilFel(f"Bladet ”{namn}” finns inte. Filen har: {finns}.")


def _varfor_inget(forslag):
    utfall = forslag.utfall
    if utfall.saknar_ar:
        return "Året framgår varken av filen eller av dess namn. Ange det med --ar."
    if utfall.utelamnade:
        return (
            "Alla rader gäller andra nämnders delområden, eller ord som ska utelämnas. "
            "Kontrollera att du angav rätt nämnd."
        )
    if utfall.avvisade:
        rad, skal = utfall.avvisade[0]
        if "på två sätt" in skal:
            skal += " Ange det med --datum amd eller --datum dma."
        return f"Ingen rad gick att läsa. Den första, rad {rad}: {skal}"
    if utfall.upplysningar:
        return f"Filen har inga antal att räkna. {utfall.upplysningar[0]}"
    return "Filen har inga rader att räkna. Kontrollera att du valde rätt fil."


def _svar(fil, namnd, serie, forslag, rutor):
    blad, val, utfall = forslag.blad, forslag.val, forslag.utfall
    kolumner = {
        k["rubrik"]: "läses inte" if "slappt" in k else ROLLORD[roll]
        for k, roll in zip(blad["kolumner"], val.roller, strict=True)
    }
    return {
        "serie": serie.namn,
        "namnd": namnd.namn,
        "fil": fil.name,
        "blad": blad["namn"],
        "rubrikrad": blad["rubrikrad"],
        "kolumner": kolumner,
        "rader": utfall.rader,
        "summa": rutor.summa,
        "per_kategori": {
            rubrik: dict(per.most_common())
            for rubrik, per in utfall.per_kategori.items()
        },
        "per_manad": dict(sorted(utfall.per_manad.items())),
        "avvisade": [{"rad": rad, "skal": skal} for rad, skal in utfall.avvisade],
        "dolda": utfall.dolda,
        "summarader": utfall.summarader,
        "kontroller": utfall.kontroller,
        "fran": utfall.fran and utfall.fran.isoformat(),
        "till": utfall.till and utfall.sista_dag.isoformat(),
        "utelamnade": {f: dict(per) for f, per in utfall.utelamnade.items()},
        "oplacerade": {f: dict(per) for f, per in rutor.oplacerade.items()},
        "varningar": [*val.skal, *forslag.varningar],
        "sparat": False,
        "andringar": [],
    }


def _skillnaden(serie, underlag):
    if serie.pk is None:
        return {}
    return {
        "andringar": [
            {"manad": _tidsord(manad, p), "fore": fore, "efter": efter}
            for manad, p, fore, efter in skillnad(serie, underlag)
            if fore
        ]
    }


def _tidsord(manad, precision):
    """«2024», «2024-01», or «2024-01–03» as in `per_manad`."""
    langd = Manadstal.Precision(precision).manader
    return manadsord(Tid(manad, langd))
