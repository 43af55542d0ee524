"""What the reader may know of each hidden cell from its words alone.

A small marginal with many parts tells too much when its empty parts are shown: «färre
än 5» over four parts that are not zero is four parts of one. So beneath a small cell
with `minst_delar` or more parts that are not zero, the zeros are hidden with them.
"""

from dataclasses import dataclass

from lagesbild.rojande.serie import Serie
from lagesbild.rojande.tabell import Nyckel


@dataclass(frozen=True)
class Klass:
    """A cell if hidden: the words' lowest and highest value, and what must be hidden.

    `hog` is None when the words set no upper limit. `maste`: hidden for its own sake.
    `kan`: may be hidden for another's sake.
    """

    lag: int
    hog: int | None
    maste: bool
    kan: bool


def minst_delar(troskel: int) -> int:
    """Return how many parts that are not zero make the zeros beneath be hidden.

    Two fewer than the threshold: whoever sees that they are hidden then still doesn't
    know whether the sum is one or two below the threshold.
    """
    return max(1, troskel - 2)


def klasser(serie: Serie, troskel: int, *, lika: bool) -> dict[Nyckel, Klass]:
    """Return the class of each cell; with `lika` all hidden cells have the same words."""
    tackta, golv = ({}, {}) if lika else nollor_som_doljs(serie, troskel)
    ut = {}
    for cell, tal in serie.varden.items():
        if serie.ar_ute(cell):
            ut[cell] = Klass(tal, tal, maste=False, kan=False)
            continue
        andrad = 0 < abs(serie.andring(cell)) < troskel
        maste = 0 < tal < troskel or cell in tackta or andrad
        lag, hog = _ord(tal, troskel, lika=lika)
        if cell in tackta:
            lag = 0
        lag = max(lag, golv.get(cell, 0))
        ut[cell] = Klass(lag, hog, maste=maste, kan=tal > 0 or maste)
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
    parts are looked at.
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
                if serie.varden[del_] or not _synlig_nolla(serie, over[del_], tackta)
            ]
            fyllda = sum(serie.varden[del_] > 0 for del_ in delar)
            if cell in tackta:
                tackta |= dict.fromkeys(delar, True)
            elif fyllda >= minst and len(delar) > minst:
                tackta |= dict.fromkeys(delar, True)
                golv[cell] = minst
    return tackta, golv


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


def _synlig_nolla(serie, over, tackta):
    """Say whether a sum above is shown as zero, so that the part is known to be."""
    return any(serie.varden[cell] == 0 and cell not in tackta for cell in over)
