"""What other boards' enkäter showed, beside one's own. Never added together."""

from dataclasses import dataclass

from django.conf import settings

from lagesbild.enkatfragor.lista import fragor_for
from lagesbild.enkatresultat.delar import Andel
from lagesbild.enkatresultat.fragan import svarsord
from lagesbild.enkatresultat.rakna import koder_i
from lagesbild.enkatresultat.skydd import andel
from lagesbild.rojande import ALLA, Axel, Cell, Rojer, Tabell, skydda


@dataclass(frozen=True)
class AnnanKolumn:
    """Another board's answers to a question: who, of how many, and each Andel."""

    fran: str
    svarande: str
    andelar: tuple[Andel, ...]


@dataclass(frozen=True)
class Bredvid:
    """One question's rows: words, own Andel or None, others' as (board, Andel)."""

    fraga: str
    kolumner: tuple[AnnanKolumn, ...]
    rader: tuple[tuple[str, Andel | None, tuple[tuple[str, Andel], ...]], ...]


def andras_bredvid(enkat, resultat):
    """Return a Bredvid for each of the enkät's questions that others have told of."""
    andra = {}
    for rad in enkat.lagesbild.andras_resultat.order_by("fran", "pk"):
        andra.setdefault(rad.fraga, []).append(rad)
    egna = {f.kod: f for f in resultat.fragor}
    return tuple(
        _bredvid(fraga, egna.get(fraga["kod"]), andra[fraga["kod"]])
        for fraga in fragor_for(enkat)
        if fraga["kod"] in andra
    )


def _bredvid(fraga, egen, andra):
    kolumner = tuple(_kolumn(fraga, rad) for rad in andra)
    vara = {r.kod: r.alla for r in egen.rader} if egen else {}
    rader = tuple(
        (text, vara.get(kod), tuple((k.fran, k.andelar[nr]) for k in kolumner))
        for nr, (kod, text) in enumerate(svarsord(fraga))
    )
    return Bredvid(fraga["fraga"], kolumner, rader)


def _kolumn(fraga, rad):
    koder = koder_i(fraga)
    celler = visade(rad, koder, flerval=fraga["slag"] == "flera")
    av = Cell(rad.svarande)
    return AnnanKolumn(
        fran=rad.fran,
        svarande=_av(rad),
        andelar=tuple(andel(celler[kod], av) for kod in koder),
    )


def _av(rad):
    if rad.tillfragade:
        return f"{rad.svarande} av {rad.tillfragade} svarade"
    return f"{rad.svarande} svarade"


def visade(rad, koder, *, flerval):
    """Return {code: Cell} of another board's numbers as they may be shown.

    A whole table is protected as one's own is; one number that is left out can be
    counted, and so is part of it. One with more gaps was protected by whoever made it,
    and more numbers can't be hidden so that they hang together: then only those that
    are small themselves are.
    """
    troskel = settings.SMATALSGRANS
    dolda = dict.fromkeys(koder, Cell(None, "foljd", troskel))
    antal = _med_resten(rad, koder, flerval)
    if rad.svarande < troskel:
        return dolda
    if len(antal) < len(koder):
        stora = {k: Cell(n) for k, n in antal.items() if n >= troskel or not n}
        return dolda | stora
    try:
        skyddat = skydda([_tabell(antal, rad.svarande, flerval)], troskel=troskel)
    except (Rojer, ValueError):
        return dolda
    return {kod: skyddat.cell("andra", svar=kod) for kod in koder}


def _med_resten(rad, koder, flerval):
    antal = {kod: rad.antal[kod] for kod in koder if kod in rad.antal}
    saknas = [kod for kod in koder if kod not in antal]
    if len(saknas) == 1 and not flerval:
        antal[saknas[0]] = max(0, rad.svarande - sum(antal.values()))
    return antal


def _tabell(antal, svarande, flerval):
    tal = {(kod,): n for kod, n in antal.items()}
    if flerval:
        tal[(ALLA,)] = svarande
    return Tabell("andra", (Axel("svar", tuple(antal), flerval=flerval),), tal)
