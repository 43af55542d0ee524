"""Postcodes: three digits and two, in one or apart, with or without the town."""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import OSAKER, SAKER, Fynd
from blanketter.avidentifiering.namn.ordlista import ORD, ORT, ordlista

_LAND = r"(?:SE?[ -]{0,3})?"
_ENHET = (
    r"(?![ ]?(?:kr|kronor|st|stycken|personer|procent|%|:-|sek|euro|tkr|ton|meter|m|"
    r"km|elever|visningar|besökare|medlemmar|röster|exemplar|följare|gånger|år|ex)"
    r"(?!\w))"
)
_DELAT = re.compile(
    rf"(?<![\w+])(?<![\d/+-][ ])(?<!\d:[ ])(?<!\d-){_LAND}[1-9]\d\d[ ]{{1,2}}\d\d"
    rf"(?!\w)(?!/\d{{3}}|[ ,.:-]{{1,2}}\d(?!\d\d[ ]?\d\d(?!\d))){_ENHET}",
    re.IGNORECASE,
)
_EFTER_ADRESS = re.compile(  # Åkervägen 3 145 70 Norsborg
    r"(?:(?<=[^\W\d] \d )|(?<=[^\W\d] \d\d )|(?<=\d[A-Z] ))(?P<nummer>[1-9]\d\d "
    r"\d\d)(?= [A-ZÅÄÖ])"
)
_SPANN = re.compile(r"(?<!\d)\d\d\d \d\d ?- ?(?P<nummer>\d\d\d \d\d)(?!\w)")
_HOPSKRIVET = re.compile(
    rf"(?<![\w+.,:/-])(?<!SE-)(?<!S-){_LAND}[1-9]\d{{4}}(?!\w)(?![.,:/-]\d){_ENHET}",
    re.IGNORECASE,
)
_MED_LAND = re.compile(r"(?<![\w-])SE?[ -]{0,2}[1-9]\d\d ?\d\d(?!\w)(?![.,:/-]\d)")
_MED_STRECK = re.compile(
    r"(?<![\w-])[1-9]\d\d(?:-\d\d[ ]|\d\d-)(?=[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ]{2})"
)
_NAMNGIVET = re.compile(
    r"(?<!\w)(?:post(?:n(?:umm?e?)?r\w{0,8}|\.?[ ]?nr|kod\w{0,2}|adress\w{0,2})|"
    r"zip\w{0,5})"
    r"[^\d\n;!?]{0,20}(?P<nummer>(?:SE?[ -])?\d(?:[ -]?\d){4})(?!\d)",
    re.IGNORECASE,
)
_ORDET = re.compile(r",?[ ]{1,2}(?P<ord>[^\W\d]{2,30})")
_ALLMANNA = ("114 14", "113 13", "116 00")
_RING = re.compile(
    r"(?<!\w)(?:ring\w*|tel\w*|nummer|nr|rum|sal|konto)[.:]?(?:[ ]på)?[ ]\Z",
    re.IGNORECASE,
)
_POSTORD = re.compile(  # what is sent, and where people live
    r"(?<!\w)(?:post\w*|brev\w*|kuvert\w*|paket\w*|stämp\w*|avsändar\w*|adress\w*|"
    r"skicka\w*|levere\w*|hushåll\w*|bor|bodde|boende|bosatt\w*|folkbokförd\w*|skriven|"
    r"skrivna|område\w*|dela\w* ut|utdelad\w*|flygblad\w*)(?!\w)",
    re.IGNORECASE,
)
_LAGE = re.compile(
    r"(?:\A|[\n(,;:][ ]?|(?<!\w)(?:i|inom|från|till|och|eller|området)[ ])\Z",
    re.IGNORECASE,
)
_INVANARE = re.compile(r" [A-ZÅÄÖ][a-zåäö-]*(?:are|bor|iter|aner|ar|er)(?!\w)")
_TAL_FORE = re.compile(
    r"(?:omkring|cirka|ca|över|under|nästan|runt|minst|högst|mellan|upp till|nr|nummer|"
    r"artikel|modell|rum|koden?|bland)\W{1,2}\Z",
    re.IGNORECASE,
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
        if visshet := _hopskrivet(text, traff):
            yield Fynd(*traff.span(), "postnummer", visshet)
    for traff in _MED_STRECK.finditer(text):
        yield Fynd(traff.start(), traff.end() - 1, "postnummer", SAKER)
    for traff in _MED_LAND.finditer(text):
        yield Fynd(*traff.span(), "postnummer", SAKER)
    for monster in (_NAMNGIVET, _SPANN, _EFTER_ADRESS):
        for traff in monster.finditer(text):
            yield Fynd(*traff.span("nummer"), "postnummer", SAKER)


def _hopskrivet(text, traff):
    """Five digits alone are anything; a town after or the post before tells."""
    start, end = traff.span()
    fore, efter = text[max(0, start - 40) : start], text[end : end + 40]
    if _TAL_FORE.search(fore):
        return None
    lage = _LAGE.search(fore)
    if _ort_efter(text, end) and not _ar_invanare(text, end):
        return SAKER if lage or not traff[0].endswith("00") else None
    return OSAKER if lage and _POSTORD.search(fore + efter) else None


def _ar_invanare(text, end):
    """«15000 Stockholmare», but not «39231 Kalmar»."""
    traff = _INVANARE.match(text, end)
    if not traff:
        return False
    ord_ = traff[0].strip().lower()
    return ord_.endswith(("are", "bor")) or not ordlista()[ord_] & ORT


def _ort_efter(text, end):
    """A town follows: a word with a capital letter or one that is nothing but a "
    "place."""
    if not (traff := _ORDET.match(text, end)):
        return False
    ord_ = traff["ord"]
    return ord_[0].isupper() or ordlista()[ord_] & (ORT | ORD) == ORT
