"""What was read from Word before anything is understood: pieces, paragraphs, tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

SIDBRYTNING = "\f"


@dataclass(slots=True)
class Bit:
    """A run with one look. `fotnot` is a note's pieces; then `text` is empty. `stil`:
    one of our own character styles, read only in our own files."""

    text: str
    fet: bool = False
    kursiv: bool = False
    lank: str = ""
    fotnot: "list[Bit] | None" = None
    stil: str = ""


@dataclass(slots=True)
class Fynd:
    """Something the reader met that becomes a remark where the paragraph ends up."""

    slag: str
    text: str


# Compared by identity: two paragraphs with the same words are two paragraphs.
@dataclass(slots=True, eq=False)
class Stycke:
    """A paragraph. `niva` is the heading level by style (0: none), `lista` "", "ul"
    or "ol", `storlek` half points of most of the text, 0 when nothing says."""

    bitar: list[Bit] = field(default_factory=list)
    stil: str = ""
    roll: str = ""  # "titel", "undertitel", "toc", "tocrubrik" by style
    niva: int = 0
    lista: str = ""
    listniva: int = 0
    listnr: str = ""  # which list: Word's number of its numbering
    storlek: int = 0
    fet: bool = False
    versal: bool = False
    understruken: bool = False
    toc: bool = False
    fynd: list[Fynd] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text on one line, trimmed; notes not included."""
        return " ".join("".join(b.text for b in self.bitar).split())

    @property
    def tomt(self) -> bool:
        return not self.text and all(b.fotnot is None for b in self.bitar)

    def ord_text(self) -> str:
        """All visible text, with the notes' text where they are called."""
        return "".join(_med_not(b) for b in self.bitar)

    def utan(self, start: int, slut: int, ersatt: str = "") -> None:
        """Removes the characters start–slut of the joined text, puts `ersatt` there."""
        self.bitar = [
            *_delar(self.bitar, 0, start),
            *([Bit(ersatt)] if ersatt else []),
            *_delar(self.bitar, slut, None),
        ]

    def del_av(self, start: int, slut: int | None = None) -> "Stycke":
        """A paragraph of the same kind with only these characters."""
        return replace(self, bitar=_delar(self.bitar, start, slut), fynd=[])

    def raa(self) -> str:
        """The joined text as it stands, for positions."""
        return "".join(b.text for b in self.bitar)


def _med_not(bit: Bit) -> str:
    if bit.fotnot is None:
        return bit.text
    return " " + "".join(b.text for b in bit.fotnot) + " "


def _delar(bitar: list[Bit], start: int, slut: int | None) -> list[Bit]:
    """The pieces between two positions; a note goes with the text before it."""
    ut: list[Bit] = []
    vid = 0
    for bit in bitar:
        fran, vid = vid, vid + len(bit.text)
        if bit.fotnot is not None:
            if (start < fran or start == fran == 0) and (slut is None or fran <= slut):
                ut.append(bit)
            continue
        text = bit.text[max(0, start - fran) : None if slut is None else slut - fran]
        if (slut is None or slut > fran) and text:
            ut.append(replace(bit, text=text))
    return ut


@dataclass(slots=True, eq=False)
class Cell:
    """A cell. `kol`: its first grid column; `fortsatt`: rest of a vertical merge."""

    block: "list[Stycke | Tabell]"
    kol: int = 0
    bredd: int = 1
    fortsatt: bool = False

    @property
    def stycken(self) -> list[Stycke]:
        """The cell's non-empty paragraphs; nested tables are opened out."""
        return [s for s in stycken_i(self.block) if not s.tomt]

    @property
    def text(self) -> str:
        return " ".join(s.text for s in self.stycken)


@dataclass(slots=True, eq=False)
class Tabell:
    """Rows of cells; `bredd` is the number of grid columns."""

    rader: list[list[Cell]]
    bredd: int = 0

    @property
    def text(self) -> str:
        return " ".join(c.text for r in self.rader for c in r)


@dataclass(slots=True, eq=False)
class Radgrupp(Tabell):
    """An activity written as lines: (kind, label, value), in `rader` as cells."""

    falt: list[tuple[str, str, list[Stycke]]] = field(default_factory=list)
    fynd: list[Fynd] = field(default_factory=list)

    @classmethod
    def av(
        cls, falt: list[tuple[str, str, list[Stycke]]], fynd: list[Fynd]
    ) -> "Radgrupp":
        rader = [
            [Cell([Stycke([Bit(etikett)])]), Cell(list(varde))]
            for _, etikett, varde in falt
        ]
        return cls(rader, 2, falt, fynd)


Block = Stycke | Tabell


def stycken_i(block: list[Block]) -> Iterator[Stycke]:
    """Every paragraph in reading order, those in tables too."""
    for b in block:
        if isinstance(b, Stycke):
            yield b
        else:
            for rad in b.rader:
                for cell in rad:
                    yield from stycken_i(cell.block)
