"""What is published: each cell shown or hidden, and nothing of what was hidden."""

from collections.abc import Mapping
from dataclasses import dataclass

from lagesbild.rojande.tabell import Axel, Nyckel, Samband, nyckel

SYNLIG = ""
LITEN = "liten"
FOLJD = "foljd"


class Rojer(Exception):  # noqa: N818 - «gives away»: the name is a verb
    """The tables can't be published together without giving somebody away.

    The caller shows less: fewer axes, or the totals alone.
    """


@dataclass(frozen=True)
class Cell:
    """One cell as it may be shown: `tal` is None when it is hidden.

    `skal` is as public as the text: «liten» and «foljd» say no more than the words do.
    """

    tal: int | None
    skal: str = SYNLIG
    troskel: int = 0

    @property
    def text(self) -> str:
        if self.skal == LITEN:
            return f"färre än {self.troskel}"
        return "visas inte" if self.tal is None else str(self.tal)


@dataclass(frozen=True)
class Seriens:
    """One serie's published cells, and what everybody knows of how they hang together.

    `samband` are those of axes with several values; sums follow from the axes. `kant`
    is what was printed before, `kanda` what of it is still so and yet hidden here.
    """

    celler: Mapping[Nyckel, Cell]
    samband: tuple[Samband, ...]
    axlar: Mapping[str, Axel]
    kant: Mapping[Nyckel, tuple[int | None, ...]]
    kanda: Mapping[Nyckel, int]
    redan_ute: frozenset[Nyckel] = frozenset()


@dataclass(frozen=True)
class Skyddat:
    """The protected tables. `redan_ute` are small cells that earlier publications
    alone give away: they are hidden here, but nothing done now can protect them.
    """

    troskel: int
    serier: Mapping[str, Seriens]

    def cell(self, serie: str, **koder: str) -> Cell:
        """Return a cell; leave axes out for a marginal. KeyError if not published."""
        return self.serier[serie].celler[nyckel(koder)]

    @property
    def redan_ute(self) -> tuple[tuple[str, Nyckel], ...]:
        return tuple(
            (serie, ett) for serie, s in self.serier.items() for ett in s.redan_ute
        )

    @property
    def dolda(self) -> int:
        """How many cells are hidden."""
        return sum(
            cell.tal is None for s in self.serier.values() for cell in s.celler.values()
        )
