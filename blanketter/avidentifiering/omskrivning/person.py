"""Wordings for personnummer and samordningsnummer: the person they stand for."""

import re

from blanketter.avidentifiering.omskrivning.etikett import (
    monster,
    vid_etikett,
    vid_slutet,
)
from blanketter.avidentifiering.omskrivning.fodelse import artionde
from blanketter.avidentifiering.omskrivning.plats import bort, fore, i_stallet, inskott

_ORD = (
    r"(?:person|samordnings|reserv|tf)?-?(?:nummer|numret|nr)|p\.?-?nr|pers\.?-?nr|"
    r"samordn\.? ?nr|samnr|p-nummer"
)
_MONSTER = monster(_ORD)
_INSKOTT = rf"(?i:född |f\. ?|(?:med )?(?:{_ORD})[.:]? )"
_ROLL = (
    r"patient|brukare|klient|elev|kund|gäst|besökare|vårdtagare|sökande|hyresgäst|"
    r"boende|person"
)
_OBESTAMD = re.compile(rf"(?<!\w)(?P<en>en )?(?P<roll>{_ROLL}) \Z", re.IGNORECASE)
_BESTAMD = re.compile(
    r"(?<!\w)(?:\w{0,20}(?:enten|aren|eleven|ungdomen|kunden|gästen|personen|mannen|"
    r"kvinnan|"
    r"flickan|pojken|damen|killen|tjejen|sonen|dottern|barnet|klienten)|den boende) \Z",
    re.IGNORECASE,
)
_FODD = re.compile(r"(?<!\w)(?:född|f\.) \Z", re.IGNORECASE)
_STOD = re.compile(
    r"(?<!\w)(?:stod|står|angavs|skrevs?|finns|uppgavs|syns|skrivit|ristat|uppgav)"
    r"(?: det)?:? \Z",
    re.IGNORECASE,
)
_TILL = re.compile(r"\w(?: och | eller | samt |, |/)\Z")


def om_personnummer(text, fynd):
    """Yield the person in the form the sentence wants, or the kind of number."""
    sak = f"ett {fynd.typ}"
    innan = fore(text, fynd.start)
    if ut := inskott(text, fynd, _INSKOTT):
        yield ut
    elif slut := list(vid_slutet(text, fynd)):
        yield from slut
    elif re.search(r"siffror\w*(?: i \w+)? är \Z", innan):
        yield i_stallet(text, fynd.start, fynd.end, "kända")
    elif vid := list(vid_etikett(text, fynd, _MONSTER, sak)):
        yield from vid
    elif (
        innan.endswith(" är ")
        and _BESTAMD.search(innan[:-3])
        and text[fynd.end : fynd.end + 5] == " och "
    ):
        yield i_stallet(text, fynd.start - 3, fynd.end + 5, "")
    elif _STOD.search(innan):
        yield i_stallet(text, fynd.start, fynd.end, sak)
    else:
        yield _personen(text, fynd, innan)


def _personen(text, fynd, innan):
    if _BESTAMD.search(innan):
        return bort(text, fynd)
    if traff := _OBESTAMD.search(innan):
        roll = f"en {traff['roll'].lower()}"
        return i_stallet(text, fynd.start - len(traff[0]), fynd.end, roll)
    if traff := _FODD.search(innan):
        artal = artionde(text[fynd.start : fynd.end])
        nar = f"född på {artal}-talet" if artal else "född ett känt år"
        return i_stallet(text, fynd.start - len(traff[0]), fynd.end, nar)
    ord_ = "en annan person" if _TILL.search(innan) else "en person"
    return i_stallet(text, fynd.start, fynd.end, ord_)
