"""Shares as lying bars on a scale of 0 to 100 per cent."""

from dataclasses import dataclass

from blanketter.rutin.matt import bredd, radbryt
from lagesbild.diagram.former import DOV, Ord, Stapel, Tabell, Varde
from lagesbild.diagram.ritning import i_ord
from vbeplan.tema.for_mallar import ForMallar

BREDD, TEXT, RAD = 320, 13, 18
SPAR = 250  # as long is 100 per cent; the figure stands after the bar
NU, FORR = 14, 10  # how high the bars are


@dataclass(frozen=True, slots=True)
class Andelsrad:
    """One answer: its words, its share in per cent and the one before, if any."""

    namn: str
    nu: Varde | None
    forr: Varde | None = None


@dataclass(frozen=True, slots=True)
class Andelsdiagram(ForMallar):
    """One drawing with all the answers of a question, and its table."""

    rubrik: str
    nu: str
    forr: str
    titel: str
    bredd: int
    hojd: int
    staplar: tuple[Stapel, ...]
    ord: tuple[Ord, ...]
    tabell: Tabell


def andelar(rubrik, rader, *, nu, forr="", budskap=""):
    """Return a chart of shares; a hidden one is its words and has no bar."""
    y, staplar, ord_ = 0, [], []
    har_forr = any(rad.forr for rad in rader)
    for rad in rader:
        for text in radbryt(rad.namn, TEXT, BREDD):
            y += RAD
            ord_.append(Ord(0, y - 4, text, TEXT))
        y = _stapla(staplar, ord_, rad.nu, y + 1, NU, ar_nu=True)
        if har_forr:
            y = _stapla(staplar, ord_, rad.forr, y + 3, FORR, ar_nu=False)
        y += 8
    return Andelsdiagram(
        rubrik,
        nu,
        forr if har_forr else "",
        _titel(rubrik, rader, nu, forr if har_forr else "", budskap),
        BREDD,
        max(y, RAD),
        tuple(staplar),
        tuple(ord_),
        _tabell(rubrik, rader, nu, forr if har_forr else ""),
    )


def _stapla(staplar, ord_, varde, y, hojd, *, ar_nu):
    text = i_ord(varde)
    vidd = 0
    if varde and varde.tal is not None:
        vidd = min(SPAR, round(SPAR * varde.tal / 100))
    if vidd:
        staplar.append(Stapel(0, y, vidd, hojd, ar_nu))
    x = vidd + 6 if vidd else 0
    storlek = TEXT if ar_nu else TEXT - 1
    x = min(x, int(BREDD - bredd(text, storlek, 600)))
    farg = {} if ar_nu else {"farg": DOV}
    ord_.append(Ord(x, y + hojd - 2, text, storlek, 600 if ar_nu else 400, **farg))
    return y + hojd


def _titel(rubrik, rader, nu, forr, budskap):
    delar = [f"{rubrik}: {budskap}" if budskap else rubrik]
    for rad in rader:
        fore = f", {forr} {i_ord(rad.forr)}" if forr else ""
        delar.append(f"{rad.namn}: {nu} {i_ord(rad.nu)}{fore}")
    return ". ".join(delar) + "."


def _tabell(rubrik, rader, nu, forr):
    kolumner = (nu, forr) if forr else (nu,)
    innehall = [
        (rad.namn, tuple(map(i_ord, (rad.nu, rad.forr)[: len(kolumner)])))
        for rad in rader
    ]
    return Tabell.av(rubrik, kolumner, innehall)
