"""What an appendix holds, in words: the same on the page, on paper and in Word.

Nothing but text, so that a decided plan can keep it as JSON and be drawn from that
years later (`lagesbild.som_json`).
"""

from dataclasses import dataclass
from typing import NamedTuple

from vbeplan.tema.for_mallar import ForMallar

NYTT, BORTA = "nytt", "borta"
DELBAR = 350  # letters in a cell, some ten lines


class Lopa(NamedTuple):
    """A run of words; `slag` is "" or what became of them: "nytt" or "borta"."""

    text: str
    slag: str = ""


Cell = tuple[Lopa, ...]


@dataclass(frozen=True, slots=True)
class Bilagstabell(ForMallar):
    """A table: its caption, its heads, its rows; the first column is the row's head.

    A line break in a cell begins a new line there. `form` is a word by which the style
    sheet knows how wide the columns are; "": all but the first alike.
    """

    titel: str
    kolumner: tuple[str, ...]
    rader: tuple[tuple[Cell, ...], ...]
    form: str = ""

    @property
    def med_etikett(self):
        """Return (the row's head, [(a column's head, its cell)], if long) of each row.

        On paper a long row may be parted between two pages.
        """
        etiketter = self.kolumner[1:]
        return [
            (rad[0], list(zip(etiketter, rad[1:], strict=True)), _ar_lang(rad))
            for rad in self.rader
        ]


def _ar_lang(rad):
    return any(sum(len(lopa.text) for lopa in cell) > DELBAR for cell in rad)


@dataclass(frozen=True, slots=True)
class Bilagsdel(ForMallar):
    """A part of an appendix: paragraphs, then tables, under a heading or none."""

    rubrik: str = ""
    stycken: tuple[str, ...] = ()
    tabeller: tuple[Bilagstabell, ...] = ()


@dataclass(frozen=True, slots=True)
class Bilaga(ForMallar):
    """One appendix. `nyckel` is its word in addresses and fields: "andringar"."""

    nyckel: str
    rubrik: str
    ingress: str = ""
    delar: tuple[Bilagsdel, ...] = ()

    @property
    def ankare(self):
        return f"bilaga-{self.nyckel}"


def tabell(titel, kolumner, rader, form=""):
    """Return a `Bilagstabell` of rows of plain words, "" shown as a dash."""
    return Bilagstabell(
        titel,
        tuple(kolumner),
        tuple(tuple((Lopa(ord_ or "–"),) for ord_ in rad) for rad in rader),
        form,
    )
