"""Where in a sheet the table's head stands, and what stands above and below it."""

import re
from dataclasses import dataclass
from datetime import date

from lagesbild.statistikfil.ord import ar_summa, rubrikroller
from lagesbild.statistikfil.tal import ar_tallikt
from lagesbild.statistikfil.tid import las_rubriktid

LETA = 60  # rows
PIVOTORD = re.compile(  # what Excel writes over a pivot's groups: no words of the data
    r"(?:kolumn|rad)etiketter|(?:column|row) labels|(?:antal|summa) av .*|"
    r"(?:count|sum) of .*",
    re.IGNORECASE,
)
MAX_RUBRIK = 120  # characters: a longer cell is no heading
NUMRERADE = 6  # cells: no data counts up so evenly
BARA_ORD = 2  # rows of words without a number or a day: a title and a head
PROV = 12  # rows below a head that it is tried against


@dataclass
class Huvud:
    """The rows (from 0) that are the head, none for a table without; its titles."""

    rader: list[int]
    forsta_data: int
    titlar: list[str]


def hitta_huvud(rader, sammanfogade=()):
    """Return the Huvud of a sheet's rows of cells, None for one without any table."""
    fyllda = [nr for nr, rad in enumerate(rader) if any(c != "" for c in rad)]
    if not fyllda:
        return None
    if len(fyllda) <= BARA_ORD and not _nagot_att_rakna(rader, fyllda):
        return Huvud(fyllda[-1:], fyllda[-1] + 1, [])
    prov = [nr for nr in fyllda if nr < fyllda[0] + LETA]
    poang = {nr: _poang(rader, nr, fyllda) for nr in prov}
    bast = max(prov, key=lambda nr: (poang[nr], -nr))
    if poang[bast] <= 0:
        return Huvud([], _forsta_breda(rader, fyllda), [])
    huvud = _med_grannar(rader, bast, fyllda, sammanfogade)
    titlar = [_ord(c) for nr in fyllda if nr < huvud[0] for c in rader[nr] if c != ""]
    return Huvud(huvud, huvud[-1] + 1, titlar[:20])


def _nagot_att_rakna(rader, fyllda):
    """Whether a row is more than words: a number, a day, a time below the first."""
    celler = [(nr, c) for nr in fyllda for c in rader[nr] if c != ""]
    return any(
        ar_data(c) or (nr != fyllda[0] and las_rubriktid(c) is not None)
        for nr, c in celler
    )


def _forsta_breda(rader, fyllda):
    """A table without a head begins where the rows are as wide as most."""
    bredd = max(_antal(rader[nr]) for nr in fyllda)
    return next(nr for nr in fyllda if _antal(rader[nr]) >= min(2, bredd))


def _antal(rad):
    return sum(cell != "" for cell in rad)


def _poang(rader, nr, fyllda):
    """How much a row looks like a head, by its words and by the rows below it."""
    celler = [(k, c) for k, c in enumerate(rader[nr]) if c != ""]
    under = [n for n in fyllda if nr < n][:PROV]
    if not under:
        return 0
    manader = manadsnummer(rader[nr])
    if len(manader) < NUMRERADE:
        manader = []
    ord_ = sum(1.5 if k in manader else _cellpoang(cell) for k, cell in celler)
    # Rows above that are as wide: a head stands before the data, not among them.
    ord_ -= sum(_antal(rader[n]) >= len(celler) > 1 for n in fyllda if n < nr)
    namn = [_ord(c) for _, c in celler]
    ord_ -= len(namn) - len(set(namn))
    under_fyllda = sum(
        rader[n][k] != "" for n in under for k, _ in celler if k < len(rader[n])
    )
    tackning = under_fyllda / (len(under) * len(celler))
    utan_rubrik = sum(
        max(
            0,
            _antal(rader[n])
            - sum(k < len(rader[n]) and rader[n][k] != "" for k, _ in celler),
        )
        for n in under
    ) / len(under)
    if len(celler) == 1 and max(_antal(rader[n]) for n in under) > 1:
        return 0
    return (
        ord_ * (0.3 + 0.7 * tackning)
        - 0.8 * utan_rubrik
        - _som_nasta(rader, nr, under, manader)
    )


def manadsnummer(rad):
    """Return the columns of cells that count 1, 2, 3 … 12: months by their numbers."""
    kolumner, nasta = [], 1
    for kolumn, cell in enumerate(rad):
        if str(cell) == str(nasta) and nasta <= 12:
            kolumner.append(kolumn)
            nasta += 1
    return kolumner


def _som_nasta(rader, nr, under, manader):
    """A row of data has the same kinds of cells as the one below it, a head not."""
    nasta = rader[under[0]]
    par = [
        (a, b)
        for k, (a, b) in enumerate(zip(rader[nr], nasta, strict=False))
        if k not in manader
    ]
    lika = sum(a != "" and ar_data(a) and ar_data(b) for a, b in par)
    return 1.5 * lika


def ar_data(cell):
    """A number or a day: what heads seldom are, months and years apart."""
    if isinstance(cell, date):
        return cell.day != 1
    if isinstance(cell, str):
        if sum(map(str.isdigit, cell)) > 5 and cell[:1].isdigit() and " " not in cell:
            return not re.fullmatch(r"\d{4}\D?\d\d", cell)
        tid = las_rubriktid(cell) if cell[:1].isdigit() and len(cell) > 7 else None
        if tid and tid.langd == 1:
            return True
        return cell != "" and ar_tallikt(cell) and las_rubriktid(cell) is None
    return las_rubriktid(cell) is None or not 1990 <= cell <= 2100


def _cellpoang(cell):
    if isinstance(cell, date):
        return 1.5 if cell.day == 1 else -2
    if isinstance(cell, (int, float)):
        return 1 if 1990 <= cell <= 2100 else (0.5 if 1 <= cell <= 12 else -2)
    if len(cell) > MAX_RUBRIK or ar_data(cell):
        return -2
    if las_rubriktid(cell):
        return 1.5
    if cell.endswith(":"):
        return -1  # «Period:», «Skapad:», with what it is to the right
    return 2 if rubrikroller(cell) or ar_summa(cell) else 1


def _med_grannar(rader, bast, fyllda, sammanfogade):
    """The head's rows: the best one, with what groups its columns above or below."""
    plats = fyllda.index(bast)
    huvud = [bast]
    under = fyllda[plats + 1 : plats + 3]
    if len(under) == 2 and under[0] == bast + 1:
        tre = (rader[bast], *(rader[nr] for nr in under))
        if _ar_underhuvud(*tre):
            huvud.append(bast + 1)
    for over in reversed(fyllda[max(0, plats - 2) : plats]):
        if _ar_pivothuvud(rader[over]):
            break
        if over != huvud[0] - 1 or not _ar_overhuvud(
            rader, over, huvud[0], sammanfogade
        ):
            break
        huvud.insert(0, over)
    return huvud


def _ar_pivothuvud(rad):
    return all(PIVOTORD.fullmatch(str(c)) for c in rad if c != "")


def _ar_underhuvud(over, rad, nasta):
    """A second row of the head: fills what the first leaves open, and holds no data."""
    celler = [(k, c) for k, c in enumerate(rad) if c != ""]
    if len(celler) < 2 or any(ar_data(c) for _, c in celler):
        return False
    if any(isinstance(c, str) and len(c) > MAX_RUBRIK for _, c in celler):
        return False
    tider = sum(las_rubriktid(c) is not None for _, c in celler)
    fyller = sum(k >= len(over) or over[k] == "" for k, _ in celler)
    data_under = sum(
        k < len(nasta) and nasta[k] != "" and ar_tallikt(nasta[k]) for k, _ in celler
    )
    if data_under < len(celler) / 2:
        return False
    forsta = rad[0] if rad else ""
    return (fyller > 0 and (tider >= 2 or forsta == "")) or tider == len(celler)


def _ar_overhuvud(rader, over, under, sammanfogade):
    """A row above that groups columns: years over months, kinds over years."""
    rad = rader[over]
    celler = [(k, c) for k, c in enumerate(rad) if c != ""]
    if not celler or any(ar_data(c) for _, c in celler):
        return False
    breda = sum(
        r1 == over and r2 == over and k2 > k1 for r1, k1, r2, k2 in sammanfogade
    )
    bredd = _antal(rader[under])
    if len(celler) == 1:
        kolumn, cell = celler[0]
        # One merged cell over all columns is a title; one over some is a group.
        ar_titel = kolumn == 0 or not las_rubriktid(cell)
        return not ar_titel and bredd > 2
    if breda:
        return True
    tider = sum(las_rubriktid(c) is not None for _, c in celler)
    under_namn = [_ord(c) for c in rader[under] if c != ""]
    upprepas_under = len(set(under_namn)) < len(under_namn)
    # «2024», «2024 Totalt», «2025»: a pivot's years, with their sums beside them
    med_summor = tider + sum(ar_summa(c) for _, c in celler)
    return upprepas_under or (tider > 0 and med_summor >= len(celler) - 1)


def _ord(cell):
    return " ".join(str(cell).split())


def rubriktexter(rader, huvud, bredd, sammanfogade=()):
    """Return, per column, its headings from above down: the upper ones spread right."""
    texter = [[] for _ in range(bredd)]
    for nr in huvud.rader:
        sist = nr == huvud.rader[-1]
        rad = [*rader[nr], *[""] * (bredd - len(rader[nr]))][:bredd]
        if not sist:
            rad = ["" if PIVOTORD.fullmatch(str(c)) else c for c in rad]
        utbredd = rad if sist else _utbredd(rad, nr, rader, huvud, sammanfogade)
        for kolumn, cell in enumerate(utbredd):
            if cell != "" and cell not in texter[kolumn]:
                texter[kolumn].append(cell)
    return texter


def _utbredd(rad, nr, rader, huvud, sammanfogade):
    """A group's heading stands in its first column: let it stand in all of them.

    One that is merged ends where the merge ends. One with nothing below it in its own
    column is the heading of that column alone.
    """
    slut = {k1: k2 for r1, k1, r2, k2 in sammanfogade if r1 <= nr <= r2}
    under = rader[huvud.rader[-1]]
    svar, galler, till = [], "", -1
    for kolumn, cell in enumerate(rad):
        if cell != "":
            ensam = kolumn >= len(under) or under[kolumn] == ""
            galler, till = cell, slut.get(kolumn, kolumn if ensam else 10_000)
        svar.append(cell if cell != "" else (galler if kolumn <= till else ""))
    return svar
