"""Before understanding: contents dropped, lines cut, words mended, bullets seen."""

import re
from dataclasses import dataclass

from aktiviteter.word.brodtext import rader
from aktiviteter.word.modell import Block, Stycke, Tabell, stycken_i
from aktiviteter.word.ord import Lagare

_INNEHALL = re.compile(r"(?:innehåll(?:sförteckning)?|innehållsöversikt)\s*:?", re.I)
_INNEHALLSRAD = re.compile(
    r".{2,120}?(?:\.{3,}|…+|\t|\s{3,}|(?:\. ){3,})\s*\d{1,3}\s*$", re.S
)
_PUNKT = re.compile(r"\s*(?:[•·▪●○◦‣⁃∙]|[-–—*](?=[ \t])|o(?=\t))[ \t]*(?=\S)")
_INRE = re.compile(r"\s*(?:[○◦]|o\t)")
_TAL = re.compile(r"\s*(\d{1,2}|[a-z])[.)][ \t]+(?=\S)")


def utan_innehall(block: list[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without the table of contents, and the text that went.

    By Word's own field and styles, and typed: a line «Innehåll» with lines that end in
    a page number below it.
    """
    ut: list[Block] = []
    bort: list[str] = []
    i_skriven = False
    for b, nasta in zip(block, [*block, None][1:], strict=True):
        if not isinstance(b, Stycke):
            i_skriven = False
            ut.append(b)
            continue
        if _INNEHALL.fullmatch(b.text) and isinstance(nasta, Stycke):
            i_skriven = True
            if b.roll == "tocrubrik" or _foljs_av_rader(b, block):
                bort.append(b.text)
                continue
        if (
            b.toc
            or b.roll == "tocrubrik"
            or (i_skriven and _INNEHALLSRAD.match(b.raa()))
        ):
            if not b.tomt:
                bort.append(b.text)
            continue
        i_skriven = i_skriven and b.tomt
        ut.append(b)
    return ut, bort


def _foljs_av_rader(b: Stycke, block: list[Block]) -> bool:
    i = next(n for n, x in enumerate(block) if x is b)
    for x in block[i + 1 : i + 4]:
        if isinstance(x, Stycke) and not x.tomt:
            return x.toc or x.roll == "toc" or _INNEHALLSRAD.match(x.raa()) is not None
    return False


@dataclass(slots=True)
class Forberett:
    """Blocks ready to be understood, the mender, and what was mended."""

    block: list[Block]
    lagare: Lagare
    lagningar: list[tuple[Stycke, str, str]]


def forbered(block: list[Block]) -> Forberett:
    """Mends and cuts every paragraph, in tables too."""
    lagare = Lagare(stycken_i(block))
    lagningar = [(s, *par) for s in stycken_i(block) for par in lagare.laga(s)]
    return Forberett(_kapade(block), lagare, lagningar)


def _kapade(block: list[Block]) -> list[Block]:
    """Line breaks make new paragraphs; typed bullets and numbers make lists."""
    ut: list[Block] = []
    for b in block:
        if isinstance(b, Tabell):
            for rad in b.rader:
                for cell in rad:
                    cell.block = _kapade(cell.block)
            ut.append(b)
        else:
            ut.extend(rader(b))
    return ut


def skrivna_listor(block: list[Block]) -> list[str]:
    """Typed bullets and numbers become list items; the numbers are returned."""
    bort: list[str] = []
    foljd: list[Stycke] = []
    fore: tuple[bool, int] | None = None  # the bullet before: a ring?, its level
    for b in block:
        if isinstance(b, Tabell):
            for rad in b.rader:
                for cell in rad:
                    bort += skrivna_listor(cell.block)
        elif b.tomt:
            continue
        elif not (b.niva or b.lista) and (punkt := _punkt(b, fore)):
            fore = punkt
        elif not b.lista and _nasta_tal(b, foljd):
            foljd.append(b)
            continue
        bort += _numrera(foljd)
        foljd = []
        if isinstance(b, Stycke) and not b.lista:
            fore = None
            foljd = [b] if _nasta_tal(b, []) else []
    return bort + _numrera(foljd)


def _punkt(s: Stycke, fore: tuple[bool, int] | None) -> tuple[bool, int] | None:
    """Makes a typed bullet a list item. A ring under a dot is one level down."""
    raa = s.raa()
    traff = _PUNKT.match(raa)
    # «- " -» is a sign for «as above», not a bullet.
    if traff is None or not any(c.isalnum() for c in raa[traff.end() :]):
        return None
    ring = _INRE.match(raa) is not None
    if ring and fore is not None:
        s.listniva = fore[1] + (not fore[0])
    s.lista = "ul"
    s.utan(0, traff.end())
    return ring, s.listniva


def _nasta_tal(s: Stycke, foljd: list[Stycke]) -> bool:
    """Whether the paragraph's typed number goes on where the ones before it stopped."""
    traff = _TAL.match(s.raa())
    if s.niva or traff is None:
        return False
    varde = int(traff[1]) if traff[1].isdigit() else ord(traff[1]) - ord("a") + 1
    return varde == len(foljd) + 1


def _numrera(foljd: list[Stycke]) -> list[str]:
    if len(foljd) < 2:
        return []
    bort = []
    for s in foljd:
        traff = _TAL.match(s.raa())
        bort.append(traff[1])
        s.lista = "ol"
        s.utan(0, traff.end())
    return bort
