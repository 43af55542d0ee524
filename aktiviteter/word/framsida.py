"""The cover: title, board, city, date, diary number and the document box.

What is recognised becomes facts. A recognised line's spare words are told in a remark;
a line that is not recognised at all is kept.
"""

import re
from collections.abc import Iterable

from aktiviteter.word.faktarader import (
    KOMMUN,
    Framsida,
    etikett_for,
    las_fakta,
    las_rad,
    segment,
)
from aktiviteter.word.kolumner import rubrikrad
from aktiviteter.word.modell import Bit, Block, Cell, Stycke, Tabell

_LANGST_RAD = 160
_TITELORD = re.compile(
    r"\w*plan(?:en)?\b.*\bmot\b|\w*(?:handlings|åtgärds)\w*plan|våldsbejakande|"
    r"\b(?:plan|program|strategi|riktlinjer?)\b",
    re.I,
)


def las_framsida(block: list[Block], sidhuvud: Iterable[Stycke] = ()) -> Framsida:
    """Facts of the blocks before the first chapter; headers only fill what lacks."""
    ut = Framsida()
    stycken = [b for b in block if isinstance(b, Stycke) and not b.tomt]
    titel = _titel(stycken)
    ut.satt("titel", " ".join(s.text for s in titel))
    for b in block:
        if isinstance(b, Tabell):
            _tabell(b, ut)
        elif b in titel:
            ut.redovisat.append(b.text)
        elif not b.tomt:
            _stycke(b, ut)
    _ur_titeln(ut)
    namnd = ut.fakta.get("beslutad_av", "")
    ut.satt("namnd", namnd[:1].upper() + namnd[1:])
    for s in sidhuvud:
        prov = Framsida()
        for del_ in segment(s.raa()):
            las_rad(del_, prov)
        for falt in ("dnr", "datum", "namnd", "kommun"):
            if prov.fakta.get(falt):
                ut.satt(falt, prov.fakta[falt])
    return ut


def fakta_i_tabell(tabell: Tabell) -> Framsida | None:
    """A document box inside the plan: its facts, None for another table."""
    ut = Framsida()
    par = _par(tabell)
    kanda = [p for p in par if etikett_for(p[0]) not in ("", "rest")]
    if len(kanda) < 2 or len(kanda) * 2 < len(par):
        return None
    for etikett, varde in par:
        las_fakta(etikett_for(etikett), " ".join(varde), ut)
    return ut


def _stycke(s: Stycke, ut: Framsida) -> None:
    if s.text.casefold() == ut.fakta.get("titel", "").casefold():
        ut.redovisat.append(s.text)
        return
    if len(s.text) > _LANGST_RAD or s.lista or any(b.fotnot for b in s.bitar):
        ut.kvar.append(s)
        return
    delar = segment(s.raa())
    okanda = [d for d in delar if not las_rad(d, ut)]
    if len(okanda) == len(delar):
        ut.kvar.append(s)
        return
    ut.redovisat.append(s.text)
    ut.kvar += [Stycke([Bit(d)]) for d in okanda]


def _tabell(tabell: Tabell, ut: Framsida) -> None:
    """A document box, or a table used for layout."""
    tagna: set[str] = set()
    for etikett, varde in _par(tabell):
        falt, text = etikett_for(etikett), " ".join(varde)
        if falt and las_fakta(falt, text, ut):
            ut.redovisat += [etikett, text]
        elif text:
            ut.kvar.append(Stycke([Bit(f"{etikett.rstrip(' :')}: {text}")]))
        tagna |= {etikett, *varde}
    for rad in tabell.rader:
        for cell in rad:
            for s in cell.stycken:
                if s.text not in tagna:
                    _stycke(s, ut)


def _par(tabell: Tabell) -> list[tuple[str, list[str]]]:
    """Label–value pairs: beside each other, below each other, or in one cell."""
    ut: list[tuple[str, list[str]]] = []
    rader = [[_cellrader(c) for c in rad] for rad in tabell.rader]
    over: list[list[str]] = []
    for rad in rader:
        etiketter = [len(c) == 1 and bool(etikett_for(c[0])) for c in rad]
        if over and not any(etiketter):
            ut += [(o[0], v) for o, v in zip(over, rad, strict=False) if v and o]
            over = []
        elif len(rad) > 1 and all(
            e or not c for e, c in zip(etiketter, rad, strict=True)
        ):
            over = rad
        else:
            over = []
            ut += _par_irad(rad, etiketter)
    return ut


def _par_irad(
    rad: list[list[str]], etiketter: list[bool]
) -> list[tuple[str, list[str]]]:
    if any(len(c) > 1 and etikett_for(c[0]) for c in rad):
        return [(c[0], c[1:]) for c in rad if len(c) > 1 and etikett_for(c[0])]
    if len(rad) % 2:
        return []
    par = zip(rad[::2], rad[1::2], strict=True)
    return [
        (n[0], v)
        for n, v in par
        if len(n) == 1
        and v
        and (etikett_for(n[0]) or (any(etiketter) and len(n[0]) < 40))
    ]


def _cellrader(cell: Cell) -> list[str]:
    return [s.text for s in cell.stycken]


def _titel(stycken: list[Stycke]) -> list[Stycke]:
    """The title's lines: by style, else the largest, else by its words."""
    med_stil = [s for s in stycken if s.roll == "titel"]
    if not med_stil:
        mojliga = [s for s in stycken if len(s.text) <= 150 and not _barafakta(s.text)]
        storst = max((s.storlek for s in mojliga), default=0)
        ordlika = [s for s in mojliga if _TITELORD.search(s.text)]
        stora = [s for s in mojliga if s.storlek == storst]
        val = [s for s in ordlika if s in stora] or ordlika
        if not val and storst > min(s.storlek for s in stycken) if stycken else False:
            val = stora
        med_stil = val[:1]
    if not med_stil:
        return []
    ut = med_stil
    i = stycken.index(ut[-1])
    nasta = stycken[i + 1] if i + 1 < len(stycken) else None
    fortsatter = nasta is not None and (
        (nasta.text[:1].islower() and nasta.storlek >= ut[-1].storlek)
        or (nasta.roll == "undertitel" and not _barafakta(nasta.text))
    )  # fmt: skip
    return [*ut, nasta] if fortsatter else ut


def _barafakta(text: str) -> bool:
    return any(las_rad(d, Framsida()) for d in segment(text))


def _ur_titeln(ut: Framsida) -> None:
    """Year and city that only the title gives; its words stay in it."""
    titel = ut.fakta.get("titel", "")
    ut.ar |= {int(a) for a in re.findall(r"\b20\d\d\b", titel)}
    for traff in re.finditer(r"\b(20\d\d)\s*[–-]\s*(20\d\d)\b", titel):
        ut.ar |= set(range(int(traff[1]), min(int(traff[2]), int(traff[1]) + 20) + 1))
    if kommun := KOMMUN.search(titel):
        ut.satt("kommun", kommun[1] or kommun[2])


def slutar_fore(block: list[Block]) -> int:
    """Without headings: how many blocks at the start are a cover. An activity table or
    running text ends it."""
    for i, b in enumerate(block):
        if isinstance(b, Tabell):
            if rubrikrad(b) is not None:
                return i
        elif not b.tomt and (len(b.text) > 100 or b.lista):
            return i
    return len(block)
