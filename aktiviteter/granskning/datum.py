"""Days in running text that no calendar has, and weekdays that are not theirs."""

import re
from calendar import monthrange
from datetime import date

from aktiviteter.granskning.brist import brist, kort

MANADER = (
    "januari februari mars april maj juni juli augusti september oktober november "
    "december"
).split()
VECKODAGAR = "måndag tisdag onsdag torsdag fredag lördag söndag".split()
_NAMN = "|".join(MANADER)
_SIFFROR = re.compile(r"\d")
_ISO = re.compile(r"(?<![\d/.:-])((?:19|20)\d\d)-(\d\d?)-(\d\d?)(?![\d/]|-\d)")
_ATTA = re.compile(r"(?<![\d/.:-])((?:19|20)\d\d)(\d\d)(\d\d)(?![\d/-])")
_ORD = re.compile(
    rf"(?<![\d.,:§–-])\b(\d\d?):?(?:e|a)?\s+({_NAMN})\b(?:\s+(20\d\d))?", re.I
)
_BRAK = re.compile(r"\bden (\d\d?)/(\d\d?)\b")
_VECKA = re.compile(r"\b(?:vecka|v\.)\s?(\d\d)\b(?!\s?(?:procent|%|timmar))", re.I)
_TERTIAL = re.compile(
    r"\b(?:tertial(?:rapport)?(?:et)?|kvartal(?:srapport)?(?:et)?) (\d)\b", re.I
)
_ARENDE = re.compile(r"(?:dnr|diarie\w*|ärende\w*|KS|KF|nr)[\s:.]{0,3}$", re.I)
_AR_TILL_AR = re.compile(r"(?<![\d/.:-])(20\d\d)\s?[–—-]\s?(20\d\d)(?![\d-])")
_DAG_TILL_DAG = re.compile(r"\b(20\d\d-\d\d-\d\d)\s?[–—]\s?(20\d\d-\d\d-\d\d)\b")
_VECKODAG = re.compile(
    rf"\b({'|'.join(VECKODAGAR)})(?:en)? (?:den )?(\d\d?) ({_NAMN}) (20\d\d)\b", re.I
)


def granska(text):
    """Yield remarks on days and periods in one piece of text."""
    if not _SIFFROR.search(text):
        return
    for traff, rad in (*_dagar(text), *_enheter(text)):
        yield brist("omojligt_datum", f"{kort(traff[0])} {rad}", _runt(text, traff))
    for traff, rad in _perioder(text):
        yield brist("bakvand_period", f"{kort(traff[0])} {rad}", _runt(text, traff))
    for traff in _VECKODAG.finditer(text):
        if rad := _veckodag(traff):
            yield brist("fel_veckodag", rad, _runt(text, traff))


def _runt(text, traff):
    return text[max(0, traff.start() - 40) : traff.end() + 40]


def finns(ar, manad, dag):
    """Tell whether the calendar has the day."""
    return 1 <= manad <= 12 and 1 <= dag <= monthrange(ar, manad)[1]


def _dagar(text):
    for monster in (_ISO, _ATTA):
        for traff in monster.finditer(text):
            ar, manad, dag = (int(x) for x in traff.groups())
            if finns(ar, manad, dag) or _ARENDE.search(text[: traff.start()]):
                continue
            if monster is _ATTA and not (manad <= 31 and 1 <= dag <= 31 and manad):
                continue
            yield traff, _inget_datum(ar, manad, dag)
    for traff in _ORD.finditer(text):
        dag, manad = int(traff[1]), MANADER.index(traff[2].lower()) + 1
        ar = int(traff[3] or 2024)  # a leap year: 29 February is told only with a year
        if dag <= 39 and not finns(ar, manad, dag):
            sista = monthrange(ar, manad)[1]
            slut = f"{traff[2].capitalize()} har {sista} dagar"
            yield (
                traff,
                f"finns inte. {slut}{f' {ar}' if traff[3] else ''}. Rätta dagen.",
            )
    for traff in _BRAK.finditer(text):
        a, b = int(traff[1]), int(traff[2])
        if not finns(2024, b, a):
            yield traff, "är inget datum. Skriv dag och månad i ord."


def _inget_datum(ar, manad, dag):
    if finns(ar, dag, manad):
        return f"finns inte. Menade du {ar}-{dag:02}-{manad:02}? Rätta datumet."
    if 1 <= manad <= 12 and dag > 28:
        sista = monthrange(ar, manad)[1]
        namn = MANADER[manad - 1].capitalize()
        return f"finns inte. {namn} {ar} har {sista} dagar. Rätta datumet."
    return "finns inte. Rätta datumet."


def _enheter(text):
    for traff in _VECKA.finditer(text):
        if not 1 <= int(traff[1]) <= 53:
            yield traff, "finns inte. Året har 52 eller 53 veckor. Rätta veckan."
    for traff in _TERTIAL.finditer(text):
        hogst = 3 if traff[0].lower().startswith("tertial") else 4
        if not 1 <= int(traff[1]) <= hogst:
            yield (
                traff,
                f"finns inte. Året har {['tre', 'fyra'][hogst - 3]}. Rätta siffran.",
            )


def _perioder(text):
    for monster in (_AR_TILL_AR, _DAG_TILL_DAG):
        for traff in monster.finditer(text):
            if traff[2] < traff[1] and not _ARENDE.search(text[: traff.start()]):
                yield traff, "slutar innan den börjar. Rätta den."


def _veckodag(traff):
    ar, manad, dag = int(traff[4]), MANADER.index(traff[3].lower()) + 1, int(traff[2])
    if not finns(ar, manad, dag):
        return ""
    ratt = VECKODAGAR[date(ar, manad, dag).weekday()]
    if ratt == traff[1].lower():
        return ""
    return f"{kort(traff[0])}: den dagen är en {ratt}. Rätta veckodagen eller datumet."
