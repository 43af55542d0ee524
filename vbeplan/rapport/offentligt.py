"""What of a decided plan anybody may read: not the chapters that are marked intern."""

from dataclasses import replace

from vbeplan.rapport.internt import aterger, interna_avsnitt, interna_ord

INGET = (None, None)


def offentligt(innehall, forsegling, tidigare=()):
    """Return (content, last page) of the public version; (None, None) when all is.

    A part of an internal chapter goes with it. So does an appendix that quotes one: as
    it reads now, or as it read in the plans (`tidigare`, `PlanInnehall`) whose changes
    and results the appendices tell. The others keep their numbers, so that what points
    at them is right.
    """
    interna = interna_avsnitt(innehall)
    ord_ = interna_ord([innehall, *tidigare])
    borta = tuple(b for b in innehall.bilagor if aterger(b, ord_))
    if not interna and not borta:
        return INGET
    kvar = tuple(a for a in innehall.avsnitt if a not in interna)
    bilagor = tuple(b for b in innehall.bilagor if b not in borta)
    utan = (
        *(f"{a.nummer} {a.rubrik}" for a in interna),
        *(f"Bilagan {b.rubrik}" for b in borta),
    )
    return (
        replace(innehall, avsnitt=kvar, bilagor=bilagor),
        replace(forsegling, utan=utan),
    )
