"""Spells of time: ranges and lists of units, and the days that they cover."""

from datetime import date, timedelta
from typing import NamedTuple

from . import kalender
from .datum import Punkt, helt_ar, kort_ar, las_manad_dag
from .kalender import FinnsInteError
from .lexem import Lexem
from .tidpunkt import hoppa, las_punkt
from .varden import Precision

Par = tuple[Punkt, Punkt | None]
_LISTA = {"OCH", "skilje", "sned"}
_FOGAR = {"streck", "TILL", "OCH", "skilje"}
_RAKNAS = {"ord", "RADORD", "KANAL"}
_MAX_I_RAD = 12
_ARVS = {"vecka", "kvartal", "tertial", "halvar"}
_ORDNING = list(Precision)
_PRECISION = {
    "manadsvecka": Precision.DAG,
    "manadsskifte": Precision.DAG,
    "skifte": Precision.MANAD,
    "lasar": Precision.MANAD,
    "arpar": Precision.AR,
    "mandatperiod": Precision.AR,
}


class Dagar(NamedTuple):
    """The days a spell covers.

    ``grans`` is the first day after a turn or an end of the year, ``omfang`` whether
    both ends were written.
    """

    start: date
    slut: date
    precision: Precision
    grans: date | None = None
    omfang: bool = False

    @property
    def forsta(self) -> date:
        """The day that «from» this spell means."""
        return self.grans or self.start

    @property
    def sista(self) -> date:
        """The day that «until» this spell means."""
        return self.grans - timedelta(days=1) if self.grans else self.slut


def las_spann(rad: list[Lexem], i: int, ar: int) -> tuple[Par, int] | None:
    """A unit or a range of units at ``i``: ((from, to or None), next) or None."""
    if rad[i].klass == "MELLAN":
        return _mellan(rad, i, ar)
    traff = las_punkt(rad, i, ar)
    if traff is None:
        return _bara_dag(rad, i, ar)
    forsta, i = traff
    if rad[i].klass in ("streck", "TILL"):
        andra = _andra(rad, hoppa(rad, i + 1), forsta, ar)
        if andra:
            return (forsta, andra[0]), andra[1]
    return (forsta, None), i


def _mellan(rad: list[Lexem], i: int, ar: int) -> tuple[Par, int] | None:
    traff = las_punkt(rad, hoppa(rad, i + 1), ar)
    if traff is None:
        return _bara_dag(rad, hoppa(rad, i + 1), ar, och=True)
    if rad[traff[1]].klass not in ("OCH", "streck"):
        return (traff[0], None), traff[1]
    andra = _andra(rad, hoppa(rad, traff[1] + 1), traff[0], ar)
    return ((traff[0], andra[0]), andra[1]) if andra else ((traff[0], None), traff[1])


def _andra(
    rad: list[Lexem], i: int, forsta: Punkt, ar: int
) -> tuple[Punkt, int] | None:
    """The far end of a range; a bare number continues the first one's unit."""
    if rad[i].klass == "tal" and len(rad[i].varde) <= 2:
        if forsta.slag == "dag" and (traff := las_manad_dag(rad, i, forsta)):
            return traff
        if forsta.slag in _ARVS:
            return _arv(rad, i, forsta, ar)
        if forsta.slag == "ar" and len(rad[i].varde) == 2 and rad[i].lim:
            aret = kort_ar(rad[i].varde, ar)
            return Punkt("ar", aret, aret, rad[i].a, rad[i].b), i + 1
    return las_punkt(rad, i, ar)


def _arv(rad: list[Lexem], i: int, forsta: Punkt, ar: int) -> tuple[Punkt, int] | None:
    if traff := las_punkt(rad, i, ar):
        return traff
    punkt = Punkt(forsta.slag, int(rad[i].varde), None, rad[i].a, rad[i].b)
    j = i + 2 if rad[i + 1].klass == "skilje" else i + 1
    aret = helt_ar(rad[j])
    if aret is None:
        return punkt, i + 1
    return punkt._replace(ar=aret, b=rad[j].b), j + 1


def _bara_dag(
    rad: list[Lexem], i: int, ar: int, *, och: bool = False
) -> tuple[Par, int] | None:
    """«1–15 september», «3, 10 och 17/9»: the month stands at the far end only.

    With ``och`` the word «och» joins the ends of one range («mellan 1 och 15 maj»).
    """
    if i and rad[i - 1].klass in _RAKNAS:
        return None  # «steg 1, 3 mars»: the number counts something else
    traff = _dag_langre_fram(rad, i, ar)
    if traff is None:
        return None
    q = traff[0]
    p = Punkt("dag", (q.n[0], int(rad[i].varde)), q.ar, rad[i].a, rad[i].b)
    if rad[i + 1].klass in ("streck", "TILL") or och:
        if andra := las_punkt(rad, hoppa(rad, i + 2), ar):
            return (p, andra[0]), andra[1]
        return None
    return (p, None), i + 1


def _dag_langre_fram(rad: list[Lexem], i: int, ar: int) -> tuple[Punkt, int] | None:
    for _ in range(_MAX_I_RAD):
        if not _kort_tal(rad[i]) or rad[i + 1].klass not in _FOGAR:
            return None
        i = hoppa(rad, i + 2)
        traff = las_punkt(rad, i, ar) if _kort_tal(rad[i]) else None
        if traff:
            dagforst = traff[0].slag == "dag" and rad[i + 1].klass != "streck"
            return traff if dagforst else None
    return None


def _kort_tal(lexem: Lexem) -> bool:
    return lexem.klass == "tal" and len(lexem.varde) <= 2


def las_lista(rad: list[Lexem], i: int, ar: int) -> tuple[list[Par], int] | None:
    """Spells joined by «och», commas or slashes: (pairs, next position) or None."""
    traff = las_spann(rad, i, ar)
    if traff is None:
        return None
    par, i = [traff[0]], traff[1]
    while rad[i].klass in _LISTA and rad[i].varde != ".":
        nasta = _nasta_i_lista(rad, i, par[-1], ar)
        if nasta is None:
            break
        par.append(nasta[0])
        i = nasta[1]
    return par, i


def _nasta_i_lista(
    rad: list[Lexem], i: int, forra: Par, ar: int
) -> tuple[Par, int] | None:
    j = hoppa(rad, i + 2 if rad[i + 1].klass == "OCH" else i + 1)
    if traff := las_spann(rad, j, ar):
        return traff
    punkt = forra[1] or forra[0]
    if rad[j].klass == "tal" and len(rad[j].varde) <= 2 and punkt.slag in _ARVS:
        forsta, k = _arv(rad, j, punkt, ar)
        if rad[k].klass == "streck" and (andra := _andra(rad, k + 1, forsta, ar)):
            return (forsta, andra[0]), andra[1]
        return (forsta, None), k
    return None


def med_ar(lista: list[Par], ar: int) -> list[tuple[Par, int]]:
    """Each spell of a list with the year to use where its own is not written."""
    resultat = []
    for plats, par in enumerate(lista):
        efter = (_skrivet_ar(p) for p in lista[plats + 1 :] if p[0].slag != "ar")
        fore = (_skrivet_ar(p) for p in reversed(lista[:plats]) if p[0].slag != "ar")
        granne = next((a for a in efter if a), None) or next(
            (a for a in fore if a), None
        )
        resultat.append((par, granne or ar))
    return resultat


def _skrivet_ar(par: Par) -> int | None:
    return par[0].ar or (par[1].ar if par[1] else None)


def dagarna(par: Par, ar: int, bas: str) -> Dagar:
    """The days of a spell; FinnsInteError when it is impossible or runs backwards."""
    forsta, sista = par
    if sista is None:
        return _dagar(forsta, forsta.ar or ar, bas)
    ar1 = forsta.ar or sista.ar or ar
    ar2 = sista.ar or forsta.ar or ar
    d1, d2 = _dagar(forsta, ar1, bas), _dagar(sista, ar2, bas)
    if d1.start > d2.slut and not (forsta.ar and sista.ar):
        d1, d2 = _over_nyar(par, (ar1, ar2), (d1, d2), bas)
    if d1.start > d2.slut:
        raise _baklanges(par, bas)
    precision = min(d1.precision, d2.precision, key=_ORDNING.index)
    return Dagar(d1.forsta, d2.sista, precision, omfang=True)


def _over_nyar(
    par: Par, aren: tuple[int, int], dagar: tuple[Dagar, Dagar], bas: str
) -> tuple[Dagar, Dagar]:
    """«november–februari» runs over New Year; «maj–mars» does not and is backwards."""
    d1, d2 = dagar
    if d1.start.month < 6 or d2.slut.month > 6:
        return d1, d2
    if par[1].ar:
        return _dagar(par[0], aren[0] - 1, bas), d2
    return d1, _dagar(par[1], aren[1] + 1, bas)


def _baklanges(par: Par, bas: str) -> FinnsInteError:
    """A range that ends before it begins; the ends in the other order may be meant."""
    p, q = par
    forsta, sista = bas[p.a : p.b], bas[q.a : q.b]
    halvt = (p.slag == "dag" and forsta.isdigit()) or (
        q.slag in _ARVS and sista[0].isdigit()
    )
    omvant = "" if halvt else sista + bas[p.b : q.a] + forsta
    fel = FinnsInteError(f"Slutet ({sista}) ligger före början ({forsta}).", omvant)
    fel.a, fel.b = p.a, q.b
    return fel


def _dagar(punkt: Punkt, ar: int, bas: str) -> Dagar:
    try:
        start, slut = _hela(punkt, ar, bas)
    except FinnsInteError as fel:
        fel.a, fel.b = punkt.a, punkt.b
        raise
    grans = None
    if punkt.slag == "skifte":
        grans = date(ar + 1, 1, 1)
    elif punkt.slag == "manadsskifte":
        grans = kalender.sista_dag(ar, punkt.n) + timedelta(days=1)
    precision = _precision(punkt)
    if punkt.delen == "utgang":
        return Dagar(slut, slut, Precision.DAG, slut + timedelta(days=1))
    if punkt.delen:
        start, slut = kalender.andel(start, slut, punkt.delen)
        precision = (
            Precision.DAG if start.day != 1 or slut.day < 28 else Precision.MANAD
        )
    return Dagar(start, slut, precision, grans)


def _precision(punkt: Punkt) -> Precision:
    if punkt.slag == "lov":
        return Precision.VECKA if punkt.n == "host" else Precision.MANAD
    return _PRECISION.get(punkt.slag) or Precision(punkt.slag)


def _hela(punkt: Punkt, ar: int, bas: str) -> tuple[date, date]:
    slag, n = punkt.slag, punkt.n
    if slag == "dag":
        ordet = bas[punkt.a : punkt.b]
        if n[1] == -1:  # «sista mars»
            sista = kalender.sista_dag(ar, n[0])
            return sista, sista
        if n == (2, 29) and not punkt.ar:
            ordet = f"{ordet} {ar}"
        return kalender.dag(ar, *n, ordet)
    if slag == "ar":
        return date(ar, 1, 1), date(ar, 12, 31)
    if slag in _ARVS and slag != "vecka":
        return kalender.arsdel(slag, ar, n)
    return _OVRIGA[slag](ar, n)


def _manadsvecka(ar: int, n: tuple[int, int]) -> tuple[date, date]:
    manad, nummer = n
    sista = kalender.sista_dag(ar, manad)
    if nummer == -1:
        return sista - timedelta(days=6), sista
    if nummer > 4:
        raise FinnsInteError(f"Vecka nummer {nummer} i månaden finns inte.")
    return date(ar, manad, 7 * nummer - 6), date(ar, manad, 7 * nummer)


def _manadsskifte(ar: int, n: int) -> tuple[date, date]:
    sista = kalender.sista_dag(ar, n)
    return sista - timedelta(days=6), sista + timedelta(days=7)


_OVRIGA = {
    "vecka": kalender.vecka,
    "manad": kalender.manad,
    "arstid": kalender.arstid,
    "termin": kalender.termin,
    "lov": kalender.lov,
    "mandatperiod": lambda ar, n: kalender.mandatperiod(ar),
    "arpar": lambda ar, n: (date(ar, 1, 1), date(ar + 1, 12, 31)),
    "lasar": lambda ar, n: (date(ar, 8, 1), date(ar + 1, 6, 30)),
    "skifte": lambda ar, n: (date(ar, 12, 1), date(ar + 1, 1, 31)),
    "manadsvecka": _manadsvecka,
    "manadsskifte": _manadsskifte,
}
