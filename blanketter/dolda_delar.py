"""Spans of a text: laid together, shown with some hidden, and cut out for good."""

from itertools import pairwise
from typing import NamedTuple

DOLD = "▇▇▇"


class Spann(NamedTuple):
    """`text[start:slut]`, in code points, is of the kind `typ`."""

    start: int
    slut: int
    typ: str


class Del(NamedTuple):
    """A piece of a text as it is shown; `typ` is that of its mask, or "".

    A hidden piece holds no word of the text: `text` is then only the black bar.
    """

    text: str
    typ: str = ""
    dold: bool = False


def sla_ihop(spann):
    """Return spans that don't overlap; what does is one, of the longest one's kind."""
    ut = []
    for nasta in sorted(spann):
        if ut and nasta.start < ut[-1].slut:
            sist = ut.pop()
            langst = max(sist, nasta, key=lambda s: s.slut - s.start)
            slut = max(sist.slut, nasta.slut)
            nasta = Spann(sist.start, slut, langst.typ)
        ut.append(nasta)
    return ut


def ror(a, b):
    """Tell whether two spans have a sign in common."""
    return a.start < b.slut and b.start < a.slut


def inom(spann, text):
    """Tell whether every span lies in the text and has words in it."""
    return all(
        0 <= s.start < s.slut <= len(text) and text[s.start : s.slut].strip()
        for s in spann
    )


def dela_upp(text, spann, *, visa):
    """Return the text as a list of `Del`; with `visa` the words in the spans too."""
    spann = sla_ihop(spann)
    grans = [0, *(g for s in spann for g in (s.start, s.slut)), len(text)]
    ut = []
    for nr, (fran, till) in enumerate(pairwise(grans)):
        if fran == till:
            continue
        if nr % 2 == 0:
            ut.append(Del(text[fran:till]))
        else:
            ord_ = text[fran:till] if visa else DOLD
            ut.append(Del(ord_, spann[nr // 2].typ, dold=not visa))
    return ut


def forekomster(text, sokt, typ):
    """Return every place where the words `sokt` stand in the text, however cased.

    As whole words: «Bo» is not cut out of «Botkyrka», nor «de» out of «ropade», but a
    genitive goes whole. Only when no such place exists they are taken inside words.
    """
    alla = _forekomster(text, sokt, typ)
    hela = [helt for s in alla if (helt := _som_ord(text, s))]
    return hela or alla


def _som_ord(text, s):
    """Return the span, with a genitive's s, when it ends where words end; else None."""
    efter = text[s.slut : s.slut + 2]
    genitiv = efter[:1] in ("s", "S") and not efter[1:].isalnum()
    slut = s.slut + genitiv
    borjar = s.start == 0 or not (text[s.start - 1] + text[s.start]).isalnum()
    slutar = genitiv or not (text[s.slut - 1] + (efter[:1] or " ")).isalnum()
    return s._replace(slut=slut) if borjar and slutar else None


def _forekomster(text, sokt, typ):
    """Compared sign by sign, since casefolding may change how many they are."""
    norm = [tecken.casefold() for tecken in text]
    efter = [tecken.casefold() for tecken in sokt]
    langd, ut, start = len(efter), [], 0
    while langd and start + langd <= len(norm):
        if norm[start : start + langd] == efter:
            ut.append(Spann(start, start + langd, typ))
            start += langd
        else:
            start += 1
    return ut


def klipp(text, bort, ersattning):
    """Return (the text with the spans `bort` replaced, a function that moves others).

    `ersattning` gives the words for a kind. The function takes a span of the old text
    and returns what is left of it in the new, a list: none when all of it went.
    """
    bort = sla_ihop(bort)
    ut, har = [], 0
    for s in bort:
        ut += [text[har : s.start], ersattning(s.typ)]
        har = s.slut
    ut.append(text[har:])

    def flytta(spann):
        kvar = _utom(spann, bort)
        return [Spann(_ny(s.start), _ny(s.slut), s.typ) for s in kvar]

    def _ny(plats):
        forskjuts = (
            len(ersattning(s.typ)) - (s.slut - s.start) for s in bort if s.slut <= plats
        )
        return plats + sum(forskjuts)

    return "".join(ut), flytta


def _utom(spann, bort):
    """Return what is left of a span when others are taken out of it."""
    kvar = [spann]
    for s in bort:
        kvar = [
            Spann(fran, till, spann.typ)
            for k in kvar
            for fran, till in (
                (k.start, min(k.slut, s.start)),
                (max(k.start, s.slut), k.slut),
            )
            if fran < till
        ]
    return kvar
