"""What each column of a table is, guessed by its heading and by what stands in it."""

import re
from dataclasses import dataclass, field

from lagesbild.statistikfil.ord import (
    ANTAL,
    AR,
    ARENDE,
    DATUM,
    DELOMRADE,
    INGET,
    KODADE,
    MANAD,
    MILJO,
    PLATS,
    SLAG,
    SUMMA,
    TAL,
    UPPDELNING,
    VARDE,
    VECKA,
    ar_summa,
)
from lagesbild.statistikfil.spalter import numrerade_manader, se_pa
from lagesbild.statistikfil.tid import las_rubriktid
from lagesbild.statistikfil.varden import ar_dagtal

_SENARE = re.compile(
    r"åtgärd|avslut|klar|saner|stäng|ändrad|uppdat|slut|svar|beslut", re.IGNORECASE
)
KRYSS = {"x", "xx", "ja", "nej"}
_HANDELSEDAG = re.compile(r"händelse|inträffa|brott|upptäck", re.IGNORECASE)


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
    _tidkolumner(spalter, val)
    _vardekolumner(spalter, val, koder, blad)
    _kategorier(spalter, val, koder)
    _bara_en_tid(spalter, val)
    return val


def _tidkolumner(spalter, val):
    for s in spalter:
        if s.orden and (roll := _tidroll(s)):
            val.roller[s.nr] = roll


def _tidroll(s):
    """Return the role of a column that says when, "" for every other."""
    if s.tidord and s.tal > 0.8:
        return ""  # numbers under «Tertial 1»
    heltal = [v for v in map(_som_heltal, s.orden) if v is not None]
    bara_heltal = len(heltal) == len(s.orden)
    if DATUM in s.roller and ar_dagtal(s.orden):
        return DATUM
    if bara_heltal and VECKA in s.roller and _mest(heltal, 1, 53):
        return VECKA
    if MANAD in s.roller and len(heltal) * 2 > len(s.orden) and _mest(heltal, 1, 12):
        return MANAD
    if bara_heltal and _ar_artal(s, heltal):
        return AR
    if bara_heltal and DATUM not in s.roller and s.dagar < 0.5 and s.tid < 1:
        return ""
    if s.tid >= 0.5 and not (s.tal > 0.8 and not s.dagar and not s.roller):
        return DATUM if s.dagar >= 0.4 else MANAD
    return DATUM if s.roller[:1] == [DATUM] and s.tid > 0.2 else ""


def _ar_artal(s, heltal):
    if AR in s.roller:
        return _mest(heltal, 1990, 2100)
    ar_antal = s.tidord or ANTAL in s.roller or s.nr > 3
    return all(1990 <= v <= 2100 for v in heltal) and not ar_antal


def _mest(heltal, fran, till):
    return sum(fran <= v <= till for v in heltal) > 0.6 * len(heltal)


def _som_heltal(varde):
    text = str(varde).strip()
    return int(text) if re.fullmatch(r"\d{1,6}", text) else None


def _vardekolumner(spalter, val, koder, blad):
    """The columns that hold counts: one of counts, or several by time or by kind."""
    lediga = [s for s in spalter if val.roller[s.nr] == INGET and not _ar_kryss(s)]
    tal = [s for s in lediga if s.tal >= 0.5 or not s.orden or _oraknad(s)]
    for s in tal:
        # A column of sums by its heading, but «Antal totalt» alone is the count.
        if ar_summa(s.rubrik) or any(ar_summa(str(d)) for d in s.delar):
            val.roller[s.nr] = SUMMA
    tal = [s for s in tal if val.roller[s.nr] == INGET and s.orden]
    med_tid = [s for s in tal if s.tidord and not s.decimaler and TAL not in s.roller]
    if med_tid:
        _over_tid(med_tid, tal, val)
        _ord_i_rubriker(med_tid, val, koder)
    else:
        _utan_tid(tal, val, koder, blad, spalter)
    if not any(r in (VARDE, ANTAL) for r in val.roller):
        _summan_ar_antalet(spalter, val)


def _ar_kryss(s):
    """A column that is ticked for some of the cases."""
    return bool(s.orden) and {str(v).casefold() for v in s.orden} <= KRYSS


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


def _samma_ar(en, annan):
    return None in (en.tidord.ar, annan.tidord.ar) or en.tidord.ar == annan.tidord.ar


def _langd(s):
    return s.tidord.langd if s.tidord.manad else 12


def _ord_i_rubriker(spalter, val, koder):
    """What the headings say beside the time: a kind, an environment, a district."""
    orden = {s.namn for s in spalter if s.namn and val.roller[s.nr] == VARDE}
    if len(orden) > 1 or (orden and koder.andel(DELOMRADE, orden) == 1):
        val.kolumnfalt = falt_for(orden, koder) or UPPDELNING


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
    if len(antal) > 1 and _delar_falt(antal, koder):
        _som_varden(antal, val, koder)
    elif antal:
        val.roller[antal[0].nr] = ANTAL
        if len(antal) > 1:
            val.skal.append("Flera kolumner kan vara antalet. Den första är vald.")
            val.saker = False
    elif ar_lista and not (len(duger) > 1 and _delar_falt(duger, koder)):
        return
    elif len(duger) > 1:
        _som_varden(duger, val, koder)
    elif duger:
        val.roller[duger[0].nr] = ANTAL


def _delar_falt(spalter, koder):
    """«Antal Hot», «Antal Klotter»: one column for each kind, not several measures."""
    return bool(falt_for({_utan_antal(s.namn) for s in spalter}, koder))


def _utan_antal(namn):
    return re.sub(r"^antal\s+", "", namn, flags=re.IGNORECASE)


def _som_varden(spalter, val, koder):
    for s in spalter:
        val.roller[s.nr] = VARDE
    orden = {_utan_antal(s.namn) for s in spalter}
    val.kolumnfalt = falt_for(orden, koder) or UPPDELNING
    if val.kolumnfalt == UPPDELNING and SUMMA not in val.roller:
        val.saker = False
        val.skal.append(
            "Flera kolumner har tal, och alla räknas ihop. Är någon av dem något annat "
            "än ett antal, ändra vad den är."
        )


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


def _bara_en_tid(spalter, val):
    """One column says when. The day of the event goes before the day of the report."""
    dagar = [s for s in spalter if val.roller[s.nr] == DATUM]
    manader = [s for s in spalter if val.roller[s.nr] == MANAD]
    hela = [s for s in manader if all(_har_ar(v) for v in s.orden[:20])]
    if dagar:
        behall = [max(dagar, key=_som_dag)]
        bort = (DATUM, MANAD, AR, VECKA)
    elif manader:
        behall, bort = (hela or manader)[:1], (MANAD, VECKA)
    else:
        _enligt_rubriken(spalter, val)
        return
    for s in spalter:
        if val.roller[s.nr] in bort and s not in behall:
            val.roller[s.nr] = INGET


def _enligt_rubriken(spalter, val):
    """A column called a date is one, even when nothing in it can be read as that."""
    if AR in val.roller or VECKA in val.roller or VARDE in val.roller:
        return
    kallade = [s for s in spalter if s.roller[:1] == [DATUM] and s.tal < 0.5]
    if kallade:
        val.roller[kallade[0].nr] = DATUM


def _som_dag(s):
    return (
        bool(_HANDELSEDAG.search(s.rubrik)),
        not _SENARE.search(s.rubrik),
        s.tid,
        -s.nr,
    )


def _har_ar(varde):
    tid = las_rubriktid(varde)
    return tid is not None and tid.ar is not None


ROLLORD = {
    DATUM: "Datum",
    MANAD: "Månad, kvartal eller tertial",
    AR: "År",
    VECKA: "Vecka",
    MILJO: "Miljö",
    SLAG: "Händelse",
    PLATS: "Sorts plats",
    DELOMRADE: "Delområde",
    UPPDELNING: "Annan uppdelning",
    ANTAL: "Antal",
    VARDE: "Antal, tid eller slag står i rubriken",
    SUMMA: "Summa, räknas inte med",
    TAL: "Annat tal, räknas inte",
    INGET: "Används inte",
}
