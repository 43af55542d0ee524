"""Several activities as lines under one heading: where each begins and ends."""

from aktiviteter.word import kolumner as k
from aktiviteter.word.etiketter import VEM_NAR
from aktiviteter.word.modell import Block, Stycke, Tabell
from aktiviteter.word.radgrupp import (
    Del,
    av_ett_stycke,
    grupp,
    hor_till_punkten,
    i_ett_stycke,
    racker,
)

LANGST_TITEL = 200


def flera(delar: list[Del]) -> list[Block]:
    """Runs of labelled lines, each with its title in the line above or in a label."""
    ut: list[Block] = []
    text: list[Del] = []
    i = 0
    avstand = _avstand(delar)
    while i < len(delar):
        d = delar[i]
        etiketter = i_ett_stycke(d)
        if etiketter:
            ut += [x.block for x in text]
            text = []
            slut = i + 1
            while slut < len(delar) and hor_till_punkten(d, delar[slut]):
                slut += 1
            ut.append(av_ett_stycke(d.block, etiketter, delar[i + 1 : slut]))
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


def _lopans_slut(delar: list[Del], i: int) -> int:
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


def _avstand(delar: list[Del]) -> int:
    """How many lines of text stand between two runs, the first of them a title; 0 when
    it is not the same everywhere."""
    antal: set[int] = set()
    i = next((n for n, d in enumerate(delar) if d.falt), len(delar))
    while i < len(delar):
        i = _lopans_slut(delar, i)
        nasta = next((n for n in range(i, len(delar)) if delar[n].falt), None)
        if nasta is None:
            break
        antal.add(sum(not tom(d) for d in delar[i:nasta]))
        i = nasta
    return antal.pop() if len(antal) == 1 else 0


def tom(d: Del) -> bool:
    """Whether it is a paragraph without words."""
    return isinstance(d.block, Stycke) and d.block.tomt


def _av_lopa(
    lopa: list[Del], fore: list[Del], avstand: int
) -> tuple[list[Block], list[Del]]:
    """The activities of a run, and what above it is not theirs."""
    if not racker({f[0] for d in lopa for f in d.falt or ()}):
        return [d.block for d in lopa], fore
    delade: list[list[Del]] = [[]]
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
        grupp(titel, [*beskrivning, *delade[0]]),
        *(grupp(None, x) for x in delade[1:]),
    ], kvar


def _titel_ovanfor(
    fore: list[Del], avstand: int
) -> tuple[Stycke | None, list[Del], list[Del]]:
    """(title, its description, the rest) of the text above a run."""
    tabeller = [i for i, d in enumerate(fore) if isinstance(d.block, Tabell)]
    efter = tabeller[-1] + 1 if tabeller else 0
    fyllda = [i for i, d in enumerate(fore) if i >= efter and not tom(d)]
    if not fyllda:
        return None, [], fore
    i = fyllda[-avstand] if 0 < avstand <= len(fyllda) else fyllda[-1]
    titel = fore[i].block
    if len(titel.text) > LANGST_TITEL:
        return None, [], fore
    return titel, fore[i + 1 :], fore[:i]
