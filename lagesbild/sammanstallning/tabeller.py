"""What is shown of the figures: only cells that the disclosure control let through.

Frozen and JSON-able, for it is what a published picture keeps (`Frysning.data`).
"""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import NamedTuple

from lagesbild.sammanstallning.period import Period

INGEN_UPPGIFT = "ingen uppgift"


class Cell(NamedTuple):
    """What a cell says, and its number when that may be shown (else None)."""

    text: str
    tal: int | None = None


INGEN = Cell(INGEN_UPPGIFT)
TILL_OCH_MED = " t.o.m. "  # after a tertial that isn't all here: «T3 t.o.m. oktober»


class Rad(NamedTuple):
    """A row: the house's code, its words, and a cell for each column."""

    kod: str
    rubrik: str
    celler: tuple[Cell, ...]


def hittills_note(kolumn, manad):
    """Return in a sentence how far a column goes, beside others that are whole."""
    return f"{kolumn} gäller till och med {manad}. Tiden före är hel."


def ar_mest_dold(rader, nr):
    """Tell if more than half of what a column tells of is hidden, or it tells nothing.

    `nr`: the column's place in each row (`Rad`).
    """
    kanda = [rad.celler[nr] for rad in rader if rad.celler[nr] != INGEN]
    return not kanda or 2 * sum(cell.tal is None for cell in kanda) > len(kanda)


@dataclass(frozen=True)
class Visningstabell:
    """Rows by what is asked, columns by period (or by environment). May be empty."""

    namn: str
    rubrik: str
    kolumner: tuple[str, ...]
    rader: tuple[Rad, ...] = ()
    noter: tuple[str, ...] = ()
    flerval: bool = False

    def __bool__(self):
        return bool(self.rader)

    def rad(self, kod):
        """Return the row of a code, or None."""
        return next((rad for rad in self.rader if rad.kod == kod), None)


@dataclass(frozen=True)
class Seriebild:
    """One series: the forms (`nyckel` «blanketter») or a series of statistics.

    The tables have a column for each period of the `Underlag`, but the two crossed
    ones (`per_miljo_och_…`), which tell of this period with a column an environment.
    `jamforbar` says for each period if its total stands on the same base as this one's.
    `hittills` is the last month of a period that isn't all here («oktober»), else "";
    `hela_manader` how many of its months are over then. `samma_manader` holds them
    beside the same ones of the year before.
    """

    nyckel: str
    namn: str
    raknar: str
    art: str
    beror_pa_personal: bool
    totalt: Visningstabell
    per_miljo: Visningstabell
    per_slag: Visningstabell
    per_plats: Visningstabell
    per_delomrade: Visningstabell
    per_manad: Visningstabell
    per_tertial: Visningstabell
    per_miljo_och_tertial: Visningstabell
    per_miljo_och_delomrade: Visningstabell
    jamforbar: tuple[bool, ...] = ()
    noter: tuple[str, ...] = ()
    hittills: str = ""
    hela_manader: int | None = None
    samma_manader: Visningstabell = Visningstabell("samma_manader", "", ())

    @property
    def tabeller(self):
        """Return those of its tables that have rows, in the page's order."""
        alla = (getattr(self, namn) for namn in TABELLER)
        return tuple(tabell for tabell in alla if tabell)

    @property
    def for_sma(self):
        """Return the headings of those that can't be shown, for their numbers' sake."""
        alla = (getattr(self, namn) for namn in TABELLER)
        return tuple(t.rubrik for t in alla if not t and t.noter)

    @property
    def totalen(self):
        """Return this period's total cell."""
        return self.totalt.rader[0].celler[0]


TABELLER = (
    "totalt",
    "samma_manader",
    "per_miljo",
    "per_slag",
    "per_plats",
    "per_delomrade",
    "per_tertial",
    "per_manad",
    "per_miljo_och_tertial",
    "per_miljo_och_delomrade",
)


@dataclass(frozen=True)
class Underlag:
    """The figures of a picture: this period first, then the ones before it."""

    namnd: str
    ar: int
    perioder: tuple[Period, ...]
    serier: tuple[Seriebild, ...]

    @property
    def ar_hittills(self):
        """Tell if something in it is of a period that isn't all here."""
        return any(serie.hittills for serie in self.serier)

    @property
    def blanketter(self):
        return self.serie("blanketter")

    @property
    def statistik(self):
        return tuple(s for s in self.serier if s.nyckel != "blanketter")

    def serie(self, nyckel):
        """Return the series of a key, or None."""
        return next((s for s in self.serier if s.nyckel == nyckel), None)

    def till_json(self):
        """Return it as what JSON holds; `fran_json` reads it back to the same."""
        perioder = [[p.fran.isoformat(), p.till.isoformat()] for p in self.perioder]
        return {
            "namnd": self.namnd,
            "ar": self.ar,
            "perioder": perioder,
            "serier": [_serie_till_json(s) for s in self.serier],
        }

    @classmethod
    def fran_json(cls, data):
        perioder = (map(date.fromisoformat, par) for par in data["perioder"])
        return cls(
            data["namnd"],
            data["ar"],
            tuple(Period(*par) for par in perioder),
            tuple(_serie_fran_json(s) for s in data["serier"]),
        )


# What an older or newer version of the program wrote beside them is left out.
_SERIEFALT = frozenset(f.name for f in fields(Seriebild))
_TABELLFALT = frozenset(f.name for f in fields(Visningstabell))


def _serie_till_json(serie):
    data = asdict(serie)
    for namn in TABELLER:
        data[namn] |= {"rader": [_rad_till_json(r) for r in data[namn]["rader"]]}
    return {namn: _lista(varde) for namn, varde in data.items()}


def _rad_till_json(rad):
    kod, rubrik, celler = rad
    return [kod, rubrik, [list(cell) for cell in celler]]


def _lista(varde):
    if isinstance(varde, dict):
        return {namn: _lista(v) for namn, v in varde.items()}
    return list(varde) if isinstance(varde, tuple) else varde


def _serie_fran_json(data):
    falt = {n: _tupel(varde) for n, varde in data.items() if n in _SERIEFALT}
    tabeller = {namn: _tabell(data[namn]) for namn in TABELLER if namn in data}
    return Seriebild(**falt | tabeller)


def _tabell(data):
    rader = tuple(
        Rad(kod, rubrik, tuple(Cell(*cell) for cell in celler))
        for kod, rubrik, celler in data["rader"]
    )
    falt = {n: _tupel(varde) for n, varde in data.items() if n in _TABELLFALT}
    return Visningstabell(**falt | {"rader": rader})


def _tupel(varde):
    return tuple(varde) if isinstance(varde, list) else varde
