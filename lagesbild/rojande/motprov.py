"""How far a hidden cell can move while everything published stays the same.

The linear programme of the attack, in deviations from the true values (so that every
sum is zero), for the search's own use. Its dual says which cells must be hidden for a
cell to move far enough: Fischetti and Salazar (2001), «Solving the cell suppression
problem on tabular data with linear constraints», Management Science 47(7).
"""

from dataclasses import dataclass
from typing import NamedTuple

from lagesbild.rojande.klasser import Klass
from lagesbild.rojande.serie import Serie
from lagesbild.rojande.stigar import Rorelse, Stigar

_NARA = 1e-6


class Krav(NamedTuple):
    """That a cell (by its place) can move `langd` steps up (1) or down (-1).

    `slakt`: the small cells above and beneath it, whose words are disregarded too.
    """

    plats: int
    at: int
    langd: int
    slakt: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Snitt:
    """A sum of hidden cells' weights that must reach `minst`."""

    vikter: dict[int, float]
    minst: float


class Motprov:
    """The attack on one serie, for any choice of hidden cells."""

    def __init__(self, serie: Serie, klasser: dict[tuple, Klass]):
        self.celler = list(serie.varden)
        self.varden = list(serie.varden.values())
        self.plats = {cell: i for i, cell in enumerate(self.celler)}
        self.maste = {i for i, c in enumerate(self.celler) if klasser[c].maste}
        self.kan = {i for i, c in enumerate(self.celler) if klasser[c].kan}
        self.tak = max(self.varden, default=0) * 2 + 100
        self.ner = [klasser[c].ner(v) for c, v in serie.varden.items()]
        self.upp = [klasser[c].upp(v, self.tak) for c, v in serie.varden.items()]
        self.luft: list[int] = []
        self.matris = self._matris(serie)
        self.stigar = Stigar(self.matris)
        self._funna: dict[Krav, tuple[Rorelse, set[int]]] = {}
        self.del_ = self._delar()

    def _delar(self):
        """Return, for each column, which part of the system it moves in: years that
        have no sum, or what only known cells hold together, have nothing to do with
        one another.
        """
        # Lazily, see below.
        import numpy as np
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import connected_components

        rorliga = np.ones(self.matris.shape[1], dtype=bool)
        rorliga[: len(self.celler)] = [i in self.kan for i in range(len(self.celler))]
        band = csr_array((self.matris != 0) & rorliga, dtype=float)
        return connected_components(band.T @ band, directed=False)[1]

    def _i_samma(self, plats, kolumner):
        return [i for i in sorted(kolumner) if self.del_[i] == self.del_[plats]]

    def _matris(self, serie):
        # Loaded when a figure is to be hidden: a worker that hides none never pays it.
        import numpy as np

        rader = [
            self._rad(delat, serie) for ett in serie.samband for delat in _delat(ett)
        ]
        matris = np.zeros((len(rader), len(self.celler) + len(self.luft)))
        for nummer, rad in enumerate(rader):
            for kolumn, tal in rad:
                matris[nummer, kolumn] = tal
        return matris

    def _rad(self, delat, serie):
        """Return the row summa − delar (∓ slack) = 0, as pairs of column and figure."""
        summa, delar, tecken = delat
        rad = [(self.plats[summa], 1.0)] + [(self.plats[d], -1.0) for d in delar]
        if tecken:
            luft = serie.varden[summa] - sum(serie.varden[d] for d in delar)
            rad.append((len(self.celler) + len(self.luft), -float(tecken)))
            self.luft.append(abs(luft))
        return rad

    def brist(self, krav: Krav, dolda: set[int]) -> Snitt | None:
        """Return what must be hidden besides for a requirement; None when it is met."""
        if self.rorelse(krav, dolda):
            return None
        steg, priser = self._los(krav, dolda)
        return None if steg >= krav.langd - _NARA else self._snitt(krav, priser)

    def rymd(self, krav: Krav, plats: int) -> tuple[int, int]:
        """Return how far down and up a hidden cell may move for a requirement."""
        if plats in krav.slakt:
            return self.varden[plats], self.tak
        return self.ner[plats], self.upp[plats]

    def rackvidd(self, krav: Krav, dolda: set[int]) -> int:
        """Return how many whole steps the cell can move, at most `langd`."""
        if self.rorelse(krav, dolda):
            return krav.langd
        return int(self._los(krav, dolda)[0] + _NARA)

    def rorelse(self, krav: Krav, dolda: set[int]) -> Rorelse:
        """Return a movement that meets a requirement, in whole steps; empty when none
        is found, which doesn't say that there is none.
        """
        antal = len(self.celler)
        if krav in self._funna:
            rorelse, andra = self._funna[krav]
            if andra <= dolda:
                return rorelse
        ner, upp = [0] * antal + self.luft, [0] * antal + [self.tak] * len(self.luft)
        for plats in dolda:
            ner[plats], upp[plats] = self.rymd(krav, plats)
        rorelse = self.stigar.finn(krav.plats, krav.at * krav.langd, ner, upp)
        if rorelse:
            andra = {plats for plats in rorelse if plats < antal} - {krav.plats}
            self._funna[krav] = rorelse, andra
        return rorelse

    def vag(self, krav: Krav, dolda: set[int], kan: set[int]) -> set[int]:
        """Return the cells that move when the cell moves `langd` steps, as few as can
        be (nearly) outside those hidden already.
        """
        if self.rorelse(krav, dolda):
            return set(self._funna[krav][1])
        # Lazily, see above.
        import numpy as np

        med = self._i_samma(krav.plats, kan - {krav.plats})
        rymd = [self.rymd(krav, i) for i in med]
        granser = [(krav.langd, krav.langd)] + [(0, upp) for _, upp in rymd]
        granser += [(0, ner) for ner, _ in rymd]
        slack = self._slack(krav)
        granser += [(-self.luft[i - len(self.celler)], self.tak) for i in slack]
        upp = self.matris[:, [krav.plats, *med]]
        upp[:, 0] *= krav.at
        del_ = np.hstack([upp, -self.matris[:, med], self.matris[:, slack]])
        pris = [float(i not in dolda) for i in med]
        svar = self._program([0.0, *pris, *pris, *(0.0 for _ in slack)], del_, granser)
        steg = svar.x[1 : 1 + 2 * len(med)].reshape(2, -1).sum(axis=0)
        return {i for i, langd in zip(med, steg, strict=True) if langd > _NARA}

    def _los(self, krav, dolda):
        """Return how far the cell can move, and the price of each column's moving."""
        med = self._i_samma(krav.plats, dolda - {krav.plats})
        granser = [(0, krav.langd) if krav.at == 1 else (-krav.langd, 0)]
        granser += [(-ner, upp) for ner, upp in (self.rymd(krav, i) for i in med)]
        slack = self._slack(krav)
        granser += [(-self.luft[i - len(self.celler)], self.tak) for i in slack]
        kolumner = [krav.plats, *med, *slack]
        kostnad = [-krav.at, *(0 for _ in kolumner[1:])]
        svar = self._program(kostnad, self.matris[:, kolumner], granser)
        return -svar.fun, svar.priser

    def _slack(self, krav):
        return self._i_samma(krav.plats, range(len(self.celler), len(self.del_)))

    def _program(self, kostnad, matris, granser):
        # Lazily, see above.
        import numpy as np
        from scipy.optimize import linprog

        rader = np.flatnonzero(matris.any(axis=1))
        svar = linprog(
            kostnad,
            A_eq=matris[rader],
            b_eq=np.zeros(len(rader)),
            bounds=granser,
            method="highs",
            options={"presolve": False},
        )
        if svar.status != 0:
            raise ArithmeticError(svar.message)
        self._prova(svar.x, matris[rader], granser)
        svar.priser = -self.matris[rader].T @ svar.eqlin.marginals
        return svar

    def _prova(self, x, matris, granser):
        """Raise ArithmeticError when a solver's answer isn't one: it would say that a
        cell can move when it can't.
        """
        # Lazily, see above.
        import numpy as np

        lag, hog = np.array(granser, dtype=float).T
        fel = np.abs(matris @ x).max(initial=0.0)
        if max(fel, (lag - x).max(), (x - hog).max()) > _NARA:
            raise ArithmeticError("Lösaren svarade med en rörelse som inte går ihop.")

    def _snitt(self, krav, priser):
        """Return the dual as a condition on what is hidden (a Benders cut)."""
        antal = len(self.celler)
        kostar = []
        for i in range(antal):
            ner, upp = self.rymd(krav, i)
            kostar.append(upp * max(0.0, -priser[i]) + ner * max(0.0, priser[i]))
        fast = sum(kostar[i] for i in self.maste - {krav.plats})
        for i, luft in enumerate(self.luft, start=antal):
            fast += self.tak * max(0.0, -priser[i]) + luft * max(0.0, priser[i])
        minst = krav.langd - fast
        vikter = {
            i: min(kostnad, minst)
            for i, kostnad in enumerate(kostar)
            if kostnad > _NARA and i in self.kan - self.maste
        }
        return Snitt(vikter, minst)


def _delat(samband):
    """Yield (summa, delar, sign of the slack): 0 for a sum that must come out even."""
    if not samband.flerval:
        yield samband.summa, samband.delar, 0
        return
    for del_ in samband.delar:
        yield samband.summa, (del_,), 1
    if samband.tacker:
        yield samband.summa, samband.delar, -1
