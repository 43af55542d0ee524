"""Units of time in words and figures: weeks, months, seasons, parts of them."""

from collections.abc import Callable

from .datum import Punkt, helt_ar, kort_ar, las_ar, las_datum
from .lexem import Lexem

Traff = tuple[Punkt, int] | None
_NUMRERADE = {"vecka", "kvartal", "tertial", "halvar", "manad"}
_DELAR = {"kvartal": 4, "tertial": 3, "halvar": 2}
_FLEST = 4  # there is no fifth quarter
_NARA_AR = 5
_ROMERSKA = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_FYLL = {"FYLL", "I"}
_FOGAR = {"OCH", "sned", "streck"}
_ANTALSORD = ("dagar", "veckor", "månader")
_RAPPORTENS = {"tertialrapport": "tertial", "kvartalsrapport": "kvartal"}
_SLUTAR = {"SLUT", "skilje", "OCH", ")"}
_RIMLIGT = 10


def hoppa(rad: list[Lexem], i: int) -> int:
    """The position behind words that add nothing, such as «under» or «den»."""
    while rad[i].klass in _FYLL or rad[i].klass == "VECKODAG":
        i += 1
    return i


def las_punkt(rad: list[Lexem], i: int, ar: int) -> Traff:
    """One unit of time at ``i``: (Punkt, next position) or None."""
    lasare = _LASARE.get(rad[i].klass)
    return lasare(rad, i, ar) if lasare else None


def _punkt(
    rad: list[Lexem], i: int, slut: int, slag: str, n: object, ar: int
) -> tuple[Punkt, int]:
    """Close a unit that was read up to ``slut``, with the year that may follow."""
    numrerad = slag in _NUMRERADE and slag != "manad"
    if numrerad and _fortsatter(rad, slut, slag, n, ar):
        aret = None
    else:  # «v 8 -10» is more likely a range than the year 2010
        aret = las_ar(rad, slut, ar, langst=10 if numrerad else 30)
    efter = aret[1] if aret else slut
    return Punkt(slag, n, aret and aret[0], rad[i].a, rad[efter - 1].b), efter


def _fortsatter(rad: list[Lexem], i: int, slag: str, n: int, ar: int) -> bool:
    """Whether a numbered unit goes on with another number: «v. 8-10», not «-2025»."""
    streck = rad[i].klass == "streck" and rad[i].lim
    if not streck and rad[i].klass != "tal":
        return False
    if streck and _bara_ar(rad, i + 1, slag, n, ar):
        return False
    return helt_ar(rad[i]) is None and helt_ar(rad[i + 1]) is None


def _bara_ar(rad: list[Lexem], i: int, slag: str, n: int, ar: int) -> bool:
    """Whether two figures can only be a year: «Q2-25», «v. 42-25»."""
    tal = rad[i]
    if tal.klass != "tal" or len(tal.varde) != 2 or _ar_efter(rad, i + 1):
        return False
    framat = int(tal.varde) > n if slag == "vecka" else int(tal.varde) <= _FLEST
    return not framat and abs(kort_ar(tal.varde, ar) - ar) <= _NARA_AR


def _ar_efter(rad: list[Lexem], i: int) -> bool:
    return helt_ar(rad[i + 1 if rad[i].klass == "skilje" else i]) is not None


def _tal(rad: list[Lexem], i: int, ar: int) -> Traff:
    if traff := las_datum(rad, i, ar):
        return traff
    if (aret := helt_ar(rad[i])) is not None:
        return _fran_ar(rad, i, aret, ar)
    if len(rad[i].varde) == 1 and rad[i + 1].klass in ("ENHET", *_FOGAR):
        return _ordnad(rad, i, int(rad[i].varde), ar)
    return None


def _fran_ar(rad: list[Lexem], i: int, aret: int, ar: int) -> tuple[Punkt, int]:
    """A year alone, or before its unit: «2025, hösten», «2025 Q3», «2025 v. 43»."""
    nasta = i + 1
    par = rad[i + 2]
    if rad[nasta].klass == "sned" and par.varde == f"{(aret + 1) % 100:02}":
        return Punkt("arpar", 0, aret, rad[i].a, par.b), i + 3
    if rad[nasta].klass in ("skilje", "kolon", "streck") or rad[nasta].rad == "års":
        nasta += 1
    if (
        rad[nasta].klass not in ("tal", "ARET", "ENHET")
        or rad[nasta].varde in _NUMRERADE
    ):
        traff = las_punkt(rad, nasta, ar)
        bindestreck = rad[i + 1].klass == "streck"
        passar = not bindestreck or (rad[i + 2].klass == "KORT" and rad[i + 2].lim)
        if traff and traff[0].ar is None and passar and not _eget_ar(rad, traff[1], ar):
            return traff[0]._replace(ar=aret, a=rad[i].a), traff[1]
    return Punkt("ar", aret, aret, rad[i].a, rad[i].b), i + 1


def _eget_ar(rad: list[Lexem], i: int, ar: int) -> bool:
    """Whether a range goes on at ``i`` to a unit with a year of its own."""
    if rad[i].klass not in ("streck", "TILL"):
        return False
    j = hoppa(rad, i + 1)
    andra = None if rad[j].klass == "tal" else las_punkt(rad, j, ar)
    return bool(andra and andra[0].ar)


def _ordning(rad: list[Lexem], i: int, ar: int) -> Traff:
    if rad[i + 1].klass == "MANAD":
        n = (rad[i + 1].varde, rad[i].varde)
        return _punkt(rad, i, i + 2, "dag", n, ar)
    return _ordnad(rad, i, rad[i].varde, ar)


def _ordnad(rad: list[Lexem], i: int, nummer: int, ar: int) -> Traff:
    """«första kvartalet», «2:a tertialet», «första veckan i mars»."""
    enhet = rad[i + 1]
    if enhet.klass in _FOGAR and _ordnad_del(rad, i + 2):  # «första och andra …»
        return Punkt(rad[i + 3].varde, nummer, None, rad[i].a, rad[i].b), i + 1
    slag = _RAPPORTENS.get(enhet.varde) if enhet.klass == "KANAL" else enhet.varde
    if enhet.klass not in ("ENHET", "KANAL") or enhet.rad in _ANTALSORD:
        return None
    if slag == "vecka":
        manaden = hoppa(rad, i + 2)
        if rad[manaden].klass == "MANAD":
            n = (rad[manaden].varde, nummer)
            return _punkt(rad, i, manaden + 1, "manadsvecka", n, ar)
        return None
    if slag in _DELAR:
        n = _DELAR[slag] if nummer == -1 else nummer
        return _punkt(rad, i, _forbi_av(rad, i + 2), slag, n, ar)
    return None


def _ordnad_del(rad: list[Lexem], i: int) -> bool:
    delen = rad[i + 1]
    ordnad = rad[i].klass in ("ORDNING", "tal")
    return ordnad and delen.klass == "ENHET" and delen.varde in _DELAR


def _forbi_av(rad: list[Lexem], i: int) -> int:
    """Skip «av» or «under» between a unit and its year, only if a year follows."""
    j = hoppa(rad, i)
    return j if helt_ar(rad[j]) is not None else i


def _manad(rad: list[Lexem], i: int, ar: int) -> Traff:
    slut = i + 2 if rad[i + 1].rad == "månad" else i + 1
    if _dag_efter(rad, slut, ar):
        n = (rad[i].varde, int(rad[slut].varde))
        return _punkt(rad, i, slut + 1, "dag", n, ar)
    return _punkt(rad, i, slut, "manad", rad[i].varde, ar)


def _dag_efter(rad: list[Lexem], i: int, ar: int) -> bool:
    """«maj 5»: a number that ends the clause and is no year that a plan would name."""
    tal = rad[i]
    if tal.klass != "tal" or len(tal.varde) > 2 or tal.lim:
        return False
    if rad[i + 1].klass not in _SLUTAR and helt_ar(rad[i + 1]) is None:
        return False
    forbi = not -2 <= kort_ar(tal.varde, ar) - ar <= _RIMLIGT
    return 1 <= int(tal.varde) <= 31 and (len(tal.varde) == 1 or forbi)


def _hogtid(rad: list[Lexem], i: int, ar: int) -> Traff:
    return _punkt(rad, i, i + 1, "dag", rad[i].varde, ar)


def _lov(rad: list[Lexem], i: int, ar: int) -> Traff:
    return _punkt(rad, i, i + 1, "lov", rad[i].varde, ar)


def _arstid(rad: list[Lexem], i: int, ar: int) -> Traff:
    if rad[i].varde == "vinter" and rad[i + 1].klass == "tal":
        traff = _arpar(rad, i, "arstid", ar)
        return traff[0]._replace(n="vinter"), traff[1]
    return _punkt(rad, i, i + 1, "arstid", rad[i].varde, ar)


def _forbi_arpar(rad: list[Lexem], i: int) -> int:
    """Skip the second year of «2025/2026» or «25/26»."""
    if rad[i].klass in ("sned", "streck") and rad[i + 1].klass == "tal":
        return i + 2 if len(rad[i + 1].varde) in (2, 4) else i
    return i


def _termin(rad: list[Lexem], i: int, ar: int) -> Traff:
    return _punkt(rad, i, i + 1, "termin", rad[i].varde, ar)


def _enhet(rad: list[Lexem], i: int, ar: int) -> Traff:
    slag = rad[i].varde
    if slag == "ar":
        aret = helt_ar(rad[i + 1])
        return aret and (Punkt("ar", aret, aret, rad[i].a, rad[i + 1].b), i + 2)
    if slag == "mandatperiod":
        return _punkt(rad, i, i + 1, slag, 0, ar)
    return _numrerad(rad, i, slag, ar) if slag in _NUMRERADE else None


def _numrerad(rad: list[Lexem], i: int, slag: str, ar: int) -> Traff:
    j = i + 1
    if rad[j].klass == "RADORD" or rad[j].varde == ".":
        j += 1
    if rad[j].klass == "streck" and rad[j].lim and rad[j + 1].lim:
        j += 1
    lexem = rad[j]
    if lexem.klass == "ANTAL" and rad[j + 1].klass in _SLUTAR and lexem.varde <= _FLEST:
        return _punkt(rad, i, j + 1, slag, lexem.varde, ar)
    if slag == "manad" and rad[j + 1].klass in ("MANAD", "sned"):
        return None  # «mån 25 nov» is a Monday
    if lexem.klass == "tal" and len(lexem.varde) <= 2:
        return _punkt(rad, i, j + 1, slag, int(lexem.varde), ar)
    if slag != "vecka" and lexem.rad in _ROMERSKA:
        return _punkt(rad, i, j + 1, slag, _ROMERSKA[lexem.rad], ar)
    return None


def _kort(rad: list[Lexem], i: int, ar: int) -> Traff:
    return _numrerad(rad, i, rad[i].varde, ar)


def _kanal(rad: list[Lexem], i: int, ar: int) -> Traff:
    slag = _RAPPORTENS.get(rad[i].varde)
    return _numrerad(rad, i, slag, ar) if slag else None


def _del(rad: list[Lexem], i: int, ar: int) -> Traff:
    """«början av 2025», «mitten av mars», «tidig höst»; alone it says nothing."""
    delen = rad[i].varde
    if rad[i].rad == "årets":
        return Punkt("ar", 0, None, rad[i].a, rad[i].b, delen), i + 1
    j = hoppa(rad, i + 1)
    aret = helt_ar(rad[j])
    if aret is not None:
        return Punkt("ar", aret, aret, rad[i].a, rad[j].b, delen), j + 1
    traff = None if rad[j].klass == "DEL" else las_punkt(rad, j, ar)
    if traff is None or traff[0].slag in ("dag", "skifte") or traff[0].delen:
        return None
    return traff[0]._replace(a=rad[i].a, delen=delen), traff[1]


def _aret(rad: list[Lexem], i: int, ar: int) -> Traff:
    """«året», «nästa år», «verksamhetsåret 2025», «årets början»."""
    if rad[i].rad == "årets" and rad[i + 1].klass == "DEL":
        return Punkt("ar", 0, None, rad[i].a, rad[i + 1].b, rad[i + 1].varde), i + 2
    if rad[i].rad == "årets" and rad[i + 1].klass in ("ORDNING", "tal"):
        return las_punkt(rad, i + 1, ar)
    if traff := _helt_ar_efter(rad, i + 1):
        return Punkt("ar", traff[0], traff[0], rad[i].a, rad[traff[1] - 1].b), traff[1]
    forskjutet = rad[i].varde
    return Punkt("ar", 0, ar + forskjutet, rad[i].a, rad[i].b), i + 1


def _helt_ar_efter(rad: list[Lexem], i: int) -> tuple[int, int] | None:
    aret = helt_ar(rad[i])
    return None if aret is None else (aret, i + 1)


def _lasar(rad: list[Lexem], i: int, ar: int) -> Traff:
    return _arpar(rad, i, "lasar", ar)


def _arpar(rad: list[Lexem], i: int, slag: str, ar: int) -> tuple[Punkt, int]:
    """A unit that spans two years: «läsåret 2025/26», «årsskiftet 2025/2026»."""
    forsta = rad[i + 1]
    aret = helt_ar(forsta)
    if aret is None and forsta.klass == "tal" and len(forsta.varde) == 2:
        aret = kort_ar(forsta.varde, ar)
    if aret is None:
        return Punkt(slag, 0, None, rad[i].a, rad[i].b), i + 1
    slut = _forbi_arpar(rad, i + 2)
    return Punkt(slag, 0, aret, rad[i].a, rad[slut - 1].b), slut


def _skifte(rad: list[Lexem], i: int, ar: int) -> Traff:
    if rad[i].varde == "ar":
        return _arpar(rad, i, "skifte", ar)
    if rad[i].varde == "halvar":
        return _punkt(rad, i, i + 1, "manadsskifte", 6, ar)
    if rad[i + 1].klass != "MANAD":
        return None
    slut = i + 2
    if rad[slut].klass in ("sned", "streck", "OCH") and rad[slut + 1].klass == "MANAD":
        slut += 2
    return _punkt(rad, i, slut, "manadsskifte", rad[i + 1].varde, ar)


_LASARE: dict[str, Callable[[list[Lexem], int, int], Traff]] = {
    "tal": _tal,
    "ORDNING": _ordning,
    "MANAD": _manad,
    "HOGTID": _hogtid,
    "LOV": _lov,
    "ARSTID": _arstid,
    "TERMIN": _termin,
    "ENHET": _enhet,
    "KORT": _kort,
    "KANAL": _kanal,
    "DEL": _del,
    "ARET": _aret,
    "LASAR": _lasar,
    "SKIFTE": _skifte,
}
