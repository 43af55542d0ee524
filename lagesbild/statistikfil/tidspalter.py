"""Which columns say when: guessed by their words, and one of them chosen."""

import re

from lagesbild.statistikfil.ord import ANTAL, AR, DATUM, INGET, MANAD, VARDE, VECKA
from lagesbild.statistikfil.tid import las_rubriktid
from lagesbild.statistikfil.varden import ar_dagtal

_SENARE = re.compile(
    r"åtgärd|avslut|klar|saner|stäng|ändrad|uppdat|slut|svar|beslut", re.IGNORECASE
)


_HANDELSEDAG = re.compile(r"händelse|inträffa|brott|upptäck", re.IGNORECASE)


def tidkolumner(spalter, val):
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


def bara_en_tid(spalter, val):
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
        return
    # «v. 9–10» is no kind of event: better refused than counted without its time.
    perioder = [
        s
        for s in spalter
        if s.roller[:1] in ([VECKA], [MANAD])
        and s.tal < 0.5
        and all(re.search(r"\d", str(v)) for v in s.orden)
    ]
    if perioder and perioder[0].orden:
        val.roller[perioder[0].nr] = perioder[0].roller[0]


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
