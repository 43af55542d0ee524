"""IP addresses of both kinds, and the hardware address of a network card."""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import SAKER, Fynd

_PUNKT = r"(?:\.| \. |\[\.\]|\(\.\))"
_FYRA = re.compile(
    rf"(?<![\w.,-])\d{{1,3}}(?:{_PUNKT}\d{{1,3}}){{3}}(?::\d{{1,5}}|/\d\d?(?!\d))?"
    r"(?![\w])(?!\.\d)"
)
_SEX = re.compile(
    r"(?<![\w:.])[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\w{1,15})?(?![\w:])",
    re.IGNORECASE,
)
_KORT = re.compile(
    r"(?<![\w:-])[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}(?![\w:-])", re.I
)
_IP_FORE = re.compile(r"(?<!\w)(?:ip|adress|server|logg|dator|från)", re.IGNORECASE)
_EJ_ADRESS = re.compile(
    r"(?:(?<!\w)v\.?|version\w*|ver\.|utgåva|release|ios|android|windows|macos|"
    r"linux|chrome|firefox|build|uppdatering|appen|kapitel|avsnitt|punkt|rubrik|§)"
    r"\s{0,2}\Z",
    re.IGNORECASE,
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield network addresses in a text of plain signs that has a digit."""
    for traff in _FYRA.finditer(text):
        if _ar_adress(traff, text):
            yield Fynd(*traff.span(), "ip", SAKER)
    if "::" in text or text.count(":") >= 5 or text.count("-") >= 5:
        yield from _finn_langa(text)


def _ar_adress(traff, text):
    delar = re.findall(r"\d+", traff[0])[:4]
    if any(int(tal) > 255 or (tal[0] == "0" and len(tal) > 1) for tal in delar):
        return False  # 12.000.000.000 and 070.174.06.05
    fore = text[max(0, traff.start() - 24) : traff.start()]
    if max(map(int, delar)) < 10:  # numbered headings: 1.2.3.4
        return bool(_IP_FORE.search(fore))
    return not _EJ_ADRESS.search(fore)


def _finn_langa(text):
    for traff in _SEX.finditer(text):
        delar = traff[0].partition("%")[0].split(":")
        tal = [del_ for del_ in delar if del_]
        hel = len(delar) == 8 and len(tal) == 8
        if hel or ("::" in traff[0] and len(tal) > 1):
            yield Fynd(*traff.span(), "ip", SAKER)
    for traff in _KORT.finditer(text):
        yield Fynd(*traff.span(), "ip", SAKER)
