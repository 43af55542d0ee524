"""The picture in its chapter: its words and tables, never read back."""

from typing import NamedTuple

from aktiviteter.word.egen import ord as namn
from aktiviteter.word_ut.xml import Element, lopa, stycke, varde, w
from vbeplan.text.avstavning import avstava

BREDD = 9411  # the text's 166 mm
FORSTA = 0.34  # of the width, for the row's head


class Bildtabell(NamedTuple):
    """A table of words: its caption, its heads, its rows; the first column is heads."""

    titel: str
    kolumner: tuple[str, ...]
    rader: tuple[tuple[str, ...], ...]


def bildens_delar(delar):
    """Yield paragraphs and tables of a chapter's `Bildtabell` and sentences."""
    for del_ in delar:
        if isinstance(del_, Bildtabell):
            yield stycke(namn.BILDTITEL, [lopa(del_.titel)])
            yield _tabell(del_)
        else:
            yield stycke(namn.BILDTEXT, [lopa(avstava(del_))])


def _tabell(tabell: Bildtabell) -> Element:
    rader = [[_cell(text, namn.BILDCELL) for text in rad] for rad in tabell.rader]
    huvud = [_cell(text, namn.BILDHUVUD) for text in tabell.kolumner]
    return tabell_av(tabell.titel, huvud, rader, bredder(len(huvud)))


def _cell(text: str, stil: str) -> list[Element]:
    return [stycke(stil, [lopa(avstava(rad))]) for rad in text.split("\n") or [""]]


def tabell_av(
    titel: str,
    huvud: list[list[Element]],
    rader: list[list[list[Element]]],
    bredder: list[int],
) -> Element:
    """A table of cells that are lists of paragraphs; its head is repeated."""
    rot = w(
        "tbl",
        w(
            "tblPr",
            varde("tblStyle", "VBEtabell"),
            w("tblW", w=sum(bredder), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0,
              lastColumn=0, noHBand=1, noVBand=1),
            varde("tblCaption", titel),
        ),
        w("tblGrid", *(w("gridCol", w=bredd) for bredd in bredder)),
    )  # fmt: skip
    rot.append(_rad(huvud, bredder, w("tblHeader")))
    rot.extend(_rad(rad, bredder) for rad in rader)
    return rot


def bredder(antal: int) -> list[int]:
    """The widths of so many columns, the first for the row's head."""
    if antal == 1:
        return [BREDD]
    forsta = int(BREDD * FORSTA)
    return [forsta, *[(BREDD - forsta) // (antal - 1)] * (antal - 1)]


def _rad(celler: list[list[Element]], bredder: list[int], *mer: Element) -> Element:
    rad = w("tr", w("trPr", w("cantSplit"), *mer))
    for stycken, bredd in zip(celler, bredder, strict=True):
        tc = w("tc", w("tcPr", w("tcW", w=bredd, type="dxa")))
        tc.extend(stycken)
        rad.append(tc)
    return rad
