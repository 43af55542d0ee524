"""The cover: title, board, city, date, diary number and the document box.

What is recognised becomes facts. A recognised line's spare words are told in a remark;
a line that is not recognised at all is kept.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from aktiviteter.tidsprak import tolka_tidplan
from aktiviteter.word.anmarkning import kort
from aktiviteter.word.kolumner import rubrikrad
from aktiviteter.word.modell import Bit, Block, Cell, Stycke, Tabell

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
_NAMND = re.compile(
    r"(?:[Nn]ämnden för [\w ,-]+"
    r"|(?:[A-ZÅÄÖ][\wé]*-?,? (?:och )?)*(?:[a-zåäö]+-? och )?[\wåäöÅÄÖ-]*nämnd(?:en)?\b"
    r"|[Kk]ommunstyrelsen?\b|[Kk]ommunfullmäktige\b)"
)
_KOMMUN = re.compile(
    r"\b((?:(?:Upplands|Östra|Västra|Norra|Södra|Nya|Lilla|Stora) )?[A-ZÅÄÖ][a-zåäöé-]+ "
    r"(?:[Kk]ommun|[Ss]tad))(?:s)?\b|\b(Region [A-ZÅÄÖ][a-zåäö]+)\b"
)
_DNR = re.compile(
    r"\b(?:[A-ZÅÄÖ]{1,8}[ -]?)?\d{4}[:/-]\d{1,6}(?:-[\d.]+)?\b"
    r"|\b[A-ZÅÄÖ]{2,6}[ -]20\d\d[-/:]\d+(?:-[\d.]+)?\b"
    r"|\b\d+(?:\.\d+)+\.?-\d+/\d{2,4}\b|\b\d+/20\d\d(?:-[\d.]+)?\b"
)
_FORVALTNING = re.compile(r"[\w -]*förvaltning(?:en)?$", re.I)
_TITELORD = re.compile(
    r"\w*plan(?:en)?\b.*\bmot\b|\w*(?:handlings|åtgärds)\w*plan|våldsbejakande|"
    r"\b(?:plan|program|strategi|riktlinjer?)\b",
    re.I,
)
_SLAG_ORD = {
    "handlingsplan", "plan", "riktlinje", "riktlinjer", "rutin", "program", "strategi",
    "policy", "styrdokument", "åtgärdsplan", "lokal handlingsplan",
}  # fmt: skip

# Label → field; the first that matches decides. "rest" has no field of its own.
_ETIKETTER = [(re.compile(rf"(?:{m})\s*(?::|$)", re.I), falt) for m, falt in [
    (r"senast\s+(?:reviderad|uppdaterad|ändrad)|reviderad(?:\s+datum)?|version(?:snummer)?"
     r"|upprättad av|framtagen av|kontakt(?:person)?|e-?post|telefon|handläggare|paragraf"
     r"|omslag(?:sbild)?|foto|layout|tryck|adress", "rest"),
    (r"(?:diarie|ärende)-?\s*(?:nummer|nr)\.?|dnr\.?|d\.?nr\.?", "dnr"),
    (r"dokumenttyp|typ(?: av (?:styr)?dokument)?|dokumentslag|dokumentkategori"
     r"|styrdokument(?:styp)?", "typ"),
    (r"dokument(?:ägare|ansvarig)|ägare|ansvarig(?: (?:funktion|chef|tjänsteperson|för\s+"
     r"(?:dokumentet|planen|revidering\w*)|förvaltning))?|dokumentansvarig\s+\w+", "agare"),
    (r"giltig(?:t|het)?(?:\s*(?:till|t\.?\s?o\.?\s?m\.?|till och med|tom))?|giltighetstid"
     r"|giltighetsperiod|gäller(?:\s*(?:till|t\.?\s?o\.?\s?m\.?|till och med|under|för))?"
     r"|planperiod|avser(?:\s+(?:tid|period|år))?|gäller under tiden", "giltig_till"),
    (r"nästa\s+(?:revidering|översyn|uppdatering)|revider(?:ing|as)(?:\s+senast)?"
     r"|aktualitets(?:prövas|prövning)|översyn|uppdateras(?:\s+senast)?", "nasta_revidering"),
    (r"budgetmål(?:et)?|mål i budget(?:en)?|kommunfullmäktiges mål|inriktningsmål"
     r"|(?:koppling till )?mål i (?:budget|verksamhetsplan)(?:en)?", "budgetmal"),
    (r"(?:besluts|fastställelse|dokument|antagande)?datum|fastställ(?:d|t|ande)(?:\s+(?:av|den"
     r"|datum))?|beslut(?:ad|at|sdatum)?(?:\s+(?:av|den|datum))?|antagen(?:\s+(?:av|den))?"
     r"|datum för (?:beslut|fastställande)|godkänd(?:\s+av)?|daterad", "datum"),
    (r"(?:ansvarig |beslutande )?nämnd|beslutsinstans|beslutande organ|beslutsorgan", "namnd"),
    (r"kommun", "kommun"),
    (r"titel|dokument(?:ets)?\s?namn|namn på dokument(?:et)?|rubrik", "titel"),
]]  # fmt: skip
_BESLUT = re.compile(
    r"^(?:fastställ(?:d|t)|beslut(?:ad|at|s)?|antagen|antogs|godkänd)\b", re.I
)
_LANGST_RAD = 160


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
    return _rad(text, prov)


def las_framsida(block: list[Block], sidhuvud: Iterable[Stycke] = ()) -> Framsida:
    """Facts of the blocks before the first chapter; headers only fill what lacks."""
    ut = Framsida()
    stycken = [b for b in block if isinstance(b, Stycke) and not b.tomt]
    titel = _titel(stycken)
    ut.satt("titel", " ".join(s.text for s in titel))
    for b in block:
        if isinstance(b, Tabell):
            _tabell(b, ut)
        elif b in titel:
            ut.redovisat.append(b.text)
        elif not b.tomt:
            _stycke(b, ut)
    _ur_titeln(ut)
    for s in sidhuvud:
        prov = Framsida()
        for del_ in _segment(s.text):
            _rad(del_, prov)
        for falt in ("dnr", "datum", "namnd", "kommun"):
            if prov.fakta.get(falt):
                ut.satt(falt, prov.fakta[falt])
    return ut


def fakta_i_tabell(tabell: Tabell) -> Framsida | None:
    """A document box inside the plan: its facts, None for another table."""
    ut = Framsida()
    par = _par(tabell)
    kanda = [p for p in par if _etikett(p[0]) not in ("", "rest")]
    if len(kanda) < 2 or len(kanda) * 2 < len(par):
        return None
    for etikett, varde in par:
        _fakta(_etikett(etikett), " ".join(varde), ut)
    return ut


# ------------------------------------------------------------------------- lines


def _stycke(s: Stycke, ut: Framsida) -> None:
    if len(s.text) > _LANGST_RAD or s.lista or any(b.fotnot for b in s.bitar):
        ut.kvar.append(s)
        return
    delar = _segment(s.raa())
    okanda = [d for d in delar if not _rad(d, ut)]
    if len(okanda) == len(delar):
        ut.kvar.append(s)
        return
    ut.redovisat.append(s.text)
    ut.kvar += [Stycke([Bit(d)]) for d in okanda]


def _segment(text: str) -> list[str]:
    return [d for d in map(str.strip, re.split(r"\t+|\s\|\s| {3,}", text)) if d]


def _rad(text: str, ut: Framsida) -> bool:
    """One line's facts; False when it holds none and must be kept."""
    text = " ".join(text.split())
    etikett, varde = _delad(text)
    if etikett:
        return _fakta(etikett, varde, ut)
    if _MANAD.match(text):
        ut.ar.add(int(text.rstrip(".")[-4:]))
        ut.fakta.setdefault("manad", text)
        return True
    if traff := _AR.match(text):
        _period(traff, text, ut)
        return True
    if _BESLUT.match(text):
        return _fakta("datum", text, ut)
    if text.lower() in _SLAG_ORD and ut.fakta.get("titel"):
        return ut.satt("typ", text)
    if (traff := _DATUM.search(text)) and len(text) <= len(traff[0]) + 2:
        return _datum("datum", text, ut)
    if (traff := _DNR.fullmatch(text)) and not _AR.match(text):
        return ut.satt("dnr", traff[0])
    return _organ(text, ut)


def _delad(text: str) -> tuple[str, str]:
    """(field, value) of «Dnr: EKH 2025/88», «Diarienummer KFN-2024-17»."""
    fore, kolon, efter = text.partition(":")
    if kolon and (falt := _etikett(fore)):
        return falt, efter.strip()
    for ord_ in (3, 2, 1):
        delar = text.split(" ")
        falt = _etikett(" ".join(delar[:ord_]))
        varde = " ".join(delar[ord_:])
        if falt == "dnr" and any(c.isdigit() for c in varde):
            return falt, varde
        if falt in ("giltig_till", "datum", "nasta_revidering") and re.search(
            r"20\d\d", varde
        ):
            return falt, varde
    return "", ""


def _etikett(text: str) -> str:
    text = " ".join(text.split()).strip(" :.")
    return next((f for m, f in _ETIKETTER if m.fullmatch(text + ":")), "")


def _fakta(falt: str, varde: str, ut: Framsida) -> bool:
    """A labelled value to its field. False when it must be kept as text."""
    varde = " ".join(varde.split())
    if not varde or falt == "rest":
        return False
    if falt in ("datum", "giltig_till"):
        return _datum(falt, varde, ut)
    if falt == "namnd":
        traff = _NAMND.search(varde)
        return ut.satt("namnd", traff[0] if traff else varde)
    if falt == "nasta_revidering":
        ut.ar |= set()
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
    beslut = _BESLUT.match(text) is not None
    satt = ut.satt(falt, dag.isoformat(), byt=beslut and falt == "datum")
    if beslut and (organ := _NAMND.search(text)):
        ut.satt("namnd", organ[0])
    rest = re.sub(r"[\W_]+", " ", _DATUM.sub(" ", text)).strip()
    if satt and (rest and (beslut or len(rest) > 12)) or len(traffar) > 1:
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
    if len(text.split()) > 9 or re.search(r"\b(?:mot|enligt|ska|är|har)\b", text):
        return False
    namnd, kommun = _NAMND.search(text), _KOMMUN.search(text)
    rest = text
    if namnd:
        rest = rest.replace(namnd[0], " ")
    if kommun:
        rest = rest.replace(kommun[0], " ")
    rest = rest.strip(" ,–-|/")
    if not (namnd or kommun):
        return False
    if rest and namnd and not kommun and re.fullmatch(r"[A-ZÅÄÖ][a-zåäöé]+", rest):
        ut.satt("kommun", rest)
        rest = ""
    klart = not rest
    if namnd:
        klart = ut.satt("namnd", namnd[0]) and klart
    if kommun:
        klart = ut.satt("kommun", kommun[1] or kommun[2]) and klart
    return klart


# ------------------------------------------------------------------------ tables


def _tabell(tabell: Tabell, ut: Framsida) -> None:
    """A document box, or a table used for layout."""
    tagna: set[str] = set()
    for etikett, varde in _par(tabell):
        falt, text = _etikett(etikett), " ".join(varde)
        if falt and _fakta(falt, text, ut):
            ut.redovisat += [etikett, text]
        elif text:
            ut.kvar.append(Stycke([Bit(f"{etikett.rstrip(' :')}: {text}")]))
        tagna |= {etikett, *varde}
    for rad in tabell.rader:
        for cell in rad:
            for s in cell.stycken:
                if s.text not in tagna:
                    _stycke(s, ut)


def _par(tabell: Tabell) -> list[tuple[str, list[str]]]:
    """Label–value pairs: beside each other, below each other, or in one cell."""
    ut: list[tuple[str, list[str]]] = []
    rader = [[_rader(c) for c in rad] for rad in tabell.rader]
    over: list[list[str]] = []
    for rad in rader:
        etiketter = [len(c) == 1 and bool(_etikett(c[0])) for c in rad]
        if over and not any(etiketter):
            ut += [(o[0], v) for o, v in zip(over, rad, strict=False) if v and o]
            over = []
        elif len(rad) > 1 and all(
            e or not c for e, c in zip(etiketter, rad, strict=True)
        ):
            over = rad
        else:
            over = []
            ut += _par_i_rad(rad, etiketter)
    return ut


def _par_i_rad(
    rad: list[list[str]], etiketter: list[bool]
) -> list[tuple[str, list[str]]]:
    if any(len(c) > 1 and _etikett(c[0]) for c in rad):
        return [(c[0], c[1:]) for c in rad if len(c) > 1 and _etikett(c[0])]
    if len(rad) % 2:
        return []
    par = zip(rad[::2], rad[1::2], strict=True)
    return [
        (n[0], v)
        for n, v in par
        if len(n) == 1 and v and (_etikett(n[0]) or (any(etiketter) and len(n[0]) < 40))
    ]


def _rader(cell: Cell) -> list[str]:
    return [s.text for s in cell.stycken]


# ------------------------------------------------------------------------- title


def _titel(stycken: list[Stycke]) -> list[Stycke]:
    """The title's lines: by style, else the largest, else by its words."""
    med_stil = [s for s in stycken if s.roll == "titel"]
    if not med_stil:
        mojliga = [s for s in stycken if len(s.text) <= 150 and not _bara_fakta(s.text)]
        storst = max((s.storlek for s in mojliga), default=0)
        ordlika = [s for s in mojliga if _TITELORD.search(s.text)]
        stora = [s for s in mojliga if s.storlek == storst]
        val = [s for s in ordlika if s in stora] or ordlika
        if not val and storst > min(s.storlek for s in stycken) if stycken else False:
            val = stora
        med_stil = val[:1]
    if not med_stil:
        return []
    ut = med_stil
    i = stycken.index(ut[-1])
    nasta = stycken[i + 1] if i + 1 < len(stycken) else None
    fortsatter = nasta is not None and (
        nasta.text[:1].islower() and nasta.storlek >= ut[-1].storlek
        or nasta.roll == "undertitel" and not _bara_fakta(nasta.text)
    )  # fmt: skip
    return [*ut, nasta] if fortsatter else ut


def _bara_fakta(text: str) -> bool:
    return any(_rad(d, Framsida()) for d in _segment(text))


def _ur_titeln(ut: Framsida) -> None:
    """Year and city that only the title gives; its words stay in it."""
    titel = ut.fakta.get("titel", "")
    ut.ar |= {int(a) for a in re.findall(r"\b20\d\d\b", titel)}
    for traff in re.finditer(r"\b(20\d\d)\s*[–-]\s*(20\d\d)\b", titel):
        ut.ar |= set(range(int(traff[1]), min(int(traff[2]), int(traff[1]) + 20) + 1))
    if kommun := _KOMMUN.search(titel):
        ut.satt("kommun", kommun[1] or kommun[2])


def slutar_fore(block: list[Block]) -> int:
    """Without headings: how many blocks at the start are a cover. An activity table or
    running text ends it."""
    for i, b in enumerate(block):
        if isinstance(b, Tabell):
            if rubrikrad(b) is not None:
                return i
        elif not b.tomt and (len(b.text) > 100 or b.lista):
            return i
    return len(block)
