"""Recurrence: «kvartalsvis», «två gånger per år», «vartannat år», «varje oktober»."""

from .lexem import Lexem
from .varden import Aterkommer

_PER_AR = {
    "dag": 365,
    "vecka": 52,
    "manad": 12,
    "kvartal": 4,
    "tertial": 3,
    "halvar": 2,
    "termin": 2,
    "ar": 1,
}
_NAMN = {
    365: Aterkommer.DAGLIGEN,
    52: Aterkommer.VECKOVIS,
    26: Aterkommer.VARANNAN_VECKA,
    24: Aterkommer.VARANNAN_VECKA,
    12: Aterkommer.MANADSVIS,
    6: Aterkommer.VARANNAN_MANAD,
    4: Aterkommer.KVARTALSVIS,
    3: Aterkommer.TERTIALVIS,
    2: Aterkommer.HALVARSVIS,
    1: Aterkommer.ARLIGEN,
    1 / 2: Aterkommer.VARTANNAT_AR,
    1 / 3: Aterkommer.VART_TREDJE_AR,
    1 / 4: Aterkommer.VART_FJARDE_AR,
}
# How many times is not when: «tre gånger per år» need not be once a tertial.
_ANTAL = {
    3: Aterkommer.TRE_GANGER_PER_AR,
    4: Aterkommer.FYRA_GANGER_PER_AR,
    6: Aterkommer.FLERA_GANGER_PER_AR,
}
_NARA = 0.09
_ADVERB = {
    Aterkommer.DAGLIGEN: "dag",
    Aterkommer.VECKOVIS: "vecka",
    Aterkommer.MANADSVIS: "manad",
    Aterkommer.KVARTALSVIS: "kvartal",
    Aterkommer.TERTIALVIS: "tertial",
    Aterkommer.TERMINSVIS: "termin",
    Aterkommer.HALVARSVIS: "halvar",
    Aterkommer.ARLIGEN: "ar",
}
_TIDER = {"MANAD", "ARSTID", "TERMIN", "LASAR", "LOV"}

Traff = tuple[Aterkommer, int] | None


def las_aterkomst(rad: list[Lexem], i: int) -> Traff:
    """Aterkommer recurrence at ``i``: (Aterkommer, next position) or None.

    «varje oktober» is yearly and leaves «oktober» to be read as a time.
    """
    klass = rad[i].klass
    if klass == "ADVERB":
        return rad[i].varde, i + 1
    if klass in ("VARJE", "VARANNAN"):
        return _varje(rad, i)
    if klass in ("tal", "ANTAL", "FLERA"):
        return _ganger(rad, i)
    per = klass == "PER" or (klass == "sned" and rad[i + 1].klass == "ENHET")
    if per and (enhet := _enhet(rad, i + 1)):
        return _namn(1, enhet), i + 2
    if klass == "GANG" and (per := _per(rad, i + 1)):
        return _namn(1, per[0]), per[1]
    return None


def _namn(ganger: int, enhet: str, vart: int = 1) -> Aterkommer:
    if enhet == "mandatperiod":
        return Aterkommer.MANDATPERIODSVIS if ganger == 1 else Aterkommer.FLERARSVIS
    if enhet == "termin" and ganger == vart == 1:
        return Aterkommer.TERMINSVIS
    per_ar = ganger * _PER_AR[enhet] / vart
    helt = round(per_ar)
    if vart > 1 and abs(helt - per_ar) < _NARA * per_ar:
        per_ar = helt  # «var 14:e dag» is every other week
    return (
        (_ANTAL.get(per_ar) if ganger > 1 else None)
        or _NAMN.get(per_ar)
        or (Aterkommer.FLERA_GANGER_PER_AR if per_ar > 1 else Aterkommer.FLERARSVIS)
    )


def _enhet(rad: list[Lexem], i: int) -> str:
    """The unit that a frequency is counted in, or ""."""
    if rad[i].klass == "ENHET":
        return rad[i].varde
    if rad[i].klass in ("ARET", "LASAR"):
        return "ar"
    if rad[i].klass == "PERIODSTART":
        return rad[i].varde
    if rad[i].klass == "KORT" and rad[i].varde in ("vecka", "kvartal"):
        return rad[i].varde
    return "dag" if rad[i].klass == "VECKODAG" else ""


def _varje(rad: list[Lexem], i: int) -> Traff:
    vart = 2 if rad[i].klass == "VARANNAN" else 1
    i += 1
    if rad[i].klass in ("tal", "ORDNING"):
        vart = _tal(rad[i])
        i += 1
    if vart < 1 or vart > 99:
        return None
    if rad[i].klass == "VECKODAG":
        return (Aterkommer.VARANNAN_VECKA if vart == 2 else Aterkommer.VECKOVIS), i + 1
    if enhet := _enhet(rad, i):
        return _namn(1, enhet, vart), i + 1
    if rad[i].klass in _TIDER or rad[i].klass == "DEL":
        return _namn(1, "ar", vart), i
    return None


def _tal(lexem: Lexem) -> int:
    if lexem.klass == "tal":
        return int(lexem.varde) if len(lexem.varde) <= 2 else 0
    return lexem.varde if isinstance(lexem.varde, int) else 0


def _ganger(rad: list[Lexem], i: int) -> Traff:
    """«en gång per år», «1–2 ggr/termin», «4 möten per år», «flera gånger om året»."""
    flera = rad[i].klass == "FLERA"
    ganger = 0 if flera else _tal(rad[i])
    if not flera and not ganger:
        return None
    i += 1
    if rad[i].klass == "streck" and rad[i + 1].klass == "tal":
        i += 2  # «1–2 ggr» promises the lower number
    for _ in range(2):
        if rad[i].klass in ("GANG", "ord"):
            i += 1
    per = _per(rad, i)
    if per is None:
        return None
    namn = Aterkommer.FLERA_GANGER_PER_AR if flera else _namn(ganger, per[0])
    return namn, per[1]


def _per(rad: list[Lexem], i: int) -> tuple[str, int] | None:
    """«per år», «/år», «om året», «i månaden», «varje termin», «årligen»."""
    if rad[i].klass == "ADVERB" and rad[i].varde in _ADVERB:
        return _ADVERB[rad[i].varde], i + 1
    om = rad[i].rad in ("om", "i", "under") and rad[i + 1].klass in ("ENHET", "ARET")
    if rad[i].klass in ("PER", "sned", "VARJE") or om:
        enhet = _enhet(rad, i + 1)
        return (enhet, i + 2) if enhet else None
    return None
