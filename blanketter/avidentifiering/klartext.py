"""Text as the patterns want to see it, with the way back to the text as given.

A phone number with a no-break space, a mail address with a Cyrillic letter or a name
with loose accents looks the same to a reader; here it becomes the same to a pattern.
Most changes are one sign for one sign, so only joined or dropped signs need a map.
"""

import re
import unicodedata
from typing import NamedTuple

MAX_MINNE = 4096  # signs remembered; hostile text may hold a million kinds

_STRECK = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_CITAT = {"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "\u00b4": "'"}

# Letters of other alphabets that look like ours.
_LIKA = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХаеѕіјорсухԁԛԝһ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα",
        "ABESIJKMHOPCTYXaesijopcyxdqwh" + "ABEZHIKMNOPTYXoa",
        strict=True,
    )
)
_FRAMMANDE = re.compile("[\u0370-\u052f]")
_ORD = re.compile(r"\S+")
_VART_TECKEN = re.compile(r"[A-Za-zÅÄÖåäö0-9@]")
_LOST = re.compile(  # signs that are joined to the one before, or not seen at all
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\u0300-\u036f\u0483-\u0489\u061c\u180b-\u180f"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff"
    "\ufb00-\ufb06\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\U000e0000-\U000e01ef]"
)


class _Tecken(dict):
    """One sign for one sign, for str.translate; worked out when first met."""

    def __missing__(self, kod):
        svar = _vanligt(chr(kod))
        if len(self) < MAX_MINNE:
            self[kod] = svar
        return svar


class Klartext(NamedTuple):
    """The text to search, and for each sign where it stood (None: in its place)."""

    text: str
    borjan: list[int] | None = None
    slut: list[int] | None = None

    def ursprung(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text as given that became this span."""
        if self.borjan is None:
            return start, end
        return self.borjan[start], self.slut[end - 1]


def klartext(text: str) -> Klartext:
    """Return the text in plain signs: NFC, plain spaces, dashes and digits."""
    if "\t" in text:
        text = text.replace("\t", " ")
    if not text.isascii():
        text = text.translate(_TECKEN)
        if _FRAMMANDE.search(text):
            text = _ORD.sub(_utan_lika, text)
    return _foga(text) if _LOST.search(text) else Klartext(text)


def _vanligt(tecken: str) -> str:
    if tecken == "\u00ad" or "\ud800" <= tecken <= "\udfff":
        return tecken
    if tecken in _STRECK:
        return "-"
    if tecken in _CITAT:
        return _CITAT[tecken]
    if tecken in "\u0085\u2028\u2029":
        return "\n"
    if (siffra := unicodedata.digit(tecken, None)) is not None:
        return str(siffra)
    enklare = unicodedata.normalize("NFKC", tecken)
    return enklare if len(enklare) == 1 else tecken


def _utan_lika(traff: re.Match) -> str:
    if not _VART_TECKEN.search(traff[0]):  # a word wholly in the other alphabet
        return traff[0]
    return "".join(_LIKA.get(tecken, tecken) for tecken in traff[0])


def _foga(text: str) -> Klartext:
    ut, borjan, slut = [], [], []
    for plats, tecken in enumerate(text):
        if not _LOST.match(tecken):
            nya = tecken
        elif "\ufb00" <= tecken <= "\ufb06":
            nya = unicodedata.normalize("NFKC", tecken)
        else:
            if ut and unicodedata.combining(tecken):
                ut[-1] = _sammansatt(ut[-1], tecken)
                slut[-1] = plats + 1
            continue
        ut += nya
        borjan += [plats] * len(nya)
        slut += [plats + 1] * len(nya)
    return Klartext("".join(ut), borjan, slut)


def _sammansatt(bas: str, marke: str) -> str:
    hel = unicodedata.normalize("NFC", bas + marke)
    return hel if len(hel) == 1 else bas


_TECKEN = _Tecken()
