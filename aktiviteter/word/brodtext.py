"""Paragraphs → rich text: one block a line, the closed set of tags of vbeplan.text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from aktiviteter.word.modell import SIDBRYTNING, Bit, Stycke

_BLANKT = re.compile(r"\s+")
RUBRIK_I_TEXT = 3


def till_text(stycken: Iterable[Stycke]) -> str:
    """The stored form of running text. Headings (niva > 0) become h3."""
    ut: list[str] = []
    lista: list[Stycke] = []
    for s in stycken:
        if s.tomt:
            continue
        if s.lista and not s.niva:
            lista.append(s)
            continue
        ut.extend(_listor(lista))
        lista = []
        tagg = "h3" if s.niva else "p"
        ut.append(f"<{tagg}>{inrader(s.bitar, rubrik=bool(s.niva))}</{tagg}>")
    ut.extend(_listor(lista))
    return "\n".join(ut)


def rader(stycke: Stycke) -> list[Stycke]:
    """The paragraph cut at its line breaks; a list item stays one item."""
    bitar = stycke.bitar
    if stycke.lista or stycke.niva or stycke.roll:
        for b in bitar:
            b.text = b.text.replace("\n", " ").replace(SIDBRYTNING, " ")
        return [stycke]
    raa = stycke.raa()
    granser = [m.span() for m in re.finditer(r"[\n\f]+", raa)]
    if not granser:
        return [stycke]
    delar, vid = [], 0
    for start, slut in [*granser, (len(raa), len(raa))]:
        delar.append(stycke.del_av(vid, start))
        vid = slut
    delar = [d for d in delar if not d.tomt] or [replace(stycke, bitar=[])]
    delar[0].fynd = stycke.fynd
    return delar


def inrader(bitar: list[Bit], *, rubrik: bool = False) -> str:
    """The inside of one block. A heading carries no emphasis of its own."""
    ut: list[str] = []
    for bit in _stadade(_hopslagna(bitar)):
        if bit.fotnot is not None:
            inre = inrader(bit.fotnot)
            if inre:
                ut.append(f'<span class="fotnot">{inre}</span>')
            continue
        html = escape(bit.text, quote=False)
        if bit.kursiv and not rubrik:
            html = f"<em>{html}</em>"
        if bit.fet and not rubrik:
            html = f"<strong>{html}</strong>"
        if bit.lank:
            html = f'<a href="{escape(bit.lank)}">{html}</a>'
        ut.append(html)
    return "".join(ut)


def _hopslagna(bitar: list[Bit]) -> list[Bit]:
    """Neighbours of one look as one piece; a space goes with what stands before it."""
    ut: list[Bit] = []
    for bit in bitar:
        sist = ut[-1] if ut and ut[-1].fotnot is None else None
        lika = sist is not None and bit.fotnot is None
        if lika and (not bit.text.strip() or replace(sist, text=bit.text) == bit):
            sist.text += bit.text
        else:
            ut.append(replace(bit))
    return ut


def _stadade(bitar: list[Bit]) -> Iterator[Bit]:
    """White space made single, none at the ends, and none inside emphasis."""
    synliga = [i for i, b in enumerate(bitar) if b.text.strip()]
    sist = synliga[-1] if synliga else -1
    efter_blankt = True
    for i, bit in enumerate(bitar):
        if bit.fotnot is not None:
            yield bit
            continue
        text = _BLANKT.sub(" ", bit.text)
        if efter_blankt:
            text = text.lstrip()
        if i >= sist:
            text = text.rstrip()
        if not text:
            continue
        efter_blankt = text.endswith(" ")
        karna = text.strip()
        if not (bit.fet or bit.kursiv or bit.lank) or not karna:
            yield Bit(text)
            continue
        fore, efter = text[: text.index(karna)], text[len(text.rstrip()) :]
        if fore:
            yield Bit(fore)
        yield replace(bit, text=karna)
        if efter:
            yield Bit(efter)


def _listor(poster: list[Stycke]) -> list[str]:
    """Consecutive list items as one line a list; a change of kind starts a new one."""
    ut: list[str] = []
    grupp: list[Stycke] = []
    for p in poster:
        bas = min((g.listniva for g in grupp), default=p.listniva)
        if grupp and p.listniva <= bas and p.lista != grupp[0].lista:
            ut.append(_lista(grupp))
            grupp = []
        grupp.append(p)
    return [*ut, _lista(grupp)] if grupp else ut


def _lista(poster: list[Stycke]) -> str:
    bas = min(p.listniva for p in poster)
    grupper: list[list[Stycke]] = []
    for p in poster:
        if p.listniva > bas and grupper:
            grupper[-1].append(p)
        else:
            grupper.append([p])
    li = "".join(
        f"<li>{inrader(g[0].bitar)}{_lista(g[1:]) if g[1:] else ''}</li>"
        for g in grupper
    )
    return f"<{poster[0].lista}>{li}</{poster[0].lista}>"
