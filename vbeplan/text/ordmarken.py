"""Words with their marks (bold, link, note): read from a block's inside, written back.

What `jamfor` compares. Everything is written from scratch out of the closed set of
`block`, so nothing else can come through, whatever was read.
"""

import re
from html import escape, unescape
from typing import NamedTuple

from vbeplan.text.block import SCHEMAN
from vbeplan.text.passning import lika_par

LIKA, BORTA, NYTT = "", "del", "ins"
FOTNOT = '<span class="fotnot">'
_TAGG = re.compile(
    r'(</?(?:strong|em)>|<a href="[^"<>]*">|</(?:a|span)>|' + FOTNOT + ")"
)
_ORD = re.compile(r"([\w\u00ad]+(?:[-–./:@’'][\w\u00ad]+)*|[^\w\s])(\s*)")
_SCHEMA = re.compile(r"([^/?#:]*):")
_NAMN = re.compile(r"<(\w+)")


class Ord(NamedTuple):
    """A word or a sign, the opening tags round it, and the space after it.

    `fotnot` tells two notes of one block apart; 0 outside them.
    """

    text: str
    marken: tuple = ()
    luft: str = ""
    fotnot: int = 0

    @property
    def nyckel(self):
        return self.text, self.marken


class Markt(NamedTuple):
    """A word of the comparison: kept, taken away or new, and the spaces after it."""

    ord: Ord
    slag: str
    luft_fore: str  # as it stood in the old text
    luft_efter: str  # as it stands in the new


def las_ord(inre, markup=True):
    """Return the words of a block's inside, or of plain words."""
    ut, oppna, fotnot, noter = [], [], 0, 0
    for i, bit in enumerate(_TAGG.split(inre) if markup else [inre]):
        if not i % 2:
            _las_text(bit, tuple(oppna), fotnot, ut, markup)
        elif bit.startswith("</"):
            if oppna:
                oppna.pop()
            fotnot = fotnot if FOTNOT in oppna else 0
        else:
            oppna.append(bit)
            if bit == FOTNOT:
                noter += 1
                fotnot = noter
    return ut


def _las_text(bit, oppna, fotnot, ut, markup):
    bit = unescape(bit) if markup else bit
    if ut and (luft := bit[: len(bit) - len(bit.lstrip())]):
        ut[-1] = ut[-1]._replace(luft=luft)
    ut += (Ord(m[1], oppna, m[2], fotnot) for m in _ORD.finditer(bit))


def jamfor(fore, efter):
    """Return two lists of words as one list of `Markt`, old words before new."""
    par = lika_par([o.nyckel for o in fore], [o.nyckel for o in efter])
    par = _med_hela_meningar(_utan_oar(par, fore, efter), fore, efter)
    fore = _samma_noter(fore, efter, par)
    ut, i, j = [], 0, 0
    for x, y in [*par, (len(fore), len(efter))]:
        ut += _stracka(fore[i:x], efter[j:y], efter[j - 1 : j], efter[y : y + 1])
        if x < len(fore):
            ut.append(Markt(efter[y], LIKA, fore[x].luft, efter[y].luft))
        i, j = x + 1, y + 1
    return ut


def som_borta(ord_):
    return [Markt(o, BORTA, o.luft, "") for o in ord_]


def som_nya(ord_):
    return [Markt(o, NYTT, "", o.luft) for o in ord_]


def _stracka(gamla, nya, ordet_fore, ordet_efter):
    """Return words that were exchanged for others; those that go on the note or link
    of the kept word next to them stand beside it, so that it is not cut in two."""
    a0, a1 = _fortsatter(gamla, ordet_fore, ordet_efter)
    b0, b1 = _fortsatter(nya, ordet_fore, ordet_efter)
    ut = []
    for a, b in ((0, a0), (0, b0)), ((a0, a1), (b0, b1)), ((a1, None), (b1, None)):
        ut += som_borta(gamla[slice(*a)]) + som_nya(nya[slice(*b)])
    return ut


def _fortsatter(ord_, fore, efter):
    """Return how far the words stand in what the word before stands in, and from
    where they stand in what the word after does."""
    langst, kortast = 0, len(ord_)
    while fore and langst < len(ord_) and _i_samma(fore[0], ord_[langst]):
        langst += 1
    while efter and kortast > langst and _i_samma(efter[0], ord_[kortast - 1]):
        kortast -= 1
    return langst, kortast


def _i_samma(a, b):
    return bool(a.marken) and a.marken[:1] == b.marken[:1] and a.fotnot == b.fotnot


def andel_lika(markta):
    """Return how great a part of the longer text's signs stands in both, 0 to 1."""
    langd = {LIKA: 0, BORTA: 0, NYTT: 0}
    for m in markta:
        langd[m.slag] += len(m.ord.text)
    langst = langd[LIKA] + max(langd[BORTA], langd[NYTT])
    return langd[LIKA] / langst if langst else 1.0


def _utan_oar(par, fore, efter):
    """Let go of small words that happen to stand in the middle of rewritten ones.

    A lone «och» or a comma between two changes makes them harder to read, not easier.
    """
    foljder = _foljder(par)
    ut = []
    for nr, foljd in enumerate(foljder):
        forra = foljder[nr - 1][-1] if nr else (-1, -1)
        nasta = foljder[nr + 1][0] if nr + 1 < len(foljder) else (len(fore), len(efter))
        vanster = _storst(fore, efter, forra, foljd[0])
        hoger = _storst(fore, efter, foljd[-1], nasta)
        langd = sum(len(fore[i].text) for i, _ in foljd)
        if len(foljd) > 2 or langd * 2 > min(vanster, hoger):
            ut += foljd
    return ut


def _med_hela_meningar(par, fore, efter):
    """Let a sentence that came or went take its own full stop with it.

    In «a. B.» after «a.» the first stop is the old one, not the last.
    """
    ut, i, j = [], 0, 0
    for x, y in par:
        if x == i < len(fore) and j < y and _samma_tecken(efter[j], efter[y]):
            y = j
        elif y == j < len(efter) and i < x and _samma_tecken(fore[i], fore[x]):
            x = i
        ut.append((x, y))
        i, j = x + 1, y + 1
    return ut


def _samma_tecken(a, b):
    return a.nyckel == b.nyckel and not a.text[0].isalnum()


def _foljder(par):
    foljder = []
    for i, j in par:
        if foljder and foljder[-1][-1] == (i - 1, j - 1):
            foljder[-1].append((i, j))
        else:
            foljder.append([(i, j)])
    return foljder


def _storst(fore, efter, fran, till):
    """Return the signs of the longer side between two pairs."""
    gamla = sum(len(o.text) for o in fore[fran[0] + 1 : till[0]])
    return max(gamla, sum(len(o.text) for o in efter[fran[1] + 1 : till[1]]))


def _samma_noter(fore, efter, par):
    """Number the old text's notes as the new text's where they are the same note."""
    samma = {}
    for i, j in par:
        samma.setdefault(fore[i].fotnot, efter[j].fotnot)
    return [
        o._replace(fotnot=samma.get(o.fotnot, -o.fotnot)) if o.fotnot else o
        for o in fore
    ]


def skriv(markta):
    """Return marked words as HTML: <ins> and <del> innermost, spaces outside them."""
    ut, oppna, forra = [], [], None
    for m in markta:
        vill = _marken(m)
        if forra:
            lika = _gemensamt(oppna, vill)
            luft = escape(_luft(forra, m), quote=False)
            # A space belongs to what the words on both sides of it share.
            _stang(ut, oppna, lika)
            ut.append(luft)
        _oppna(ut, oppna, vill)
        ut.append(escape(m.ord.text, quote=False))
        forra = m
    _stang(ut, oppna, 0)
    return "".join(ut)


def _marken(m):
    """Return the tags a word stands in, outermost first: (tag, which one)."""
    tillatna = [t for t in m.ord.marken if _ofarlig(t)]
    vill = [(t, m.ord.fotnot if t == FOTNOT else 0) for t in tillatna]
    return [*vill, (f"<{m.slag}>", 0)] if m.slag else vill


def _ofarlig(tagg):
    if not tagg.startswith("<a "):
        return True
    schema = _SCHEMA.match(unescape(tagg[len('<a href="') : -len('">')]))
    return not schema or schema[1].strip().lower() in SCHEMAN


def _luft(forra, m):
    """Return the space between two words, as the text they come from has it."""
    if forra.slag == BORTA and m.slag == NYTT:
        return " " if m.ord.text[0].isalnum() else ""
    if forra.slag != NYTT and BORTA in (forra.slag, m.slag):
        return forra.luft_fore
    return forra.luft_efter


def _gemensamt(oppna, vill):
    lika = 0
    while lika < min(len(oppna), len(vill)) and oppna[lika] == vill[lika]:
        lika += 1
    return lika


def _stang(ut, oppna, kvar):
    while len(oppna) > kvar:
        tagg, _ = oppna.pop()
        ut.append(f"</{_NAMN.match(tagg)[1]}>")


def _oppna(ut, oppna, vill):
    for tagg in vill[len(oppna) :]:
        oppna.append(tagg)
        ut.append(tagg[0])
