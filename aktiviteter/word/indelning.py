"""The blocks of a plan → its cover and its chapters, numbered."""

import re
from collections.abc import Iterable

from aktiviteter.word.anmarkning import kort
from aktiviteter.word.framsida import (
    Framsida,
    las_framsida,
    slutar_fore,
    ta_dokumentruta,
)
from aktiviteter.word.kapitel import Kapitel
from aktiviteter.word.kolumner import rubrikrad
from aktiviteter.word.modell import Block, Radgrupp, Stycke, Tabell
from aktiviteter.word.rader import strategiomrade
from aktiviteter.word.rubriker import nummer_i

FRAMSIDA = "Text från framsidan"
UTAN_RUBRIK = "Planens text"
_OM_DOKUMENTET = re.compile(r"dokument|uppgifter om|fakta om|information", re.I)


def dela_in(
    block: list[Block], sidhuvud: Iterable[Stycke]
) -> tuple[list[Block], Framsida, list[Kapitel]]:
    """(the cover's blocks, its facts, the chapters with their blocks)."""
    forsta = _framsidans_slut(block)
    framsida = las_framsida(block[:forsta], sidhuvud)
    kapitel = _kapitel(block[forsta:], framsida.kvar)
    return block[:forsta], framsida, _numrerade(_utan_dokumentruta(kapitel, framsida))


def _framsidans_slut(block: list[Block]) -> int:
    if not any(_ar_kapitel(b) for b in block):
        return slutar_fore(block)
    return next(i for i, b in enumerate(block) if _ar_kapitel(b) or _ar_aktiviteter(b))


def _kapitel(block: list[Block], kvar: list[Stycke]) -> list[Kapitel]:
    """A chapter for each heading, before them one for what the cover left over."""
    kapitel: list[Kapitel] = []
    if kvar:
        kapitel.append(Kapitel(FRAMSIDA, 1, list(kvar)))
    for b in block:
        if _ar_kapitel(b):
            kapitel.append(_nytt_kapitel(b, kapitel))
            continue
        if not kapitel or (b is block[0] and kapitel[-1].rubrik == FRAMSIDA):
            kapitel.append(Kapitel(_rubrik_for(block), 1))
        kapitel[-1].block.append(b)
    return kapitel


def _nytt_kapitel(b: Stycke, fore: list[Kapitel]) -> Kapitel:
    nytt = Kapitel(b.text, b.niva if fore and fore[-1].rubrik != FRAMSIDA else 1)
    langd = nummer_i(b.raa())[0]
    if langd:
        b.utan(0, langd)
        nytt.rubrik = b.text or nytt.rubrik
    nytt.rubrikstycke = b
    return nytt


def _utan_dokumentruta(kapitel: list[Kapitel], framsida: Framsida) -> list[Kapitel]:
    """The chapters without a document box; one that held nothing else goes with it."""
    ut = []
    for k in kapitel:
        rutor = [
            b
            for b in k.block
            if type(b) is Tabell
            and rubrikrad(b) is None
            and ta_dokumentruta(b, framsida)
        ]
        if rutor:
            k.block = [b for b in k.block if not any(b is r for r in rutor)]
            framsida.fynd.append((
                "dokumentruta",
                f"Dokumentets uppgifter i {kort(k.rubrik)} lästes till planens fält.",
            ))  # fmt: skip
        tom = all(isinstance(b, Stycke) and b.tomt for b in k.block)
        if not (rutor and tom and len(kapitel) > 1 and _OM_DOKUMENTET.search(k.rubrik)):
            ut.append(k)
    return ut


def _ar_kapitel(b: Block) -> bool:
    return isinstance(b, Stycke) and b.niva in (1, 2)


def _ar_aktiviteter(b: Block) -> bool:
    return isinstance(b, Radgrupp) or (
        isinstance(b, Tabell) and rubrikrad(b) is not None
    )


def _rubrik_for(block: list[Block]) -> str:
    return "Aktiviteter" if _ar_aktiviteter(block[0]) else UTAN_RUBRIK


def _numrerade(kapitel: list[Kapitel]) -> list[Kapitel]:
    ett = tva = 0
    ovan = ""
    for k in kapitel:
        k.strategiomrade = strategiomrade(k.rubrik)
        if k.niva == 1 or not ett:
            k.niva, ett, tva = 1, ett + 1, 0
            k.nummer = str(ett)
            ovan = k.strategiomrade
        else:
            tva += 1
            k.nummer = f"{ett}.{tva}"
            k.strategiomrade = k.strategiomrade or ovan
    return kapitel
