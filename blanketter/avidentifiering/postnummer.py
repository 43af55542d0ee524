"""Postcodes: three digits, a space and two, with or without the town."""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import OSAKER, SAKER, Fynd

_DELAT = re.compile(
    r"(?<![\w+])(?<![\d:/+-][ ])(?<!\d-)(?:(?:SE|S)[ -]{1,2})?[1-9]\d\d[ ]{1,2}\d\d"
    r"(?!\w)(?![ ,.:/-]{1,2}\d)(?![ ]?(?:kr|kronor|st|personer|procent|%|:-|sek|"
    r"euro|tkr))",
    re.IGNORECASE,
)
_HOPSKRIVET = re.compile(
    r"(?:(?<=, )|(?<=\n)|(?<=\d )|(?<=[A-Z] )|"
    r"^)(?<!\w)[1-9]\d{4}[ ](?=[A-ZÅÄÖ][a-zåäö]{2,}|[A-ZÅÄÖ]{3,})"
)
_NAMNGIVET = re.compile(
    r"(?<!\w)(?:postn(?:umme)?r\w{0,2}|post\.?nr|postnumret|postkod\w{0,2}|"
    r"postadress\w{0,2})"
    r"[^\d\n;!?]{0,20}(?P<nummer>(?:SE?[ -])?\d(?:[ ]?\d){4})(?!\d)",
    re.IGNORECASE,
)
_ALLMANNA = ("114 14", "113 13", "116 00")
_RING = re.compile(
    r"(?:ring\w*|tel\w*|nummer|nr|rum|sal|konto)[.:]?(?:[ ]på)?[ ]\Z", re.IGNORECASE
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield postcodes in a text of plain signs that has a digit."""
    for traff in _DELAT.finditer(text):
        nummer = " ".join(traff[0].split())
        if nummer in _ALLMANNA and not _ort_efter(text, traff.end()):
            continue
        if not _RING.search(text, max(0, traff.start() - 16), traff.start()):
            sakert = SAKER if _ort_efter(text, traff.end()) else OSAKER
            yield Fynd(*traff.span(), "postnummer", sakert)
    for traff in _HOPSKRIVET.finditer(text):
        yield Fynd(traff.start(), traff.end() - 1, "postnummer", SAKER)
    for traff in _NAMNGIVET.finditer(text):
        yield Fynd(*traff.span("nummer"), "postnummer", SAKER)


def _ort_efter(text, end):
    """A word with a capital letter follows."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
