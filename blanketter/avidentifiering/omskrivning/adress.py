"""Wordings for addresses, apartments, postcodes and vehicles: the area, a flat, a "
"car."""

import re

from blanketter.avidentifiering.omskrivning.etikett import (
    monster,
    vid_etikett,
    vid_slutet,
)
from blanketter.avidentifiering.omskrivning.plats import (
    bort,
    bort_fran,
    fore,
    i_stallet,
    inleder,
    inskott,
)

_ADRESSORD = r"(?:hem|post|bostads|besöks|retur|leverans)?adress(?:en)?"
_ADRESS = monster(_ADRESSORD)
_BOR = re.compile(r"(?<!\w)(?P<bor>bor|bodde|bosatt|boende) (?:på|i|vid) \Z", re.I)
_GARD = re.compile(
    r"(?<!\w)(?:kvarteret|fastigheten|fastighetsbeteckning|gården|torpet|stugan|"
    r"tomten) \Z",
    re.IGNORECASE,
)
_LAGE = re.compile(r"(?<!\w)(?:på|vid|i|utanför) \Z", re.IGNORECASE)
_POST = monster(r"post(?:nummer|nr|\.nr|numret|kod(?:en)?|adress(?:en)?)")
_OMRADE = re.compile(r"(?<!\w)(?:i|inom|från|till) \Z", re.IGNORECASE)
_OMRADET = re.compile(r"(?<!\w)området \Z", re.IGNORECASE)
_NUMMER_FORE = re.compile(r"(?<!\w)(?:nummer|nr|bostad) \Z", re.IGNORECASE)
_INVID = re.compile(
    r"(?<!\w)(?:märkt|lägenheten med (?:nummer|nr)|dörr(?:en)?|hyresgäst(?:en)?) \Z",
    re.IGNORECASE,
)
_REGORD = (
    r"(?:reg\.? ?-?(?:nr|nummer|numret|skylt|skylten)?|registrerings(?:nummer|numret|"
    r"skylt|skylten)|(?:nummer|bil)?(?:skylt|skylten|plåt|plåten)|nummer|numret|nr)"
)
_REG = monster(_REGORD)
_LASTES = re.compile(r"(?:skylt|plåt|numr)\w*[ ]\w{3,12} som \Z", re.IGNORECASE)
_FORDON = re.compile(
    r"(?<!\w)(?:\w{0,12}bil(?:en)?|moped(?:en)?|moppe(?:n)?|motorcykel(?:n)?|mc|"
    r"a-traktor(?:n)?|epa(?:n)?|skåpbil(?:en)?|taxi(?:n)?|släp(?:et)?|volvo|audi|bmw|"
    r"saab|passat|golf|transit|v70|fordon(?:et)?) \Z",
    re.IGNORECASE,
)


def om_adress(text, fynd):
    """Yield the area instead of the address."""
    innan = fore(text, fynd.start)
    if ut := inskott(text, fynd, rf"(?i:{_ADRESSORD}):? "):
        yield ut
    elif _GARD.search(innan):
        yield bort(text, fynd)
        return
    elif re.match(r"(?:p\.?o\.? ?|post)?box|pl\b|postlåda", text[fynd.start :], re.I):
        yield i_stallet(text, fynd.start, fynd.end, "en postbox")
        return
    elif traff := _BOR.search(innan):
        bor = fynd.start - len(traff[0])
        yield i_stallet(text, bor, fynd.end, f"{traff['bor'].lower()} i området")
    elif traff := _LAGE.search(innan):
        yield i_stallet(text, fynd.start - len(traff[0]), fynd.end, "i området")
    elif vid := list(vid_etikett(text, fynd, _ADRESS, "en adress i området")):
        yield from vid
        return
    ord_ = "ett hus i området" if inleder(text, fynd.start) else "en adress i området"
    if "adress i området" in innan:
        ord_ = "en annan adress"
    yield i_stallet(text, fynd.start, fynd.end, ord_)


def om_lagenhet(text, fynd):
    """Yield «en lägenhet», in the genitive where it stood so."""
    innan = fore(text, fynd.start)
    if ut := inskott(text, fynd):
        yield ut
        return
    if re.search(r"(?:\d ?[A-Za-z]?|området) \Z", innan):  # after its address
        yield bort(text, fynd)
        return
    if _INVID.search(innan):
        ord_ = re.search(r"(?:märkt|med \w+) \Z", innan, re.IGNORECASE)
        yield bort_fran(text, fynd.start - len(ord_[0] if ord_ else ""), fynd.end)
        return
    traff = _NUMMER_FORE.search(innan)
    start = fynd.start - len(traff[0]) if traff else fynd.start
    genitiv = re.search(r":ans\Z|ens \d+\Z", text[fynd.start : fynd.end])
    ord_ = "en lägenhets" if genitiv else "en lägenhet"
    yield i_stallet(text, start, fynd.end, ord_)


def om_postnummer(text, fynd):
    """Yield the town that stands after, alone, or the area."""
    innan, end = fore(text, fynd.start), fynd.end
    if vid := list(vid_etikett(text, fynd, _POST, "ett postnummer")):
        yield from vid
    elif re.match(r",? [A-ZÅÄÖ]", text[end : end + 3]):
        end += 2 if text[end] == "," else 1
        yield i_stallet(text, fynd.start, end, "")
    elif _OMRADET.search(innan):
        yield bort(text, fynd)
    elif ut := inskott(text, fynd):
        yield ut
    else:
        ord_ = "området" if _OMRADE.search(innan) else "ett postnummer"
        yield i_stallet(text, fynd.start, end, ord_)


def om_regnr(text, fynd):
    """Yield the vehicle without its plate."""
    innan = fore(text, fynd.start)
    if ut := inskott(text, fynd, rf"(?i:(?:med )?{_REGORD})[.:]? "):
        yield ut
    elif slut := list(vid_slutet(text, fynd)):
        yield from slut
    elif text[fynd.end : fynd.end + 2] == ":s":
        yield i_stallet(text, fynd.start, fynd.end + 2, "en bils")
    elif vid := list(vid_etikett(text, fynd, _REG, "ett fordon")):
        yield from vid
    elif _FORDON.search(innan):
        yield bort(text, fynd)
    elif _LASTES.search(innan):
        yield bort_fran(text, fynd.start - 4, fynd.end)
    else:
        yield i_stallet(text, fynd.start, fynd.end, "en bil")
        if "parkerad" not in text[fynd.end : fynd.end + 20]:  # «ett fordon» wants -at
            yield i_stallet(text, fynd.start, fynd.end, "ett fordon")
