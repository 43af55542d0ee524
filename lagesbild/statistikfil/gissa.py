"""What each column of a table is, guessed by its heading and by what stands in it."""

from dataclasses import dataclass, field

from lagesbild.statistikfil.handelser import KALLAD_ANTAL, handelserna, utan_antal
from lagesbild.statistikfil.ord import (
    ANTAL,
    ARENDE,
    DATUM,
    DELOMRADE,
    INGET,
    KODADE,
    MILJO,
    PLATS,
    SLAG,
    SUMMA,
    TAL,
    UPPDELNING,
    VARDE,
    ar_summa,
)
from lagesbild.statistikfil.spalter import numrerade_manader, se_pa
from lagesbild.statistikfil.tidspalter import bara_en_tid, tidkolumner

KRYSS = {"x", "xx", "ja", "nej"}


@dataclass
class Val:
    """The choices about a table, column by column: what is shown and can be changed.

    `roller` one per column (INGET for one that was dropped) · `ar` the year when the
    table names none · `kolumnfalt` what the headings of the value columns say beside
    the time (a coded field, UPPDELNING or "" for nothing) · `bort` (field, word) whose
    rows are left out · `dagordning` how two-digit years stand, when answered.
    """

    roller: list
    ar: int | None = None
    kolumnfalt: str = ""
    saker: bool = True
    skal: list = field(default_factory=list)
    bort: frozenset = frozenset()
    dagordning: str = ""


def gissa(blad, koder):
    """Return the Val for a sheet as `las_statistik` gives it, and `Koder`."""
    spalter = [
        se_pa(nr, ett) for nr, ett in enumerate(blad["kolumner"]) if "varden" in ett
    ]
    numrerade_manader(spalter)
    val = Val([INGET] * len(blad["kolumner"]))
    tidkolumner(spalter, val)
    _vardekolumner(spalter, val, koder, blad)
    _kategorier(spalter, val, koder)
    bara_en_tid(spalter, val)
    return val


def _vardekolumner(spalter, val, koder, blad):
    """The columns that hold counts: one of counts, or several by time or by kind."""
    lediga = [s for s in spalter if val.roller[s.nr] == INGET and not _ar_kryss(s)]
    tal = [
        s
        for s in lediga
        if s.tal >= 0.5 or not s.orden or _oraknad(s) or _kallad_antal(s)
    ]
    for s in tal:
        # A column of sums by its heading, but «Antal totalt» alone is the count.
        if ar_summa(s.rubrik) or any(ar_summa(str(d)) for d in s.delar):
            val.roller[s.nr] = SUMMA
    tal = [s for s in tal if val.roller[s.nr] == INGET and s.orden]
    alla_tider = [s for s in tal if s.tidord and TAL not in s.roller]
    med_tid = [s for s in alla_tider if not s.decimaler]
    if med_tid:
        # A count with decimals is an error to be told of, not a column to leave out.
        med_tid += [
            s
            for s in alla_tider
            if s.decimaler and not any(s.tidord == o.tidord for o in med_tid)
        ]
        _over_tid(med_tid, tal, val)
        _ord_i_rubriker(med_tid, val, koder)
    else:
        _utan_tid(tal, val, koder, blad, spalter)
    if not any(r in (VARDE, ANTAL) for r in val.roller):
        _summan_ar_antalet(spalter, val)


def _ar_kryss(s):
    """A column that is ticked for some of the cases."""
    return bool(s.orden) and {str(v).casefold() for v in s.orden} <= KRYSS


def _kallad_antal(s):
    """A column that is called the count stays one, with words in some of its cells."""
    return s.tal > 0 and bool(KALLAD_ANTAL.match(s.rubrik))


def _oraknad(s):
    return bool(s.orden) and all(str(v).startswith("#") for v in s.orden)


def _over_tid(med_tid, tal, val):
    """Months beside their quarters or years: the finest count, the others are sums."""
    for s in tal:
        val.roller[s.nr] = TAL
    for s in med_tid:
        samma = [o for o in med_tid if o.namn == s.namn and _samma_ar(o, s)]
        finast = min(map(_langd, samma))
        val.roller[s.nr] = VARDE if _langd(s) == finast else SUMMA
    _en_gang(med_tid, val)


def _en_gang(med_tid, val):
    """Two columns for the same time and words are two tables: the first is read."""
    sedda, dubbla = set(), []
    for s in med_tid:
        nyckel = (s.namn.casefold(), s.tidord)
        if val.roller[s.nr] == VARDE and nyckel in sedda:
            val.roller[s.nr] = TAL
            dubbla.append(s)
        sedda.add(nyckel)
    if dubbla:
        # The words between the two belong to the one that is not read.
        sist = max(nr for nr in range(dubbla[0].nr) if val.roller[nr] == VARDE)
        val.roller[sist + 1 : dubbla[0].nr] = [TAL] * (dubbla[0].nr - sist - 1)
        namn = ", ".join(s.rubrik for s in dubbla[:6])
        val.saker = False
        val.skal.append(
            "Flera kolumner gäller samma tid, som när två tabeller står bredvid "
            f"varandra. Bara de första räknas, inte {namn}. Dela upp "
            "tabellerna i filen om de andra ska med."
        )


def _samma_ar(en, annan):
    return None in (en.tidord.ar, annan.tidord.ar) or en.tidord.ar == annan.tidord.ar


def _langd(s):
    return s.tidord.langd if s.tidord.manad else 12


def _ord_i_rubriker(spalter, val, koder):
    """What the headings say beside the time: a kind, an environment, a district."""
    orden = {s.namn for s in spalter if s.namn and val.roller[s.nr] == VARDE}
    if len(orden) > 1 or (orden and koder.andel(DELOMRADE, orden) == 1):
        val.kolumnfalt = falt_for(orden, koder) or UPPDELNING
        _fraga_om_matt(val)


def _fraga_om_matt(val):
    """Words over the counts that are no known kind may be measures."""
    if val.kolumnfalt == UPPDELNING and SUMMA not in val.roller:
        val.saker = False
        val.skal.append(
            "Flera kolumner har tal, och alla räknas ihop. Är någon av dem något annat "
            "än ett antal, ändra vad den är."
        )


def falt_for(orden, koder, roller=()):
    """Return the coded field that most of the words fit, "" when none does."""
    poang = {falt: koder.andel(falt, orden) for falt in KODADE}
    for falt in KODADE:
        if falt in roller:
            poang[falt] += 0.6
            # The first word of the heading weighs more than the ones after
            if roller[0] == falt:
                poang[falt] += 0.1
    poang[DELOMRADE] += 0.05
    bast = max((MILJO, DELOMRADE, SLAG, PLATS), key=poang.get)
    return bast if poang[bast] >= 0.5 else ""


def _utan_tid(tal, val, koder, blad, spalter):
    antal = [s for s in tal if s.roller[:1] == [ANTAL] or ANTAL in s.roller]
    antal = [s for s in antal if not s.decimaler and TAL not in s.roller]
    ovriga = [s for s in tal if s not in antal]
    duger = [
        s
        for s in ovriga
        if not s.decimaler and TAL not in s.roller and ARENDE not in s.roller
    ]
    for s in tal:
        val.roller[s.nr] = TAL
    ar_lista = _ar_lista(blad, spalter, val)
    antal = handelserna(antal, val, koder, ar_lista=ar_lista)
    if len(antal) > 1 and _delar_falt(antal, koder):
        _som_varden(antal, val, koder)
    elif antal:
        val.roller[antal[0].nr] = ANTAL
        if len(antal) > 1:
            val.skal.append("Flera kolumner kan vara antalet. Den första är vald.")
            val.saker = False
    elif ar_lista and not (len(duger) > 1 and _ar_slag(duger, koder)):
        return
    elif len(duger) > 1:
        _som_varden(duger, val, koder)
    elif duger:
        val.roller[duger[0].nr] = ANTAL


def _delar_falt(spalter, koder):
    """«Antal Hot», «Antal Klotter»: one column for each kind, not several measures."""
    return bool(falt_for({utan_antal(s.namn) for s in spalter}, koder))


def _ar_slag(spalter, koder):
    """In a list of cases numbers are counts only under words that all are kinds."""
    orden = {utan_antal(s.namn) for s in spalter}
    return any(koder.andel(falt, orden) == 1 for falt in KODADE)


def _som_varden(spalter, val, koder):
    for s in spalter:
        val.roller[s.nr] = VARDE
    orden = {utan_antal(s.namn) for s in spalter}
    val.kolumnfalt = falt_for(orden, koder) or UPPDELNING
    _fraga_om_matt(val)


def _ar_lista(blad, spalter, val):
    """Whether each row is a case: it has a number of its own, or a day."""
    if any(k.get("slappt") == ARENDE for k in blad["kolumner"]):
        return True
    return any(val.roller[s.nr] == DATUM and s.dagar >= 0.5 for s in spalter)


def _summan_ar_antalet(spalter, val):
    summor = [s for s in spalter if val.roller[s.nr] == SUMMA and s.orden]
    if (summor and not any(val.roller[s.nr] == DATUM for s in spalter)) or (
        len(summor) == 1 and not _oraknad(summor[0]) and not summor[0].decimaler
    ):
        val.roller[summor[0].nr] = ANTAL


def _kategorier(spalter, val, koder):
    """Columns of words: the field they fit best, each field once."""
    ord_ = [
        s
        for s in spalter
        if val.roller[s.nr] == INGET and s.orden and (s.tal < 0.5 or _ar_kryss(s))
    ]
    forslag = []
    for s in ord_:
        orden = [o for o in s.orden if not ar_summa(o)]
        poang = {falt: koder.andel(falt, orden) for falt in KODADE}
        for plats, falt in enumerate(r for r in s.roller if r in KODADE):
            poang[falt] += 0.8 - 0.1 * plats
        for falt, varde in poang.items():
            forslag.append((varde, -s.nr, falt, s.nr))
        val.roller[s.nr] = UPPDELNING
    upptagna, klara = {val.kolumnfalt}, set()
    for varde, _, falt, nr in sorted(forslag, key=_ordning, reverse=True):
        if varde >= 0.5 and falt not in upptagna and nr not in klara:
            val.roller[nr] = falt
            upptagna.add(falt)
            klara.add(nr)


def _ordning(forslag):
    varde, vanster, falt, _ = forslag
    return varde, (DELOMRADE, MILJO, SLAG, PLATS).index(falt) * -1, vanster
