"""Chooses which cells are hidden: as few as possible, so that the attack fails.

An integer programme (HiGHS) chooses; the attack answers with what is missing; and so on
until nothing is. Counted in rounds and nodes, never in seconds: the same figures give
the same answer on a slow machine.
"""

from lagesbild.rojande.klasser import Klass
from lagesbild.rojande.motprov import Krav, Motprov, Snitt
from lagesbild.rojande.serie import Serie

MAX_VARV = 60
MAX_NODER = 2_000


class Doljning:
    """The hidden cells of one serie."""

    def __init__(self, serie: Serie, klasser: dict[tuple, Klass], krav: list[Krav]):
        self.prov = Motprov(serie, klasser)
        self.serie = serie
        celler = self.prov.celler
        self.maste = {i for i, c in enumerate(celler) if klasser[c].maste}
        self.kan = {i for i, c in enumerate(celler) if klasser[c].kan}
        self.krav, self.ororliga = self._mojliga(krav)
        self.snitt: list[Snitt] = []

    def _mojliga(self, krav):
        """Return the requirements, cut to what hiding everything would give; and the
        places of the cells that even then stand still.
        """
        brist = {ett for ett in krav if self.prov.brister([ett], self.kan)}
        ut, rorliga = [], set()
        for ett in krav:
            if ett in brist:
                kan = self.prov.rackvidd(ett.plats, ett.at, self.kan)
                ett = ett._replace(langd=kan)
            if ett.langd > 0:
                ut.append(ett)
                rorliga.add(ett.plats)
        return ut, {ett.plats for ett in krav} - rorliga

    def valj(self) -> set[int]:
        """Return the places of the cells to hide."""
        self.snitt = list(self._forsta_snitt())
        for _ in range(MAX_VARV):
            dolda = self._minsta()
            if dolda is None:
                break
            nya = self.prov.brister(self.krav, dolda)
            if not nya:
                return dolda
            self.snitt += nya
        return self._allt()

    def fler(self, dolda: set[int]) -> set[int] | None:
        """Return another choice when `dolda` didn't hold; None when all is hidden."""
        ovriga = self.kan - dolda
        if not ovriga:
            return None
        self.snitt.append(Snitt(dict.fromkeys(ovriga, 1.0), 1.0))
        return self.valj()

    def _allt(self):
        return set(self.kan)

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

    def _ensam(self, krav, platser):
        prov, summa = self.prov, platser[0]
        vikter = {}
        for plats in platser:
            if plats != krav.plats and plats in self.kan:
                samma = (plats == summa) != (krav.plats == summa)
                upp = (krav.at == 1) == samma
                vikter[plats] = min((prov.upp if upp else prov.ner)[plats], krav.langd)
        return Snitt({p: v for p, v in vikter.items() if v > 0}, krav.langd)

    def _minsta(self):
        """Return the smallest choice that meets every cut; None when none is found."""
        # Loaded when a figure is to be hidden: a worker that hides none never pays it.
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp
        from scipy.sparse import csr_array

        antal = len(self.prov.celler)
        nedre = np.array([float(i in self.maste) for i in range(antal)])
        ovre = np.array([float(i in self.kan) for i in range(antal)])
        villkor = []
        if self.snitt:
            par = [
                (rad, kol, vikt)
                for rad, ett in enumerate(self.snitt)
                for kol, vikt in ett.vikter.items()
            ]
            rader, kolumner, vikter = zip(*par, strict=True)
            matris = csr_array(
                (vikter, (rader, kolumner)), shape=(len(self.snitt), antal)
            )
            minst = [ett.minst - 1e-6 for ett in self.snitt]
            villkor = [LinearConstraint(matris, minst, np.inf)]
        svar = milp(
            np.array(self._kostnad()),
            integrality=np.ones(antal),
            bounds=Bounds(nedre, ovre),
            constraints=villkor,
            options={"node_limit": MAX_NODER, "mip_rel_gap": 0},
        )
        if svar.x is None:
            return None
        return {i for i, y in enumerate(svar.x) if y > 0.5}

    def _kostnad(self):
        """Return a cost per cell: 1, and less than 1 in all for which ones they are.

        Among equally many, fine cells go before sums and small figures before great.
        """
        celler = self.prov.celler
        ordning = sorted(
            range(len(celler)),
            key=lambda i: (-len(celler[i]), self.serie.varden[celler[i]], i),
        )
        steg = 1.0 / (len(celler) + 1) ** 2
        kostnad = [0.0] * len(celler)
        for rang, plats in enumerate(ordning):
            kostnad[plats] = 1 + rang * steg
        return kostnad
