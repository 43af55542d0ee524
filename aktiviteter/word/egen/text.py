"""Paragraphs of our own files → rich text, word for word; `stada` tidies it later."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from aktiviteter.word.brodtext import rader
from aktiviteter.word.egen import ord as namn
from aktiviteter.word.modell import Bit, Stycke

_CELLRUBRIK = namn.CELLRUBRIK.lower()


@dataclass
class _Lista:
    """An open list: which one, how deep, and its points with the lists inside them."""

    tagg: str
    niva: int
    nr: str
    punkter: list[tuple[str, list["_Lista"]]] = field(default_factory=list)

    def html(self) -> str:
        li = "".join(
            f"<li>{ord_}{''.join(u.html() for u in under)}</li>"
            for ord_, under in self.punkter
        )
        return f"<{self.tagg}>{li}</{self.tagg}>"


def rik_text(stycken: Iterable[Stycke]) -> str:
    """The stored form of running text: paragraphs, headings, lists as they stand."""
    block: list[str | _Lista] = []
    oppna: list[_Lista] = []
    for s in stycken:
        if s.tomt:
            continue
        if s.lista:
            _lagg_punkt(s, oppna, block)
            continue
        oppna = []
        tagg = "h3" if s.niva or s.stil == _CELLRUBRIK else "p"
        block += [f"<{tagg}>{inre(r.bitar)}</{tagg}>" for r in rader(s)]
    return "\n".join(b if isinstance(b, str) else b.html() for b in block)


def _lagg_punkt(s: Stycke, oppna: list[_Lista], block: list[str | _Lista]) -> None:
    """A list ends where another begins on its level, or a shallower one goes on."""
    niva, nr = s.listniva, s.listnr
    while oppna and (
        oppna[-1].niva > niva or (oppna[-1].niva == niva and oppna[-1].nr != nr)
    ):
        oppna.pop()
    if not oppna or oppna[-1].niva < niva:
        ny = _Lista(s.lista, niva, nr)
        (oppna[-1].punkter[-1][1] if oppna else block).append(ny)
        oppna.append(ny)
    oppna[-1].punkter.append((inre(s.bitar), []))


def inre(bitar: Iterable[Bit]) -> str:
    """The inside of one block."""
    ut = []
    for bit in bitar:
        if bit.fotnot is not None:
            ut.append(f'<span class="fotnot">{inre(bit.fotnot).strip()}</span>')
            continue
        html = escape(bit.text, quote=False)
        for tagg, har in (("em", bit.kursiv), ("strong", bit.fet)):
            html = f"<{tagg}>{html}</{tagg}>" if har else html
        ut.append(f'<a href="{escape(bit.lank)}">{html}</a>' if bit.lank else html)
    return "".join(ut)


def noter(stycken: Iterable[Stycke]) -> list[Stycke]:
    """The notes of paragraphs whose field holds words only, to be kept as text."""
    return [
        Stycke([Bit("Not: "), *bit.fotnot])
        for s in stycken
        for bit in s.bitar
        if bit.fotnot is not None
    ]
