"""The values of a column, each read once: its numbers, its times, or why neither."""

from lagesbild.statistikfil.ord import ANTAL, MANAD, VARDE, VECKA
from lagesbild.statistikfil.rubriker import manadsnummer
from lagesbild.statistikfil.spalter import dela_rubrik
from lagesbild.statistikfil.tal import TalFel, las_antal
from lagesbild.statistikfil.tid import (
    TidFel,
    Tidord,
    kort,
    las_tid,
    ser_amerikanskt_ut,
)


def vardekolumner(kolumner, val):
    """Return (column, its numbers, time of its heading, words of its heading)."""
    valda = [(k, r) for k, r in kolumner if r in (VARDE, ANTAL)]
    sista = [str(k["delar"][-1]) if k["delar"] else "" for k, _ in valda]
    numrerade = manadsnummer(sista)
    svar = []
    for i, (kolumn, roll) in enumerate(valda):
        tidord, namn = dela_rubrik(kolumn["delar"])
        if len(numrerade) >= 6 and i in numrerade:
            tidord, namn = Tidord(tidord and tidord.ar, int(sista[i])), ""
        if roll == ANTAL:
            tidord, namn = None, ""
        namn = namn.removeprefix("Antal ").strip() if val.kolumnfalt else ""
        svar.append((kolumn, taltabell(kolumn), tidord, namn))
    return svar


def taltabell(kolumn):
    """Return what each of a column's values counts: int, DOLT, None or a TalFel."""
    return [_prova(las_antal, v, TalFel) for v in kolumn["varden"]]


def tidtabell(kolumn, roll):
    """What each of a column's values says of time: a Tidord, None, or why neither."""
    if roll == VECKA:
        return [v if v != "" else None for v in kolumn["varden"]]
    if roll == MANAD:
        return [_prova(_manaden, v, TidFel) for v in kolumn["varden"]]
    manad_forst = ser_amerikanskt_ut(kolumn["varden"])

    def las(varde):
        return las_tid(varde, manad_forst=manad_forst)

    return [_prova(las, v, TidFel) if v != "" else None for v in kolumn["varden"]]


def _manaden(varde):
    if varde == "":
        return None
    text = str(varde).strip()
    if text.isdigit() and len(text) <= 2:
        if not 1 <= int(text) <= 12:
            raise TidFel(f"Månad {kort(text)} finns inte. Rätta månaden på raden.")
        return Tidord(None, int(text))
    return las_tid(varde)


def _prova(las, varde, fel):
    try:
        return las(varde)
    except fel as orsak:
        return orsak
