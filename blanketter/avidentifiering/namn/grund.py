"""How likely a word is somebody's name before its neighbours have been asked."""

from blanketter.avidentifiering.namn.efternamn import liknar_efternamn
from blanketter.avidentifiering.namn.ledtradar import ar_rollord, ar_sak
from blanketter.avidentifiering.namn.ordform import namnlikhet
from blanketter.avidentifiering.namn.ordlista import (
    EGEN,
    ENGELSKA,
    FORNAMN,
    GRUPP,
    KAND,
    NAMN,
    ORD,
    ORT,
    STARK,
    VARIANT,
    ordlista,
)
from blanketter.avidentifiering.namn.ordstycken import (
    BLANDAT,
    GEMEN,
    SIFFRA,
    VERSALER,
    Ord,
)

TROSKEL = 3.0  # points that make a name
ALDRIG = -9.0
KORT = 3  # letters; shorter lower-case words are seldom names
AKRONYM = 4
LANG_FORKORTNING = 4
NAMNLIKT = 3.0
LANGT = 13  # longer words that no list has are compounds

# How the text is written: with capitals as usual, without, or in nothing but capitals.
VANLIGT, GEMENT, VERSALT = range(3)


def skrivsatt(orden: list[Ord]) -> int:
    """Return how a text is written, by its words."""
    gemena = sum(ett.skrivet == GEMEN for ett in orden)
    versala = sum(ett.skrivet == VERSALER and len(ett.text) > 1 for ett in orden)
    if versala > 2 and versala > 2 * gemena:
        return VERSALT
    stora = sum(ett.versal and not ett.borjar for ett in orden)
    alla_borjar_stort = all(ett.versal or ett.skrivet == SIFFRA for ett in orden[:1])
    return VANLIGT if stora or alla_borjar_stort else GEMENT


def grundpoang(ett: Ord, satt: int) -> float:
    """Return the points a word has of itself; `TROSKEL` makes it a name."""
    if ett.skrivet == SIFFRA or len(ett.text) < 2 or ett.aldrig or _ar_sak(ett):
        return ALDRIG
    if ett.skrivet == GEMEN or satt == VERSALT:
        return _gement(ett, satt)
    if ett.skrivet == VERSALER and len(ett.stam) < AKRONYM:
        return ALDRIG
    if ett.skrivet == BLANDAT and len(ett.text) < LANG_FORKORTNING:
        return ALDRIG  # «SoL», «BrB»
    poang = _namngiven(ett) if ett.ar(NAMN) else _okand(ett)
    if ett.skrivet == VERSALER:
        poang -= 0.5 if ett.ar(NAMN) and not ett.ar(VARIANT) else 3
    if ett.skrivet == BLANDAT:
        poang -= 1
    return poang


def _ar_sak(ett):
    """Whether it is a thing called after a name: «Hitler-affischen», or has a role."""
    if ar_rollord(ett.gemen) or (not ett.ar(NAMN) and ar_sak(ett.gemen)):
        return True
    if ett.text.isalpha():
        return False
    sist = ett.text.rpartition("-")[2]
    uppkallad = "-" in ett.text and ett.skrivet != GEMEN and sist[:1].islower()
    return uppkallad or any(tecken.isdigit() for tecken in ett.text)


def _gement(ett, satt):
    if not ett.ar(NAMN):
        return _okant_gement(ett)
    if len(ett.text) < KORT:
        return ALDRIG
    generos = 1.0 if satt != VANLIGT else 0.0
    poang = 3.0 + generos if ett.ar(FORNAMN) else 0.5 + generos
    if ett.ar(STARK):
        return poang - 0.5 if ett.vanligt else poang
    if ett.vanligt:
        return poang - 5.0
    osakert = ett.ar(VARIANT)
    if osakert:
        poang -= 2
    if ett.ar(ORT | GRUPP | KAND):
        poang -= 2.5
    if ett.ar(ENGELSKA):
        poang -= 2
    if len(ett.stam) <= KORT:
        poang -= 1 if osakert else 0.5
    return poang


def _okant_gement(ett):
    """A word that no list has, in small letters: a name only if much says so."""
    kant = ett.vanligt or ett.sagt or len(ett.stam) <= KORT
    return ALDRIG if kant or namnlikhet(ett.stam) < NAMNLIKT else 1.0


def _namngiven(ett):
    borjar = ett.borjar
    fornamn = ett.ar(FORNAMN)
    if ett.vanligt and ett.ar(GRUPP | KAND):
        return -1.0 if borjar else 0.0
    if ett.vanligt and not ett.ar(STARK):
        if fornamn and borjar:
            return -2.5 if _ar_bestamd(ett.stam) else 0.0
        if fornamn:
            return 3.0
        return -1.0 if borjar else 1.0
    if ett.ar(ORT) and not ett.ar(STARK):
        return (2.5 if fornamn else 0.5) - (1.0 if borjar else 0.0)
    if ett.ar(GRUPP) and not ett.ar(STARK):
        return 1.0 if fornamn else 0.0
    if ett.ar(KAND) and not ett.ar(STARK):
        return 1.0 if fornamn else -1.0
    poang = 5.0 if fornamn else 4.0
    if ett.ar(VARIANT):
        poang -= 0.5
    return poang - 1.0 if borjar else poang


def _ar_bestamd(stam):
    """Whether it is the definite form of a word: «bilen»."""
    obestamd = stam[:-2]
    langt = len(obestamd) >= KORT
    return langt and stam[-2:] in _BESTAMD and bool(ordlista()[obestamd] & ORD)


_BESTAMD = frozenset(("en", "et", "an"))


def _okand(ett):
    if ett.ar(ORT | GRUPP | KAND):
        return -3.0
    if ett.vanligt:
        return ALDRIG if ett.borjar else -2.5
    if len(ett.stam) > LANGT and not liknar_efternamn(ett.stam):
        return ALDRIG
    poang = 2.0 if ett.borjar else 2.7
    if ett.ar(EGEN):
        poang -= 0.3
    poang += min(max(namnlikhet(ett.stam) / 8, -1.0), 0.8)
    if ett.ar(ENGELSKA):
        poang -= 2.5
    if liknar_efternamn(ett.stam):
        poang += 0.5
    return poang
