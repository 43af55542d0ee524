"""Tables used to place text on the page: opened, so that what they hold is read."""

from aktiviteter.word.kolumner import rubrikrad
from aktiviteter.word.modell import Block, Cell, Stycke, Tabell, stycken_i
from aktiviteter.word.nyckeltabell import nyckelrader

# Of the document's text, what a table without columns must hold to be its page.
MESTADELS = 0.5


def utan_layouttabeller(block: list[Block]) -> list[Block]:
    """The blocks with every table that holds headings or whole activity tables opened.

    A page set in one column of cells is opened too, when most of the text is in it.
    """
    hela = sum(len(s.text) for s in stycken_i(block))
    return _oppnade(block, hela)


def _oppnade(block: list[Block], hela: int) -> list[Block]:
    ut: list[Block] = []
    for b in block:
        if isinstance(b, Tabell) and _ar_layout(b, hela):
            for rad in b.rader:
                for cell in rad:
                    ut += _oppnade(cell.block, hela)
        else:
            ut.append(b)
    return ut


def _ar_layout(tabell: Tabell, hela: int) -> bool:
    if rubrikrad(tabell) is not None:
        return False
    celler = [c for rad in tabell.rader for c in rad]
    if any(_aktivitetstabell(b) for c in celler for b in c.block):
        return True
    if nyckelrader(tabell) is not None:
        return False
    if sum(_ar_sida(c) for c in celler):
        return True
    en_kolumn = all(sum(bool(c.text) for c in rad) <= 1 for rad in tabell.rader)
    stycken = sum(len(c.stycken) for c in celler)
    return en_kolumn and stycken > 10 and len(tabell.text) > MESTADELS * hela


def _aktivitetstabell(b: Block) -> bool:
    return isinstance(b, Tabell) and (
        rubrikrad(b) is not None or nyckelrader(b) is not None
    )


def _ar_sida(cell: Cell) -> bool:
    """A cell with headings by style and text under them."""
    stycken = [b for b in cell.block if isinstance(b, Stycke) and not b.tomt]
    return len(stycken) > 2 and sum(b.niva > 0 for b in stycken) > 0
