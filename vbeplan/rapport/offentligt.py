"""What of a decided plan anybody may read: not the chapters that are marked intern."""

from dataclasses import replace

INGET = (None, None)


def offentligt(innehall, forsegling):
    """Return (content, last page) of the public version; (None, None) when all is.

    A part of an internal chapter goes with it. So do the appendices: they tell what
    has changed and what was remarked on, in those chapters too. The others keep their
    numbers, so that what points at them is right.
    """
    interna = _interna(innehall.avsnitt)
    if not interna:
        return INGET
    kvar = tuple(a for a in innehall.avsnitt if a not in interna)
    utan = tuple(f"{a.nummer} {a.rubrik}" for a in interna)
    andrat = {"avsnitt": kvar}
    if har_bilagor := bool(getattr(innehall, "bilagor", ())):
        andrat["bilagor"] = ()
    return (
        replace(innehall, **andrat),
        replace(forsegling, utan=utan, utan_bilagor=har_bilagor),
    )


def _interna(avsnitten):
    ut, kapitlet_ar_internt = [], False
    for avsnitt in avsnitten:
        if avsnitt.niva == 1:
            kapitlet_ar_internt = avsnitt.intern
        if avsnitt.intern or kapitlet_ar_internt:
            ut.append(avsnitt)
    return tuple(ut)
