"""Days and years written with figures, in every Swedish form, and years in general."""

from typing import NamedTuple

from .kalender import MAX_AR, MIN_AR
from .lexem import Lexem

_RIMLIGT_AVSTAND = 10
_LANGSTA_AVSTAND = 30
_SEPARATORER = {"streck", "punkt", "sned"}


class Punkt(NamedTuple):
    """A written unit of time, not yet placed in a year when ``ar`` is None.

    ``slag`` says the unit, ``n`` which one (a number, a name, or (month, day)), ``a``
    and ``b`` where it stands in the text, ``delen`` which part of it is meant.
    """

    slag: str
    n: object
    ar: int | None
    a: int
    b: int
    delen: str = ""


def helt_ar(lexem: Lexem) -> int | None:
    """The year that four figures state, else None."""
    if lexem.klass != "tal" or len(lexem.varde) != 4:
        return None
    ar = int(lexem.varde)
    return ar if MIN_AR <= ar <= MAX_AR else None


def kort_ar(tva: str, ar: int) -> int:
    """The year ending in two figures that lies nearest to the plan's year."""
    sekel = ar - ar % 100
    kandidater = (sekel - 100 + int(tva), sekel + int(tva), sekel + 100 + int(tva))
    return min(kandidater, key=lambda kandidat: abs(kandidat - ar))


def _ar_av(lexem: Lexem, ar: int) -> int | None:
    if lexem.klass != "tal":
        return None
    return kort_ar(lexem.varde, ar) if len(lexem.varde) == 2 else helt_ar(lexem)


def las_ar(
    rad: list[Lexem], i: int, ar: int, *, langst: int = _LANGSTA_AVSTAND
) -> tuple[int, int] | None:
    """The year that stands at ``i`` behind a unit: (year, next position) or None.

    ``langst`` is how many years from the plan's «-25» may lie.
    """
    forsta = rad[i]
    if forsta.klass in ("skilje", "I", "(", "FYLL") or forsta.varde == "ar":
        traff = _helt_ar_vid(rad, i + 1)
        if traff and forsta.klass == "(":
            return (traff[0], i + 3) if rad[i + 2].klass == ")" else None
        if forsta.klass in ("I", "(", "FYLL") and rad[i + 1].klass == "ARET":
            return ar + rad[i + 1].varde, i + 2
        return traff
    if forsta.klass == "ARET" and forsta.rad != "hel":
        return ar + forsta.varde, i + 1
    return _helt_ar_vid(rad, i) or _kort_ar_vid(rad, i, ar, langst)


def _helt_ar_vid(rad: list[Lexem], i: int) -> tuple[int, int] | None:
    if rad[i].klass in ("streck", "apostrof", "sned") and rad[i + 1].lim:
        i += 1
    ar = helt_ar(rad[i])
    if ar is None or _borjar_datum(rad, i):
        return None
    return ar, i + 1


def _borjar_datum(rad: list[Lexem], i: int) -> bool:
    """Whether four figures open a full date, such as 2025-09-01."""
    return (
        rad[i + 1].klass == "streck"
        and rad[i + 1].lim
        and rad[i + 2].klass == "tal"
        and rad[i + 2].lim
        and len(rad[i + 2].varde) == 2
        and int(rad[i + 2].varde) <= 12
        and rad[i + 3].klass not in ("MANAD", "sned")  # «1 mars 2025–10 juni 2026»
    )


def _kort_ar_vid(
    rad: list[Lexem], i: int, ar: int, langst: int
) -> tuple[int, int] | None:
    """Two figures as a year: «-25», «'25», «ht25», «sept 25» when near the plan's."""
    markt = rad[i].klass in ("streck", "apostrof")
    if markt:
        i += 1
        if not rad[i].lim:
            return None
    tal = rad[i]
    if tal.klass != "tal" or len(tal.varde) != 2:
        return None
    if rad[i + 1].klass in ("MANAD", "GANG", "punkt", "ENHET", "kolon"):
        return None
    if rad[i + 1].klass == "sned" and rad[i + 2].klass == "tal":
        return None
    helt = kort_ar(tal.varde, ar)
    grans = langst if markt else _RIMLIGT_AVSTAND
    return (helt, i + 1) if abs(helt - ar) <= grans else None


def las_datum(rad: list[Lexem], i: int, ar: int) -> tuple[Punkt, int] | None:
    """A day (or a month «2025-09») in figures at ``i``: (Punkt, next) or None."""
    siffror = rad[i].varde
    if len(siffror) in (1, 2):
        return _dag_forst(rad, i, ar)
    if len(siffror) == 4:
        return _ar_forst(rad, i)
    if len(siffror) == 8:
        return _atta(rad[i], i)
    if len(siffror) == 6:
        return _sex(rad[i], i, ar)
    return None


def _atta(lexem: Lexem, i: int) -> tuple[Punkt, int] | None:
    siffror = lexem.varde
    if MIN_AR <= int(siffror[:4]) <= MAX_AR:
        ar, n = int(siffror[:4]), (int(siffror[4:6]), int(siffror[6:]))
    elif MIN_AR <= int(siffror[4:]) <= MAX_AR:
        ar, n = int(siffror[4:]), (int(siffror[2:4]), int(siffror[:2]))
    else:
        return None
    return Punkt("dag", n, ar, lexem.a, lexem.b), i + 1


def _sex(lexem: Lexem, i: int, ar: int) -> tuple[Punkt, int] | None:
    """250901 is a day; 202509 can only be a month, since there is no month 25."""
    s = lexem.varde
    manad, dagen = int(s[2:4]), int(s[4:])
    if not 1 <= manad <= 12 and MIN_AR <= int(s[:4]) <= MAX_AR and 1 <= dagen <= 12:
        return Punkt("manad", dagen, int(s[:4]), lexem.a, lexem.b), i + 1
    aret = kort_ar(s[:2], ar)
    if abs(aret - ar) > _LANGSTA_AVSTAND:
        return None
    return Punkt("dag", (manad, dagen), aret, lexem.a, lexem.b), i + 1


def _tva_siffror(lexem: Lexem) -> int | None:
    if lexem.klass == "tal" and len(lexem.varde) <= 2:
        return int(lexem.varde)
    return None


def _ar_forst(rad: list[Lexem], i: int) -> tuple[Punkt, int] | None:
    """2025-09-01, 2025.9.1, 2025/09/01, 2025 09 01 and the month 2025-09."""
    ar = helt_ar(rad[i])
    if ar is None:
        return None
    skilje = rad[i + 1].klass
    steg = 1 if skilje in _SEPARATORER else 0
    manad = _tva_siffror(rad[i + 1 + steg])
    if manad is None:
        return None
    if not steg or rad[i + 3].klass == skilje:
        dagen = rad[i + 2 + 2 * steg]
        if _tva_siffror(dagen) is not None and (steg or len(dagen.varde) == 2):
            n = (manad, int(dagen.varde))
            return Punkt("dag", n, ar, rad[i].a, dagen.b), i + 3 + 2 * steg
    manaden = rad[i + 2]
    if not steg or len(manaden.varde) != 2 or not (manaden.lim and rad[i + 1].lim):
        return None
    if rad[i + 3].klass == "MANAD":
        return None
    if manad > 12 and kort_ar(manaden.varde, ar) >= ar:
        return None  # a run of years: 2025-27
    return Punkt("manad", manad, ar, rad[i].a, manaden.b), i + 3


def las_manad_dag(rad: list[Lexem], i: int, forsta: Punkt) -> tuple[Punkt, int] | None:
    """The far end of «2025-03-01 – 06-30», which has the first one's year."""
    dagen = rad[i + 2]
    if rad[i + 1].klass != "streck" or not (rad[i + 1].lim and dagen.lim):
        return None
    if not (forsta.ar and _tva_siffror(dagen) is not None) or rad[i + 3].klass in (
        "streck",
        "sned",
    ):
        return None
    n = (int(rad[i].varde), int(dagen.varde))
    return Punkt("dag", n, forsta.ar, rad[i].a, dagen.b), i + 3


def _dag_forst(rad: list[Lexem], i: int, ar: int) -> tuple[Punkt, int] | None:
    """1 september 2025, 1/9 2025, 1.9.2025, 01-09-2025 and 25-09-01."""
    dagen = int(rad[i].varde)
    nasta = i + 2 if rad[i + 1].varde == "." and rad[i + 2].klass == "MANAD" else i + 1
    if rad[nasta].klass == "MANAD":
        return _med_ar(rad, i, nasta + 1, (rad[nasta].varde, dagen), ar)
    skilje = rad[i + 1].klass
    andra = _tva_siffror(rad[i + 2])
    if skilje == "sned" and (aret := helt_ar(rad[i + 2])) and dagen <= 31:
        return Punkt("manad", dagen, aret, rad[i].a, rad[i + 2].b), i + 3
    tva = len(rad[i].varde) == 2 and rad[i + 2].lim
    if skilje == "streck" and tva and (aret := helt_ar(rad[i + 2])) and dagen <= 12:
        return Punkt("manad", dagen, aret, rad[i].a, rad[i + 2].b), i + 3  # 04-2026
    if skilje not in _SEPARATORER or andra is None:
        return None
    if rad[i + 3].klass == skilje and rad[i + 3].lim and rad[i + 4].lim:
        return _tre_delar(rad, i, ar)
    if skilje == "sned" and andra == dagen + 1 and andra > 12:
        aret = kort_ar(rad[i].varde, ar)
        return Punkt("arpar", 0, aret, rad[i].a, rad[i + 2].b), i + 3
    if skilje == "sned":
        return _med_ar(rad, i, i + 3, (andra, dagen), ar)
    if skilje == "punkt" and (traff := _helt_ar_vid(rad, i + 3)):
        punkt = Punkt("dag", (andra, dagen), traff[0], rad[i].a, rad[traff[1] - 1].b)
        return punkt, traff[1]
    return None


def _tre_delar(rad: list[Lexem], i: int, ar: int) -> tuple[Punkt, int] | None:
    forsta, andra, tredje = int(rad[i].varde), int(rad[i + 2].varde), rad[i + 4]
    if tredje.klass != "tal":
        return None
    aret, n = _ar_av(tredje, ar), (andra, forsta)
    if rad[i + 1].klass == "streck" and len(tredje.varde) == 2:
        aret, n = _ar_av(rad[i], ar), (andra, int(tredje.varde))
    if aret is None:
        return None
    return Punkt("dag", n, aret, rad[i].a, tredje.b), i + 5


def _med_ar(
    rad: list[Lexem], i: int, efter: int, n: tuple[int, int], ar: int
) -> tuple[Punkt, int]:
    """A day of a month, with the year that may follow."""
    aret = None
    if not (rad[efter].klass == "streck" and rad[efter + 2].klass in ("sned", "MANAD")):
        aret = las_ar(rad, efter, ar)
    slut = aret[1] if aret else efter
    return Punkt("dag", n, aret and aret[0], rad[i].a, rad[slut - 1].b), slut
