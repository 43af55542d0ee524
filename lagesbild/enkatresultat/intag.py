"""The rows of another board's file → results to keep, and why some were left out."""

from dataclasses import dataclass, field

from lagesbild.enkatresultat.kolumner import (
    ANTAL,
    AR,
    FRAGEKOD,
    GRUPP,
    NAMND,
    SVARANDE,
    SVARSKOD,
    TILLFRAGADE,
)  # fmt: skip
from lagesbild.enkatresultat.rakna import koder_i
from lagesbild.statistikfil.tal import DOLT, TalFel, las_antal

KRAVS = (NAMND, FRAGEKOD, SVARSKOD, ANTAL, SVARANDE)
FEL_KOLUMNER = (
    "Filen saknar kolumnen {}. Den ska vara hämtad som Excel eller CSV på den andra "
    "nämndens resultatsida. Be om en ny fil, eller skriv in svaren för hand."
)
LANGST_NAMN = 120


class FelFil(ValueError):  # noqa: N818 — «fel» is Swedish for error
    """The file can't be taken in at all; the text is Swedish and says what to do."""


@dataclass
class Annat:
    """One board's answers to one question."""

    fran: str
    fraga: str
    svarande: int
    tillfragade: int | None
    antal: dict[str, int] = field(default_factory=dict)


@dataclass
class Intag:
    """`avvisade`: (row's number in the file, why)."""

    resultat: list[Annat]
    avvisade: list[tuple[int, str]]


def tolka(rader, fragor, *, ar):
    """Return an Intag of a file's rows. Raises FelFil.

    `fragor` are those that the results may be about, `ar` the picture's year. Rows of a
    group are left aside in silence: only all of them are shown beside one's own.
    """
    rubrikrad, plats = _huvudet(rader)
    kanda = {f["kod"]: koder_i(f) for f in fragor if koder_i(f)}
    ut, avvisade = {}, []
    for nr, celler in enumerate(rader[rubrikrad + 1 :], rubrikrad + 2):
        rad = {namn: _cell(celler, i) for namn, i in plats.items()}
        if not any(rad.values()) or rad.get(GRUPP) or not rad[SVARSKOD]:
            continue
        try:
            _en_rad(rad, kanda, ar, ut)
        except (FelFil, TalFel) as fel:
            avvisade.append((nr, str(fel)))
    hela = [a for a in ut.values() if _hanger_ihop(a, avvisade)]
    return Intag(hela, avvisade)


def _huvudet(rader):
    """Return (the header's index, {column: place}); it may have titles above it."""
    for nr, rad in enumerate(rader[:20]):
        celler = [str(c).strip() for c in rad]
        if FRAGEKOD in celler:
            plats = {namn: i for i, namn in enumerate(celler) if namn}
            if saknas := [namn for namn in KRAVS if namn not in plats]:
                raise FelFil(FEL_KOLUMNER.format(f"”{saknas[0]}”"))
            return nr, plats
    raise FelFil(FEL_KOLUMNER.format(f"”{FRAGEKOD}”"))


def _cell(celler, plats):
    varde = celler[plats] if plats < len(celler) else ""
    return varde.strip() if isinstance(varde, str) else varde


def _en_rad(rad, kanda, ar, ut):
    fran, fraga, svar = (str(rad[n]) for n in (NAMND, FRAGEKOD, SVARSKOD))
    if rad.get(AR) and las_antal(rad[AR]) != ar:
        raise FelFil(f"Svaret gäller {rad[AR]}, men lägesbilden är för {ar}.")
    if not fran or len(fran) > LANGST_NAMN:
        raise FelFil(f"Nämndens namn saknas, eller är längre än {LANGST_NAMN} tecken.")
    if fraga not in kanda:
        raise FelFil(f"Frågan ”{fraga[:40]}” finns inte bland stadens frågor.")
    svar = str(las_antal(svar)) if svar.endswith(".0") else svar
    if svar not in kanda[fraga]:
        raise FelFil(f"Svaret ”{svar[:40]}” går inte att välja på den frågan.")
    svarande, antal = las_antal(rad[SVARANDE]), las_antal(rad[ANTAL])
    if not isinstance(svarande, int):
        raise FelFil("Det står inte hur många som svarade på frågan.")
    annat = ut.setdefault(
        (fran, fraga), Annat(fran, fraga, svarande, _tal(rad.get(TILLFRAGADE)))
    )
    if antal not in (None, DOLT):
        annat.antal[svar] = antal


def _tal(varde):
    antal = las_antal(varde)
    return antal if isinstance(antal, int) else None


def _hanger_ihop(annat, avvisade):
    """Tell whether no answer is of more than those who answered."""
    if fel := orimligt(annat):
        avvisade.append((0, f"{annat.fran}, {annat.fraga}: {fel}"))
    return not fel


def orimligt(annat):
    """Return why the numbers can't be right, else ""."""
    if annat.tillfragade is not None and annat.tillfragade < annat.svarande:
        return "De som svarade är fler än de tillfrågade."
    if any(tal > annat.svarande for tal in annat.antal.values()):
        return f"Ett av svaren har fler än de {annat.svarande} som svarade på frågan."
    return ""
