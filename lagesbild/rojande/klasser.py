"""What the reader may know of each hidden cell from its words alone.

A small marginal with many parts tells too much when its empty parts are shown: «färre
än 5» over four parts that are not zero is four parts of one. So beneath a small cell
with `minst_delar` or more such parts some zeros are hidden too, till the parts hidden
are as many as the threshold.
"""

from dataclasses import dataclass

from lagesbild.rojande.serie import Serie
from lagesbild.rojande.tabell import Nyckel


@dataclass(frozen=True)
class Klass:
    """A cell if hidden: the words' lowest and highest value, and why it may be hidden.

    `hog` is None when the words set no upper limit. `maste`: hidden for its own sake,
    `liten` among them when the count itself is small. `kan`: may be hidden at all.
    """

    lag: int
    hog: int | None
    maste: bool = False
    liten: bool = False
    kan: bool = False

    def ner(self, tal: int) -> int:
        """Return how far down from its value the words leave the cell."""
        return tal - self.lag

    def upp(self, tal: int, tak: int) -> int:
        """Return how far up from its value the words leave it, at most to `tak`."""
        return (tak if self.hog is None else self.hog) - tal


def minst_delar(troskel: int) -> int:
    """Return how many parts that are not zero make the zeros beneath be hidden.

    Two fewer than the threshold: whoever sees that they are hidden then still doesn't
    know whether the sum is one or two below the threshold.
    """
    return max(1, troskel - 2)


def klasser(serie: Serie, troskel: int, *, lika: bool) -> dict[Nyckel, Klass]:
    """Return the class of each cell; with `lika` all are hidden by the same words."""
    tackta, golv = ({}, {}) if lika else nollor_som_doljs(serie, troskel)
    ut = {}
    for cell, tal in serie.varden.items():
        if serie.ar_ute(cell):
            ut[cell] = Klass(tal, tal)
            continue
        liten = 0 < tal < troskel or cell in tackta
        andrad = tal > 0 and 0 < abs(serie.andring(cell)) < troskel
        maste = liten or andrad or serie.ska_doljas(cell)
        lag, hog = _ord(tal, troskel, lika=lika)
        lag = 0 if cell in tackta else max(lag, golv.get(cell, 0))
        ut[cell] = Klass(lag, hog, maste, liten, kan=tal > 0 or maste)
    return ut


def _ord(tal, troskel, *, lika):
    if lika:
        return min(1, tal), None
    if tal >= troskel:
        return troskel, None
    return min(1, tal), troskel - 1


def nollor_som_doljs(serie: Serie, troskel: int):
    """Return the cells whose words hold zero too, and the sums that are then not 1.

    Coarse cells come before fine ones in a serie, so a covered cell is known when its
    parts are looked at. A covered cell keeps a hidden part, or its parts would tell.
    """
    minst = minst_delar(troskel)
    tackta: dict[Nyckel, bool] = {}
    golv: dict[Nyckel, int] = {}
    former = _former(serie)
    over = _over(serie)
    for cell, tal in serie.varden.items():
        if not (0 < tal < troskel or cell in tackta):
            continue
        for form, celler in former.items():
            delar = [
                del_
                for del_ in _delar(serie, cell, form, celler)
                if serie.varden[del_] or not _kand_nolla(serie, del_, over, tackta)
            ]
            fyllda = sum(serie.varden[del_] > 0 for del_ in delar)
            delar = _fran_forsta(serie, delar)
            delar.sort(key=lambda d: _tackning(serie, d, over, tackta, troskel))
            if cell in tackta:
                tackta |= dict.fromkeys(delar[: max(1, fyllda)], True)
            elif fyllda >= minst and len(delar) > minst:
                tackta |= dict.fromkeys(delar[:troskel], True)
                golv[cell] = minst
    return tackta, golv


def _fran_forsta(serie, delar):
    """Return the parts in order from the first that isn't zero, and round.

    The zeros that are hidden then follow on it, as they do when it stands alone.
    """
    forst = next((i for i, d in enumerate(delar) if serie.varden[d]), 0)
    return delar[forst:] + delar[:forst]


def _tackning(serie, cell, over, tackta, troskel):
    """Order parts: those that aren't zero, then zeros where least more must be hidden.

    That is where they are hidden already, or lie beneath sums that are.
    """
    dolda_over = sum(
        summa in tackta or 0 < serie.varden[summa] < troskel for summa in over[cell]
    )
    return serie.varden[cell] == 0, cell not in tackta, -dolda_over


def _former(serie):
    """Return the base cells by the axes they have, of axes that add up."""
    former: dict[tuple, list] = {}
    for cell in serie.varden:
        form = tuple(axel for axel, _ in cell)
        if all(
            kod in serie.axlar[axel].varden and not serie.axlar[axel].flerval
            for axel, kod in cell
        ):
            former.setdefault(form, []).append(cell)
    return former


def _over(serie):
    """Return what each cell is directly a part of."""
    over: dict[Nyckel, list] = {cell: [] for cell in serie.varden}
    for ett in serie.samband:
        for del_ in ett.delar:
            over[del_].append(ett.summa)
    return over


def _delar(serie, cell, form, celler):
    """Return the base cells of a form that lie under a cell, itself not among them."""
    koder = {axel: set(serie.axlar[axel].delar(kod)) for axel, kod in cell}
    if not set(koder) <= set(form):
        return []
    return [
        annan
        for annan in celler
        if annan != cell
        and all(axel not in koder or kod in koder[axel] for axel, kod in annan)
    ]


def _kand_nolla(serie, cell, over, tackta):
    """Say whether a sum above, or an earlier publication, shows that a cell is zero."""
    return serie.ar_ute(cell) or any(
        serie.varden[summa] == 0 and summa not in tackta for summa in over[cell]
    )
