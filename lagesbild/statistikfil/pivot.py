"""A pivot table as Excel lays it out: each group's sum stands above its members."""

from lagesbild.statistikfil.ord import ar_summa
from lagesbild.statistikfil.summor import gomda_summor
from lagesbild.statistikfil.tal import TalFel, las_antal


def utlagd_pivot(under):
    """Return (rows, group per row) with the groups' own rows taken out.

    Only when there is one column of words, and the total at the end says that the
    groups' rows are sums of those below them. Else the rows as they are, and None.
    """
    if len(under) < 4 or not _en_etikett(under):
        return under, None
    *rader, (_, sista) = under
    if not ar_summa(sista[0]) or any(ar_summa(rad[0]) for _, rad in rader):
        return under, None
    totaler = [_total(rad) for _, rad in rader]
    if sum(totaler) == _total(sista):
        return under, None
    grupper = gomda_summor(totaler, _total(sista))
    if not grupper or 0 not in grupper:
        return under, None
    kvar, avsnitt, nu = [], [], ""
    for i, (nr, rad) in enumerate(rader):
        if i in grupper:
            nu = rad[0]
        else:
            kvar.append((nr, rad))
            avsnitt.append(nu)
    return [*kvar, under[-1]], [*avsnitt, ""]


def _en_etikett(under):
    return all(
        isinstance(rad[0], str)
        and rad[0]
        and all(_tal(c) is not False for c in rad[1:])
        for _, rad in under
    )


def _tal(cell):
    """A cell's number, None for none, False for words."""
    try:
        svar = las_antal(cell)
    except TalFel:
        return False
    return svar if isinstance(svar, int) else None


def _total(rad):
    return sum(_tal(c) or 0 for c in rad[1:])
