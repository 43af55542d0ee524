"""What one name in a text says of the words beside it and of itself further on."""

from blanketter.avidentifiering.namn.grund import TROSKEL
from blanketter.avidentifiering.namn.ledtradar import ar_roll
from blanketter.avidentifiering.namn.ordlista import (
    EFTERNAMN,
    FORNAMN,
    GRUPP,
    KAND,
    NAMN,
    ORT,
)
from blanketter.avidentifiering.namn.ordstycken import (
    GEMEN,
    SIFFRA,
    VERSAL,
    VERSALER,
    Ord,
)
from blanketter.avidentifiering.namn.spann import MANGA, PARTIKLAR
from blanketter.avidentifiering.namn.verb import PASSIV_SAK

_RAKNA_UPP = frozenset(("och", "o", "å", "samt", "eller", "&"))
_MELLAN = frozenset((" ", "  "))
# Surnames that are words of nature too; in small letters only after a given name.
NATURNAMN = frozenset(
    """berg lind ek ask björk gran holm ström dal lund sten kvist gren blom ros sjö bäck
    hed skog strand äng lilja falk örn varg björn alm rönn hägg sund vik fors hammar
    sköld stål kvarn hjort palm svärd ståhl dahl wall lindh borg gård""".split()
)
SAMMA = 1.5  # points short of a name that one like it beside makes up for


def sprid(orden: list[Ord], poang: list[float], borta: set[int]) -> None:
    """Raise the points of surnames after given names, of names told over, of lists."""
    for plats in range(1, len(orden)):
        if plats not in borta:
            _efternamn(orden, poang, plats)
            if plats - 1 not in borta:
                _fornamn(orden, poang, plats - 1)
    _upprepade(orden, poang, borta)
    _bland_orter(orden, poang)
    _verkens_grannar(orden, poang)
    _upprakning(orden, poang, borta)


def _efternamn(orden, poang, plats):
    fore = _fore_partiklar(orden, plats)
    fornamn, ett = orden[fore], orden[plats]
    if poang[fore] < TROSKEL or ett.fore not in _MELLAN or fornamn.genitiv:
        return
    okant = not fornamn.sagt and fornamn.versal
    if poang[plats] >= TROSKEL or not (okant or fornamn.ar(FORNAMN)):
        return
    if ett.skrivet == GEMEN:
        passar = fornamn.skrivet == GEMEN and _gement_efternamn(ett)
    elif fornamn.skrivet == ett.skrivet == VERSALER:
        passar = _gement_efternamn(ett)
    else:
        passar = ett.skrivet not in (SIFFRA,) and len(ett.text) > 1
    if passar:
        poang[plats] = TROSKEL


def _fore_partiklar(orden, plats):
    """Return the place of «Hugo» before «van den Berg»."""
    fore = plats - 1
    langst = max(fore - MANGA, 0) if orden[plats].versal else fore
    while fore > langst and orden[fore].gemen in PARTIKLAR:
        fore -= 1
    return fore


def _fornamn(orden, poang, plats):
    """Let a surname say that the unknown word before it is the given name."""
    ett, efternamn = orden[plats], orden[plats + 1]
    if poang[plats + 1] < TROSKEL or efternamn.fore not in _MELLAN or ett.genitiv:
        return
    okant = not (ett.vanligt or ett.ar(ORT | GRUPP | KAND))
    artikel = "-" in efternamn.text and efternamn.gemen[:2] in ("el", "al")
    if artikel and ett.skrivet == VERSAL and not ett.aldrig and not ar_roll(ett.gemen):
        poang[plats] = TROSKEL
    okant = okant or ett.ar(FORNAMN) or (ett.ar(NAMN) and not ett.vanligt)
    if ett.skrivet == VERSAL and okant and poang[plats] > -SAMMA:
        poang[plats] = max(poang[plats], TROSKEL)


def _gement_efternamn(ett):
    if ett.gemen in NATURNAMN:
        return True
    if ett.ar(EFTERNAMN) and not ett.vanligt:
        return True
    return not ett.sagt and not ett.vanligt and len(ett.gemen) > 3


def _upprepade(orden, poang, borta):
    funna = {ett.stam for ett, p in zip(orden, poang, strict=True) if p >= TROSKEL}
    for plats, ett in enumerate(orden):
        igen = ett.stam in funna and plats not in borta and poang[plats] < TROSKEL
        if igen and (ett.versal or not ett.vanligt):
            poang[plats] = TROSKEL


def _upprakning(orden, poang, borta):
    """Let a name lift the one it is told together with: «Juni och Ask»."""
    for _ in range(2):
        for plats in range(len(orden)):
            if poang[plats] >= TROSKEL:
                for granne in _jamsides(orden, plats):
                    if granne not in borta:
                        _lyft(orden[granne], poang, granne)


def _lyft(ett, poang, plats):
    namnlikt = ett.ar(NAMN) or not (ett.vanligt or ett.ar(ORT | GRUPP))
    if ett.ar(KAND):
        return
    if ett.versal and ett.skrivet != VERSALER and namnlikt:
        if poang[plats] >= -SAMMA:
            poang[plats] = max(poang[plats], TROSKEL)
    elif ett.ar(NAMN) and poang[plats] >= TROSKEL - SAMMA:
        poang[plats] = TROSKEL


def _bland_orter(orden, poang):
    """Lower a name that is a place when it is told together with one: «Nora, Åmål»."""
    for plats, ett in enumerate(orden):
        if poang[plats] >= TROSKEL and ett.ar(ORT):
            grannar = (orden[granne] for granne in _jamsides(orden, plats))
            if any(g.versal and g.ar(ORT) and not g.ar(NAMN) for g in grannar):
                poang[plats] -= 3.0


def _verkens_grannar(orden, poang):
    """Lower all of «Queen, Kiss och Rammstein» before «spelades»."""
    for plats in range(len(orden) - 1):
        if orden[plats].versal and orden[plats + 1].gemen in PASSIV_SAK:
            granne = plats
            while (granne := _fore_i_raden(orden, granne)) is not None:
                poang[granne] -= 6.0


def _fore_i_raden(orden, plats):
    if plats and orden[plats].fore == ", ":
        return plats - 1
    if plats > 1 and orden[plats - 1].gemen in _RAKNA_UPP:
        return plats - 2
    return None


def _jamsides(orden, plats):
    for steg in (-1, 1):
        nasta = plats + steg
        if not 0 <= nasta < len(orden):
            continue
        mellan = orden[max(plats, nasta)].fore
        if mellan == ", ":
            yield nasta
        over = nasta + steg
        if orden[nasta].gemen in _RAKNA_UPP and 0 <= over < len(orden):
            yield over
