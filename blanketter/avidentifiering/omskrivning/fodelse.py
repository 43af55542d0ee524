"""Wordings for birth dates: the decade, which is a fact of the date."""

import re

from blanketter.avidentifiering.omskrivning.etikett import BORTTAGEN
from blanketter.avidentifiering.omskrivning.plats import (
    bort,
    bort_fran,
    fore,
    i_stallet,
    inleder,
    inskott,
)

_FODD = re.compile(
    r"(?<!\w)(?P<ord>född(?:a|es)?|föddes|fött|f\.?)(?: den| år| i)?:? ?\Z",
    re.IGNORECASE,
)
_ARFODD = re.compile(
    r"(?<!\w)(?:är|var|föddes)(?: \w+\.?)? ?(?:den )?\Z", re.IGNORECASE
)
_FYLLER = re.compile(
    r"(?<!\w)(?:fyll\w{1,3}|bl(?:ir|ev)|årsdag)[^.!?\n]{0,20} \Z", re.I
)
_DAG_AR = re.compile(
    r"(?<!\w)(?:födelsedag\w*|årsdag\w*|födelsedat\w+) (?:är|var) \Z", re.I
)
_INSKOTT = r"(?i:född(?: den)? |f\.? ?|födelsedatum:? )"
_DENNA = 30  # two digits of a year up to here may be of either century


def om_fodelsedatum(text, fynd):
    """Yield «född på 2010-talet» for «född 2011-02-09»."""
    innan = fore(text, fynd.start)
    artal = artionde(text[fynd.start : fynd.end])
    if artal and (traff := _FODD.search(innan)):
        start = fynd.start - len(traff[0])
        ord_ = "föddes" if traff["ord"].lower() == "föddes" else "född"
        yield i_stallet(text, start, fynd.end, f"{ord_} på {artal}-talet")
    elif ut := inskott(text, fynd, _INSKOTT):
        yield ut
    elif _DAG_AR.search(innan):
        yield i_stallet(
            text, fynd.start, fynd.end, "känt" if "dat" in innan[-12:] else "känd"
        )
    elif innan.endswith(": "):
        yield i_stallet(text, fynd.start, fynd.end, BORTTAGEN)
    elif _FYLLER.search(innan):
        yield bort(text, fynd)
    elif traff := _FODD.search(innan):
        yield _kort_ar(text, fynd, traff, innan)
    else:
        yield from _ensamt(text, fynd, artal)


def _kort_ar(text, fynd, traff, innan):
    """The year has two digits or is left out, so no decade is certain."""
    start = fynd.start - len(traff[0])
    if not _ARFODD.search(innan):
        if text[fynd.end : fynd.end + 3] in (" i ", " på"):  # «född 090312 i Syrien»
            return bort(text, fynd)
        if not inleder(text, start):  # «pojken f. 120418 vill»
            return bort_fran(text, start, fynd.end)
    ord_ = traff["ord"].lower() if len(traff["ord"]) > 3 else "född"
    return i_stallet(text, start, fynd.end, f"{ord_} på ett känt datum")


def _ensamt(text, fynd, artal):
    """A date that isn't led in: «Brukaren 1941-05-09 blev arg», «12 mars 2009 "
    "föddes»."""
    if re.match(r" (?:föd|fyll)", text[fynd.end :]):
        nar = f"på {artal}-talet" if artal else "en dag"
        yield i_stallet(text, fynd.start, fynd.end, nar)
    elif re.search(r"\w \Z", text[: fynd.start][-2:]):
        yield bort(text, fynd)
    else:
        yield i_stallet(text, fynd.start, fynd.end, "ett födelsedatum")


def artionde(datum: str) -> str | None:
    """Return the decade of a date («1980»), or None when the century isn't certain."""
    if traff := re.search(r"(?<!\d)(19|20)(\d)\d(?!\d)", datum) or re.match(
        r"(19|20)(\d)\d{5}", datum
    ):
        return f"{traff[1]}{traff[2]}0"
    kort = re.match(r"(\d)(\d)[-./ ]?\d\d[-./ ]?\d\d(?!\d{2}(?!\d))", datum)
    if kort and int(kort[1] + kort[2]) > _DENNA and "+" not in datum:
        return f"19{kort[1]}0"
    return None
