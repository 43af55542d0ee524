"""How far each hidden cell can move while everything published stays the same.

The linear programme of the attack, in deviations from the true values (so that every
sum is zero), for the search's own use. Its dual says which cells must be hidden for a
cell to move far enough: Fischetti and Salazar (2001), «Solving the cell suppression
problem on tabular data with linear constraints», Management Science 47(7).
"""

from dataclasses import dataclass
from typing import NamedTuple

from lagesbild.rojande.klasser import Klass
from lagesbild.rojande.serie import Serie

_NARA = 1e-6


class Krav(NamedTuple):
    """That a cell (by its place) can move `langd` steps up (1) or down (-1)."""

    plats: int
    at: int
    langd: int


@dataclass(frozen=True)
class Snitt:
    """A sum of hidden cells' weights that must reach `minst`."""

    vikter: dict[int, float]
    minst: float


class Motprov:
    """The attack on one serie, for any choice of hidden cells."""

    def __init__(self, serie: Serie, klasser: dict[tuple, Klass]):
        self.celler = list(serie.varden)
        self.plats = {cell: i for i, cell in enumerate(self.celler)}
        tak = max(serie.varden.values(), default=0) * 2 + 100
        varden = serie.varden
        self.ner = [varden[c] - klasser[c].lag for c in self.celler]
        self.upp = [
            (tak if klasser[c].hog is None else klasser[c].hog) - varden[c]
            for c in self.celler
        ]
        self._stall_upp(serie, tak)

    def _stall_upp(self, serie, tak):
        # Loaded when a figure is to be hidden: a worker that hides none never pays it.
        from scipy.sparse import csr_array

        self.slack = []
        rader = [
            self._rad(ett, serie, tak)
            for samband in serie.samband
            for ett in _delat(samband)
        ]
        antal = len(self.celler) + len(self.slack)
        indices = [kol for rad in rader for kol, _ in rad]
        data = [tal for rad in rader for _, tal in rad]
        indptr = [0]
        for rad in rader:
            indptr.append(indptr[-1] + len(rad))
        self.matris = csr_array((data, indices, indptr), shape=(len(rader), antal))

    def _rad(self, ett, serie, tak):
        """Return a row: summa − delar (∓ slack) = 0."""
        summa, delar, tecken = ett
        rad = [(self.plats[summa], 1.0)] + [(self.plats[d], -1.0) for d in delar]
        if tecken:
            luft = serie.varden[summa] - sum(serie.varden[d] for d in delar)
            rad.append((len(self.celler) + len(self.slack), -float(tecken)))
            self.slack.append((abs(luft), tak))
        return rad

    def brister(self, krav, dolda) -> list[Snitt]:
        """Return what must be hidden besides, for each requirement not met."""
        kvar = list(krav)
        snitt = []
        for at in (1, -1):
            riktning = [ett for ett in kvar if ett.at == at]
            if riktning:
                steg = self._los([(ett.plats, at) for ett in riktning], dolda).x
                kvar = [
                    ett for ett in kvar if steg[ett.plats] * ett.at < ett.langd - _NARA
                ]
        while kvar:
            ett = kvar.pop()
            svar = self._los([(ett.plats, ett.at)], dolda)
            if svar.x[ett.plats] * ett.at < ett.langd - _NARA:
                snitt.append(self._snitt(svar, ett.langd))
            kvar = [e for e in kvar if svar.x[e.plats] * e.at < e.langd - _NARA]
        return snitt

    def rackvidd(self, plats, at, dolda) -> int:
        """Return how many whole steps a cell can move up (1) or down (-1)."""
        svar = self._los([(plats, at)], dolda)
        return int(svar.x[plats] * at + _NARA)

    def _los(self, mal, dolda):
        # Lazily, see above.
        import numpy as np
        from scipy.optimize import linprog

        kostnad = np.zeros(self.matris.shape[1])
        for plats, at in mal:
            kostnad[plats] -= at
        granser = [
            (-self.ner[i], self.upp[i]) if i in dolda else (0, 0)
            for i in range(len(self.celler))
        ] + [(-luft, tak) for luft, tak in self.slack]
        svar = linprog(
            kostnad,
            A_eq=self.matris,
            b_eq=np.zeros(self.matris.shape[0]),
            bounds=granser,
            method="highs",
        )
        if svar.status != 0:
            raise ArithmeticError(svar.message)
        return svar

    def _snitt(self, svar, langd):
        """Return the dual as a condition on what is hidden (a Benders cut)."""
        antal = len(self.celler)
        upp, ner = -svar.upper.marginals, svar.lower.marginals
        fast = sum(
            luft * max(0.0, ner[antal + i]) + tak * max(0.0, upp[antal + i])
            for i, (luft, tak) in enumerate(self.slack)
        )
        minst = langd - fast
        vikter = {}
        for i in range(antal):
            vikt = self.upp[i] * max(0.0, upp[i]) + self.ner[i] * max(0.0, ner[i])
            if vikt > _NARA:
                vikter[i] = min(vikt, minst)
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
