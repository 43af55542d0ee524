"""The attack: tries to compute every hidden cell from what is published, and no more.

An integer programme of its own; it shares no line with the search that chose what to
hide. It knows the axes, the shown figures, the words of the hidden cells, what is
published before, and the rule by which cells are hidden (the package's docstring).
"""

import itertools
from collections.abc import Iterable, Mapping

from lagesbild.rojande.skyddat import LITEN, Seriens, Skyddat
from lagesbild.rojande.tabell import Nyckel

Exempel = Mapping[Nyckel, int]
"""A whole table, each published cell with its value."""


def angrip(
    skyddat: Skyddat, exempel: Mapping[str, Iterable[Exempel]] | None = None
) -> list[tuple[str, Nyckel, int]]:
    """Return the hidden cells that have one possible value: (serie, cell, value).

    Empty when the protection holds. Cells that earlier publications give away by
    themselves (`Skyddat.redan_ute`) are known to the attack but not in its answer.
    `exempel`: tables that the caller says could be the published one. Each is counted
    over here before it is believed; two of them that differ in a cell prove it open,
    which spares the programme the search for them. Without any the answer is the same.
    """
    return [
        (namn, cell, varde)
        for namn, serie in skyddat.serier.items()
        for cell, varde in _fasta(serie, skyddat.troskel, (exempel or {}).get(namn, ()))
    ]


def _fasta(serie, troskel, exempel):
    dolda = {c for c, cell in serie.celler.items() if cell.tal is None}
    oppna = dolda - serie.redan_ute
    if not oppna:
        return
    program = _Program(serie, troskel)
    forsta = program.los({})
    kvar = {cell: forsta[cell] for cell in serie.celler if cell in oppna}

    def stryk(tabell):
        """Strike those that a possible table shows can be something else."""
        for cell in [ett for ett in kvar if tabell[ett] != kvar[ett]]:
            del kvar[cell]

    for tabell in filter(program.rymmer, exempel):
        stryk(tabell)
    # One answer often shows of many cells at once that they can be something else.
    for tecken in ((-1, -1), (1, 1), (1, -1), (-1, 1)):
        if kvar:
            stryk(program.los({cell: tecken[i % 2] for i, cell in enumerate(kvar)}))
    for cell in list(kvar):
        for at in (1, -1):
            if cell in kvar:
                stryk(program.los({cell: at}))
    yield from kvar.items()


class _Program:
    """Every whole-number table that the reader could be looking at."""

    def __init__(self, serie: Seriens, troskel: int):
        self.celler = list(serie.celler)
        self.plats = {cell: i for i, cell in enumerate(self.celler)}
        self.serie, self.troskel = serie, troskel
        self.golv = _golv(serie, troskel)
        self.granser = [self._granser(cell) for cell in self.celler]
        self.rader = [
            *((summa, delar, 0, 0) for summa, delar in _summor(serie)),
            *(rad for ett in serie.samband for rad in _flerval(ett)),
        ]
        self.nedre = [rad[2] for rad in self.rader] or [0]
        self.ovre = [rad[3] for rad in self.rader] or [0]
        self._stall_upp()

    def _granser(self, namn):
        """Return the lowest and highest value that a cell's own words leave."""
        serie, cell = self.serie, self.serie.celler[namn]
        if cell.tal is not None:
            return cell.tal, cell.tal
        if namn in serie.kanda:
            return serie.kanda[namn], serie.kanda[namn]
        if cell.skal == LITEN:
            return self.golv.get(namn, 1), self.troskel - 1
        nagon_liten = any(c.skal == LITEN for c in serie.celler.values())
        return (self.troskel if nagon_liten else 1), float("inf")

    def _stall_upp(self):
        # Loaded when something is hidden: a worker that hides none never pays it.
        from scipy.sparse import csr_array

        par = [
            (rad, self.plats[cell], tal)
            for rad, (summa, delar, _, _) in enumerate(self.rader)
            for cell, tal in [(summa, 1), *((del_, -1) for del_ in delar)]
        ]
        form = (max(len(self.rader), 1), len(self.celler))
        rader, kolumner, tal = zip(*par, strict=True) if par else ((), (), ())
        self.matris = csr_array((tal, (rader, kolumner)), shape=form)

    def los(self, mal: dict[Nyckel, int]) -> dict[Nyckel, int]:
        """Return a possible table that makes the cells small (1) or great (-1)."""
        # Lazily, see above.
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        antal = len(self.celler)
        kostnad = np.zeros(antal)
        tak = 1 + 2 * max((hog for _, hog in self.granser if hog < np.inf), default=0)
        tak += 2 * self.troskel * antal
        for cell, at in mal.items():
            kostnad[self.plats[cell]] = at
        lag = [lag for lag, _ in self.granser]
        hog = [min(hog, tak) for _, hog in self.granser]
        svar = milp(
            kostnad,
            integrality=np.ones(antal),
            bounds=Bounds(lag, hog),
            constraints=LinearConstraint(self.matris, self.nedre, self.ovre),
            # HiGHS 1.12's presolve calls some of these programmes impossible.
            options={"presolve": False},
        )
        if svar.x is None:
            raise ArithmeticError(
                f"Det publicerade motsäger sig självt: {svar.message}"
            )
        x = np.rint(svar.x).astype(int)
        if not self._gar_ihop(x):
            # It would say that a cell is safe.
            raise ArithmeticError("Lösaren svarade med en tabell som inte går ihop.")
        return dict(zip(self.celler, x.tolist(), strict=True))

    def rymmer(self, tabell: Exempel) -> bool:
        """Say whether the reader could be looking at a table."""
        # Lazily, see above.
        import numpy as np

        return self._gar_ihop(np.array([int(tabell[cell]) for cell in self.celler]))

    def _gar_ihop(self, x):
        """Count over, in whole numbers, that a table is a possible one."""
        summor = self.matris @ x
        return bool(
            all(
                lag <= tal <= hog
                for tal, (lag, hog) in zip(x, self.granser, strict=True)
            )
            and (summor >= self.nedre).all()
            and (summor <= self.ovre).all()
        )


def _summor(serie):
    """Yield every sum among the published cells, with its parts."""
    for cell in serie.celler:
        for axel in serie.axlar.values():
            if axel.flerval:
                continue
            ovriga = [par for par in cell if par[0] != axel.namn]
            kod = dict(cell).get(axel.namn)
            koder = dict(axel.grupper).get(kod, ()) if kod else axel.varden
            delar = [tuple(sorted([*ovriga, (axel.namn, k)])) for k in koder]
            if delar and all(del_ in serie.celler for del_ in delar):
                yield cell, delar


def _flerval(ett):
    """Yield the bounds between a total and parts that don't add up to it."""
    for del_ in ett.delar:
        yield ett.summa, [del_], 0, float("inf")
    if ett.tacker:
        yield ett.summa, list(ett.delar), float("-inf"), 0


def _golv(serie, troskel):
    """Return the cells whose words may mean zero, by the rule.

    They are the hidden parts of a small sum, if they are more than the rule's limit,
    and all hidden parts of such a part.
    """
    golv: dict[Nyckel, int] = {}
    for cell in sorted(serie.celler, key=lambda c: (len(c), -_spann(serie, c))):
        if serie.celler[cell].skal == LITEN:
            for delar in _under(serie, cell):
                dolda = [d for d in delar if serie.celler[d].tal is None]
                if cell in golv or len(dolda) > max(1, troskel - 2):
                    golv |= dict.fromkeys(dolda, 0)
    return golv


def _spann(serie, cell):
    tal = 1
    for axel, kod in cell:
        tal *= len(serie.axlar[axel].delar(kod))
    return tal


def _under(serie, cell):
    """Yield, for each set of axes that divides a cell, its parts at the finest."""
    fria = [a for a in serie.axlar.values() if not a.flerval]
    fasta = dict(cell)
    if any(serie.axlar[axel].flerval for axel in fasta):
        return
    tillagg = [a for a in fria if a.namn not in fasta]
    for antal in range(len(tillagg) + 1):
        for nya in itertools.combinations(tillagg, antal):
            val = [[(a, k) for k in serie.axlar[a].delar(kod)] for a, kod in cell]
            val += [[(a.namn, kod) for kod in a.varden] for a in nya]
            delar = [tuple(sorted(par)) for par in itertools.product(*val)]
            if delar != [cell] and all(d in serie.celler for d in delar):
                yield delar
