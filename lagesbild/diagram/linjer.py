"""A series by month as lines: this period filled, the one before dashed."""

from lagesbild.diagram.former import DOV, Grupp, Linje, Ord, Ruta
from lagesbild.diagram.rutor import (
    BAS,
    BREDD,
    NOT_RAD,
    TEXT,
    Rutdiagram,
    _bara_ord,
    _noter,
    hojden,
    tabellen,
    titeln,
    visade,
)


def linjer(rubrik, kategorier, grupper: list[Grupp], *, nu, forr="", korta=()):
    """Return a line chart per group; each has its own scale, from nought."""
    korta = korta or kategorier
    return Rutdiagram(
        rubrik,
        nu,
        forr,
        tuple(_ruta(g, kategorier, korta, nu, forr) for g in grupper),
        tabellen(rubrik, kategorier, grupper, nu, forr),
        ar_linjer=True,
    )


def _ruta(grupp, kategorier, korta, nu, forr):
    titel = titeln(grupp, kategorier, nu, forr)
    if not visade(grupp):
        return _bara_ord(grupp, titel)
    hogst = max(v.tal for v in visade(grupp))
    plats = BREDD / len(korta)
    mitter = [round(plats * (nr + 0.5)) for nr in range(len(korta))]
    ord_ = [
        Ord(x, BAS + 16, namn, TEXT, 400, "middle", DOV)
        for x, namn in zip(mitter, korta, strict=True)
    ]
    noter = _noter(grupp, kategorier, nu, forr)
    linjer_ = [_linje(v, mitter, hogst, v is grupp.nu) for v in (grupp.forr, grupp.nu)]
    return Ruta(
        grupp.namn,
        titel,
        BREDD,
        BAS + 24 + NOT_RAD * len(noter),
        BAS,
        linjer=tuple(linje for linje in linjer_ if linje.punkter),
        ord=(*ord_, *_ytterst(grupp.nu, mitter, hogst), *noter),
    )


def _linje(varden, mitter, hogst, ar_nu):
    """Return the line through what is shown, with a gap where nothing is."""
    vag, punkter, i_luften = [], [], True
    for varde, x in zip(varden, mitter, strict=False):
        if varde is None or varde.tal is None:
            i_luften = True
            continue
        punkt = (x, BAS - hojden(varde.tal, hogst))
        vag.append(f"{'M' if i_luften else 'L'}{punkt[0]} {punkt[1]}")
        punkter.append(punkt)
        i_luften = False
    return Linje("".join(vag), tuple(punkter), ar_nu)


def _ytterst(varden, mitter, hogst):
    """Return the figures of the highest and the lowest month."""
    par = [
        (v, x) for v, x in zip(varden, mitter, strict=True) if v and v.tal is not None
    ]
    if not par:
        return []
    ut = [max(par, key=lambda ett: ett[0].tal)]
    if (minst := min(par, key=lambda ett: ett[0].tal))[0].tal < ut[0][0].tal:
        ut.append(minst)
    return [
        Ord(x, BAS - hojden(v.tal, hogst) - 7, v.text, TEXT, 600, "middle")
        for v, x in ut
    ]
