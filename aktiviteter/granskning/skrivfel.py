"""Slips of the hand: a word twice, a space too many, a bracket or a quote alone."""

import re
from itertools import islice
from operator import eq

from aktiviteter.granskning.brist import brist

# Pairs that good Swedish has: «det som är är svårt», «mycket mycket bra».
_FAR_UPPREPAS = set(
    "som det är den de var här där då så mycket många långt länge väldigt om ja nej på "
    "man han hon ni vi jag ha bort fram om år dag gång steg helt ofta stor stora xx "
    "xxx".split()
)
_DUBBELT = re.compile(r"\b([a-zåäöé]{2,})\s+\1\b(?![-/])")
_MELLANRUM = re.compile(r"\w\s[,;](?=\s|$)|\w\s\.(?=\s|$)|\(\s\w|\w\s\)")
_DUBBLA_TECKEN = re.compile(r"(?<!\.)\.\.(?![./])|,,|;;|,\.(?!\d)|\.,(?=\s)|;\.")
_FORKORTNING = re.compile(r"\w\.,$")  # «m.m., och»
_IHOP = re.compile(
    r"[.,](?:(?<=[a-zåäö]{2}\.)(?=[A-ZÅÄÖ][a-zåäö])|(?<=[a-zåäö]{2},)(?=[a-zåäö]{2}))"
)
# What is quick to look for, before what is slow.
_UTAN_TECKEN = str.maketrans(dict.fromkeys('.,;:!?()”"»', ""))
_GLAPP = (" ,", " ;", " .", "( ", " )")
_PAR_AV_TECKEN = ("..", ",,", ";;", ",.", ".,", ";.")
_OMSLUTER = re.compile('[()\\[\\]”“„"«»]')
_ADRESS = re.compile(r"@|://|www\.|\w\.(?:se|com|org|eu|nu|example)\b")
HOGST = 20  # slips told of one piece of text
_PAR = {"(": ")", "[": "]"}
_RADNUMMER = re.compile(r"(?:^|[\s(])(?:\d{1,2}|[a-zåäö]|[ivx]{1,4})\)", re.I)
_SPETS = re.compile("[”“„]")


def granska(s):
    """Yield remarks on one piece of text."""
    for traff in islice(_fel(s.text), HOGST):
        bit = _omgivning(s.text, traff)
        yield brist("skrivfel", f"Det står ”{bit}”. {_rad(traff)}", bit)
    if b := _obalans(s):
        yield b


def _fel(text):
    orden = text.translate(_UTAN_TECKEN).split()
    if any(map(eq, orden, islice(orden, 1, None))):
        for traff in _DUBBELT.finditer(text):
            if traff[1] not in _FAR_UPPREPAS and not _bisats(text, traff):
                yield traff
    if any(glapp in text for glapp in _GLAPP):
        yield from _MELLANRUM.finditer(text)
    if any(par in text for par in _PAR_AV_TECKEN):
        yield from _dubbla_tecken(text)
    yield from _ihop(text)


def _dubbla_tecken(text):
    for traff in _DUBBLA_TECKEN.finditer(text):
        fore = text[max(0, traff.start() - 1) : traff.end()]
        if not (traff[0] == ".," and _FORKORTNING.search(fore)):
            yield traff


def _ihop(text):
    return (t for t in _IHOP.finditer(text) if not _ADRESS.search(_ordet(text, t)))


def _ordet(text, traff):
    """Return the word that a match stands in, or what is near it of a very long one."""
    start = max(text.rfind(" ", 0, traff.start()) + 1, traff.start() - 100)
    slut = text.find(" ", traff.end(), traff.end() + 100)
    return text[start : slut if slut >= 0 else traff.end() + 100]


def _bisats(text, traff):
    """Tell whether a verb ends a clause and begins the next: «som gäller gäller»."""
    fore = text[max(0, traff.start() - 40) : traff.start()]
    return traff[1][-1] in "rs" and " som " in f" {fore} "


def _rad(traff):
    if traff.re is _DUBBELT:
        return f"Stryk ett ”{traff[1]}”."
    if traff.re is _MELLANRUM:
        return "Ta bort mellanrummet."
    if traff.re is _IHOP:
        return "Sätt dit mellanrummet."
    return "Ta bort ett av tecknen."


def _omgivning(text, traff):
    start = text.rfind(" ", 0, max(0, traff.start() - 8)) + 1
    slut = text.find(" ", min(len(text), traff.end() + 8))
    return text[start : slut if slut >= 0 else len(text)]


def _obalans(s):
    if not _OMSLUTER.search(s.text) or s.text.startswith(")"):  # told as a beginning
        return None
    for oppna, stang in _PAR.items():
        skillnad = s.text.count(oppna) - s.text.count(stang)
        if skillnad and stang == ")":  # «1) … 2) …» is none, but «(vecka 4)» is a pair
            utan = _RADNUMMER.sub(" ", s.text)
            skillnad = (utan.count(oppna) - utan.count(stang)) and skillnad
        if skillnad > 0:
            return _ensam(
                s, oppna, f"Parentesen stängs aldrig. Sätt dit ett ”{stang}”."
            )
        if skillnad < 0:
            return _ensam(
                s, stang, f"Parentesen öppnas aldrig. Sätt dit ett ”{oppna}”."
            )
    if (
        len(_SPETS.findall(s.text)) % 2
        or (s.text.count('"') - s.text.count('-"-')) % 2
        or (s.text.count("«") + s.text.count("»")) % 2
    ):
        return _ensam(
            s, '”“„"«»', "Citatet har bara ett citattecken. Sätt dit det andra."
        )
    return None


def _ensam(s, tecken, rad):
    if s.slag not in ("p", "li", "not"):
        return None
    plats = max(s.text.rfind(t) for t in tecken)
    start = s.text.rfind(" ", 0, max(0, plats - 12)) + 1
    bit = s.text[start : plats + 25].strip()
    return brist("obalans", f"Se vid ”{bit}”. {rad}", s.text)
