"""The series of a board: made by name, listed with what came when."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min, Sum

from lagesbild.models import Kallart, Manadstal, Serie

_ARTER = (
    (Kallart.KLOTTER, r"klotter|klister|graffit|saner"),
    (Kallart.IA, r"\bia\b|avvik|tillbud|incident|stella|lisa"),
    (Kallart.POLIS, r"polis|brott|anmäl|brå\b"),
    (Kallart.NAMNDER, r"nämnd"),
)
ARTER = tuple((a.value, a.label) for a in (*(a for a, _ in _ARTER), Kallart.ANNAT))
_RAKNAR = {
    Kallart.KLOTTER: "ärenden",
    Kallart.IA: "avvikelser",
    Kallart.POLIS: "anmälningar",
}


def ny_serie(namnd, namn):
    """Return an unsaved series; what kind it is by the words of its name."""
    namn = " ".join(namn.split())[:120]
    art = gissad_art(namn)
    return Serie(
        namnd=namnd,
        namn=namn,
        art=art,
        raknar=_RAKNAR.get(art, "händelser"),
        beror_pa_personal=art == Kallart.IA,
    )


def gissad_art(namn):
    for art, monster in _ARTER:
        if re.search(monster, namn, re.IGNORECASE):
            return art
    return Kallart.ANNAT


def serier_med_lage(rader):
    """Return series with `antal`, `forsta` and `sista`, the first and last month."""
    return rader.annotate(
        antal=Sum("tal__antal"),
        forsta=Min("tal__manad"),
        sista=Max("tal__manad"),
    )


@dataclass(frozen=True)
class Arsrad:
    """A year's raw numbers: twelve months, None for one that no file covers."""

    ar: int
    manader: tuple
    summa: int


@dataclass(frozen=True)
class Siffror:
    """A series' raw numbers, year by year, for its coordinator alone."""

    ar: tuple
    har_hela_ar: bool
    manader: tuple = tuple("jan feb mar apr maj jun jul aug sep okt nov dec".split())


def siffror(serie):
    """Return the Siffror of a series, the newest year first."""
    tal = serie.tal.values_list("manad", "precision").annotate(Sum("antal"))
    per, hela = {}, {}
    for manad, precision, antal in tal.order_by():
        samling = per if precision == Manadstal.Precision.MANAD else hela
        nyckel = manad if samling is per else manad.year
        samling[nyckel] = samling.get(nyckel, 0) + antal
    tackta = {m for i in serie.importer.all() for m in _manader(i.fran, i.till)}
    aren = sorted({m.year for m in (*per, *tackta)} | set(hela), reverse=True)
    rader = [_arsrad(ar, per, hela, tackta) for ar in aren]
    return Siffror(tuple(rader), bool(hela))


def _arsrad(ar, per, hela, tackta):
    dagar = [date(ar, m, 1) for m in range(1, 13)]
    # A month that a file covers without any number is nought, unless only the year is.
    manader = [per.get(d, 0 if d in tackta and ar not in hela else None) for d in dagar]
    summa = sum(n or 0 for n in manader) + hela.get(ar, 0)
    return Arsrad(ar, tuple(manader), summa)


def _manader(fran, till):
    forsta, sista = fran.year * 12 + fran.month - 1, till.year * 12 + till.month - 1
    return [date(nr // 12, nr % 12 + 1, 1) for nr in range(forsta, sista + 1)]
