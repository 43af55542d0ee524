"""References inside the plan to a chapter, an activity, a table that isn't there."""

import re
from itertools import islice
from typing import NamedTuple

from aktiviteter.granskning.brist import brist, kort

HOGST = 20  # references told of one piece of text
_NR = r"(\d{1,2}(?:\.\d{1,2})?)"
_FORE = r"(?:^|(?<=[(])|\b(?:i|se|enligt|under|också|även|jfr|och|av|från|till)\s)"
# «kapitel 8 i offentlighets- och sekretesslagen», «kapitel 9 §»: others' chapters.
_KAPITEL = re.compile(
    rf"{_FORE}(?:kapitel|kap\.|avsnitt)\s{_NR}(?!\.?\d|\s?§|\s(?:i|av|till|balken)\b"
    r"|\s\w*(?:lag|balk|form|handling|program)\w*)",
    re.I,
)
_AKTIVITET = re.compile(
    r"\baktivitet(?:erna)?\s(?:nr\.?\s|nummer\s)?(\d{1,3})\b"
    r"(?!\s?(?:minut|procent|%|gång|timm|dag|per|kronor|år|\d))",
    re.I,
)
_BILAGA = re.compile(
    r"\b(?:se|i|enligt|framgår av|finns som|finns i)\s"
    r"(bilag(?:a|an|or|orna)(?:\s(?:\d{1,2}|[A-Z])\b)?)"
    r"(?!\s(?:till|i|av)\b)(?![a-zåäö])",
    re.I,
)
_BILD = re.compile(
    r"\b((?:bild|figur|diagram|flödesschema|schema|karta|illustration|organisationsskiss)"
    r"(?:en|met|t|n)?\s(?:nedan|ovan|här intill))\b|\b(?:se|i|av)\s(figur \d{1,2})\b|"
    r"\b((?:ned|ov)anstående (?:bild|figur|diagram|flödesschema|schema|karta))\b",
    re.I,
)
_WORD = re.compile(r"Fel! [^.]{3,60}\.|Error! (?:Reference|Bookmark)[^.]{0,50}\.")
_RUBRIK = re.compile(
    r"\b(?:rubriken|avsnittet|kapitlet)\s(?:om\s)?[”\"«]([^”\"»]{3,80})[”\"»]"
    r"(?!\s(?:i|till|av)\b)",
    re.I,
)
_TABELL = re.compile(
    r"\b(?:i|av|se)\s(?:tabellen|tabell)(?:\s\d{1,2})?\s(?:nedan|här nedan|som följer)|"
    r"\btabellen\s(?:nedan|här nedan)|\bnedanstående\stabell|\bföljande\stabell|"
    r"\b(?:i|se)\sföljande\saktiviteter:?$",
    re.I,
)
_FORST = re.compile(r"\b(?:se ovan|enligt ovan|som framgår ovan|ovanstående)\b", re.I)
_SPAR = (
    "kapitel avsnitt kap. aktivitet bilag nedan ovan figur fel! error! rubriken intill "
    "tabell"
).split()


class Plan(NamedTuple):
    """What a plan has that one can point at."""

    kapitel: frozenset[str]
    rubriker: frozenset[str]
    aktiviteter: frozenset[int]
    bilagor: bool


def kan_finnas(text):
    """Tell whether a text is worth looking into; most are not."""
    litet = text.lower()
    return any(spar in litet for spar in _SPAR)


def granska(text, plan, *, tabell=True, forst=False):
    """Yield remarks on the references of one piece of text.

    `tabell` tells whether rows stand in the same chapter, `forst` whether the text
    begins the plan.
    """
    for vad, gor in islice(_doda(text, plan, forst), HOGST):
        yield brist("dod_hanvisning", f"{kort(vad)}: {gor}", text)
    if not tabell and (traff := _TABELL.search(text)):
        rad = (
            f"{kort(traff[0])} nämns, men kapitlet har inga aktiviteter. Lägg till "
            "dem, eller skriv om meningen."
        )
        yield brist("saknad_tabell", rad, text)


def _doda(text, plan, forst):
    yield from _nummer(text, plan)
    yield from _utanfor(text, plan)
    for traff in _RUBRIK.finditer(text):
        if rubriknorm(traff[1]) not in plan.rubriker:
            yield traff[1], "planen har ingen sådan rubrik. Byt namnet."
    if forst and (traff := _FORST.search(text)):
        yield traff[0], "det finns inget ovanför. Skriv ut vad som menas."


def _nummer(text, plan):
    for traff in _KAPITEL.finditer(text):
        if traff[1] not in plan.kapitel:
            yield traff[0], f"planen har inget kapitel {traff[1]}. Byt numret."
    for traff in _AKTIVITET.finditer(text):
        if plan.aktiviteter and int(traff[1]) not in plan.aktiviteter:
            yield traff[0], f"planen har ingen aktivitet {traff[1]}. Byt numret."


def _utanfor(text, plan):
    for traff in () if plan.bilagor else _BILAGA.finditer(text):
        yield traff[1], "planen har ingen bilaga. Skriv var den finns, eller stryk."
    for traff in _BILD.finditer(text):
        vad = traff[1] or traff[2] or traff[3]
        yield (
            vad,
            "planen har inga bilder. Beskriv i ord, eller skriv var bilden finns.",
        )
    for traff in _WORD.finditer(text):
        yield traff[0], "Word tappade bort hänvisningen. Skriv dit vad som menas."


def rubriknorm(rubrik):
    """Return a heading as references are compared with it."""
    return " ".join(re.sub(r"^[\d.\s]+", "", rubrik).casefold().split()).rstrip(".:")
