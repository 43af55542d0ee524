"""A word that says what the find is, just before it: «dnr», «telefonnumret är»."""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import Forslag, Fynd
from blanketter.avidentifiering.omskrivning.plats import (
    bort,
    bort_fran,
    fore,
    i_stallet,
    med_citat,
)

BORTTAGEN = "uppgiften är borttagen"
_BESTAMD = re.compile(
    r"(?:numret|kontot|girot|adressen|mejlen|mailen|mobilen|målet|ärendet|skylten|"
    r"plåten|profilen|användaren|signaturen|aliaset|nicket|länken|sidan|kanalen|"
    r"bloggen|"
    r"nätet|servern|datorn|anmälan|akten|utredningen|namnet|taggen|koden)\Z",
    re.IGNORECASE,
)
EGET = re.compile(
    r"(?<!\w)(?:hans|hennes|hens|deras|min|mitt|vårt|\w+:s|"
    r"\w{3,30}(?:[st]|ig|iga|sk|ska)) \Z",
    re.IGNORECASE,
)
_STYR = re.compile(  # «från adressen», «har numret»: the noun itself is wanted
    r"(?<!\w)(?:på|från|till|via|av|har|hade|fick|har fått|uppgav|angav) \Z",
    re.IGNORECASE,
)
_SLUTAR = re.compile(r"(?P<som>som )?(?:slutar?|börjar?) (?:på|med) \Z", re.IGNORECASE)
_UTRUM = re.compile(r"(?:adress|dag|skylt|profil|kanal|snap|insta|tiktok)\w*\Z", re.I)


def monster(ord_: str) -> re.Pattern:
    """Return the pattern of these words when they stand before a find."""
    return re.compile(
        rf"(?<![\w-])(?P<med>med )?(?P<ord>{ord_})"
        r"(?P<lank>\.? ?: ?|\.? | (?:är|e|var|löd|lyder|blev) )[\"”“']?\Z",
        re.IGNORECASE,
    )


def vid_etikett(
    text: str, fynd: Fynd, ordet: re.Pattern, sak: str, av: str = ""
) -> Iterator[Forslag]:
    """Yield what fits after such a word; nothing when none stands there.

    «Dnr: X» is emptied, «numret är X» becomes «numret är känt», «numret X» loses X,
    «en man med dnr X» loses both, and «dnr X» becomes `sak`, what it is.
    """
    fynd = med_citat(text, fynd)
    innan = fore(text, fynd.start)
    traff = ordet.search(innan)
    if not traff:
        return
    start = fynd.start - len(traff[0])
    lank, ord_ = traff["lank"].strip(" ."), traff["ord"]
    if lank == ":":
        yield i_stallet(text, fynd.start, fynd.end, BORTTAGEN)
    elif lank:
        verb = len(lank) + 1 if lank.lower() in ("e", "löd", "lyder") else 0
        ord_ = ("är " if verb else "") + _kand(ord_) + av
        yield i_stallet(text, fynd.start - verb, fynd.end, ord_)
    elif traff["med"]:
        yield bort_fran(text, start, fynd.end)
    elif _BESTAMD.search(ord_) and _STYR.search(innan[: traff.start("ord")]):
        yield i_stallet(text, start, fynd.end, sak)
    elif _BESTAMD.search(ord_) or EGET.search(innan[: traff.start("ord")]):
        yield bort(text, fynd)
    else:
        yield i_stallet(text, start, fynd.end, sak)


def vid_slutet(text: str, fynd: Fynd) -> Iterator[Forslag]:
    """Yield what fits after «kortet som slutar på» and «numret börjar på»."""
    if traff := _SLUTAR.search(fore(text, fynd.start)):
        start = fynd.start - len(traff[0])
        if traff["som"]:
            yield bort_fran(text, start, fynd.end)
        else:
            yield i_stallet(text, start, fynd.end, "är känt")


def _kand(ord_):
    return "känd" if _UTRUM.search(ord_) else "känt"
