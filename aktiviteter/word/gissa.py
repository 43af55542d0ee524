"""What a column without a name holds, judged by its cells."""

from collections.abc import Callable

from aktiviteter.tidsprak import tolka_tidplan, tolka_uppfoljning
from aktiviteter.word.ansvar import ar_roll
from aktiviteter.word.kolumner import AKTIVITET, ANSVARIG, NR, TID, UPPF

SAKERT = 0.6


def gissa_slag(celler: list[str], ar: int, saknade: set[str]) -> str:
    """The kind among `saknade` that most cells fit, "" when none does clearly."""
    fyllda = [c for c in celler if c]
    if not fyllda:
        return ""
    andelar = {
        NR: _andel(fyllda, lambda c: c.strip(".").isdigit()),
        UPPF: _andel(fyllda, lambda c: ar_uppfoljning(c, ar)),
        TID: _andel(fyllda, lambda c: ar_tid(c, ar)),
        ANSVARIG: _andel(fyllda, ar_roll),
    }
    bast = max((k for k in andelar if k in saknade), key=andelar.get, default="")
    if bast and andelar[bast] >= SAKERT:
        return bast
    langt = sum(map(len, fyllda)) / len(fyllda) > 15
    return AKTIVITET if AKTIVITET in saknade and langt else ""


def _andel(celler: list[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(c)) for c in celler) / len(celler)


def ar_tid(text: str, ar: int) -> bool:
    """Whether the time language reads the words as a time."""
    tolkad = tolka_tidplan(text, ar=ar)
    return tolkad.typ not in ("saknas", "oklar", "villkor") or bool(tolkad.fel)


def ar_uppfoljning(text: str, ar: int) -> bool:
    """Whether the words name a report or other known way of following up."""
    return tolka_uppfoljning(text, ar=ar).kanal not in ("saknas", "oklar", "annan")
