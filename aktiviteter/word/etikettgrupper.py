"""Activities written as lines, without a table: a heading and «Ansvarig: …» under it.

Found before the chapters are made, for such a heading is an activity and no chapter.
Forms: a heading with labelled lines, labelled headings, or a small table of labels;
several activities under one heading, each begun by a line or by «Aktivitet: …»; a list
item or paragraph that ends «(Ansvarig: X, klart: Y)».
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from aktiviteter.word import kolumner as k
from aktiviteter.word.etiketter import (
    FALT,
    VEM_NAR,
    etikett_forst,
    etiketter_i,
    slag_for_ord,
    varden,
)
from aktiviteter.word.etikettlopor import flera, tom
from aktiviteter.word.faktarader import etikett_for
from aktiviteter.word.modell import Block, Stycke, Tabell
from aktiviteter.word.nyckeltabell import namnlosa_par
from aktiviteter.word.rader import fet_borjan, strategiomrade
from aktiviteter.word.radgrupp import Del, Falt, grupp, i_ett_stycke, racker
from aktiviteter.word.rubriker import nummer_i

_BESKRIVER = re.compile(r"vad\b|beskriv|innehåll|genomför|hur\b", re.I)
_DOKUMENTET = {"dnr", "typ", "nasta_revidering", "giltig_till"}


@dataclass(slots=True)
class _Avdelning:
    """A heading (None above the first) and what stands under it."""

    rubrik: Stycke | None
    delar: list[Del] = field(default_factory=list)

    def antal(self, slag: str) -> int:
        return sum(f[0] == slag for d in self.delar for f in d.falt or ())


def samla_aktiviteter(block: list[Block]) -> list[Block]:
    """The blocks with every activity that is written as lines made a Radgrupp."""
    avdelningar = _avdelningar(block)
    tillatna = _titelrubriker(avdelningar)
    ut: list[Block] = []
    for a in avdelningar:
        if a.rubrik is None or not _kan_ha_aktiviteter(a):
            ut += _som_de_var(a)
        elif id(a.rubrik) in tillatna:
            ut += _under_rubrik(a)
        else:
            ut += [a.rubrik, *flera(a.delar)]
    return ut


def _avdelningar(block: list[Block]) -> list[_Avdelning]:
    etikettrubriker = _etikettrubriker(block)
    ut = [_Avdelning(None)]
    for b in block:
        if isinstance(b, Tabell):
            ut[-1].delar.append(Del(b, namnlosa_par(b)))
        elif b.niva and id(b) not in etikettrubriker:
            ut.append(_Avdelning(b))
        elif b.niva:
            ut[-1].delar.append(Del(b, [(slag_for_ord(b.text), b.text, [])]))
        else:
            ut[-1].delar.append(Del(b, _falt_i(b)))
    return ut


def _falt_i(s: Stycke) -> list[Falt] | None:
    """The labelled values of a paragraph that begins with a label."""
    forst = etikett_forst(s)
    if forst is None:
        return None
    fler = [e for e in etiketter_i(s) if e.start >= forst.varde]
    # A later word with a colon is a label only in a line of nothing but labels.
    alla = [forst, *fler] if len({e.slag for e in [forst, *fler]} & VEM_NAR) > 1 else []
    return [
        (slag, namn, [] if v.tomt else [v])
        for slag, namn, v in varden(s, alla or [forst])
    ]


def _etikettrubriker(block: list[Block]) -> set[int]:
    """Headings that are labels: the same words as headings several times over."""
    efter_ord: dict[str, list[Stycke]] = defaultdict(list)
    for b in block:
        if isinstance(b, Stycke) and b.niva > 1 and slag_for_ord(b.text) in FALT:
            efter_ord[b.text.casefold().strip(" :")].append(b)
    ofta = [g for g in efter_ord.values() if len(g) > 1]
    if len({slag_for_ord(g[0].text) for g in ofta} & VEM_NAR) < 2:
        return set()
    return {id(s) for g in ofta for s in g}


def _kan_ha_aktiviteter(a: _Avdelning) -> bool:
    """Who and when (or how followed up), and no facts of the document itself."""
    if any(i_ett_stycke(d) for d in a.delar):
        return True
    falten = [f for d in a.delar for f in d.falt or ()]
    return racker({f[0] for f in falten}) and not any(
        etikett_for(f[1]) in _DOKUMENTET for f in falten
    )


def _titelrubriker(avdelningar: list[_Avdelning]) -> set[int]:
    """The headings that are an activity's title: one set of labels stands under them.

    A chapter of the first level is one only when it is so for several.
    """
    mojliga = [
        a
        for a in avdelningar
        if a.rubrik is not None
        and _kan_ha_aktiviteter(a)
        and not any(i_ett_stycke(d) for d in a.delar)
        and max(a.antal(s) for s in VEM_NAR) == 1
        and not (_egna_titlar(a) or _titel_i_texten(a))
        and slag_for_ord(_namn(a.rubrik)) in ("", k.AKTIVITET, k.SAMRAD, k.BESKRIVNING)
    ]
    per_niva = Counter(a.rubrik.niva for a in mojliga)
    return {
        id(a.rubrik)
        for a in mojliga
        if a.rubrik.niva > 1 or per_niva[a.rubrik.niva] > 1
    }


def _titel_i_texten(a: _Avdelning) -> bool:
    """Whether the heading names a group: one of the strategy's areas, or the line above
    the labels begins with a bold title of its own."""
    if strategiomrade(_namn(a.rubrik)):
        return True
    forsta = next(i for i, d in enumerate(a.delar) if d.falt)
    ovanfor = [d.block for d in a.delar[:forsta] if not tom(d)]
    return bool(ovanfor and isinstance(ovanfor[-1], Stycke) and fet_borjan(ovanfor[-1]))


def _egna_titlar(a: _Avdelning) -> bool:
    return any(
        f[0] == k.AKTIVITET and not _BESKRIVER.match(f[1])
        for d in a.delar
        for f in d.falt or ()
    )


def _namn(s: Stycke) -> str:
    return s.raa()[nummer_i(s.raa())[0] :].strip()


def _som_de_var(a: _Avdelning) -> list[Block]:
    return [*([a.rubrik] if a.rubrik else []), *(d.block for d in a.delar)]


def _under_rubrik(a: _Avdelning) -> list[Block]:
    """The heading is the title; a table of another kind, and beyond, is not its."""
    forsta = next(i for i, d in enumerate(a.delar) if d.falt)
    fore = [i for i, d in enumerate(a.delar[:forsta]) if isinstance(d.block, Tabell)]
    borjan = fore[-1] + 1 if fore else 0
    slut = next(
        (
            i
            for i, d in enumerate(a.delar)
            if i > forsta and isinstance(d.block, Tabell) and not d.falt
        ),
        len(a.delar),
    )
    return [
        *(d.block for d in a.delar[:borjan]),
        grupp(a.rubrik, a.delar[borjan:slut]),
        *(d.block for d in a.delar[slut:]),
    ]
