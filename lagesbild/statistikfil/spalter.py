"""A column of a table, looked at: how much of it is numbers, times, days, words."""

import re
from collections import Counter
from dataclasses import dataclass

from lagesbild.statistikfil.ord import rubrikroller
from lagesbild.statistikfil.rubriker import manadsnummer
from lagesbild.statistikfil.tal import ar_decimal, ar_tallikt
from lagesbild.statistikfil.tid import las_rubriktid, las_tid
from lagesbild.statistikfil.tidord import TidFel, Tidord


@dataclass
class Spalt:
    """A column, looked at: shares of its filled rows."""

    nr: int
    rubrik: str
    delar: list
    orden: list
    tal: float
    tid: float
    dagar: float
    decimaler: bool
    tidord: Tidord | None
    namn: str  # what its headings say beside time
    roller: list


def se_pa(nr, kolumn):
    """Return the Spalt of a column as `las_statistik` gives it."""
    antal = Counter(kolumn["ix"])
    varden = [(v, antal[i]) for i, v in enumerate(kolumn["varden"]) if v != ""]
    alla = sum(n for _, n in varden) or 1
    tidord, namn = dela_rubrik(kolumn["delar"])
    return Spalt(
        nr,
        kolumn["rubrik"],
        kolumn["delar"],
        [v for v, _ in varden],
        sum(n for v, n in varden if ar_tallikt(v)) / alla,
        sum(n for v, n in varden if _ar_tid(v)) / alla,
        sum(n for v, n in varden if _ar_dag(v)) / alla,
        sum(n for v, n in varden if ar_decimal(v)) > 0.3 * alla,
        tidord,
        namn,
        rubrikroller(" ".join(map(str, kolumn["delar"]))),
    )


def _ar_tid(varde):
    if isinstance(varde, (int, float)):
        return varde > 1990 and las_rubriktid(varde) is not None
    try:
        las_tid(varde)
    except TidFel as fel:
        return "Menar du" in str(fel)
    return True


def _ar_dag(varde):
    text = str(varde)
    if isinstance(varde, str) and len(text) >= 6 and re.search(r"\d\D+\d+\D+\d", text):
        return _ar_tid(varde)
    return (len(text) == 8 and text.isdigit() and _ar_tid(varde)) or (
        isinstance(varde, (int, float)) and 32_000 < varde < 73_000
    )


def dela_rubrik(delar):
    """Return (time, words) of a column's headings: «2024», «jan», «Vitmakt»."""
    ar = manad = None
    langd, ord_ = 1, []
    for del_ in delar:
        tid = las_rubriktid(del_) or _ihopskrivet(del_, ord_)
        if tid is None:
            ord_.append(str(del_))
            continue
        ar = tid.ar or ar
        if tid.manad:
            manad, langd = tid.manad, tid.langd
    if ar is None and manad is None:
        return None, " ".join(ord_)
    return Tidord(ar, manad, langd), " ".join(ord_)


def _ihopskrivet(del_, ord_):
    """«Antal 2024», «Hot jan 2024»: the time may stand last in words, or first."""
    delar = str(del_).split()
    for skar in range(1, len(delar)):
        for tid, resten in (
            (" ".join(delar[skar:]), delar[:skar]),
            (" ".join(delar[:-skar]), delar[-skar:]),
        ):
            if svar := las_rubriktid(tid):
                ord_.append(" ".join(resten).strip(" ,:-–"))
                return svar
    return None


def numrerade_manader(spalter):
    """Headings 1, 2, 3 … 12 are months when they stand in a row."""
    sista = [str(s.delar[-1]) if s.delar else "" for s in spalter]
    kolumner = manadsnummer(sista)
    if len(kolumner) >= 6:
        for plats in kolumner:
            ar = spalter[plats].tidord.ar if spalter[plats].tidord else None
            spalter[plats].tidord = Tidord(ar, int(sista[plats]))
            spalter[plats].namn = ""
