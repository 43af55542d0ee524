"""Facts in lines: dates, diary numbers, boards, cities, and labels with values."""

import re
from dataclasses import dataclass, field
from datetime import date

from aktiviteter.tidsprak import tolka_tidplan
from aktiviteter.word.anmarkning import kort
from aktiviteter.word.modell import Stycke
from aktiviteter.word.organ import NAMND, organ_i

MANADER = (
    "januari februari mars april maj juni juli augusti september oktober november "
    "december"
).split()
_MAN = "|".join(MANADER)
_DATUM = re.compile(
    rf"\b(20\d\d)-(\d\d)-(\d\d)\b|\b(\d{{1,2}})\s+({_MAN})\s+(20\d\d)\b"
    r"|\b(20\d\d)(\d\d)(\d\d)\b",
    re.I,
)
_MANAD = re.compile(rf"^(?:{_MAN})\s+(20\d\d)\.?$", re.I)
_AR = re.compile(
    r"^(?:för\s+)?(?:åren?\s+|verksamhetsåret\s+|planperiod(?:en)?:?\s+)?"
    r"(20\d\d)(?:\s*[–/-]\s*(20\d\d|\d\d))?\.?$",
    re.I,
)
_SIDNUMMER = re.compile(
    r"(?:sida|sid\.?)\s+\d+(?:\s*(?:\(\d+\)|av \d+|/\s*\d+))?", re.I
)
_AR_SIST = re.compile(r"(.*\D)\s+(20\d\d(?:\s*[–-]\s*20\d\d)?)")
_PARAGRAF = re.compile(r"[,;(]?\s*§+\s*\d+(?:/\d+)?\)?")
_DNR = re.compile(
    r"\b(?:[A-ZÅÄÖ]{1,8}[ -]?)?\d{4}[:/-]\d{1,6}(?:-[\d.]+)?\b"
    r"|\b[A-ZÅÄÖ]{2,6}[ -]20\d\d[-/:]\d+(?:-[\d.]+)?\b"
    r"|\b\d+(?:\.\d+)+\.?-\d+/\d{2,4}\b|\b\d+/20\d\d(?:-[\d.]+)?\b"
)
_SLAG_ORD = {
    "handlingsplan", "plan", "riktlinje", "riktlinjer", "rutin", "program", "strategi",
    "policy", "styrdokument", "åtgärdsplan", "lokal handlingsplan",
}  # fmt: skip

# Label → field; the first that matches decides. "rest" has no field of its own.
_ETIKETTER = [(re.compile(rf"(?:{m})\s*(?::|$)", re.I), falt) for m, falt in [
    (r"senast\s+(?:reviderad|uppdaterad|ändrad)|reviderad(?:\s+datum)?|version(?:snummer)?"
     r"|upprättad av|framtagen av|kontakt(?:person)?|e-?post|telefon|handläggare"
     r"|paragraf"
     r"|omslag(?:sbild)?|foto|layout|tryck|adress", "rest"),
    (r"(?:diarie|ärende)-?\s*(?:nummer|nr)\.?|dnr\.?|d\.?nr\.?", "dnr"),
    (r"dokumenttyp|typ(?: av (?:styr)?dokument)?|dokumentslag|dokumentkategori"
     r"|styrdokument(?:styp)?", "typ"),
    (r"dokument(?:ägare|ansvarig)|ägare|dokumentansvarig\s+\w+|ansvarig(?: (?:funktion"
     r"|chef|tjänsteperson|förvaltning|för\s+(?:dokumentet|planen|revidering\w*)))?",
     "agare"),
    (r"giltig(?:t|het)?(?:\s*(?:till|t\.?\s?o\.?\s?m\.?|till och med|tom))?"
     r"|giltighetstid|giltighetsperiod"
     r"|gäller(?:\s*(?:till|t\.?\s?o\.?\s?m\.?|till och med|under|för))?"
     r"|planperiod|avser(?:\s+(?:tid|period|år))?|gäller under tiden", "giltig_till"),
    (r"nästa\s+(?:revidering|översyn|uppdatering)|revider(?:ing|as)(?:\s+senast)?"
     r"|aktualitets(?:prövas|prövning)|översyn|uppdateras(?:\s+senast)?",
     "nasta_revidering"),
    (r"budgetmål(?:et)?|mål i budget(?:en)?|kommunfullmäktiges mål|inriktningsmål"
     r"|(?:koppling till )?mål i (?:budget|verksamhetsplan)(?:en)?", "budgetmal"),
    (r"(?:besluts|fastställelse|dokument|antagande|utgivnings)?datum|fastställ(?:d|t|ande)(?:\s+(?:av|den"
     r"|datum))?|beslut(?:ad|at|sdatum)?(?:\s+(?:av|den|datum))?|antagen(?:\s+(?:av|den))?"
     r"|datum för (?:beslut|fastställande)|godkänd(?:\s+av)?|daterad", "datum"),
    (r"(?:ansvarig |beslutande )?nämnd|beslutsinstans|beslutande organ|beslutsorgan",
     "namnd"),
    (r"kommun", "kommun"),
    (r"titel|dokument(?:ets)?\s?namn|namn på dokument(?:et)?|rubrik", "titel"),
]]  # fmt: skip
_DATUMORD = re.compile(
    r"\b(?:fastställ|beslut|antag|godkän|utgiv|upprätta|datera)\w+|\b\w*datum\b"
    r"|\b(?:av|den)\b|\W+",
    re.I,
)
_BESLUT = re.compile(
    r"^(?:fastställ(?:d|t)|beslut(?:ad|at|s)?|antagen|antogs|godkänd)\b", re.I
)


# A fact is a line; longer text is prose, and costly to search.
LANGST = 300


@dataclass(slots=True)
class Framsida:
    """Facts by name (dates ISO), what was kept, (kind, sentence) remarks, and the words
    that the facts account for."""

    fakta: dict[str, str] = field(default_factory=dict)
    kvar: list[Stycke] = field(default_factory=list)
    fynd: list[tuple[str, str]] = field(default_factory=list)
    redovisat: list[str] = field(default_factory=list)
    ar: set[int] = field(default_factory=set)

    def satt(self, falt: str, varde: str, *, byt: bool = False) -> bool:
        """Sets a fact unless it has one. True when this value now stands there."""
        varde = varde.strip(" .,;:")
        if varde and (byt or not self.fakta.get(falt)):
            self.fakta[falt] = varde
        return self.fakta.get(falt) == varde != ""


def ar_faktarad(text: str) -> bool:
    """Whether a line is a date, a diary number, a board, a city or a labelled fact."""
    prov = Framsida()
    return las_rad(text, prov)


def segment(text: str) -> list[str]:
    return [d for d in map(str.strip, re.split(r"\t+|\s\|\s| {3,}", text)) if d]


def las_rad(text: str, ut: Framsida) -> bool:
    """One line's facts; False when it holds none and must be kept."""
    if len(text) > LANGST:
        return False
    text = " ".join(text.split())
    etikett, varde = _delad(text)
    if etikett:
        hela = text if etikett == "datum" and varde else varde
        return las_fakta(etikett, hela, ut)
    if _SIDNUMMER.fullmatch(text):
        return True
    if _MANAD.match(text):
        ut.ar.add(int(text.rstrip(".")[-4:]))
        ut.fakta.setdefault("manad", text)
        return True
    if traff := _AR.match(text):
        _period(traff, text, ut)
        return True
    if (traff := _AR_SIST.fullmatch(text)) and _organ(traff[1], ut):
        return las_rad(traff[2], ut)
    if _BESLUT.match(text):
        return las_fakta("datum", text, ut)
    return _utan_etikett(text, ut)


def _utan_etikett(text: str, ut: Framsida) -> bool:
    """A line known by its form alone: a date, a diary number, who decided."""
    if text.lower() in _SLAG_ORD and ut.fakta.get("titel"):
        return ut.satt("typ", text)
    if (traff := _DATUM.search(text)) and _ensamt(text, traff):
        return _datum("datum", text, ut)
    if traff and _organ(_utan(text, traff), ut):
        return _datum("datum", traff[0], ut)
    if (traff := _DNR.fullmatch(text)) and not _AR.match(text):
        return ut.satt("dnr", traff[0])
    return _organ(text, ut)


def _ensamt(text: str, datum: re.Match) -> bool:
    """Whether a line is a date, with at most who decided and the paragraph: «KF
    2025-04-28 § 55»."""
    rest = _PARAGRAF.sub(" ", text.replace(datum[0], " "))
    organ = NAMND.search(rest)
    rest = rest.replace(organ[0], " ") if organ else rest
    return len(_DATUMORD.sub("", rest)) < 1


def _utan(text: str, traff: re.Match) -> str:
    return text.replace(traff[0], " ").strip(" ,–|/-")


def _delad(text: str) -> tuple[str, str]:
    """(field, value) of «Dnr: EKH 2025/88», «Diarienummer KFN-2024-17»."""
    fore, kolon, efter = text.partition(":")
    if kolon and (falt := etikett_for(fore)):
        return falt, efter.strip()
    for ord_ in (3, 2, 1):
        delar = text.split(" ")
        falt = etikett_for(" ".join(delar[:ord_]))
        varde = " ".join(delar[ord_:])
        if falt == "dnr" and any(c.isdigit() for c in varde):
            return falt, varde
        if falt in ("giltig_till", "datum", "nasta_revidering") and re.search(
            r"20\d\d", varde
        ):
            return falt, varde
    return "", ""


def etikett_for(text: str) -> str:
    text = " ".join(text.split()).strip(" :.")
    return next((f for m, f in _ETIKETTER if m.fullmatch(text + ":")), "")


def las_fakta(falt: str, varde: str, ut: Framsida) -> bool:
    """A labelled value to its field. False when it must be kept as text."""
    varde = " ".join(varde.split())
    if len(varde) > LANGST:
        return False
    if not varde:
        return True  # a label whose value is not filled in says nothing
    if falt == "rest":
        return False
    if (
        falt == "datum"
        and not _DATUM.search(varde)
        and (organ := NAMND.fullmatch(varde))
    ):
        return ut.satt("beslutad_av", organ[0])
    if falt in ("datum", "giltig_till"):
        return _datum(falt, varde, ut)
    if falt == "namnd":
        traff = NAMND.search(varde)
        return ut.satt("namnd", traff[0] if traff else varde)
    return ut.satt(falt, varde)


def _datum(falt: str, text: str, ut: Framsida) -> bool:
    traffar = list(_DATUM.finditer(text))
    if not traffar:
        if falt == "giltig_till":
            return _giltig_utan_dag(text, ut)
        return False
    traff = traffar[-1] if falt == "giltig_till" else traffar[0]
    dag = _dag(traff)
    if dag is None:
        ut.fynd.append((
            "omojligt_datum",
            f"Datumet {traff[0]} på framsidan finns inte. Fyll i rätt datum.",
        ))  # fmt: skip
        return False
    organ = NAMND.search(text) if falt == "datum" else None
    beslut = organ is not None or _BESLUT.match(text) is not None
    satt = ut.satt(falt, dag.isoformat(), byt=beslut or falt == "giltig_till")
    if organ:
        ut.satt("beslutad_av", organ[0])
    rest = _DATUM.sub(" ", text.replace(organ[0], " ") if organ else text)
    rest = _DATUMORD.sub("", rest)
    if satt and falt == "datum" and (rest or len(traffar) > 1):
        ut.fynd.append((
            "framsida_ord",
            f"Framsidan anger {kort(text, 200)}. Bara datum och nämnd fick egna fält; "
            "skriv in resten där den hör hemma om den ska vara kvar.",
        ))  # fmt: skip
    return satt


def _giltig_utan_dag(text: str, ut: Framsida) -> bool:
    """«2025–2027» and the like: the last day the words cover."""
    ar = re.findall(r"20\d\d", text)
    tolkad = tolka_tidplan(text, ar=int(ar[-1])) if ar else None
    if tolkad is None or tolkad.slut is None:
        return False
    ut.fynd.append((
        "giltighet_tolkad",
        f"Giltighetstiden {kort(text)} lästes som till och med {tolkad.slut}. "
        "Kontrollera att det stämmer.",
    ))  # fmt: skip
    return ut.satt("giltig_till", tolkad.slut.isoformat())


def _dag(traff: re.Match) -> date | None:
    if traff[1]:
        tal = traff[1], traff[2], traff[3]
    elif traff[4]:
        tal = traff[6], str(MANADER.index(traff[5].lower()) + 1), traff[4]
    else:
        tal = traff[7], traff[8], traff[9]
    try:
        return date(*map(int, tal))
    except ValueError:
        return None


def _period(traff: re.Match, text: str, ut: Framsida) -> None:
    forsta = int(traff[1])
    sista = int(
        traff[2]
        if len(traff[2] or "") == 4
        else traff[1][:2] + (traff[2] or traff[1][2:])
    )
    ut.ar |= set(range(forsta, min(sista, forsta + 20) + 1))
    if sista > forsta and ut.satt("giltig_till", f"{sista}-12-31"):
        ut.fynd.append((
            "giltighet_tolkad",
            f"Perioden {kort(text)} lästes som giltig till och med {sista}-12-31. "
            "Kontrollera att det stämmer.",
        ))  # fmt: skip


def _organ(text: str, ut: Framsida) -> bool:
    """A line that is a board, a city, or «board, city»."""
    organ = organ_i(text)
    if organ is None:
        return False
    if organ.forvaltning:
        ut.fynd.append((
            "framsida_ord",
            f"Framsidan anger {kort(text)}. Förvaltningen har inget eget fält; skriv "
            "in den där den hör hemma om den ska vara kvar.",
        ))  # fmt: skip
        return True
    klart = not organ.rest
    if organ.namnd:
        klart = ut.satt("namnd", organ.namnd) and klart
    if organ.kommun:
        satt = ut.satt("kommun", organ.kommun)
        klart = klart and (satt or organ.gissad)
    return klart
