"""One series with its raw counts, and which codes it can tell of in each period."""

from dataclasses import dataclass, replace
from functools import cached_property

from lagesbild.sammanstallning.bas import Tackning, fragade
from lagesbild.sammanstallning.benamning import UTAN, Benamning
from lagesbild.sammanstallning.handelser import UTAN_MANAD, Tal
from lagesbild.sammanstallning.period import Period
from lagesbild.sammanstallning.skydd import Axlar

BLANKETTER = "blanketter"
AXLAR = ("miljo", "slag", "plats", "delomrade")


@dataclass(frozen=True)
class Serie:
    """A series with its raw counts and what they cover, both by period."""

    nyckel: str
    namn: str
    raknar: str
    art: str
    beror_pa_personal: bool
    perioder: tuple[Period, ...]
    tal: list[Tal]
    tackning: list[Tackning]
    namnd: Benamning

    def forsta_perioderna(self, antal):
        """Return the series with so many of its periods, the newest."""
        return replace(
            self,
            perioder=self.perioder[:antal],
            tal=self.tal[:antal],
            tackning=self.tackning[:antal],
        )

    @property
    def ar_blanketter(self):
        return self.nyckel == BLANKETTER

    @cached_property
    def _per_axel(self):
        return [{axel: _antal(tal, axel) for axel in AXLAR} for tal in self.tal]

    @cached_property
    def koder(self):
        """Return {axis: its codes in order}, empty when nothing has one."""
        ut = {}
        for axel in AXLAR:
            anvanda = {
                k for antal in self._per_axel for k, n in antal[axel].items() if n
            }
            koder = self.namnd.koder(axel, anvanda, alla=self.ar_blanketter)
            ut[axel] = koder if axel == "miljo" or any(koder) else ()
        return ut

    def har_manader(self, nr):
        """Tell if a period's events are told of by month, all of them."""
        return not any(manad == UTAN_MANAD for manad, _ in self.tal[nr].tid)

    def axlar(self, nr):
        """Return the `Axlar` of a period: what it can tell of, and what it does.

        A code that could not be told of is left out: everybody knows that it is nought,
        so it can't hide anything.
        """
        period, manader = self.perioder[nr], self._manader(nr)
        hela = self.tackning[nr].ar_hel or (nr == 0 and self.hittills)
        hela = hela and period.har_hela_tertial
        return Axlar(
            **{axel: self._koder(axel, nr) for axel in AXLAR},
            tertial=_tertial_av(period, manader) if hela else (),
            manader=manader,
            flerval=self.ar_blanketter,
            korsas=nr == 0,
        )

    def _koder(self, axel, nr):
        antal = self._per_axel[nr][axel]
        return tuple(
            kod
            for kod in self.koder[axel]
            if antal.get(kod) or self._kan_finnas(axel, kod, nr)
        )

    def _kan_finnas(self, axel, kod, nr):
        if kod == UTAN:
            return True
        if axel == "delomrade":
            return not (self.borjade_senare(kod, nr) or self._slutade_fore(kod, nr))
        if not self.ar_blanketter:
            return True
        return kod in fragade(self.namnd.versioner, axel, self.perioder[nr])

    def borjade_senare(self, delomrade, nr):
        """Tell if a part of the board is in the series only after a period."""
        fran = self.namnd.delomrade_fran.get(delomrade)
        if fran is not None and fran > self.perioder[nr].till:
            return True
        if self.ar_blanketter:
            return False
        antal = [n["delomrade"].get(delomrade, 0) for n in self._per_axel]
        return any(antal[:nr]) and not any(antal[nr:])

    def _slutade_fore(self, delomrade, nr):
        stangt = self.namnd.delomrade_stangt.get(delomrade)
        return stangt is not None and stangt <= self.perioder[nr].fran

    @cached_property
    def hittills(self):
        """Return the months that this period has so far; () when it has them all.

        Nor has it any so far when its first months aren't there.
        """
        alla, har = self.perioder[0].manader, self._har(0)
        ar_hittills = self.tackning[0].pagar or len(har) < len(alla)
        return har if ar_hittills and har == alla[: len(har)] else ()

    def _manader(self, nr):
        return self._har(nr) if self.har_manader(nr) else ()

    def _har(self, nr):
        har = {*self.tackning[nr].manader, *(m for m, _ in self.tal[nr].tid)}
        return tuple(m for m in self.perioder[nr].manader if m in har)


def _tertial_av(period, manader):
    """Return [(code, its months)] of the tertials that some of the months are in."""
    alla = [(kod, tuple(m for m in i if m in manader)) for kod, i in period.tertial]
    return tuple((kod, har) for kod, har in alla if har)


def _antal(tal, axel):
    """Return {code: count} of one axis."""
    if axel == "miljo":
        return _summor(tal.tid, 1)
    if axel == "delomrade":
        return _summor(tal.delomrade, 0)
    return getattr(tal, axel)


def _summor(per_par, plats):
    ut = {}
    for par, antal in per_par.items():
        ut[par[plats]] = ut.get(par[plats], 0) + antal
    return ut
