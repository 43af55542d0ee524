"""The tables of one serie as one system of shared unknowns."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lagesbild.rojande.tabell import Axel, Nyckel, Samband, Tabell, nyckel, utoka


@dataclass(frozen=True)
class Serie:
    """All that is to be published of one serie: each cell once, with its true value."""

    namn: str
    varden: Mapping[Nyckel, int]
    samband: tuple[Samband, ...]
    axlar: Mapping[str, Axel]
    kant: Mapping[Nyckel, tuple[int | None, ...]]

    def ar_ute(self, cell: Nyckel) -> bool:
        """Say whether an earlier publication showed what the cell is now."""
        return self.varden[cell] in self.kant.get(cell, ())

    def andring(self, cell: Nyckel) -> int:
        """Return how far the cell is from the nearest figure already published."""
        ute = (tal for tal in self.kant.get(cell, ()) if tal is not None)
        return min((self.varden[cell] - tal for tal in ute), key=abs, default=0)

    def ska_doljas(self, cell: Nyckel) -> bool:
        """Say whether the caller wants it hidden (`None` in `kant`) and it isn't 0."""
        return None in self.kant.get(cell, ()) and self.varden[cell] > 0

    def ligger_under(self, cell: Nyckel, over: Nyckel) -> bool:
        """Say whether every event of `cell` is one of `over` too."""
        koder = dict(cell)
        return all(
            axel in koder
            and (
                koder[axel] == kod
                or set(self.axlar[axel].delar(koder[axel]))
                <= set(self.axlar[axel].delar(kod))
            )
            for axel, kod in over
        )


def serier(tabeller: Iterable[Tabell], kant: Iterable) -> dict[str, Serie]:
    """Return the systems of the tables, by serie; ValueError when they don't agree."""
    tabeller = list(tabeller)
    ute = _ute(kant)
    return {
        namn: _serie(namn, [t for t in tabeller if t.serie == namn], ute.get(namn, {}))
        for namn in dict.fromkeys(t.serie for t in tabeller)
    }


def _serie(namn, tabeller, kant):
    varden, axlar = {}, {}
    for tabell in tabeller:
        for axel in tabell.axlar:
            if axlar.setdefault(axel.namn, axel) != axel:
                raise ValueError(f"{namn}: axeln {axel.namn} har två former.")
        for cell, tal in tabell.celler().items():
            if varden.setdefault(cell, tal) != tal:
                raise ValueError(f"{namn}: tabellerna räknar olika i {cell}.")
    ordnade = sorted(varden, key=lambda cell: (len(cell), -_bredd(axlar, cell), cell))
    samband = {
        *_summor(varden, axlar),
        *(ett for tabell in tabeller for ett in tabell.samband()),
    }
    return Serie(
        namn,
        {cell: varden[cell] for cell in ordnade},
        tuple(sorted(samband)),
        axlar,
        kant,
    )


def _summor(varden, axlar):
    """Yield every sum among the cells, whichever table they came with."""
    for cell in varden:
        koder = dict(cell)
        for axel in axlar.values():
            kod = koder.pop(axel.namn, None)
            if not axel.flerval and kod not in axel.varden:
                utan = nyckel(koder)
                delar = axel.varden if kod is None else axel.delar(kod)
                delar = tuple(utoka(utan, axel, delar))
                if all(del_ in varden for del_ in delar):
                    yield Samband(cell, delar)
            if kod is not None:
                koder[axel.namn] = kod


def _bredd(axlar, cell):
    """Return how many base values a cell spans: a tertial comes before its months."""
    return math.prod(len(axlar[axel].delar(kod)) for axel, kod in cell)


def _ute(kant):
    ute: dict[str, dict[Nyckel, tuple[int | None, ...]]] = {}
    for serie, koder, tal in kant:
        celler = ute.setdefault(serie, {})
        cell = tuple(sorted(tuple(par) for par in koder))
        celler[cell] = (*celler.get(cell, ()), tal)
    return ute
