"""Wordings for numbers and mail: the kind of thing instead of the thing."""

import re

from blanketter.avidentifiering.omskrivning.etikett import EGET, monster, vid_etikett
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
        r"ip-?(?:adress(?:en)?|nr|nummer|numret)?|adress(?:en)?|nätet|servern|datorn",
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
        r"(?:bank|plus|post)giro(?:t|nr|nummer|numret)?|bg|pg|kort(?:et|nummer|"
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
    r"(?<!\w)(?P<ord>ärende|mål|anmälan|utredning|avvikelse|rapport) \Z", re.I
)
_ETT = {"anmälan": "en", "utredning": "en", "avvikelse": "en", "rapport": "en"}
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
    arende = _ARENDE.search(innan)
    if arende and EGET.search(innan[: arende.start()]):
        yield bort(text, fynd)
        return
    if arende:
        ord_ = arende["ord"].lower()
        nytt = f"{_ETT.get(ord_, 'ett')} {ord_}"
        yield i_stallet(text, fynd.start - len(arende[0]), fynd.end, nytt)
        return
    if _VERB.search(innan):
        yield bort(text, fynd)
        return
    if fynd.typ == "telefon" and _PA.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, "telefon")
    elif fynd.typ == "epost" and _PA.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, "mejl")
    yield i_stallet(text, fynd.start, fynd.end, sak)
