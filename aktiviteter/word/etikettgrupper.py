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
    Etikett,
    etikett_forst,
    etiketter_i,
    slag_for_ord,
    varden,
)
from aktiviteter.word.faktarader import etikett_for
from aktiviteter.word.modell import Block, Radgrupp, Stycke, Tabell
from aktiviteter.word.nyckeltabell import namnlosa_par
from aktiviteter.word.rubriker import aktivitetsnummer, nummer_i

Falt = tuple[str, str, list[Stycke]]  # kind, label, value
LANGST_TITEL = 200
_BESKRIVER = re.compile(r"vad\b|beskriv|innehåll|genomför|hur\b", re.I)
_DOKUMENTET = {"dnr", "typ", "nasta_revidering", "giltig_till"}
_FORTSATTER = {k.BESKRIVNING, k.MAL, k.AKTIVITET, k.OVRIGT, k.MALGRUPP}


@dataclass(slots=True)
class _Del:
    """A block under a heading; `falt` its labelled values, None for running text."""

    block: Block
    falt: list[Falt] | None = None


@dataclass(slots=True)
class _Avdelning:
    """A heading (None above the first) and what stands under it."""

    rubrik: Stycke | None
    delar: list[_Del] = field(default_factory=list)

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
            ut += [a.rubrik, *_flera(a.delar)]
    return ut


def _avdelningar(block: list[Block]) -> list[_Avdelning]:
    etikettrubriker = _etikettrubriker(block)
    ut = [_Avdelning(None)]
    for b in block:
        if isinstance(b, Tabell):
            ut[-1].delar.append(_Del(b, namnlosa_par(b)))
        elif b.niva and id(b) not in etikettrubriker:
            ut.append(_Avdelning(b))
        elif b.niva:
            ut[-1].delar.append(_Del(b, [(slag_for_ord(b.text), b.text, [])]))
        else:
            ut[-1].delar.append(_Del(b, _falt_i(b)))
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
    if any(_i_ett_stycke(d) for d in a.delar):
        return True
    falten = [f for d in a.delar for f in d.falt or ()]
    return _racker({f[0] for f in falten}) and not any(
        etikett_for(f[1]) in _DOKUMENTET for f in falten
    )


def _racker(slag: set[str]) -> bool:
    vem, nar = k.ANSVARIG in slag, bool(slag & {k.TID, k.START, k.SLUT})
    return vem + nar + (k.UPPF in slag) > 1


def _titelrubriker(avdelningar: list[_Avdelning]) -> set[int]:
    """The headings that are an activity's title: one set of labels stands under them.

    A chapter of the first level is one only when it is so for several.
    """
    mojliga = [
        a
        for a in avdelningar
        if a.rubrik is not None
        and _kan_ha_aktiviteter(a)
        and not any(_i_ett_stycke(d) for d in a.delar)
        and max(a.antal(s) for s in VEM_NAR) == 1
        and not _egna_titlar(a)
        and slag_for_ord(_namn(a.rubrik)) in ("", k.AKTIVITET, k.SAMRAD, k.BESKRIVNING)
    ]
    per_niva = Counter(a.rubrik.niva for a in mojliga)
    return {
        id(a.rubrik)
        for a in mojliga
        if a.rubrik.niva > 1 or per_niva[a.rubrik.niva] > 1
    }


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


# ------------------------------------------------------------- one under each heading


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
    grupp = _grupp(a.rubrik, a.delar[borjan:slut])
    return [
        *(d.block for d in a.delar[:borjan]),
        grupp,
        *(d.block for d in a.delar[slut:]),
    ]


def _grupp(titel: Stycke | None, delar: list[_Del]) -> Radgrupp:
    """A title with description and labelled values, in the order they stand."""
    falt: list[Falt] = _titelfalt(titel) if titel is not None else []
    beskrivning: list[Stycke] = []
    sist: Falt | None = None
    fynd = list(titel.fynd) if titel is not None else []
    for d in delar:
        if d.falt:
            for slag, namn, varde in d.falt:
                har_titel = any(f[0] == k.AKTIVITET for f in falt)
                if slag == k.AKTIVITET and har_titel:
                    slag = k.BESKRIVNING
                falt.append((slag, namn, list(varde)))
            sist = falt[-1]
            fynd += d.block.fynd if isinstance(d.block, Stycke) else []
        elif isinstance(d.block, Stycke) and not d.block.tomt:
            if sist and (not sist[2] or d.block.lista or sist[0] in _FORTSATTER):
                sist[2].append(d.block)
            else:
                beskrivning.append(d.block)
                sist = None
    if beskrivning:
        falt.insert(1, (k.BESKRIVNING, "", beskrivning))
    return Radgrupp.av(falt, fynd)


def _titelfalt(titel: Stycke) -> list[Falt]:
    """The title without its typed number; «Åtgärd 3: …» and «3. …» give the number."""
    s = titel.del_av(0)
    s.niva, s.lista = 0, ""
    ut: list[Falt] = []
    langd, tal = aktivitetsnummer(s.raa())
    if tal:
        ut.append((k.NR, "", [_med_text(s, str(tal))]))
    s.utan(0, langd)
    while s.raa().rstrip().endswith(":"):
        s.utan(len(s.raa().rstrip()) - 1, len(s.raa()))
    return [(k.AKTIVITET, "", [s]), *ut]


def _med_text(s: Stycke, text: str) -> Stycke:
    ny = s.del_av(0, 0)
    ny.utan(0, 0, text)
    return ny


# ------------------------------------------------------------- several under a heading


def _flera(delar: list[_Del]) -> list[Block]:
    """Runs of labelled lines, each with its title in the line above or in a label."""
    ut: list[Block] = []
    text: list[_Del] = []
    i = 0
    avstand = _avstand(delar)
    while i < len(delar):
        d = delar[i]
        etiketter = _i_ett_stycke(d)
        if etiketter:
            ut += [x.block for x in text]
            text = []
            slut = i + 1
            while slut < len(delar) and _hor_till_punkten(d, delar[slut]):
                slut += 1
            ut.append(_av_ett_stycke(d.block, etiketter, delar[i + 1 : slut]))
            i = slut
        elif d.falt:
            slut = _lopans_slut(delar, i)
            grupper, kvar = _av_lopa(delar[i:slut], text, avstand)
            ut += [x.block for x in kvar] + grupper
            text = []
            i = slut
        else:
            text.append(d)
            i += 1
    return ut + [x.block for x in text]


def _lopans_slut(delar: list[_Del], i: int) -> int:
    """Where a run of labelled lines ends; it takes blank lines and values with it."""
    slut = i + 1
    for j in range(i + 1, len(delar)):
        d = delar[j]
        if d.falt:
            slut = j + 1
        elif isinstance(d.block, Tabell):
            break
        elif not d.block.tomt:
            forra = delar[slut - 1].falt
            if not (d.block.lista or (forra and not forra[-1][2] and slut == j)):
                break
            slut = j + 1
    return slut


def _avstand(delar: list[_Del]) -> int:
    """How many lines of text stand between two runs, the first of them a title; 0 when
    it is not the same everywhere."""
    antal: set[int] = set()
    i = next((n for n, d in enumerate(delar) if d.falt), len(delar))
    while i < len(delar):
        i = _lopans_slut(delar, i)
        nasta = next((n for n in range(i, len(delar)) if delar[n].falt), None)
        if nasta is None:
            break
        antal.add(sum(not _tom(d) for d in delar[i:nasta]))
        i = nasta
    return antal.pop() if len(antal) == 1 else 0


def _tom(d: _Del) -> bool:
    return isinstance(d.block, Stycke) and d.block.tomt


def _av_lopa(
    lopa: list[_Del], fore: list[_Del], avstand: int
) -> tuple[list[Block], list[_Del]]:
    """The activities of a run, and what above it is not theirs."""
    if not _racker({f[0] for d in lopa for f in d.falt or ()}):
        return [d.block for d in lopa], fore
    delade: list[list[_Del]] = [[]]
    for d in lopa:
        ny = d.falt and d.falt[0][0] == k.AKTIVITET
        if ny and any(f[0] in VEM_NAR for x in delade[-1] for f in x.falt or ()):
            delade.append([])
        delade[-1].append(d)
    egen = any(f[0] == k.AKTIVITET for d in delade[0] for f in d.falt or ())
    titel, beskrivning, kvar = (
        (None, [], fore) if egen else _titel_ovanfor(fore, avstand)
    )
    if not egen and titel is None:
        return [d.block for d in lopa], fore
    return [
        _grupp(titel, [*beskrivning, *delade[0]]),
        *(_grupp(None, x) for x in delade[1:]),
    ], kvar


def _titel_ovanfor(
    fore: list[_Del], avstand: int
) -> tuple[Stycke | None, list[_Del], list[_Del]]:
    """(title, its description, the rest) of the text above a run."""
    fyllda = [i for i, d in enumerate(fore) if not _tom(d)]
    if not fyllda:
        return None, [], fore
    i = fyllda[-avstand] if 0 < avstand <= len(fyllda) else fyllda[-1]
    titel = fore[i].block
    if isinstance(titel, Tabell) or len(titel.text) > LANGST_TITEL:
        return None, [], fore
    return titel, fore[i + 1 :], fore[:i]


# --------------------------------------------------------------------- one paragraph


def _i_ett_stycke(d: _Del) -> list[Etikett]:
    """The labels of a paragraph that is a whole activity: title, then who and when."""
    if d.falt or isinstance(d.block, Tabell) or d.block.niva:
        return []
    etiketter = etiketter_i(d.block)
    if not etiketter or not _racker({e.slag for e in etiketter}):
        return []
    fore = d.block.raa()[: etiketter[0].start].strip()
    return etiketter if sum(c.isalpha() for c in fore) > 2 else []


def _hor_till_punkten(d: _Del, nasta: _Del) -> bool:
    """A deeper list item under one that is an activity."""
    return (
        isinstance(nasta.block, Stycke)
        and bool(nasta.block.lista)
        and nasta.block.listniva > d.block.listniva
        and not _i_ett_stycke(nasta)
    )


def _av_ett_stycke(s: Stycke, etiketter: list[Etikett], under: list[_Del]) -> Radgrupp:
    fore = s.del_av(0, etiketter[0].start)
    while fore.raa().rstrip()[-1:] in ("(", "–", "-", ",", ";"):
        fore.utan(len(fore.raa().rstrip()) - 1, len(fore.raa()))
    fore.lista = ""
    falt = [(slag, namn, [v]) for slag, namn, v in varden(s, etiketter)]
    sista = falt[-1]
    efter = s.raa()[etiketter[-1].varde :]
    slut = efter.rfind(")")
    if slut >= 0 and efter[slut + 1 :].strip(" .") and "(" in s.raa():
        # Words after the parenthesis describe; they are no part of its last value.
        fran = etiketter[-1].varde
        falt[-1] = (*sista[:2], [s.del_av(fran, fran + slut)])
        falt.append((k.BESKRIVNING, "", [_rest(s, fran + slut + 1)]))
    if under:
        falt.append((k.BESKRIVNING, "", [d.block for d in under]))
    return Radgrupp.av([(k.AKTIVITET, "", [fore]), *falt], s.fynd)


def _rest(s: Stycke, fran: int) -> Stycke:
    rest = s.del_av(fran)
    rest.lista = ""
    skrap = re.match(r"[\s.,;:–-]+(?=\S)", rest.raa())
    if skrap:
        rest.utan(0, skrap.end())
    return rest
