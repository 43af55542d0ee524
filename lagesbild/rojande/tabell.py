"""What is asked to be published: axes and tables of counted events."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

ALLA = ""
"""The code that stands for «whatever value» in `Tabell.tal` (only on flerval axes)."""

Nyckel = tuple[tuple[str, str], ...]
"""A cell: pairs of axis and code, sorted by axis; the empty one is the grand total."""


@dataclass(frozen=True)
class Axel:
    """One way to divide events.

    `varden` are the codes that are shown. Without `flerval` every event has exactly one
    of them (let «okänt» be a code of its own), so that they add up to the total.
    With `flerval` an event may have several, and only max ≤ total ≤ sum holds.
    `grupper` are codes that are shown beside and are sums of `varden`, such as tertials
    over months: (("T1", ("01", "02", "03", "04")), …).
    `summeras=False` says that the sum along the axis is never shown (years apart).
    """

    namn: str
    varden: tuple[str, ...]
    flerval: bool = False
    grupper: tuple[tuple[str, tuple[str, ...]], ...] = ()
    summeras: bool = True

    def __post_init__(self):
        koder = [*self.varden, *(kod for kod, _ in self.grupper)]
        if len(set(koder)) < len(koder) or ALLA in koder:
            raise ValueError(f"Axeln {self.namn} har tomma eller dubbla koder.")
        if not {d for _, delar in self.grupper for d in delar} <= set(self.varden):
            raise ValueError(f"Axeln {self.namn} har en grupp av okända koder.")
        if self.flerval and self.grupper:
            raise ValueError(f"Axeln {self.namn} har flerval och kan inte grupperas.")

    def delar(self, kod: str) -> tuple[str, ...]:
        """Return the values that a code stands for: itself, or a group's members."""
        return dict(self.grupper).get(kod, (kod,))


class Samband(NamedTuple):
    """What everybody knows of a table: `delar` add up to `summa`.

    With `flerval` each part is at most `summa`, and with `tacker` (every event has some
    value) together they are at least that.
    """

    summa: Nyckel
    delar: tuple[Nyckel, ...]
    flerval: bool = False
    tacker: bool = True


@dataclass(frozen=True)
class Tabell:
    """Base cells of one serie; all marginals and the total are published with them.

    `tal`: from one code per axis (in the order of `axlar`) to a whole number; a missing
    cell is 0. On a flerval axis the code `ALLA` gives the events of whatever kind, for
    they can't be summed; without such cells that marginal isn't published by the table.
    Tables of the same `serie` count the same events: what they share must be equal.
    """

    serie: str
    axlar: tuple[Axel, ...]
    tal: Mapping[tuple[str, ...], int]

    def __post_init__(self):
        namn = [axel.namn for axel in self.axlar]
        if len(set(namn)) < len(namn):
            raise ValueError(f"Tabellen {self.serie} har två axlar med samma namn.")
        tillatna = [{*a.varden, *([ALLA] if a.flerval else [])} for a in self.axlar]
        for koder, tal in self.tal.items():
            rymms = len(koder) == len(tillatna) and all(
                kod in koderna for kod, koderna in zip(koder, tillatna, strict=True)
            )
            if not rymms or tal != int(tal) or tal < 0:
                raise ValueError(f"{self.serie}: cellen {koder} = {tal} går inte.")

    def celler(self) -> dict[Nyckel, int]:
        """Return every cell that the table publishes, marginals with it."""
        return {
            _nyckel(self.axlar, [kod for kod, _ in val]): sum(
                self.tal.get(koder, 0)
                for koder in itertools.product(*(delar for _, delar in val))
            )
            for val in itertools.product(*map(self._nivaer, range(len(self.axlar))))
        }

    def samband(self) -> Iterator[Samband]:
        """Yield what holds on the axes with `flerval`, where nothing adds up."""
        celler = self.celler()
        for axel in self.axlar:
            if axel.flerval:
                alla = [
                    Samband(cell, tuple(utoka(cell, axel, axel.varden)), flerval=True)
                    for cell in celler
                    if axel.namn not in dict(cell)
                ]
                tacker = all(
                    celler[ett.summa] <= sum(celler[del_] for del_ in ett.delar)
                    for ett in alla
                )
                yield from (ett._replace(tacker=tacker) for ett in alla)

    def _nivaer(self, plats):
        """Return the codes shown on an axis (None: all of it), each with its parts."""
        axel = self.axlar[plats]
        nivaer = [(kod, (kod,)) for kod in axel.varden] + list(axel.grupper)
        if not axel.flerval:
            return nivaer + ([(None, axel.varden)] if axel.summeras else [])
        if any(koder[plats] == ALLA for koder in self.tal):
            nivaer.append((None, (ALLA,)))
        return nivaer


def nyckel(koder: Mapping[str, str]) -> Nyckel:
    """Return the cell that the codes name."""
    return tuple(sorted(koder.items()))


def utoka(cell: Nyckel, axel: Axel, koder) -> Iterator[Nyckel]:
    """Yield the cells that a cell becomes with each of an axis' codes."""
    for kod in koder:
        yield nyckel({**dict(cell), axel.namn: kod})


def _nyckel(axlar, koder):
    return nyckel(
        {
            axel.namn: kod
            for axel, kod in zip(axlar, koder, strict=True)
            if kod is not None
        }
    )
