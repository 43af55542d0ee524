"""Reads a plan in the exchange format, which README describes key by key.

`granska` takes parsed JSON from anywhere and gives it with every key present and dates
and times as values, ready to be written to the database; or it raises `UtbyteFel`,
which says in Swedish where the fault is and what to do. Files of every version so far
are taken in; one of a later is refused, for it may say what must be heeded.
"""

import json
from datetime import date
from math import isfinite

from aktiviteter.models import Aktivitet, Ansvar
from aktiviteter.models.handlingsplan import FORSTA_AR, SISTA_AR, STANDARDTITEL
from aktiviteter.tidsprak import avstamning_ur, fran_dict
from vbeplan.text.block import MAX_TECKEN, stada
from vbeplan.text.svenska import tvatta

VERSIONER = ("vbeplan-plan/1", "vbeplan-plan/2")
MAX_AVSNITT, MAX_AKTIVITETER = 500, 2000
MAX_CELL = 50_000  # of words without a column of their own: roles, times
TIDENS_AR = range(1900, 2201)  # what the time language reckons with
STORSTA_TAL = 10**10  # what the column of `maltal` holds


FOR_MANGA_LED = (
    "Filen är byggd i för många led inuti varandra. Exportera planen på nytt och "
    "försök igen."
)


class UtbyteFel(Exception):  # noqa: N818 — «fel» is Swedish for error
    """The file is not a plan in the exchange format; the text says why, in Swedish."""


def las_json(bytes_):
    """Return what a JSON file's bytes hold (UTF-8, with or without BOM)."""
    try:
        return json.loads(bytes_.decode("utf-8-sig"), parse_constant=_ej_tal)
    except RecursionError as fel:  # how deep is too deep, the stack decides
        raise UtbyteFel(FOR_MANGA_LED) from fel
    except ValueError as fel:
        raise UtbyteFel(
            "Filen går inte att läsa som JSON. Exportera planen på nytt och "
            "försök igen."
        ) from fel


def _ej_tal(ord_):
    raise ValueError(f"{ord_} is no JSON")


def lagringsbar(data):
    """Return plain data as every database can keep it: words as `tvatta` gives them.

    Raises UtbyteFel for data nested too deep or numbers too large to be kept.
    """
    try:
        return _lagringsbar(data)
    except RecursionError as fel:
        raise UtbyteFel(FOR_MANGA_LED) from fel


def _lagringsbar(data):
    if isinstance(data, str):
        return tvatta(data)
    if isinstance(data, dict):
        return {tvatta(k): _lagringsbar(v) for k, v in data.items()}
    if isinstance(data, list):
        return [_lagringsbar(v) for v in data]
    if isinstance(data, float) and not isfinite(data):
        raise UtbyteFel("Ett tal i filen är för stort. Ta bort det och försök igen.")
    return data


def granska(data):
    """Return checked plan data with every key of the format."""
    plan = _Lasare(data, "planen")
    _granska_version(plan.ord("format"))
    dokument = _Lasare(plan.objekt("dokument"), "dokument")
    avsnitt = [_avsnitt(a) for a in plan.poster("avsnitt", MAX_AVSNITT)]
    aktiviteter = [
        _aktivitet(a, len(avsnitt)) for a in plan.poster("aktiviteter", MAX_AKTIVITETER)
    ]
    _granska_nummer([a["nummer"] for a in aktiviteter if a["nummer"]])
    return {
        "namnd": plan.ord("namnd", 120),
        "ar": plan.heltal("ar", FORSTA_AR, SISTA_AR),
        "titel": plan.ord("titel", 200) or STANDARDTITEL,
        "dnr": plan.ord("dnr", 60),
        "datum": plan.dag("datum"),
        "dokument": {
            "typ": dokument.ord("typ", 80),
            "agare": dokument.ord("agare", 200),
            "giltig_till": dokument.dag("giltig_till"),
            "budgetmal": dokument.ord("budgetmal", 300),
            "nasta_revidering": dokument.ord("nasta_revidering", 200),
        },
        "avsnitt": avsnitt,
        "aktiviteter": aktiviteter,
        "anmarkningar": [_anmarkning(a) for a in plan.poster("anmarkningar", 5000)],
    }


def _granska_version(format_):
    """Refuse a file of a later version; one that says none is from before."""
    if format_ and format_ not in VERSIONER:
        raise UtbyteFel(
            f"Filen har formatet ”{format_}”, som det här programmet inte känner. "
            "Uppdatera programmet, eller exportera planen på nytt därifrån den kommer."
        )


def _granska_nummer(nummer):
    for sett, ett in enumerate(nummer):
        if ett in nummer[:sett]:
            raise UtbyteFel(
                f"Två aktiviteter har nummer {ett}. Ge dem varsitt nummer i filen."
            )


def _avsnitt(las):
    return {
        "rubrik": las.ord("rubrik", 200) or "Utan rubrik",
        "niva": las.heltal("niva", 1, 2) or 1,
        "text": stada(las.text("text", MAX_TECKEN)),
        "intern": las.ja("intern"),
    }


def _aktivitet(las, antal_avsnitt):
    avsnitt_nr = las.heltal("avsnitt_nr", 0, antal_avsnitt - 1)
    if avsnitt_nr is None:
        las.fel("avsnitt_nr saknas, det är kapitlets plats räknad från 0")
    return {
        "nummer": las.heltal("nummer", 1, 2_000_000),
        "avsnitt_nr": avsnitt_nr,
        "titel": las.ord("titel", 200) or "Utan titel",
        "beskrivning": stada(las.text("beskrivning", MAX_TECKEN)),
        "insatsomrade": las.ord("insatsomrade", 100),
        "malgrupp": las.ord("malgrupp", 200),
        "niva": las.val("niva", Aktivitet.Niva.values),
        "strategiomrade": las.val("strategiomrade", Aktivitet.Strategiomrade.values),
        "mal": las.ord("mal", 500),
        "maltal": las.tal("maltal"),
        "malenhet": las.ord("malenhet", 40),
        "ansvariga": [
            {
                "roll": a.ord("roll"),
                "art": a.val("art", Ansvar.Art.values) or Ansvar.Art.HUVUDANSVARIG,
            }
            for a in las.poster("ansvariga", 100)
        ],
        "tidplan": las.tid("tidplan", "typ", ej="kanal"),
        "avstamning": las.avstamning(),
        "uppfoljning": las.tid("uppfoljning", "kanal"),
    }


def _anmarkning(las):
    return {
        "slag": las.ord("slag", 40) or "import",
        "plats": las.ord("plats", 300),
        "text": las.text("text", 5000),
        "avsnitt_nr": las.heltal("avsnitt_nr", 0, MAX_AVSNITT),
        "aktivitet": las.heltal("aktivitet", 1, 2_000_000),
    }


def _dagar(tid):
    """Return every day that a Tidplan or Uppfoljning holds."""
    spann = [(tid.start, tid.slut), *getattr(tid, "tillfallen", ())]
    spann += [(rapport.start, rapport.slut) for rapport in getattr(tid, "fler", ())]
    return [dag for par in spann for dag in par if dag]


_POST = {
    "avsnitt": "avsnitt",
    "aktiviteter": "aktivitet",
    "anmarkningar": "anmärkning",
    "ansvariga": "ansvarig",
}


class _Lasare:
    """Reads one JSON object; every fault names the place it stands in."""

    def __init__(self, data, plats):
        self.plats = plats
        if not isinstance(data, dict):
            self.fel("ska vara ett objekt med nycklar")
        self.data = data

    def fel(self, vad):
        raise UtbyteFel(f"{self.plats[:1].upper()}{self.plats[1:]}: {vad}.")

    def text(self, nyckel, hogst):
        varde = self.data.get(nyckel)
        if varde is None:
            return ""
        if not isinstance(varde, str):
            self.fel(f"{nyckel} ska vara text")
        varde = tvatta(varde)
        if len(varde) > hogst:
            self.fel(f"{nyckel} är {len(varde)} tecken lång och får vara {hogst}")
        return varde

    def ord(self, nyckel, hogst=MAX_CELL):
        return " ".join(self.text(nyckel, hogst).split())

    def val(self, nyckel, tillatna):
        varde = self.ord(nyckel)
        if varde and varde not in tillatna:
            self.fel(f"{nyckel} är ”{varde}” men ska vara {' eller '.join(tillatna)}")
        return varde

    def ja(self, nyckel):
        varde = self.data.get(nyckel) or False
        if type(varde) is not bool:
            self.fel(f"{nyckel} ska vara true eller false")
        return varde

    def heltal(self, nyckel, minst, storst):
        varde = self.data.get(nyckel)
        if varde is None:
            return None
        if type(varde) is not int or not minst <= varde <= storst:
            self.fel(f"{nyckel} ska vara ett heltal från {minst} till {storst}")
        return varde

    def tal(self, nyckel):
        varde = self.data.get(nyckel)
        if varde is None:
            return None
        if type(varde) not in (int, float) or not abs(varde) < STORSTA_TAL:
            self.fel(f"{nyckel} ska vara ett tal mindre än {STORSTA_TAL}")
        return round(varde, 2)

    def dag(self, nyckel):
        varde = self.ord(nyckel)
        try:
            return date.fromisoformat(varde) if varde else None
        except ValueError:
            self.fel(f"{nyckel} är ”{varde}” men ska vara ett datum som 2027-04-30")

    def objekt(self, nyckel):
        varde = self.data.get(nyckel)
        return {} if varde is None else varde

    def poster(self, nyckel, hogst):
        varde = self.data.get(nyckel)
        if varde is None:
            varde = []
        if not isinstance(varde, list):
            self.fel(f"{nyckel} ska vara en lista")
        if len(varde) > hogst:
            self.fel(f"{nyckel} har {len(varde)} poster, högst {hogst} går att läsa in")
        fore = "" if self.plats == "planen" else f"{self.plats}, "
        return [
            _Lasare(v, f"{fore}{_POST[nyckel]} {i}") for i, v in enumerate(varde, 1)
        ]

    def tid(self, nyckel, slagnyckel, ej=""):
        """Return the words, and the structured value when the file carries one."""
        data = self.objekt(nyckel)
        las = _Lasare(data, f"{self.plats}, {nyckel}")
        text = las.ord("text")
        if not data.get(slagnyckel):
            return text, None
        try:
            # `kanal` is what tells the two kinds apart, so a Tidplan must not have it.
            varde = fran_dict({k: v for k, v in data.items() if k != ej})
        except (ValueError, TypeError) as fel:
            las.fel(str(fel).rstrip("."))
        if any(dag.year not in TIDENS_AR for dag in _dagar(varde)):
            las.fel(
                f"datumen ska ligga från {TIDENS_AR.start} till {TIDENS_AR.stop - 1}"
            )
        return text, varde

    def avstamning(self):
        try:
            return avstamning_ur(self.objekt("tidplan"))
        except ValueError as fel:
            self.fel(str(fel).rstrip("."))
