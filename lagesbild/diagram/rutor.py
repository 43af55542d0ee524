"""Small multiples: one little bar chart per environment, all on the same scale."""

from collections.abc import Sequence
from dataclasses import dataclass

from blanketter.rutin.matt import bredd, radbryt
from lagesbild.diagram import ritning
from lagesbild.diagram.former import DOV, Grupp, Ord, Ruta, Stapel, Tabell
from lagesbild.diagram.ritning import BAS, BREDD, SMA, STJARNA, STRECK, TEXT
from vbeplan.tema.for_mallar import ForMallar

STORSTA_STAPEL = 26
FLEST_RADER = 3  # of words in place of a bar
RADHOJD = 13
FLEST_SIFFROR = 6  # categories; with more, the highest and the lowest have figures


@dataclass(frozen=True, slots=True)
class Rutdiagram(ForMallar):
    """Small drawings of one matter, their legend and their table."""

    rubrik: str
    nu: str
    forr: str
    rutor: tuple[Ruta, ...]
    tabell: Tabell
    ar_linjer: bool = False
    noter: tuple[str, ...] = ()


def rutor(
    rubrik, kategorier, grupper: Sequence[Grupp], *, nu, forr="", korta=(), noter=()
):
    """Return a bar chart per group, its scale common and made of what is shown.

    `kategorier` are the words of the table («tertial 1»), `korta` those under the bars
    («T1»); `nu` and `forr` name the periods («2026»). Without `nu` the categories are
    the periods themselves, this one last. `noter`: sentences on what limits it.
    """
    korta, hogst = korta or kategorier, ritning.hogst_av(grupper)
    return Rutdiagram(
        rubrik,
        nu,
        forr,
        tuple(_ruta(g, kategorier, korta, hogst, nu, forr) for g in grupper),
        ritning.tabellen(rubrik, kategorier, grupper, nu, forr),
        noter=tuple(noter),
    )


@dataclass(frozen=True, slots=True)
class _Plats:
    """Where one bar stands: its left side, width, and the room its words have."""

    x: int
    bredd: int
    rum: int
    ar_nu: bool

    @property
    def mitt(self):
        return self.x + self.bredd // 2


def _ruta(grupp, kategorier, korta, hogst, nu, forr):
    if not ritning.visade(grupp):
        return ritning.bara_ord(grupp, kategorier, korta, nu, forr)
    par = list(_platser(grupp, len(korta), nu))
    former = {
        "staplar": tuple(
            _stapel(varde.tal, plats, hogst)
            for varde, plats in par
            if ritning.ar_visad(varde) and varde.tal
        )
    }
    trangt = len(korta) > FLEST_SIFFROR
    ord_ = [ett for v, plats in par for ett in _orden(v, plats, hogst, trangt)]
    markta = {id(v) for v, plats in par if v and not _i_rader(v, plats)}
    noter = ritning.noter(
        grupp, korta, nu, forr, bara=lambda v: v is None or id(v) in markta
    )
    if trangt:
        ord_ += ritning.ytterst(grupp.nu, [p.mitt for _, p in par if p.ar_nu], hogst)
    return ritning.ruta(grupp, kategorier, korta, nu, forr, ord_, noter, **former)


def _platser(grupp, antal, nu):
    """Return (value, its place), the earlier period's bar to the left of this one's."""
    rum = BREDD / antal
    delar = 2 if grupp.forr else 1
    vidd = min(STORSTA_STAPEL, int((rum - 6) / delar))
    for nr in range(antal):
        mitt = round(rum * (nr + 0.5))
        if grupp.forr:
            yield grupp.forr[nr], _Plats(mitt - vidd - 1, vidd, vidd + 6, False)
            yield grupp.nu[nr], _Plats(mitt + 1, vidd, vidd + 6, True)
        else:
            ar_nu = bool(nu) or nr == antal - 1
            yield grupp.nu[nr], _Plats(mitt - vidd // 2, vidd, int(rum) - 6, ar_nu)


def _stapel(tal, plats, hogst):
    hojd = ritning.hojden(tal, hogst)
    return Stapel(plats.x, BAS - hojd, plats.bredd, hojd, plats.ar_nu)


def _i_rader(varde, plats):
    """Return a hidden figure's words in lines as wide as its room, or none."""
    rader = radbryt(varde.text, SMA, plats.rum)
    hela = "".join(rader).replace(" ", "") == varde.text.replace(" ", "")
    ord_ = set(varde.text.split())
    delade = any(ett not in ord_ for rad in rader for ett in rad.split())
    return rader if hela and not delade and len(rader) <= FLEST_RADER else []


def _orden(varde, plats, hogst, trangt):
    """Return what stands over a bar, or in its place: always at the same height."""
    if varde is None:
        return [Ord(plats.mitt, BAS - 5, STRECK, TEXT, 400, "middle", DOV)]
    if varde.tal is None:
        rader = _i_rader(varde, plats)
        if not rader:
            return [Ord(plats.mitt, BAS - 2, STJARNA, TEXT + 4, 600, "middle", DOV)]
        forst = BAS - 5 - RADHOJD * (len(rader) - 1)
        return [
            Ord(plats.mitt, forst + RADHOJD * nr, rad, SMA, 400, "middle", DOV)
            for nr, rad in enumerate(rader)
        ]
    if trangt or bredd(varde.text, TEXT) > plats.rum:
        return []  # the table has it
    y = BAS - ritning.hojden(varde.tal, hogst) - 5
    vikt = 600 if plats.ar_nu else 400
    return [Ord(plats.mitt, y, varde.text, TEXT, vikt, "middle")]
