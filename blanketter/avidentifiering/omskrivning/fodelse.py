"""Wordings for birth dates: the decade, which is a fact of the date."""

import re

from blanketter.avidentifiering.omskrivning.plats import fore, i_stallet

_FODD = re.compile(
    r"(?<!\w)(?:född(?: den)?|fött|f\.?|föddes(?: den)?|född år|födelsedatum:?) ?\Z",
    re.IGNORECASE,
)
_DAG = re.compile(r" (?:den|på|i) \Z", re.IGNORECASE)


def om_fodelsedatum(text, fynd):
    """Yield «född på 2010-talet» for «född 2011-02-09»."""
    innan = fore(text, fynd.start)
    artal = _artionde(text[fynd.start : fynd.end])
    if artal and (traff := _FODD.search(innan)):
        start = fynd.start - len(traff[0])
        yield i_stallet(text, start, fynd.end, f"född på {artal}-talet")
    elif artal:
        yield i_stallet(text, fynd.start, fynd.end, f"på {artal}-talet")
    elif traff := _DAG.search(innan):
        yield i_stallet(text, fynd.start - len(traff[0]), fynd.end, "")


def _artionde(datum):
    """Return the decade of a date with four digits of year, or None."""
    traff = re.search(r"(?<!\d)(19|20)(\d)\d(?!\d)", datum) or re.match(
        r"(19|20)(\d)\d{5}\Z", datum
    )
    return f"{traff[1]}{traff[2]}0" if traff else None
