"""What would happen if a deed were undone, or an old version fetched back.

Reads only; `handlingar.tillbaka` does it. Nothing here depends on that the deed is the
latest: what others have changed since stays as they left it where it can.
"""

from dataclasses import dataclass, replace

from aktiviteter.historia.ordning import lagg_tillbaka
from aktiviteter.historia.senaste import namn_ur, senaste
from aktiviteter.models import Handlingsplan, Version
from vbeplan.text.sammanfoga import MIN, sammanfoga, satt_ihop

Slag = Version.Slag
OVER = {Slag.AVSNITT: "overordnat_id", Slag.AKTIVITET: "avsnitt_id"}
RIKA = {"text", "beskrivning"}
EJ_ORD = {"anmarkningar", "text_ar"}
HEL_PLAN = (
    "Det här är planens början och går inte att ångra. Hela planen tar du bort under "
    "Titel och dokumentruta."
)
INGEN_ALDRE = "Det finns ingen äldre version att gå tillbaka till."
REVIDERINGENS_BORJAN = (
    "Det här är revideringens början och går inte att ångra. Besluten om aktiviteterna "
    "går alltid att ändra."
)
BORTTAGET_SEDAN = (
    "är borttaget sedan dess. Hämta tillbaka det först, under Borttaget i planen."
)


@dataclass(frozen=True, slots=True)
class Steg:
    """One thing's way: from its content now to what it becomes; None is «not there».

    `nummer` is its version now, `senare` that somebody has changed it after the deed.
    """

    slag: str
    objekt_id: int
    nummer: int
    nu: dict | None
    sedan: dict | None
    senare: bool = False

    @property
    def namn(self):
        return namn_ur(self.slag, self.sedan or self.nu)


@dataclass(frozen=True, slots=True)
class Tillbaka:
    """All of it: the steps, the plan's order afterwards (None: as it is).

    `hinder` says why it can't be done, or ""; `sett` names what was seen, so that a
    change that nobody saw is not written over.
    """

    steg: tuple[Steg, ...]
    ordning: dict | None
    hinder: str
    sett: str

    @property
    def senare(self):
        return any(ett.senare for ett in self.steg)

    @property
    def gor_nagot(self):
        return bool(self.steg or self.ordning)


def angring(andring):
    """Return what undoing a deed would do, as `Tillbaka`."""
    plan = andring.plan
    egna = {(v.slag, v.objekt_id): v for v in andring.versioner.all()}
    forst = min((v.pk for v in egna.values()), default=0)
    fore, nu = senaste(plan, fore=forst, objekt=egna), senaste(plan)
    planen, ordningen = (Slag.PLAN, plan.pk), (Slag.ORDNING, plan.pk)
    if planen in egna and planen not in fore:
        hinder = HEL_PLAN
    elif any(s == Slag.REVIDERING and v.nummer == 1 for (s, _), v in egna.items()):
        hinder = REVIDERINGENS_BORJAN
    elif egna.keys() <= {ordningen} and ordningen not in fore:
        hinder = INGEN_ALDRE
    else:
        hinder = ""
    steg = {}
    for nyckel, version in egna.items():
        if nyckel != ordningen and not hinder:
            ett, hinder = _ett_steg(fore.get(nyckel), version, nu[nyckel])
            steg |= {nyckel: ett} if ett else {}
    return _tillbaka(plan, steg, nu, hinder, _ordning(plan, egna, fore))


def aterstallning(version):
    """Return what fetching back a version would do; the thing may be gone."""
    plan = version.andring.plan
    nu = senaste(plan)
    nyckel = version.slag, version.objekt_id
    finns = nu[nyckel]
    levande = None if finns.borttagen else finns.innehall
    steg = {}
    if levande is None or _skillnad(levande, version.innehall):
        steg[nyckel] = _steg(finns, version.innehall)
    return _tillbaka(plan, steg, nu, "", None)


def aterkomst(plan, versioner):
    """Return what fetching back removed things would do, each to where it stood.

    `versioner` are those of their removal. What has come back meanwhile is left out.
    """
    nu = senaste(plan)
    borta = {(v.slag, v.objekt_id): v for v in versioner}
    steg = {n: _steg(nu[n], v.innehall) for n, v in borta.items() if nu[n].borttagen}
    forst = min((v.pk for v in versioner), default=0)
    ordningen = Slag.ORDNING, plan.pk
    fore = senaste(plan, fore=forst, objekt=[ordningen]).get(ordningen)
    if not (steg and fore):
        return _tillbaka(plan, steg, nu, "", None)
    fore = fore.innehall
    kommer = {pk for _, pk in steg}
    utan = {
        "avsnitt": fore["avsnitt"],
        "aktiviteter": [rad for rad in fore["aktiviteter"] if rad[0] not in kommer],
    }
    return _tillbaka(plan, steg, nu, "", (fore, utan))


def _ett_steg(fore, version, nu):
    """Return (what happens to one thing or None, what hinders it or "")."""
    if version.borttagen:  # the deed took it away
        return (_steg(nu, version.innehall) if nu.borttagen else None), ""
    if fore is None and version.nummer > 1:
        return None, INGEN_ALDRE
    if fore is None or fore.borttagen:  # the deed brought it
        if nu.borttagen:
            return None, ""
        return _steg(nu, None, senare=_skillnad(nu.innehall, version.innehall)), ""
    if nu.borttagen:
        return None, f"{namn_ur(nu.slag, nu.innehall)} {BORTTAGET_SEDAN}"
    sedan = _utan_andringen(fore.innehall, version.innehall, nu.innehall)
    if not _skillnad(sedan, nu.innehall):
        return None, ""
    return _steg(nu, sedan, senare=_skillnad(nu.innehall, version.innehall)), ""


def _steg(nu, sedan, *, senare=False):
    levande = None if nu.borttagen else nu.innehall
    return Steg(nu.slag, nu.objekt_id, nu.nummer, levande, sedan, bool(senare))


def _utan_andringen(fore, efter, nu):
    """Return `nu` with what the deed changed as it was before.

    In a text that others have gone on with, paragraph by paragraph; in one that both
    the deed and somebody later changed, the old words come back.
    """
    ut = dict(nu)
    if "text_ar" in fore and not _skillnad(nu, efter):
        ut["text_ar"] = fore["text_ar"]
    for falt in _skillnad(fore, efter):
        if falt not in fore:  # the activity answered no finding
            ut.pop(falt, None)
            continue
        ut[falt] = fore[falt]
        if falt in RIKA and nu[falt] != efter[falt]:
            delar = sammanfoga(efter[falt], fore[falt], nu[falt])
            ut[falt] = satt_ihop(delar, [MIN] * len(delar))
    return ut


def _skillnad(ena, andra):
    """Return the fields that differ."""
    return {
        falt
        for falt in ena.keys() | andra.keys()
        if falt not in EJ_ORD and ena.get(falt) != andra.get(falt)
    }


def _ordning(plan, egna, fore):
    """Return the order before and after the deed, None when it did not change it."""
    nyckel = Slag.ORDNING, plan.pk
    if nyckel not in egna or nyckel not in fore:
        return None
    return fore[nyckel].innehall, egna[nyckel].innehall


def _tillbaka(plan, steg, nu, hinder, ordning):
    steg = _med_allt_under(_med_kapitel(steg, nu), nu)
    steg = {nyckel: _pa_plats(ett, steg, nu) for nyckel, ett in steg.items()}
    sett = max((nu[nyckel].pk for nyckel in steg), default=0)
    hinder = hinder or _upptaget_ar(plan, steg)
    if ordning:
        ordning = _ny_ordning(nu[Slag.ORDNING, plan.pk], *ordning, steg)
        sett = max(sett, nu[Slag.ORDNING, plan.pk].pk)
    return Tillbaka(tuple(steg.values()), ordning, hinder, f"{sett}-{len(steg)}")


def _ny_ordning(nu, fore, efter, steg):
    """Return the order with the deed's moves taken back, None when it is the same.

    Things that come back are given their old place, so they count as there already.
    """
    kommer = {(s.slag, s.objekt_id) for s in steg.values() if s.nu is None}
    med = {}
    for slag, vad in (("avsnitt", Slag.AVSNITT), ("aktiviteter", Slag.AKTIVITET)):
        nya = [rad for rad in fore[slag] if (vad, rad[0]) in kommer]
        med[slag] = nu.innehall[slag] + nya
    sedan = lagg_tillbaka(fore, efter, med)
    return sedan if sedan != nu.innehall else None


def _med_kapitel(steg, nu):
    """Let a thing that comes back bring the chapter it stood in, if that is gone."""
    steg = dict(steg)
    vantar = [s for s in steg.values() if s.nu is None]
    while vantar:
        ett = vantar.pop()
        over = (Slag.AVSNITT, ett.sedan[OVER[ett.slag]])
        if over not in steg and over in nu and nu[over].borttagen:
            steg[over] = _steg(nu[over], nu[over].innehall)
            vantar.append(steg[over])
    return steg


def _pa_plats(ett, steg, nu):
    """Return a step with a chapter that there is room in: one level deep, no deeper.

    What it should stand under may be gone, or have moved under another one since.
    """
    falt = OVER.get(ett.slag)
    if ett.sedan is None or falt is None:
        return ett
    over = ett.sedan[falt]
    if ett.slag == Slag.AVSNITT and over is not None:
        over = _som_kapitel(ett, _levande(over, steg, nu), over, nu)
    elif ett.slag == Slag.AKTIVITET and _levande(over, steg, nu) is None:
        over = ett.nu[falt]
    return replace(ett, sedan=ett.sedan | {falt: over})


def _levande(pk, steg, nu):
    """Return a chapter's content as it will be, None when it is not there."""
    nyckel = Slag.AVSNITT, pk
    if nyckel in steg:
        return steg[nyckel].sedan
    version = nu.get(nyckel)
    return version.innehall if version and not version.borttagen else None


def _som_kapitel(ett, kapitel, over, nu):
    """Return what a section may stand under: the chapter, its own, or nothing."""
    egna_delar = any(
        v.slag == Slag.AVSNITT
        and not v.borttagen
        and v.innehall["overordnat_id"] == ett.objekt_id
        for v in nu.values()
    )
    if kapitel is None or egna_delar:
        return ett.nu["overordnat_id"] if ett.nu else None
    return kapitel["overordnat_id"] or over


def _med_allt_under(steg, nu):
    """Let a chapter that goes take with it all that stands in it by now."""
    gar = {nyckel for nyckel, s in steg.items() if s.sedan is None}
    if not any(slag == Slag.AVSNITT for slag, _ in gar):
        return steg
    steg = dict(steg)
    for slag in (Slag.AVSNITT, Slag.AKTIVITET):  # sections first, then what is in them
        for nyckel, version in nu.items():
            if nyckel[0] != slag or version.borttagen or nyckel in gar:
                continue
            if (Slag.AVSNITT, version.innehall[OVER[slag]]) in gar:
                steg[nyckel] = _steg(version, None, senare=True)
                gar.add(nyckel)
    return steg


def _upptaget_ar(plan, steg):
    ett = steg.get((Slag.PLAN, plan.pk))
    if not ett or ett.sedan["ar"] == plan.ar:
        return ""
    arets = Handlingsplan.objects.filter(namnd=plan.namnd_id, ar=ett.sedan["ar"])
    if not arets.exists():
        return ""
    return (
        f"Nämnden har en annan plan för {ett.sedan['ar']}, så planens år kan inte bli "
        "det igen."
    )
