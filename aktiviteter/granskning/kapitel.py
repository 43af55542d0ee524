"""Chapters that are empty, or that promise activities and have none."""

import re
from itertools import groupby, zip_longest

from aktiviteter.granskning.brist import brist
from vbeplan.text.block import som_ord

MANGA_AR = 3  # untouched for that long a text should be read again
# The heading says that activities stand here.
_LOVAR = re.compile(
    r"\baktiviteter\b|\båtgärder\b|\båtgärdsplan\b|\baktivitetsplan\b|\båtgärdslista\b",
    re.I,
)
# Here they stand in most plans, though the heading may do with words alone.
_BRUKAR = re.compile(
    r"kompetenshöj|\binsatser\b|förebyggande arbete|förhindrande arbete|"
    r"föreningsbidrag|\butbildningsinsatser\b",
    re.I,
)
# The heading tells of others: last year's, their follow-up, who answers for them.
_ANDRAS = re.compile(
    r"resultat|tidigare|förra|genomförda|föregående|avslutade|uppföljning|ansvar\b|"
    r"prioritering|förändring|utvärdering|pågående|statliga|nationella",
    re.I,
)
_FORKLARAR = re.compile(
    r"\b(?:ing[ae]n?|inte några)\b[^.]{0,60}\b(?:aktivitet|åtgärd|insats)|"
    r"(?:aktivitet|åtgärd|insats)\w*\b[^.]{0,60}\b(?:redovisas|beskrivs|finns|samlas|"
    r"samlade|står|framgår) (?:i|under|på) ",
    re.I,
)


def tomma(avsnitt):
    """Yield (chapter, remark) of each without words, rows and sections."""
    for a, nasta in zip_longest(avsnitt, avsnitt[1:]):
        har_delar = a.niva == 1 and nasta is not None and nasta.niva == 2
        if not (a.text or a.aktiviteter or a.bild or har_delar or _lovar(a)):
            yield a, brist("tomt_kapitel", _tomt(a), a.rubrik)


def gammal(a, ar):
    """Yield advice on a text that nobody has touched for years, in a plan for `ar`."""
    if a.oandrad and ar - a.oandrad >= MANGA_AR:
        rad = (
            f"Texten är likadan som i planen för {a.oandrad}. Läs igenom den: stämmer "
            "den fortfarande?"
        )
        yield brist("gammal_text", rad, a.rubrik)


def _tomt(a):
    if _BRUKAR.search(a.rubrik):
        return "Skriv text, lägg till aktiviteter eller ta bort kapitlet."
    return "Skriv text, eller ta bort kapitlet."


def _lovar(a):
    return bool(_LOVAR.search(a.rubrik)) and not _ANDRAS.search(a.rubrik)


def utan_aktiviteter(avsnitt):
    """Yield (chapter, remark) of each that should hold activities and doesn't.

    A heading that promises them is enough. One that may do with words is told only
    where the plan spreads its activities over its chapters.
    """
    grupper = [list(g) for _, g in groupby(avsnitt, lambda a: a.nummer.split(".")[0])]
    med = [any(a.aktiviteter for a in g) for g in grupper]
    if not any(med):
        return
    forsta = med.index(True)
    for i, grupp in enumerate(grupper):
        if med[i]:
            continue
        mellan = forsta < i and sum(med) >= 2
        vald = next((a for a in grupp if _lovar(a)), None)
        if vald is None and mellan:
            vald = next((a for a in grupp if _brukar(a)), None)
        tomt = not any(a.text for a in grupp)  # told as empty, unless it promises
        if vald is None or (tomt and not _lovar(vald)):
            continue
        if not any(_FORKLARAR.search(som_ord(a.text)) for a in grupp):
            yield vald, _utan(vald)


def _brukar(a):
    return bool(_BRUKAR.search(a.rubrik)) and not _ANDRAS.search(a.rubrik)


def _utan(a):
    text = (
        "Rubriken lovar aktiviteter, men här finns inga. Lägg till dem, eller skriv "
        "varför det inte finns några."
        if _lovar(a)
        else "Kapitlet har inga aktiviteter, som andra sådana kapitel har. Lägg till "
        "dem som hör hit, eller skriv varför det inte finns några."
    )
    return brist("kapitel_utan_aktiviteter", text, a.rubrik)
