"""The words by which headings, totals and dropped columns are known."""

import re

DATUM, MANAD, AR, VECKA = "datum", "manad", "ar", "vecka"
MILJO, SLAG, PLATS, DELOMRADE = "miljo", "slag", "plats", "delomrade"
UPPDELNING, ANTAL, VARDE, SUMMA = "uppdelning", "antal", "varde", "summa"
TAL, ARENDE, FRITEXT, PERSON = "tal", "arende", "fritext", "person"
INGET = "inget"
KODADE = (MILJO, SLAG, PLATS, DELOMRADE)
KATEGORIER = (*KODADE, UPPDELNING)
TIDER = (DATUM, MANAD, AR, VECKA)


def _ord(text):
    return re.compile(rf"(?:^|(?<![a-zåäö]))(?:{text})", re.IGNORECASE)


# Each role with the words of its headings; the first that fits is the guess.
RUBRIKORD = (
    (
        ARENDE,
        _ord(
            r"ärende(?:\s*(?:nr|nummer|id|-id)|nr|nummer|id)|ärende$|(?:id|(?!veck|mån|kvartal|tertial|år)\w*(?:nr|nummer)"
            r"|dnr|diarienr|diarienummer|referens\w*|ref\.?|guid|post-?nr|nummer|#)$|"
            r"(?:händelse|avvikelse|anmälnings?|rapport|objekt)s?-?(?:nr|nummer|id)\b|"
            r"k-nummer|id[- ]?(?:nr|nummer)"
        ),
    ),
    (
        TAL,
        _ord(
            r"yta\b|area|m2|m²|kvm|kvadrat|kostnad|pris|belopp|kr\b|sek\b|kronor|andel|"
            r"procent|%|förändring|differens|diff\b|index|timmar|timme|minuter|lat\b|"
            r"latitud|long?\b|longitud|koordinat|x-?koord|y-?koord|sweref|postn|"
            r"per\s+(?:1\s?000|100|inv)|(?<!\d)1(?:0{3,5}|0{0,2}[\s.]0{3})(?!\d)|"
            r"medel|snitt|skillnad|varav|därav|\w*uppklar\w*|"
            r"lagför\w*|mål(?:värde\w*|tal\w*|nivå\w*)?(?:$|\s+(?=\d))|budget\w*|"
            r"prognos\w*|riktvärde\w*|kvot|befolkning|invånare|längd|"
            r"höjd|bredd|prioritet|prio\b|allvar\w*grad|risk\w*|klockslag|kl\.|"
            r"tidpunkt kl|ledtid|dagar|dag$"
        ),
    ),
    (
        PERSON,
        _ord(
            r"(?:för|efter|(?:elev|barn|person|kund)(?:en|et)?s?)?\s*namn\b|person\w*|\w*elev(?:en|ens)?$|anställd$|"
            r"medarbetare$|vårdnadshavare\w*|förövare\w*|gärningsm\w*|hyresgäst\w*|"
            r"målsägande\w*|misstänkt$|handläggare|anmälare|uppgiftslämnare|"
            r"(?:anmäld|rapporterad|registrerad|skapad|inlagd|ändrad) av|"
            r"\w+(?:d|t|en) av$|signatur\w*|vem\b|kontakt\w*|"
            r"e-?post\w*|mejl\w*|telefon\w*|tel\b|\w*adress\w*|fastighet\w*|pnr\b"
        ),
    ),
    (
        FRITEXT,
        _ord(
            r"beskriv\w*|kommentar\w*|anteckning\w*|fritext\w*|notering\w*|anmärkning\w*|"
            r"gatu?\w*|länk|url|bild\w*|foto\w*|text\b|vad hände|\w*förlopp|åtgärd\w*|"
            r"orsak\w*"
        ),
    ),
    (VECKA, _ord(r"vecka\b|veckonr|veckonummer|v\.?$|week")),
    (MANAD, _ord(r"månad\w*|mån\.?$|month|kvartal|tertial|period\w*|tidsperiod")),
    (AR, _ord(r"år$|årtal|year|kalenderår")),
    (
        DATUM,
        _ord(
            r"\w*datum\w*|inkom\w*|inkommen|\w*dag$|dag\b|\w*tid(?:punkt)?$|när\b|"
            r"anmäld\w*|registrerad\w*|rapporterad\w*|skapad\w*|date|inträffa\w*|"
            r"upptäckt\w*|avslutad\w*|stängd\w*|sanerad\w*"
        ),
    ),
    (
        ANTAL,
        _ord(
            r"antal\w*|st\.?$|frekvens|count|n$|summa antal|händelser$|ärenden$|fall$"
        ),
    ),
    (
        DELOMRADE,
        _ord(
            r"stadsdel\w*|delområde\w*|\w*område\w*|distrikt\w*|kommundel\w*|sdn\b|"
            r"geografi\w*|ort\b|ortsdel"
        ),
    ),
    (
        MILJO,
        _ord(
            r"\w*miljö\w*|budskap\w*|motiv\w*|ideologi\w*|grupp\w*|rörelse\w*|extremis\w*"
            r"|inriktning\w*|tema|symbolik|avsändare"
        ),
    ),
    (
        PLATS,
        _ord(
            r"\w*plats\w*|lokal\w*|anläggning\w*|var\b|verksamhet\w*|enhet\w*|arbetsplats"
            r"\w*|objekt\w*|ytbeskaffenhet|underlag"
        ),
    ),
    (
        SLAG,
        _ord(
            r"\w*typ\b|\w*typer?\w*|\w*slag\b|händelse\w*|kategori\w*|art\b|brott\w*|"
            r"avvikelse\w*|rubricering\w*|klass\w*|ärende\w*|vad\b|sort\b"
        ),
    ),
)
_SUMMA = re.compile(
    r"(?:\W*)(?:del|total|slut|års|hel)?(?:summa|summering)\b|"
    r"\W*(?:totalt?|tot\.?|totala|s:a|sammanlagt|samtliga|ack(?:umulerat|\.)?|"
    r"grand total|sum|summan|hela (?:året|perioden))(?=\W|$|\d)|\W*totalsumma",
    re.IGNORECASE,
)
_SUMMA_SIST = re.compile(r".+[\s,:–-](?:summa|totalt?|total)\W*$", re.IGNORECASE)
_ALLA = re.compile(
    r"alla(?: \w+)?|hela \w+|helår(?:et)?|båda",
    re.IGNORECASE,
)
_MATT = re.compile(
    r"\W*(?:medel(?:värde|tal)?|genomsnitt\w*|snitt\w*|median\w*|förändring\w*|"
    r"differens|diff|skillnad|andel\w*|procent\w*|index|kvot|per (?:capita|invånare|"
    r"1\s?000|10\s?000|100\s?000)|kumulativt?|average|mean)(?=\W|$|\d)|"
    r"\W*(?:varav|därav)\b|"
    r"\W*(?:max|min)(?:imum|värde|\.)?\W*$|\W*(?:högsta|lägsta)(?: värde)?\W*$|"
    r"\W*(?:standardavvikelse|varians)\b",
    re.IGNORECASE,
)
NOT = re.compile(
    r"\W*(?:källa|anm(?:ärkning)?\b|not\b|obs\b|\*|uttag|uppdaterad|utskrift|hämtad|"
    r"avser|statistik|data|rapport|kontakt|filter|urval|sida \d|\d\)|förklaring|"
    r"tabellen|siffrorna|uppgifterna|rad(?:er|en)|sammanställ)",
    re.IGNORECASE,
)


def ar_summa(text, *, alla=True):
    """Return whether a label says that its numbers are a sum of others.

    `alla`: also by the words that may be a category of their own in a list of cases.
    """
    if not isinstance(text, str) or len(text) > 60:
        return False
    if _SUMMA.match(text) or _SUMMA_SIST.fullmatch(text):
        return True
    return alla and bool(_ALLA.fullmatch(text.strip()))


def ar_matt(text):
    """Return whether a label says a mean, a share, a change, or a part of the above."""
    return isinstance(text, str) and len(text) <= 60 and bool(_MATT.match(text))


def rubrikroller(text):
    """Return the roles that a heading's words speak for, the likeliest first."""
    roller = [roll for roll, ord_ in RUBRIKORD if ord_.search(text)]
    if {VECKA, MANAD, AR}.intersection(roller):
        return [roll for roll in roller if roll != ARENDE]  # «Vecka nr»
    return roller


ROLLORD = {
    DATUM: "Datum",
    MANAD: "Månad, kvartal eller tertial",
    AR: "År",
    VECKA: "Vecka",
    MILJO: "Miljö",
    SLAG: "Händelse",
    PLATS: "Sorts plats",
    DELOMRADE: "Delområde",
    UPPDELNING: "Annan uppdelning",
    ANTAL: "Antal",
    VARDE: "Antal, tid eller slag står i rubriken",
    SUMMA: "Summa, räknas inte med",
    TAL: "Annat tal, räknas inte",
    INGET: "Används inte",
}
