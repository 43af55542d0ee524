"""Telephone numbers, Swedish and foreign, in every grouping.

Numbers of public services are left alone: the short ones (112, 114 14, 1177, 116 111),
freephone 020, and 077 which is sold to companies and authorities only. Source: PTS's
numbering plan.
"""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import SAKER, Fynd

_FORE = r"(?<!\w)(?<!\d[-/.,:+])"
_SLUT = r"(?!\d)(?![-/.:]\d)"
_SEP = r"[ ._*/-]{0,3}"
_MONSTER = (
    # mobile, whatever the grouping
    rf"(?<!\w)(?<!\d[-.,:+])\(?[0O][ ]?7[ -]?[0-689O]\)?(?:{_SEP}[\dO]){{7}}(?!\w)",
    # Stockholm, then other area codes
    rf"{_FORE}\(?08\)?[ ]?[-/.]?[ ]?[1-9](?:[ .-]?\d){{5,7}}{_SLUT}",
    rf"{_FORE}\(?0[1-69]\d{{1,2}}\)?[ ]?[-/. ][ ]?[1-9](?:[ .-]?\d){{4,7}}{_SLUT}",
    rf"{_FORE}0[1-9]\d{{6,9}}{_SLUT}",
    # Sweden from abroad
    rf"(?<!\w)(?:\+|00)[ ]?46[ -]?(?:\(0\)|0)?[ -]?(?:{_SEP}\d){{7,9}}(?!\d)",
    rf"{_FORE}46[ -]?7[02369](?:[ -]?\d){{7}}(?!\d)",
    # the nought forgotten
    rf"{_FORE}7[02369][ -]?\d{{3}}[ -]?\d\d[ -]?\d\d{_SLUT}(?!\ ?kr)",
    # other countries
    r"(?<!\w)\+[1-9](?:[ ./()-]{0,3}\d){7,14}(?!\d)",
    rf"{_FORE}00[1-9](?:[ ./()-]{{0,3}}\d){{7,13}}(?!\d)",
)
_NUMMER = re.compile("|".join(_MONSTER))
_OMNAMNT = re.compile(
    r"(?<!\w)(?:\w{0,12}tel(?:efon)?(?:n(?:umme)?r)?\w{0,2}|mobil(?:en|nr|nummer|"
    r"numret)?|"
    r"ringa?(?: mig| oss)?(?: på)?|sms:?a?|nås(?: \w{1,12})? på|whats ?app|viber)"
    r"[^\w\n;!?(+-]{0,4}(?:(?:är|nr|nummer|till|på)[ :]{1,3}){0,2}"
    r"(?P<nummer>\(?\d(?:[ ./-]{0,2}\d){5,11})" + _SLUT,
    re.IGNORECASE,
)
_TIDER = re.compile(r"[0-2]?\d[.: ]?[0-5]\d ?- ?[0-2]?\d[.: ]?[0-5]\d(?!\d)")
_DATUM = re.compile(
    r"(?:19|20)\d\d[-/. ]?[01]\d[-/. ]?[0-3]\d(?!\d)|"
    r"[0-3]\d[-/. ]?[01]\d[-/. ]?(?:19|20)\d\d(?!\d)|"
    r"(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d(?!\d)"
)
_ALLMANNA = re.compile(
    r"020|077|(?:\+|00)?46(?:20|77)|116(?:000|006|111|117|123)\Z|11414|11313|1177"
)
_STADENS = re.compile(r"(?:\+46|0046|0)8508")
_VAXEL = re.compile(
    r"(?:växel|kontaktcenter|jour|reception|medborgar|upplysning)\w*\W{1,3}"
    r"(?:\w{1,10}\W{1,2}){0,2}\Z",
    re.IGNORECASE,
)
_TAL = (
    "noll|nolla|ett|etta|två|tvåa|tre|trea|fyra|fem|femma|sex|sexa|sju|sjua|åtta|"
    "nio|nia|"
    "tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|"
    "(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)"
    "(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?"
)
_UTTALAT = re.compile(
    rf"(?<!\w)noll(?:a)?(?:[ ,-]{{1,3}}(?:{_TAL}|\d{{1,3}})(?!\w)){{4,14}}",
    re.IGNORECASE,
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield telephone numbers in a text of plain signs that has a digit."""
    for traff in _NUMMER.finditer(text):
        if not _ar_annat(traff[0], text, traff.start()):
            yield _fynd(text, *traff.span())
    for traff in _OMNAMNT.finditer(text):
        if not _ar_annat(traff["nummer"], text, traff.start("nummer")):
            yield _fynd(text, *traff.span("nummer"))
    for monster in (_SLUTAR, _GRUPPERAT, _ANKNYTNING):
        for traff in monster.finditer(text):
            yield _fynd(text, *traff.span("nummer"))


_SLUTAR = re.compile(
    r"(?:nummer|numret|nr)[^.!?\n\d]{0,25}slutar?[ ](?:på|"
    r"med)[ ](?P<nummer>\d{2,4})(?![\d%])",
    re.IGNORECASE,
)


_GRUPPERAT = re.compile(  # numret 465 004 61
    r"(?<!\w)(?:nummer|numret|nr)[ :]{1,2}(?!123)(?P<nummer>\d{2,4}(?:[ "
    r"-]\d\d\d?){2,3})"
    r"(?![ -]?\d)(?!\w)",
    re.IGNORECASE,
)
_ANKNYTNING = re.compile(
    r"(?<!\w)ankn(?:\.|ytning\w{0,4})?[ :]{1,2}(?P<nummer>\d{3,6})(?!\w)", re.IGNORECASE
)


def finn_uttalat(text: str) -> Iterator[Fynd]:
    """Yield numbers spelled in words, from a text where «noll» stands."""
    for traff in _UTTALAT.finditer(text):
        yield Fynd(*traff.span(), "telefon", SAKER)


def _fynd(text, start, end):
    if text[start] == "(" and ")" not in text[start:end]:
        start += 1
    return Fynd(start, end, "telefon", SAKER)


def _ar_annat(nummer, text, start):
    siffror = re.sub(r"[^\d+]", "", nummer)
    if _ALLMANNA.match(siffror) or len(siffror) < 6:
        return True
    if _DATUM.match(nummer) or (len(siffror) <= 9 and _TIDER.match(nummer)):
        return True
    vaxel = _VAXEL.search(text, max(0, start - 45), start)
    return bool(_STADENS.match(siffror) and vaxel)
