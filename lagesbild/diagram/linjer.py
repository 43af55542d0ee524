"""A series by month as lines: this period filled, the one before dashed."""

from collections.abc import Sequence

from lagesbild.diagram import ritning
from lagesbild.diagram.former import Grupp, Linje
from lagesbild.diagram.ritning import BAS, BREDD, ar_visad
from lagesbild.diagram.rutor import Rutdiagram


def linjer(
    rubrik, kategorier, grupper: Sequence[Grupp], *, nu, forr="", korta=(), noter=()
):
    """Return a line chart per group; each has its own scale, from nought."""
    korta = korta or kategorier
    return Rutdiagram(
        rubrik,
        nu,
        forr,
        tuple(_ruta(g, kategorier, korta, nu, forr) for g in grupper),
        ritning.tabellen(rubrik, kategorier, grupper, nu, forr),
        ar_linjer=True,
        noter=tuple(noter),
    )


def _ruta(grupp, kategorier, korta, nu, forr):
    if not ritning.visade(grupp):
        return ritning.bara_ord(grupp, kategorier, korta, nu, forr)
    hogst, plats = ritning.hogst_av([grupp]), BREDD / len(korta)
    mitter = [round(plats * (nr + 0.5)) for nr in range(len(korta))]
    alla = [_linje(grupp.forr, mitter, hogst, ar_nu=False)]
    alla.append(_linje(grupp.nu, mitter, hogst, ar_nu=True))
    noter = ritning.noter(grupp, korta, nu, forr)
    return ritning.ruta(
        grupp,
        kategorier,
        korta,
        nu,
        forr,
        ritning.ytterst(grupp.nu, mitter, hogst, under=True),
        [rad.replace(ritning.STJARNA, "").strip() for rad in noter],
        linjer=tuple(linje for linje in alla if linje.punkter),
    )


def _linje(varden, mitter, hogst, *, ar_nu):
    """Return the line through what is shown, with a gap where nothing is."""
    vag, punkter, ny = [], [], True
    for varde, x in zip(varden, mitter, strict=False):
        if ar_visad(varde):
            y = BAS - ritning.hojden(varde.tal, hogst)
            vag.append(f"{'M' if ny else 'L'}{x} {y}")
            punkter.append((x, y))
        ny = not ar_visad(varde)
    return Linje("".join(vag), tuple(punkter), ar_nu)
