"""What a chart is made of, in and out."""

from dataclasses import dataclass

from vbeplan.tema.for_mallar import ForMallar

BLACK, DOV = "#1d2733", "#55616e"


@dataclass(frozen=True, slots=True)
class Varde(ForMallar):
    """A figure as it is shown: its words, and its number when that is shown."""

    text: str
    tal: int | float | None = None


@dataclass(frozen=True, slots=True)
class Grupp:
    """One small chart: its name, what it says, and its figures.

    `nu` and `forr` have one `Varde` a category, None where there is no figure at all.
    `forr` is empty without a period before. `i_ord` is the message («8 händelser 2026
    mot 6 2025»), `summa` what is set large when nothing else can be.
    """

    namn: str
    nu: tuple[Varde | None, ...]
    forr: tuple[Varde | None, ...] = ()
    i_ord: str = ""
    summa: str = ""


@dataclass(frozen=True, slots=True)
class Ord(ForMallar):
    """Words in a drawing; `ankare` is SVG's text-anchor."""

    x: int
    y: int
    text: str
    storlek: int = 12
    vikt: int = 400
    ankare: str = "start"
    farg: str = BLACK


@dataclass(frozen=True, slots=True)
class Stapel(ForMallar):
    """A bar; `ar_nu` is filled dark, the other pale with an outline."""

    x: int
    y: int
    bredd: int
    hojd: int
    ar_nu: bool


@dataclass(frozen=True, slots=True)
class Linje(ForMallar):
    """A line with its points [(x, y), …]; the period before is dashed, points open."""

    vag: str
    punkter: tuple[tuple[int, int], ...]
    ar_nu: bool


@dataclass(frozen=True, slots=True)
class Ruta(ForMallar):
    """One drawing in units of its own view box, and its message in words."""

    namn: str
    titel: str
    bredd: int
    hojd: int
    baslinje: int  # 0: none
    staplar: tuple[Stapel, ...] = ()
    linjer: tuple[Linje, ...] = ()
    ord: tuple[Ord, ...] = ()


@dataclass(frozen=True, slots=True)
class Tabell(ForMallar):
    """The figures of a chart as a table: heads, and rows of (head, cells).

    A cell is (its column's head, its words), for a phone shows rows without heads.
    """

    rubrik: str
    kolumner: tuple[str, ...]
    rader: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]

    @classmethod
    def av(cls, rubrik, kolumner, rader):
        """Return the table of rows (head, words)."""
        return cls(
            rubrik,
            tuple(kolumner),
            tuple(
                (namn, tuple(zip(kolumner, ord_, strict=True))) for namn, ord_ in rader
            ),
        )
