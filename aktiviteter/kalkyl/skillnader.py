"""Read: what a filled-in workbook would change in a plan as it is now."""

import hashlib
import json
import re
from dataclasses import dataclass

from aktiviteter.historia import innehall
from aktiviteter.kalkyl.cell import Cellasare, cellord, lika
from aktiviteter.kalkyl.kolumner import (
    KOLUMNER,
    NUMMER,
    NYCKEL,
    CellFel,
    celler,
    las_ansvariga,
)
from aktiviteter.models import Version
from vbeplan.text.jamfor import jamfor_ord
from vbeplan.text.svenska import normalisera

# Some programs take the key for a number and give it back with a comma.
_NYCKEL = re.compile(r"([0-9]{1,15})[.,]([0-9]{1,8})")
ANNAN_PLAN = (
    "Arbetsboken hör till en annan plan. Öppna den planen och ta in filen där, eller "
    "hämta en ny arbetsbok här."
)


@dataclass(frozen=True, slots=True)
class Byte:
    """One cell that differs. `krock` is how it was changed in the plan meanwhile."""

    val: str
    rubrik: str
    falt: str
    fore: str
    efter: str
    krock: bool

    @property
    def markerat(self):
        return jamfor_ord(self.fore, self.efter)


@dataclass(frozen=True, slots=True)
class Andradrad:
    """An activity whose row differs; what of it can't be read stands in `fel`."""

    pk: int
    version: int
    namn: str
    byten: tuple[Byte, ...]
    fel: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nyrad:
    """A row without an activity. `hinder` when it can't become one."""

    val: str
    rad: int
    varden: tuple[tuple[str, str, str], ...]  # (field, heading, words)
    fel: tuple[str, ...]
    not_: str
    fanns: bool = False  # it looks like one that the plan has, or had

    @property
    def titel(self):
        return {falt: ord_ for falt, _, ord_ in self.varden}.get("titel", "")

    @property
    def hinder(self):
        falten = {falt for falt, _, _ in self.varden}
        saknas = [n for f, n in (("titel", "Aktivitet"), ("avsnitt", "Kapitel"))
                  if f not in falten]  # fmt: skip
        if saknas:
            return f"Fyll i {' och '.join(saknas)} på raden och ta in filen igen."
        return ""


@dataclass(frozen=True, slots=True)
class Saknadrad:
    """An activity that has no row in the file."""

    val: str
    pk: int
    namn: str


@dataclass(frozen=True, slots=True)
class Skillnader:
    """All of it; `lika` counts the rows that say what the plan says."""

    andrade: tuple[Andradrad, ...]
    nya: tuple[Nyrad, ...]
    saknade: tuple[Saknadrad, ...]
    lika: int
    fel: str = ""
    olasta: tuple[str, ...] = ()  # headings in the file that are none of ours
    utan: tuple[str, ...] = ()  # our headings that the file lacks

    @property
    def sett(self):
        """Return a name of just these differences, so that others are not approved."""
        rader = [
            [(r.pk, r.version, [(b.falt, b.efter) for b in r.byten], r.fel)
             for r in self.andrade],
            [(r.rad, r.varden) for r in self.nya],
            [r.pk for r in self.saknade],
        ]  # fmt: skip
        return hashlib.sha256(json.dumps(rader).encode()).hexdigest()[:32]

    @property
    def tomda(self):
        """Return how many cells the file has emptied."""
        return sum(not b.efter for rad in self.andrade for b in rad.byten)

    @property
    def rollnamn(self):
        """Return the names of all roles that stand in changed and new rows."""
        celler = [b.efter for r in self.andrade for b in r.byten
                  if b.falt == "ansvariga"]  # fmt: skip
        celler += [o for r in self.nya for falt, _, o in r.varden
                   if falt == "ansvariga"]  # fmt: skip
        namn = [n for cell in celler for n, _ in las_ansvariga(cell)]
        return list({normalisera(n): n for n in namn}.values())

    @property
    def nagot(self):
        return bool(self.andrade or self.nya or self.saknade)


def kapitelord(plan):
    """Return each chapter's words by its id, "4.1 Rubrik", in reading order."""
    rader = plan.avsnitt.defer("text").i_lasordning()
    return {a.pk: f"{a.nummer} {a.rubrik}" for a in rader}


def skillnader(plan, rader):
    """Return how rows, read by `las_arbetsbok`, differ from the plan's activities."""
    kapitel = kapitelord(plan)
    aktiviteter = plan.aktiviteter.order_by("ordning", "pk").med_ansvar()
    par, nya = _para(aktiviteter, rader)
    if not par and any(_nyckel(rad) for rad in rader):
        return Skillnader((), (), (), 0, fel=ANNAN_PLAN)
    ursprung = _ursprung(par, kapitel)
    lasare = Cellasare(kapitel)
    andrade = [
        _andrad(aktivitet, rad, ursprung.get(aktivitet.pk), kapitel, lasare)
        for aktivitet, rad in par
    ]
    titlar = {normalisera(a.titel) for a in aktiviteter}
    finns = {aktivitet.pk for aktivitet, _ in par}
    saknade = [
        Saknadrad(f"bort:{a.pk}", a.pk, str(a))
        for a in aktiviteter
        if a.pk not in finns
    ]
    andrade = [rad for rad in andrade if rad.byten or rad.fel]
    return Skillnader(
        andrade=tuple(andrade),
        nya=tuple(_ny(rad, not_, lasare, titlar) for rad, not_ in nya),
        saknade=tuple(saknade),
        lika=len(par) - len(andrade),
        olasta=_olasta(rader),
        utan=tuple(k.rubrik for k in KOLUMNER if k.rubrik.casefold() not in rader[0]),
    )


def _olasta(rader):
    kanda = {NYCKEL.casefold(), NUMMER.casefold(), "rad"}
    kanda |= {kol.rubrik.casefold() for kol in KOLUMNER}
    return tuple(r.capitalize() for r in rader[0] if r not in kanda)


def _nyckel(rad):
    """Return (id, version) of a row's hidden key, or None."""
    traff = _NYCKEL.fullmatch(rad.get(NYCKEL.casefold(), ""))
    return traff and (int(traff[1]), int(traff[2]))


def _para(aktiviteter, rader):
    """Return ([(activity, row)], [(row without one, why)])."""
    per_pk = {a.pk: a for a in aktiviteter}
    per_nummer = {str(a.nummer): a for a in aktiviteter}
    par, nya, tagna = [], [], set()
    # A copied row has its original's key: the one that still has its title goes first.
    for rad in sorted(rader, key=lambda rad: not _har_sin_titel(rad, per_pk)):
        nyckel = _nyckel(rad)
        nummer = rad.get(NUMMER.casefold(), "").rstrip(".")
        if nyckel and not _har_ord(rad):
            continue  # emptied instead of removed: it is missing, not full of blanks
        aktivitet = per_pk.get(nyckel[0]) if nyckel else per_nummer.get(nummer)
        if aktivitet is None:
            nya.append((rad, _utan_aktivitet(nummer, nyckel and nummer in per_nummer)))
        elif aktivitet.pk in tagna:
            nya.append((rad, f"En rad till med nummer {aktivitet.nummer}."))
        else:
            tagna.add(aktivitet.pk)
            par.append((aktivitet, rad))
    par.sort(key=lambda ett: ett[1].get("rad", 0))
    nya.sort(key=lambda ett: ett[0].get("rad", 0))
    return par, [(rad, not_) for rad, not_ in nya if _har_ord(rad)]


def _har_sin_titel(rad, per_pk):
    nyckel = _nyckel(rad)
    aktivitet = per_pk.get(nyckel[0]) if nyckel else None
    titel = rad.get("aktivitet", "")
    return aktivitet is not None and normalisera(titel) == normalisera(aktivitet.titel)


def _utan_aktivitet(nummer, i_annan_plan):
    if i_annan_plan:
        return f"Raden kommer ur en annan plan. Den här planen har redan {nummer}."
    return f"Planen har ingen aktivitet {nummer}." if nummer else ""


def _har_ord(rad):
    return any(rad.get(kol.rubrik.casefold()) for kol in KOLUMNER)


def _ursprung(par, kapitel):
    """Return the cells of each activity as they were when the file was fetched."""
    onskade = {}
    for aktivitet, rad in par:
        nyckel = _nyckel(rad)
        if nyckel and nyckel[1] != aktivitet.version:
            onskade[aktivitet.pk] = nyckel[1]
    rader = Version.objects.filter(
        slag=Version.Slag.AKTIVITET,
        objekt_id__in=onskade,
        nummer__in=set(onskade.values()),
    )
    return {
        version.objekt_id: celler(version.innehall, kapitel)
        for version in rader
        if onskade[version.objekt_id] == version.nummer
    }


def _andrad(aktivitet, rad, ursprung, kapitel, lasare):
    nu = celler(innehall(aktivitet), kapitel)
    byten, fel = [], []
    for kol in KOLUMNER:
        if cellord(rad, kol) == nu[kol.falt]:
            continue
        try:
            efter = lasare.las(kol, rad)
        except CellFel as orsak:
            fel.append(f"{kol.rubrik}: {orsak}")
            continue
        fore = nu[kol.falt]
        if efter is None or lika(kol, fore, efter):
            continue
        da = fore if ursprung is None else ursprung[kol.falt]
        if lika(kol, da, efter):
            continue  # only the plan has changed
        val = f"{aktivitet.pk}:{kol.falt}"
        krock = not lika(kol, da, fore)
        byten.append(Byte(val, kol.rubrik, kol.falt, fore, efter, krock))
    return Andradrad(
        aktivitet.pk, aktivitet.version, str(aktivitet), tuple(byten), tuple(fel)
    )


def _ny(rad, not_, lasare, titlar):
    varden, fel = [], []
    for kol in KOLUMNER:
        try:
            ord_ = lasare.las(kol, rad)
        except CellFel as orsak:
            fel.append(f"{kol.rubrik}: {orsak}")
            continue
        if ord_:
            varden.append((kol.falt, kol.rubrik, ord_))
    fanns = bool(_nyckel(rad)) and not not_.startswith("En rad till")
    if normalisera(rad.get("aktivitet", "")) in titlar:
        fanns, not_ = True, f"{not_} Planen har en aktivitet med samma titel.".strip()
    val = f"ny:{rad['rad']}"
    return Nyrad(val, rad["rad"], tuple(varden), tuple(fel), not_, fanns)
