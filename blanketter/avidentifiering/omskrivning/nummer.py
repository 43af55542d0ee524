"""Wordings for numbers and mail: the kind of thing instead of the thing."""

import re

from blanketter.avidentifiering.omskrivning.etikett import (
    EGET,
    monster,
    vid_etikett,
    vid_slutet,
)
from blanketter.avidentifiering.omskrivning.plats import (
    bort,
    bort_fran,
    fore,
    i_stallet,
    inskott,
)

# For each kind: the words before that go with it, and what stands there instead.
_ORD = {
    "telefon": (
        r"(?:telefon|mobil|tel|tfn|fax|ankn|anknytning|hem)?\.?(?:nummer|numret|nr)|"
        r"telefon(?:en)?|tel|tfn|mobil(?:en)?|fax|ankn|anknytning(?:en)?|swish",
        "ett telefonnummer",
    ),
    "epost": (
        r"(?:e-?post|mejl|mail|e-?mail)-?(?:adress(?:en)?|en)?|adress(?:en)?",
        "en e-postadress",
    ),
    "ip": (
        r"ip-?(?:adress(?:en)?|nr|nummer|numret)?|adress(?:en)?|nätet|servern|datorn|"
        r"mac(?:-adress(?:en)?)?",
        "en ip-adress",
    ),
    "arende": (
        r"\w{0,18}-?(?:dnr|diarienr|nummer|numret|nr)|diarienummer|dnr|ref(?:erens)?|"
        r"beteckning(?:en)?|akt(?:en)?|id",
        "ett ärendenummer",
    ),
    "bankkonto": (
        r"(?:bank|person|spar|löne|privat)?konto(?:t|nr|nummer|numret)?|iban|"
        r"clearing\w*|"
        r"(?:bank|plus|post)?giro(?:t|konto|kontot|nr|nummer|numret)?|nummer|numret|"
        r"nr|bg|pg|kort(?:et|nummer|"
        r"numret)?|"
        r"swish(?:nummer|numret)?|clearing och konto",
        "ett bankkonto",
    ),
}
_MONSTER = {typ: monster(ord_) for typ, (ord_, _) in _ORD.items()}
_INSKOTT = {typ: rf"(?i:{ord_})[.:]? " for typ, (ord_, _) in _ORD.items()}
_VID_NAMN = (
    re.compile(  # «ärende 12» is a case, «målet» and «handelsbanken» stand alone
        r"(?<!\w)(?P<ord>ärendet|målet|anmälan|utredningen|akten|beslutet|avvikelsen|"
        r"rapporten|incidenten|handelsbanken|swedbank|nordea|seb)[ ]\Z",
        re.IGNORECASE,
    )
)
_ARENDE = re.compile(
    r"(?<![\w-])(?P<ord>[\w-]{0,20}(?P<ett>ärende|mål)|"
    r"[\w-]{0,20}(?:anmälan|utredning|avvikelse|rapport|incident))"
    r"(?: (?:med )?(?:nr|nummer|dnr)\.?)? \Z",
    re.IGNORECASE,
)
_FLERA = re.compile(r"\d(?P<och>,? (?:och|eller|samt|el\.?) |, ?| ?/ ?)\Z")
_PA = re.compile(
    r"(?<!\w)(?:nås?|når|ring\w*|svara\w*|sms:?a\w*|kontakta\w*|mejla\w*|skriv\w*)\b"
    r"[^.!?\n]{0,24} på \Z",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"(?<!\w)(?:ring\w{0,2}|sms:?a\w{0,2}|mejla\w{0,2}) \Z", re.IGNORECASE
)


def om_nummer(text, fynd):
    """Yield the kind of number, also where the words before it can go with it."""
    sak = _ORD[fynd.typ][1]
    innan = fore(text, fynd.start)
    if ut := inskott(text, fynd, _INSKOTT[fynd.typ]):
        yield ut
    elif slut := list(vid_slutet(text, fynd)):
        yield from slut
    elif fynd.typ == "arende" and (arende := _ARENDE.search(innan)):
        yield _arende(text, fynd, arende, innan)
    elif flera := _FLERA.search(innan):
        yield bort_fran(text, fynd.start - len(flera["och"].rstrip(" ")), fynd.end)
    elif vid := list(vid_etikett(text, fynd, _MONSTER[fynd.typ], sak)):
        yield from vid
    else:
        yield from _utan_etikett(text, fynd, innan, sak)


def _utan_etikett(text, fynd, innan, sak):
    if _VID_NAMN.search(innan):
        yield bort(text, fynd)
        return
    if _VERB.search(innan):
        yield bort(text, fynd)
        return
    if fynd.typ == "telefon" and _PA.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, "telefon")
    elif fynd.typ == "epost" and _PA.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, "mejl")
    yield i_stallet(text, fynd.start, fynd.end, sak)


def _arende(text, fynd, traff, innan):
    """«Se ärende nr 12» becomes «se ett ärende», «vårt ärende 12» only loses 12."""
    start = fynd.start - len(traff[0])
    ord_ = traff["ord"] if traff["ord"][:2].isupper() else traff["ord"].lower()
    bestamd = " med " in traff[0] or ord_.endswith("anmälan")
    if bestamd or EGET.search(innan[: traff.start()]):
        return i_stallet(text, start + len(ord_), fynd.end, "")
    return i_stallet(text, start, fynd.end, f"{'ett' if traff['ett'] else 'en'} {ord_}")
