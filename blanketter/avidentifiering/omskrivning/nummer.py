"""Wordings for numbers, mail and addresses: the kind of thing instead of the thing."""

import re

from blanketter.avidentifiering.omskrivning.plats import bort, fore, i_stallet

_PERSONORD = (
    r"(?:patient|brukare|klient|elev|kund|gäst|besökare|vårdtagare|sökande|hyresgäst)"
)

# For each kind: the words before that go with it, and what stands there instead.
_NUMMER = {
    "personnummer": (
        r"(?:person(?:nummer|nr)|p-?nr|pers\.?nr|p\.nr)\w{0,2}:?\s",
        "ett personnummer",
    ),
    "samordningsnummer": (
        r"(?:samordnings?\.?-?(?:nummer|nr)|samordn\.?nr)\w{0,2}:?\s",
        "ett samordningsnummer",
    ),
    "telefon": (
        r"(?:telefon(?:nummer|numret|nr)?|tel\.?|tfn\.?|mobil(?:nummer|numret|nr|en)?|"
        r"nummer|numret|nr)\.?:?\s",
        "ett telefonnummer",
    ),
    "epost": (
        r"(?:e-?post(?:adress|adressen)?|mejl(?:adress|adressen)?|mail(?:en)?|"
        r"adressen):?\s",
        "en e-postadress",
    ),
    "ip": (r"(?:ip-?(?:adress(?:en)?|nr|nummer|numret)?|adressen):?\s", "en ip-adress"),
    "arende": (
        r"(?:dnr|diarienummer|diarienr|ärende(?:nr|nummer|numret)?|k-nummer|k-nr|"
        r"nummer|nr|"
        r"referens(?:nr|nummer)?|mål(?:nr|nummer)?)\.?:?\s",
        "ett ärendenummer",
    ),
    "bankkonto": (
        r"(?:(?:bank)?konto(?:t|nr|nummer|numret)?|bankgiro|plusgiro|bg|pg|iban|swish|"
        r"clearing och konto):?\s",
        "ett bankkonto",
    ),
    "regnr": (
        r"(?:reg\.?\s?n(?:umme)?r|regnumret|registreringsnummer|registreringsnumret|"
        r"med (?:nummer|skylten|nr)):?\s",
        "ett fordon",
    ),
    "lagenhet": (r"(?:lägenheten):?\s", "en lägenhet"),
}
_MED_ORD = {
    typ: re.compile(rf"(?<!\w){ord_}\Z", re.IGNORECASE)
    for typ, (ord_, _) in _NUMMER.items()
}
_EGET = re.compile(
    r"(?<!\w)(?:\w{2,20}t|hans|hennes|hens|deras|min|vår|\w{2,20}s) \Z", re.I
)
_STOD = re.compile(
    r"(?<!\w)(?:stod|står|angavs|skrevs?|finns|uppgavs|är|syns)\W \Z|(?:stod|står|"
    r"angavs|finns|uppgavs) \Z",
    re.I,
)
_PA = re.compile(r"(?:nås|ring|svarar|sms:a)\b[^.!?\n]{0,20} (?:på )?\Z", re.IGNORECASE)
_PERSON = re.compile(rf"(?<!\w)(?P<ord>{_PERSONORD}) \Z", re.IGNORECASE)
_BOR = re.compile(r"(?<!\w)(?P<bor>bor|bodde|bosatt|boende) (?:på|i|vid) \Z", re.I)
_LAGE = re.compile(r"(?<!\w)(?:på|vid|i|från|till|utanför|hos|mot|hörnet) \Z", re.I)


def om_nummer(text, fynd):
    """Yield the kind of number, also where the words before it can go with it."""
    innan = fore(text, fynd.start)
    ord_ = _NUMMER[fynd.typ][1]
    if fynd.typ in ("personnummer", "samordningsnummer"):
        yield from _om_person(text, fynd, innan)
    elif fynd.typ == "telefon" and _PA.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, "telefon")
    start = fynd.start
    if traff := _MED_ORD[fynd.typ].search(innan):
        start -= len(traff[0])
        if _EGET.search(innan[: traff.start()]):  # «okänt nummer» stands by itself
            yield bort(text, fynd)
        if traff[0].lower() == "ärende ":
            ord_ = "ett ärende"
    yield i_stallet(text, start, fynd.end, ord_)


def _om_person(text, fynd, innan):
    """«Patient 850312-1234 sade» becomes «En patient sade»."""
    if traff := _PERSON.search(innan):
        ord_ = f"en {traff['ord'].lower()}"
        yield i_stallet(text, fynd.start - len(traff[0]), fynd.end, ord_)
    elif not (_MED_ORD[fynd.typ].search(innan) or _STOD.search(innan)):
        yield i_stallet(text, fynd.start, fynd.end, "en person")


def om_adress(text, fynd):
    """Yield the area instead of the address."""
    innan = fore(text, fynd.start)
    if traff := _BOR.search(innan):
        bor = fynd.start - len(traff[0])
        yield i_stallet(text, bor, fynd.end, f"{traff['bor'].lower()} i området")
    if _LAGE.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, "en adress i området")
    yield i_stallet(text, fynd.start, fynd.end, "en bostadsadress i området")


def om_postnummer(text, fynd):
    """Yield the town that stands after, alone."""
    end = fynd.end
    if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
        yield i_stallet(text, fynd.start, end + 1, "")
    else:
        yield i_stallet(text, fynd.start, end, "området")
