"""The place of a find in its sentence: what stands before, and what can go with it."""

import re

from blanketter.avidentifiering.fynd import Forslag, Fynd

MAX_FORE = 60
_MENINGSSTART = re.compile(r"(?:\A|[.!?\n])[\s\"”'(]*\Z")


def fore(text: str, start: int) -> str:
    """Return the words just before a place."""
    return text[max(0, start - MAX_FORE) : start]


def som_inleder(text: str, start: int, ord_: str) -> str:
    """Return the words with a capital letter when they open the sentence."""
    if ord_ and _MENINGSSTART.search(fore(text, start)):
        return ord_[0].upper() + ord_[1:]
    return ord_


def i_stallet(text: str, start: int, end: int, ord_: str) -> Forslag:
    """Return the words put in place of the span, with a capital where one is due."""
    return Forslag(start, end, som_inleder(text, start, ord_))


def ar_inskott(text: str, fynd: Fynd) -> bool:
    """Tell whether the find stands alone between two commas or brackets."""
    innan, efter = (
        text[max(0, fynd.start - 2) : fynd.start],
        text[fynd.end : fynd.end + 1],
    )
    return (innan == ", " and efter in (",", ".")) or (
        innan[-1:] == "(" and efter == ")"
    )


def bort(text: str, fynd: Fynd) -> Forslag:
    """Return the find taken away with the commas, brackets or space that held it."""
    start, end = fynd.start, fynd.end
    innan, efter = text[max(0, start - 2) : start], text[end : end + 2]
    if innan[-1:] == "(" and efter[:1] == ")":
        start, end = start - 1 - (innan[:1] == " "), end + 1
    elif innan == ", ":
        start, end = start - 2, end + (efter[:1] == ",")
    elif innan[-1:] == " ":
        start -= 1
    elif efter[:1] == " ":
        end += 1
    return Forslag(start, end, "")
