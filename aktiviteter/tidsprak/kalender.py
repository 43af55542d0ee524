"""Calendar facts: which days a written unit of time covers, and which do not exist.

Conventions, since none is law: spring is March–May, summer June–August, autumn
September–November, winter December–February; the spring term is January–June and the
autumn term August–December; tertials are January–April, May–August and
September–December (the reports T1, T2 and the yearly report); a mandate period is the
four calendar years after an election (2023–2026). The autumn holiday is week 44; the
other school holidays differ between municipalities, so only their months are known.
Weeks are those of ISO 8601.
"""

from datetime import date, timedelta

from .ordlista import MANADER

MIN_AR, MAX_AR = 1900, 2199
_STEG = {"kvartal": 3, "tertial": 4, "halvar": 6}
_ARSTIDER = {"var": (3, 5), "sommar": (6, 8), "host": (9, 11), "vinter": (12, 14)}
_TERMINER = {"vt": (1, 6), "ht": (8, 12)}
_LOV = {"sport": (2, 3), "pask": (3, 4), "jul": (12, 13)}
_NAMN = {"kvartal": "Kvartal", "tertial": "Tertial", "halvar": "Halvår"}


class FinnsInteError(ValueError):
    """A written time that the calendar does not have.

    ``fel`` is the Swedish sentence, ``forslag`` the words that may have been meant,
    ``a`` and ``b`` the characters that they would replace (filled in by the reader).
    """

    a = b = 0

    def __init__(self, fel: str, forslag: str = "") -> None:
        super().__init__(fel)
        self.fel = fel
        self.forslag = forslag


def felmening(fel: list[FinnsInteError]) -> str:
    """What is wrong, in one or more Swedish sentences, each once."""
    return " ".join(dict.fromkeys(ett.fel for ett in fel))


def rattad(bas: str, fel: list[FinnsInteError]) -> str:
    """The wording with every fault replaced by its suggestion, "" if one has none."""
    if not all(ett.forslag for ett in fel):
        return ""
    platser = {(ett.a, ett.b): ett.forslag for ett in fel}
    nytt = bas
    for (a, b), forslag in sorted(platser.items(), reverse=True):
        nytt = nytt[:a] + forslag + nytt[b:]
    return nytt if fel else ""


def sista_dag(ar: int, manad: int) -> date:
    """The last day of a month; ``manad`` may run past 12 into the next year."""
    ar, manad = ar + (manad - 1) // 12, (manad - 1) % 12 + 1
    return date(ar + manad // 12, manad % 12 + 1, 1) - timedelta(days=1)


def manader(ar: int, forsta: int, sista: int) -> tuple[date, date]:
    """First and last day of a run of months of one year (13 is next January)."""
    return date(ar, forsta, 1), sista_dag(ar, sista)


def dag(ar: int, manad: int, dagen: int, ord_: str) -> tuple[date, date]:
    """One day as a spell. FinnsInteError names ``ord_``, the date as written."""
    try:
        traff = date(ar, manad, dagen)
    except ValueError:
        raise FinnsInteError(
            f"Datumet {ord_} finns inte.", _trolig_dag(ar, manad, dagen)
        ) from None
    return traff, traff


def _trolig_dag(ar: int, manad: int, dagen: int) -> str:
    if 1 <= manad <= 12 and 29 <= dagen <= 31:
        return sista_dag(ar, manad).isoformat()
    if 13 <= manad <= 31 and 1 <= dagen <= 12:
        return date(ar, dagen, manad).isoformat() if _finns(ar, dagen, manad) else ""
    return ""


def _finns(ar: int, manad: int, dagen: int) -> bool:
    return 1 <= manad <= 12 and 1 <= dagen <= sista_dag(ar, manad).day


def antal_veckor(ar: int) -> int:
    """52 or 53, by ISO 8601."""
    return date(ar, 12, 28).isocalendar().week


def vecka(ar: int, nummer: int) -> tuple[date, date]:
    """Monday and Sunday of an ISO week, or FinnsInteError."""
    veckor = antal_veckor(ar)
    if not 1 <= nummer <= veckor:
        raise FinnsInteError(
            f"Vecka {nummer} finns inte {ar}: året har {veckor} veckor.",
            f"vecka 52 {ar}" if nummer == 53 else "",
        )
    mandag = date.fromisocalendar(ar, nummer, 1)
    return mandag, mandag + timedelta(days=6)


def manad(ar: int, nummer: int) -> tuple[date, date]:
    """A month by its number, or FinnsInteError."""
    if not 1 <= nummer <= 12:
        raise FinnsInteError(f"Månad {nummer} finns inte.")
    return manader(ar, nummer, nummer)


def arsdel(slag: str, ar: int, nummer: int) -> tuple[date, date]:
    """A numbered quarter, tertial or half of a year, or FinnsInteError."""
    steg = _STEG[slag]
    if not 1 <= nummer <= 12 // steg:
        raise FinnsInteError(f"{_NAMN[slag]} {nummer} finns inte.")
    return manader(ar, steg * (nummer - 1) + 1, steg * nummer)


def arstid(ar: int, namn: str) -> tuple[date, date]:
    """A season; winter begins in December of ``ar``."""
    return manader(ar, *_ARSTIDER[namn])


def termin(ar: int, namn: str) -> tuple[date, date]:
    """A school term, ``vt`` or ``ht``."""
    return manader(ar, *_TERMINER[namn])


def lov(ar: int, namn: str) -> tuple[date, date]:
    """A school holiday: week 44, else the months that it lies in wherever one lives."""
    return vecka(ar, 44) if namn == "host" else manader(ar, *_LOV[namn])


def mandatperiod(ar: int) -> tuple[date, date]:
    """The mandate period that ``ar`` belongs to."""
    forsta = ar - (ar - 2023) % 4
    return date(forsta, 1, 1), date(forsta + 3, 12, 31)


def andel(start: date, slut: date, namn: str) -> tuple[date, date]:
    """A part (``borjan``, ``mitten``, ``slutet``, ``halva1``…) of a spell of months."""
    langd = (slut.year - start.year) * 12 + slut.month - start.month + 1
    delar, nummer = {
        "borjan": (3, 0),
        "mitten": (3, 1),
        "slutet": (3, 2),
        "halva1": (2, 0),
        "halva2": (2, 1),
    }[namn]
    if langd % delar == 0 and start.day == 1:
        steg = langd // delar
        forsta = start.month + nummer * steg
        ar, forsta = start.year + (forsta - 1) // 12, (forsta - 1) % 12 + 1
        return manader(ar, forsta, forsta + steg - 1)
    return _dagandel(start, slut, delar, nummer)


def _dagandel(start: date, slut: date, delar: int, nummer: int) -> tuple[date, date]:
    steg = ((slut - start).days + 1) // delar
    fran = start + timedelta(days=steg * nummer)
    if nummer == delar - 1:
        return fran, slut
    return fran, fran + timedelta(days=steg - 1)


def manadsnamn(dagen: date) -> str:
    """The month's Swedish name."""
    return MANADER[dagen.month - 1]
