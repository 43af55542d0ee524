"""Who a line names: a board with its district, a municipality, an administration."""

import re
from dataclasses import dataclass

NAMND = re.compile(
    r"(?:[Nn]ämnden för [\w ,-]+"
    r"|(?:[A-ZÅÄÖ][\wé]*-?,? (?:och )?)*(?:[a-zåäö]+-? och )?[\wåäöÅÄÖ-]*nämnd(?:en)?\b"
    r"|(?:[A-ZÅÄÖ][\wé]+ )?(?:[Dd]elegation|[Dd]irektion|[Bb]eredning)en\b"
    r"|[Kk]ommunstyrelsen?\b|[Kk]ommunfullmäktige\b|\bKSN?\b|\bKF\b)"
)
KOMMUN = re.compile(
    r"\b((?:(?:Upplands|Östra|Västra|Norra|Södra|Nya|Lilla|Stora) )?"
    r"[A-ZÅÄÖ][a-zåäöé-]+ "
    r"(?:[Kk]ommun|[Ss]tad))(?:s)?\b|\b(Region [A-ZÅÄÖ][a-zåäö]+)\b"
)
# A district's name follows its board's; after other boards stands the city's.
_DISTRIKT = re.compile(
    r"(?:stadsdels|områdes|kommundels|distrikts|lokal)nämnden((?: [A-ZÅÄÖ][\wåäöé]+"
    r"(?:-[A-ZÅÄÖ][\wåäöé]+)?){1,3})",
    re.I,
)
_ORT = re.compile(r"(?:i |, )?([A-ZÅÄÖ][a-zåäöé]+)")
_FORVALTNING = re.compile(
    r"[\w ,-]*(?:förvaltning|sektor|avdelning|kontor)(?:en|et)?"
    r"(?: [A-ZÅÄÖ]\w+(?:-[A-ZÅÄÖ]\w+)?)?"
)


@dataclass(frozen=True, slots=True)
class Organ:
    """What a line names, and what words it has besides."""

    namnd: str = ""
    kommun: str = ""
    rest: str = ""
    forvaltning: bool = False
    gissad: bool = False  # the city is only a place's name


def organ_i(text: str) -> Organ | None:
    """The board and city of a short line; None when it names neither."""
    if len(text.split()) > 9 or re.search(r"\b(?:mot|enligt|ska|är|har)\b", text):
        return None
    text = _gemener(text)
    if _FORVALTNING.fullmatch(text):
        return Organ(forvaltning=True)
    namnd, traff = _namnd_i(text), KOMMUN.search(text)
    if not (namnd or traff):
        return None
    rest = text.replace(namnd, " ") if namnd else text
    rest = rest.replace(traff[0], " ") if traff else rest
    rest = rest.strip(" ,–-|/")
    if rest and namnd and not traff and (ort := _ORT.fullmatch(rest)):
        return Organ(namnd, ort[1], gissad=True)
    kommun = (traff[1] or traff[2]) if traff else ""
    return Organ(namnd, kommun, "" if rest == "i" else rest)


def _namnd_i(text: str) -> str:
    """The board a line names, with its district."""
    distrikt = _DISTRIKT.search(text)
    if distrikt and not KOMMUN.search(distrikt[0]):
        return distrikt[0]
    traff = NAMND.search(text)
    return traff[0] if traff else ""


def _gemener(text: str) -> str:
    """A line set in capitals as it is written otherwise: «Norrvikens kommun»."""
    if not text.isupper() or not re.search(r"NÄMND|KOMMUN|STAD\b", text):
        return text
    ut = text.capitalize()
    return re.sub(r"(?<=\bi )[a-zåäö]", lambda m: m[0].upper(), ut)
