"""The place of a find in its sentence: what stands before, and what can go with it."""

import re

from blanketter.avidentifiering.fynd import Forslag, Fynd

MAX_FORE = 60
_MENINGSSTART = re.compile(r"(?:\A|[.!?][\"”’)]?\s|\n)[\s\"”“'(]*\Z")
_CITAT = "\"”“'’"


def fore(text: str, start: int) -> str:
    """Return the words just before a place."""
    return text[max(0, start - MAX_FORE) : start]


def inleder(text: str, start: int) -> bool:
    """Tell whether a sentence begins here."""
    return bool(_MENINGSSTART.search(fore(text, start)))


def som_inleder(text: str, start: int, ord_: str) -> str:
    """Return the words with a capital letter when they open the sentence."""
    if ord_ and inleder(text, start):
        return ord_[0].upper() + ord_[1:]
    return ord_


def i_stallet(text: str, start: int, end: int, ord_: str) -> Forslag:
    """Return the words put in place of the span, with a capital where one is due."""
    return Forslag(start, end, som_inleder(text, start, ord_))


def med_citat(text: str, fynd: Fynd) -> Fynd:
    """Return the find with the quotation marks round it."""
    fore_, efter = text[fynd.start - 1 : fynd.start], text[fynd.end : fynd.end + 1]
    if fore_ and efter and fore_ in _CITAT and efter in _CITAT:
        return fynd._replace(start=fynd.start - 1, end=fynd.end + 1)
    return fynd


def inskott(text: str, fynd: Fynd, ord_fore: str = "") -> Forslag | None:
    """Take away a find alone between commas or brackets, with the words it stands with.

    `ord_fore` is the pattern of those words: «, dnr 2024/12,» and «(född 2009-03-12)».
    """
    fynd = med_citat(text, fynd)
    led = re.search(rf"(?P<tecken> ?, ?| ?\()(?:{ord_fore})?\Z", fore(text, fynd.start))
    efter = text[fynd.end : fynd.end + 1]
    if not led:
        return None
    start = fynd.start - len(led[0])
    if "(" in led["tecken"]:
        return Forslag(start, fynd.end + 1, "") if efter == ")" and start else None
    if efter not in (",", ".", "") or not start:
        return None
    lista = re.match(r", ?[\dA-ZÅÄÖ]", text[fynd.end : fynd.end + 3])
    return Forslag(start, fynd.end + (efter == "," and not lista), "")


def bort(text: str, fynd: Fynd) -> Forslag:
    """Return the find taken away with the space before it, or after it."""
    start, end = fynd.start, fynd.end
    if text[start - 1 : start] == " ":
        start -= 1
    elif text[end : end + 1] == " ":
        end += 1
    return Forslag(start, end, "")


def bort_fran(text: str, start: int, end: int) -> Forslag:
    """Return the span taken away with the space before it."""
    return bort(text, Fynd(start, end, "", ""))
