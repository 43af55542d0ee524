"""Small multiples: one little bar chart per environment, all on the same scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from blanketter.rutin.matt import bredd, radbryt
from lagesbild.diagram.former import (
    DOV,
    Grupp,
    Ord,
    Ruta,
    Stapel,
    Tabell,
)
from vbeplan.tema.for_mallar import ForMallar

BREDD, TAK, BAS = 240, 20, 100  # the view box, the highest bar's top, the base line
TEXT, NOT_RAD = 12, 16
STJARNA, STRECK = "*", "–"
INGEN = "ingen uppgift"


@dataclass(frozen=True, slots=True)
class Rutdiagram(ForMallar):
    """Small drawings of one matter, their legend and their table."""

    rubrik: str
    nu: str
    forr: str
    rutor: tuple[Ruta, ...]
    tabell: Tabell
    ar_linjer: bool = False


def rutor(rubrik, kategorier, grupper: Sequence[Grupp], *, nu, forr="", korta=()):
    """Return a bar chart per group, its scale common and made of what is shown.

    `kategorier` are the words of the table («tertial 1»), `korta` those under the bars
    («T1»); `nu` and `forr` name the periods («2026»).
    """
    korta = korta or kategorier
    hogst = max((v.tal for g in grupper for v in visade(g)), default=0)
    return Rutdiagram(
        rubrik,
        nu,
        forr,
        tuple(_ruta(g, kategorier, korta, hogst, nu, forr) for g in grupper),
        tabellen(rubrik, kategorier, grupper, nu, forr),
    )


def visade(grupp):
    """Return the values of a group that are shown as numbers."""
    alla = (*grupp.nu, *grupp.forr)
    return [v for v in alla if v is not None and v.tal is not None]


def tabellen(rubrik, kategorier, grupper, nu, forr):
    rader = []
    for grupp in grupper:
        rader.append((_radnamn(grupp, nu, forr), _celler(grupp.nu)))
        if grupp.forr:
            rader.append((_radnamn(grupp, forr, nu), _celler(grupp.forr)))
    return Tabell(rubrik, tuple(kategorier), tuple(rader))


def _radnamn(grupp, period, andra):
    return f"{grupp.namn}, {period}" if andra else grupp.namn


def _celler(varden):
    return tuple(INGEN if v is None else v.text for v in varden)


def titeln(grupp, kategorier, nu, forr):
    """Return all that a drawing says, in words, its message first."""
    delar = [f"{grupp.namn}: {grupp.i_ord}" if grupp.i_ord else grupp.namn]
    for period, varden in ((nu, grupp.nu), (forr, grupp.forr)):
        if varden:
            par = zip(kategorier, _celler(varden), strict=True)
            delar.append(f"{period}: " + ", ".join(f"{k} {v}" for k, v in par))
    return ". ".join(delar) + "."


def _ruta(grupp, kategorier, korta, hogst, nu, forr):
    titel = titeln(grupp, kategorier, nu, forr)
    if not visade(grupp):
        return _bara_ord(grupp, titel)
    plats = BREDD / len(korta)
    staplar, ord_ = [], []
    for nr, namn in enumerate(korta):
        mitt = round(plats * (nr + 0.5))
        ord_.append(Ord(mitt, BAS + 16, namn, TEXT, 400, "middle", DOV))
        _satt(staplar, ord_, grupp, nr, mitt, plats, hogst)
    noter = _noter(grupp, kategorier, nu, forr)
    ord_ += noter
    return Ruta(
        grupp.namn,
        titel,
        BREDD,
        BAS + 24 + NOT_RAD * len(noter),
        BAS,
        staplar=tuple(staplar),
        ord=tuple(ord_),
    )


def _satt(staplar, ord_, grupp, nr, mitt, plats, hogst):
    """Put one category's bars and their figures into the drawing."""
    par = bool(grupp.forr)
    vidd = min(26, int((plats - 6) / (2 if par else 1)))
    varden = [(grupp.nu[nr], mitt if par else mitt - vidd // 2, True)]
    if par:
        varden.insert(0, (grupp.forr[nr], mitt - vidd - 1, False))
    for varde, x, ar_nu in varden:
        if varde is not None and varde.tal:
            staplar.append(_stapel(varde.tal, x, vidd, hogst, ar_nu))
        if etikett := _etikett(varde, x + vidd // 2, vidd, hogst, ar_nu, plats, par):
            ord_.append(etikett)


def _stapel(tal, x, vidd, hogst, ar_nu):
    hojd = max(2, hojden(tal, hogst))
    return Stapel(x, BAS - hojd, vidd, hojd, ar_nu)


def hojden(tal, hogst):
    """Return how high a shown number stands."""
    return round((BAS - TAK) * tal / hogst) if hogst else 0


def _etikett(varde, x, vidd, hogst, ar_nu, plats, par):
    """Return the figure over a bar; the earlier period's gives way when cramped."""
    if varde is None or varde.tal is None:
        tecken = STRECK if varde is None else STJARNA
        return Ord(x, BAS - 5, tecken, TEXT + 2, 600, "middle", DOV)
    trangt = bredd(varde.text, TEXT) > vidd + 2
    if trangt and (not ar_nu or bredd(varde.text, TEXT) > plats):
        return None
    y = BAS - (max(2, hojden(varde.tal, hogst)) if varde.tal else 0) - 5
    return Ord(x, y, varde.text, TEXT, 600 if ar_nu else 400, "middle")


def _noter(grupp, kategorier, nu, forr):
    """Return under the drawing which figures are not shown, and in what words."""
    orsaker = {}
    for period, varden in ((nu, grupp.nu), (forr, grupp.forr)):
        for kategori, varde in zip(kategorier, varden, strict=False):
            if varde is None:
                nar = orsaker.setdefault(f"{STRECK} {INGEN}", {})
            elif varde.tal is None:
                nar = orsaker.setdefault(f"{STJARNA} {varde.text}", {})
            else:
                continue
            nar.setdefault(period, []).append(kategori)
    rader = []
    for orsak, nar in orsaker.items():
        tider = "; ".join(f"{', '.join(k)} {p}" for p, k in nar.items())
        rader += radbryt(f"{orsak}: {tider}", TEXT, BREDD)
    return [
        Ord(0, BAS + 36 + NOT_RAD * nr, rad, TEXT, farg=DOV)
        for nr, rad in enumerate(rader)
    ]


def _bara_ord(grupp, titel):
    """Return a drawing of words alone, for a group without one shown figure."""
    stor, liten = _orden(grupp)
    rader = [Ord(0, 40, stor, 17)]
    rader += [
        Ord(0, 62 + NOT_RAD * nr, rad, TEXT, farg=DOV)
        for nr, rad in enumerate(radbryt(liten, TEXT, BREDD))
    ]
    return Ruta(grupp.namn, titel, BREDD, BAS + 24, BAS, ord=tuple(rader))


def _orden(grupp):
    dolda = [v.text for v in (*grupp.nu, *grupp.forr) if v is not None]
    if not dolda:
        return grupp.summa or INGEN.capitalize(), ""
    return grupp.summa or dolda[0], "Visas inte uppdelat."
