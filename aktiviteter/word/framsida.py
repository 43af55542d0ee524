"""The cover: title, board, city, date, diary number and the document box.

What is recognised becomes facts. A recognised line's spare words are told in a remark;
a line that is not recognised at all is kept.
"""

import re
from collections.abc import Iterable

from aktiviteter.word.anmarkning import kort
from aktiviteter.word.faktarader import (
    Framsida,
    etikett_for,
    las_fakta,
    las_rad,
    segment,
)
from aktiviteter.word.kolumner import rubrikrad
from aktiviteter.word.modell import Bit, Block, Cell, Stycke, Tabell
from aktiviteter.word.organ import KOMMUN
from aktiviteter.word.tabelltext import tabell_som_text

_REVIDERAD = re.compile(
    r"(?:senast\s+)?(?:reviderad|uppdaterad|ändrad)(?:\s+den)?\s*:?\s*", re.I
)
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
    _ur_sidhuvud(sidhuvud, ut)
    if not ut.fakta.get("datum"):
        _reviderad(ut)
    return ut


def _ur_sidhuvud(sidhuvud: Iterable[Stycke], ut: Framsida) -> None:
    for s in sidhuvud:
        prov = Framsida()
        for del_ in segment(s.raa()):
            las_rad(del_, prov)
        kommun = ut.fakta.get("kommun", "")
        for falt in ("dnr", "datum", "namnd", "kommun"):
            if varde := prov.fakta.get(falt):
                # «Mälarö» was a guess from a place; «Mälarö kommun» is the name.
                langre = falt == "kommun" and varde.startswith(f"{kommun} ")
                ut.satt(falt, varde, byt=bool(kommun) and langre)


def _reviderad(ut: Framsida) -> None:
    """A plan that only says when it was last revised has that as its date."""
    for s in ut.kvar:
        prov = Framsida()
        if _REVIDERAD.match(s.text) and las_fakta(
            "datum", _REVIDERAD.sub("", s.text), prov
        ):
            ut.satt("datum", prov.fakta["datum"])
            ut.fynd.append((
                "framsida_ord",
                f"Framsidan anger {kort(s.text)}. Det lästes som planens datum. "
                "Kontrollera att det stämmer.",
            ))  # fmt: skip
            ut.redovisat.append(s.text)
            ut.kvar.remove(s)
            return


def ta_dokumentruta(tabell: Tabell, ut: Framsida) -> bool:
    """A document box inside the plan: its facts fill what the cover lacks. False, and
    nothing taken, for another table or for one with something that has no field."""
    par = _par(tabell)
    kanda = [p for p in par if etikett_for(p[0]) not in ("", "rest")]
    antal = sum(bool(c.text) for r in tabell.rader for c in r)
    if len(kanda) < 3 or len(kanda) != len(par) or 2 * len(par) != antal:
        return False
    prov = Framsida(fakta=dict(ut.fakta))
    for etikett, varde in par:
        if not las_fakta(etikett_for(etikett), " ".join(varde), prov):
            return False
    ut.fakta.update(prov.fakta)
    namnd = ut.fakta.get("beslutad_av", "")
    ut.satt("namnd", namnd[:1].upper() + namnd[1:])
    ut.fynd += prov.fynd
    return True


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
    if _ar_versioner(tabell):
        ut.kvar += tabell_som_text(tabell)
        return
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


def _ar_versioner(tabell: Tabell) -> bool:
    """A table of the document's earlier versions; their dates are not this one's."""
    huvud = [c.text.lower() for c in tabell.rader[0]] if tabell.rader else []
    return (
        len(huvud) > 2
        and any(re.match(r"version|utgåva|revision|rev\b", t) for t in huvud)
        and any(re.match(r"ändring|kommentar|beskrivning|orsak|vad", t) for t in huvud)
    )


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
    # Some set the city's name in the title style and the title itself below it.
    med_stil = [s for s in stycken if s.roll == "titel" and not _barafakta(s.text)]
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
