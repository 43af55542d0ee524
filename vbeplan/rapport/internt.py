"""Whether an appendix quotes a chapter that is for internal use.

An appendix is words alone, so it is asked by its words: the heading of an internal
chapter, the title of one of its activities, or as many words in a row as no two texts
have in common by chance. Rather one appendix too many left out than one sentence told.
"""

import re

RAD = 6  # words in a row that are a quotation
_ORD = re.compile(r"\w+")
_TAGG = re.compile(r"<[^>]+>")


def interna_avsnitt(innehall):
    """Return the chapters (`AvsnittInnehall`) for internal use, with their parts."""
    ut, kapitlet_ar_internt = [], False
    for avsnitt in innehall.avsnitt:
        if avsnitt.niva == 1:
            kapitlet_ar_internt = avsnitt.intern
        if avsnitt.intern or kapitlet_ar_internt:
            ut.append(avsnitt)
    return tuple(ut)


def interna_ord(planer):
    """Return (names, runs of words) by which the plans' internal chapters are known."""
    namn, rader = set(), set()
    for avsnitt in (a for plan in planer for a in interna_avsnitt(plan)):
        namn |= {avsnitt.rubrik, *(rad.titel for rad in avsnitt.aktiviteter)}
        for text in _texter(avsnitt):
            rader |= set(_rader(text))
    return namn, rader


def aterger(bilaga, ord_):
    """Tell whether a `Bilaga` says any of what `interna_ord` returned."""
    namn, rader = ord_
    monster = [_monster(ett) for ett in namn if ett]
    return any(
        any(m.search(text) for m in monster) or not rader.isdisjoint(_rader(text))
        for text in _bilagans(bilaga)
    )


def _monster(namn):
    """Return how a name is found; one of a single word only as it is written."""
    ett_ord = len(namn.split()) == 1
    return re.compile(rf"\b{re.escape(namn)}\b", 0 if ett_ord else re.IGNORECASE)


def _texter(avsnitt):
    yield avsnitt.text
    for rad in avsnitt.aktiviteter:
        yield from (rad.beskrivning, rad.mal, rad.ansvarig, rad.uppfoljning)


def _rader(text):
    orden = _ORD.findall(_TAGG.sub(" ", text).casefold())
    return zip(*(orden[i:] for i in range(RAD)), strict=False)


def _bilagans(bilaga):
    yield bilaga.ingress
    for del_ in bilaga.delar:
        yield from del_.stycken
        for tabell in del_.tabeller:
            for rad in tabell.rader:
                yield from ("".join(lopa.text for lopa in cell) for cell in rad)
