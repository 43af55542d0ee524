"""Chooses which cells are hidden: as few as possible, so that the attack fails.

An integer programme (HiGHS) chooses; the attack answers with what is missing; and so on
until nothing is. Counted in rounds and nodes, never in seconds: the same figures give
the same answer on a slow machine.
"""

import itertools
from collections.abc import Iterator

from lagesbild.rojande.klasser import Klass
from lagesbild.rojande.motprov import Krav, Motprov, Snitt
from lagesbild.rojande.serie import Serie
from lagesbild.rojande.tabell import Nyckel

MAX_VARV = 8
MAX_NODER = 200
FA = 3


class Doljning:
    """The hidden cells of one serie."""

    def __init__(self, serie: Serie, klasser: dict[tuple, Klass], krav: list[Krav]):
        self.serie = serie
        self.prov = Motprov(serie, klasser)
        self.maste, self.kan = self.prov.maste, self.prov.kan
        self.krav, self.stilla = self._mojliga(krav)
        self.snitt: list[Snitt] = []

    def _mojliga(self, krav):
        """Return the requirements, cut to what hiding everything would give; and the
        places of the cells that even then stand still.
        """
        ut = [
            ett._replace(langd=steg)
            for ett in krav
            if (steg := self.prov.rackvidd(ett, self.kan))
        ]
        return ut, {ett.plats for ett in krav} - {ett.plats for ett in ut}

    def valj(self) -> set[int]:
        """Return the places of the cells to hide."""
        self.snitt += self._forsta_snitt()
        vantar, dolda = list(self.krav), set(self.maste)
        for _ in range(MAX_VARV):
            minsta = self._minsta()
            if minsta is None:
                break
            dolda = minsta
            vantar = self._prova(vantar, dolda)
            if vantar is None:
                return dolda
        return self._lagad(dolda)

    def _lagad(self, dolda):
        """Return a choice that holds, grown from one that didn't and then thinned.

        Taken when the exact search has had its rounds: nearly the smallest.
        """
        dolda = set(dolda)
        vagar = {}
        for ett in self.krav:
            vagar[ett] = self.prov.vag(ett, dolda, self.kan)
            dolda |= vagar[ett]
        for plats in sorted(dolda - self.maste, reverse=True):
            utan = dolda - {plats}
            rorda = [ett for ett, vag in vagar.items() if plats in vag]
            if not any(self.prov.brist(ett, utan) for ett in rorda):
                dolda = utan
                vagar |= {ett: self.prov.vag(ett, utan, utan) for ett in rorda}
        return self._med_delar(dolda)

    def _med_delar(self, dolda):
        for ett in self._med_del():
            summa, *delar = ett.vikter
            if summa in dolda and not dolda & set(delar):
                dolda = dolda | {delar[0]}
        return dolda

    def _prova(self, forst, dolda):
        """Add the cuts of what is missing and return whose; None when nothing is.

        Those that were missing last time are asked first: often they still are.
        """
        ovriga = [ett for ett in self.krav if ett not in forst]
        for omgang in (forst, ovriga):
            brister = []
            for ett in omgang:
                if snitt := self.prov.brist(ett, dolda):
                    self.snitt.append(snitt)
                    brister.append(ett)
            if brister:
                return brister
        return None

    def exempel(self, dolda: set[int]) -> Iterator[dict[Nyckel, int]]:
        """Yield tables that can't be told from the true one, which is the first: each
        hidden cell is another in one of them, where a way to one is found.
        """
        prov = self.prov
        yield dict(self.serie.varden)
        rorda: set[int] = set()
        for plats, at in itertools.product(sorted(dolda), (1, -1)):
            rymd = prov.upp[plats] if at == 1 else prov.ner[plats]
            if plats in rorda or not rymd:
                continue
            if rorelse := prov.rorelse(Krav(plats, at, 1), dolda):
                rorda |= set(rorelse)
                yield {
                    cell: tal + rorelse.get(i, 0)
                    for i, (cell, tal) in enumerate(self.serie.varden.items())
                }

    def fler(self, dolda: set[int]) -> set[int]:
        """Return a choice with more in it when `dolda` didn't hold."""
        ovriga = self.kan - dolda
        self.snitt.append(Snitt(dict.fromkeys(ovriga, 1.0), 1.0))
        return self.valj()

    def _forsta_snitt(self):
        """Yield what each sum asks by itself: when one part moves, another must."""
        prov = self.prov
        i_samband: dict[int, list] = {}
        for ett in self.serie.samband:
            if not ett.flerval:
                platser = (prov.plats[ett.summa], *(prov.plats[d] for d in ett.delar))
                for plats in platser:
                    i_samband.setdefault(plats, []).append(platser)
        for krav in self.krav:
            for platser in i_samband.get(krav.plats, ()):
                yield self._ensam(krav, platser)
        yield from self._med_del()

    def _ensam(self, krav, platser):
        prov, summa = self.prov, platser[0]
        vikter, fast = {}, 0
        for plats in set(platser) - {krav.plats}:
            med_summan = (plats == summa) != (krav.plats == summa)
            upp = (krav.at == 1) == med_summan
            vikt = min(prov.rymd(krav, plats)[upp], krav.langd)
            if plats in self.maste:
                fast += vikt
            elif plats in self.kan and vikt > 0:
                vikter[plats] = vikt
        return Snitt(vikter, krav.langd - fast)

    def _med_del(self):
        """Yield that a sum is hidden for another's sake only with large parts of it:
        all of them when they are few.

        A large part shown beneath a hidden sum says that hiding the part instead wasn't
        enough, and so how small the other part is.
        """
        for ett in self.serie.samband:
            summa = self.prov.plats[ett.summa]
            delar = {self.prov.plats[del_] for del_ in ett.delar}
            delar = sorted(delar & (self.kan - self.maste))
            if summa in self.kan - self.maste:
                for del_ in delar if len(delar) <= FA else ():
                    yield Snitt({summa: -1.0, del_: 1.0}, 0.0)
                if len(delar) > FA:
                    yield Snitt({summa: -1.0, **dict.fromkeys(delar, 1.0)}, 0.0)

    def _minsta(self):
        """Return the smallest choice that meets every cut; None when none is found."""
        # Loaded when a figure is to be hidden: a worker that hides none never pays it.
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        antal = len(self.prov.celler)
        nedre = [float(i in self.maste) for i in range(antal)]
        ovre = [float(i in self.kan) for i in range(antal)]
        snitt = [ett for ett in self.snitt if ett.vikter]
        par = [
            (rad, kolumn, vikt)
            for rad, ett in enumerate(snitt)
            for kolumn, vikt in ett.vikter.items()
        ]
        rader, kolumner, vikter = zip(*par, strict=True) if par else ((), (), ())
        matris = csr_array((vikter, (rader, kolumner)), shape=(len(snitt), antal))
        minst = np.array([ett.minst - 1e-6 for ett in snitt])
        svar = milp(
            self._kostnad(),
            integrality=np.ones(antal),
            bounds=Bounds(nedre, ovre),
            constraints=LinearConstraint(matris, minst, np.inf) if snitt else (),
            # Should it be called impossible (see angrip) more is hidden, never less.
            options={"node_limit": MAX_NODER, "mip_rel_gap": 0.5 / antal},
        )
        if svar.x is None:
            return None
        return {i for i, y in enumerate(svar.x) if y > 0.5}

    def _kostnad(self):
        """Return a cost per cell: 1, and less than 1 in all for which ones they are.

        Among equally many, fine cells go before sums. The figures have no say: the
        choice between two cells mustn't tell which one is the greater.
        """
        celler = self.prov.celler
        ordning = sorted(range(len(celler)), key=lambda i: (-len(celler[i]), i))
        kostnad = [0.0] * len(celler)
        for rang, plats in enumerate(ordning):
            kostnad[plats] = 1 + 0.8 * rang / (len(celler) + 1) ** 2
        return kostnad
