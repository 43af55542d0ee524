"""The values of a column, each read once: its numbers, its times, or why neither."""

import re

from lagesbild.statistikfil.kortar import ORDNINGAR, ordningen, utskriven
from lagesbild.statistikfil.ord import ANTAL, AR, MANAD, VARDE, VECKA
from lagesbild.statistikfil.rubriker import manadsnummer
from lagesbild.statistikfil.spalter import dela_rubrik
from lagesbild.statistikfil.tal import TalFel, las_antal
from lagesbild.statistikfil.tid import las_tid, ser_amerikanskt_ut
from lagesbild.statistikfil.tidord import TidFel, Tidord, kort


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


# Excel's number of days since 1900, saved as text: from 1987 to 2064.
_DAGTAL = re.compile(r"(?:3[2-9]|[45]\d)\d{3}(?:[.,]\d+)?")


def tidtabell(kolumn, roll, *, idag, dagordning=""):
    """What each of a column's values says of time: a Tidord, None, or why neither.

    `dagordning` is what was answered of two-digit years, a key of ORDNINGAR.
    """
    if roll == VECKA:
        return [v if v != "" else None for v in kolumn["varden"]]
    if roll == MANAD:
        return [_prova(_manaden, v, TidFel) for v in kolumn["varden"]]
    if roll == AR:
        return [
            _prova(las_tid, v, TidFel) if v != "" else None for v in kolumn["varden"]
        ]
    manad_forst = ser_amerikanskt_ut(kolumn["varden"])
    ordning = ordningen(kolumn["varden"], idag)

    def las(varde):
        if ordning:
            varde = _med_helt_ar(varde, ordning, dagordning)
        if isinstance(varde, str) and _DAGTAL.fullmatch(varde):
            varde = float(varde.replace(",", "."))
        return las_tid(varde, manad_forst=manad_forst)

    return [_prova(las, v, TidFel) if v != "" else None for v in kolumn["varden"]]


def ar_dagtal(varden):
    """Return whether all are Excel's numbers of days."""
    return all(_DAGTAL.fullmatch(str(v)) for v in varden)


def _med_helt_ar(varde, ordning, svar):
    skriven = utskriven(varde, svar or ordning.kod)
    if skriven != varde and not (svar or ordning.saker):
        raise TidFel(
            f"”{kort(varde)}” kan läsas på två sätt, troligen som "
            f"{ORDNINGAR[ordning.kod]}. Välj {' eller '.join(ORDNINGAR.values())}."
        )
    return skriven


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
