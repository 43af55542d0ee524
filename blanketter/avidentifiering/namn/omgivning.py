"""What a word's neighbours say of whether it is somebody's name."""

from blanketter.avidentifiering.namn import ledtradar as l
from blanketter.avidentifiering.namn.ordlista import (
    EFTERNAMN,
    FORNAMN,
    NAMN,
    ORT,
    STARK,
)
from blanketter.avidentifiering.namn.ordstycken import GEMEN, SIFFRA, Ord

# The preposition before: a person's (plus) or a place's (minus).
PREPOSITIONER = {
    "hos": 1.5, "med": 1.0, "av": 0.7, "åt": 1.0, "mot": 0.3, "om": 0.3, "för": 0.5,
    "enligt": 1.0, "mellan": 0.3, "efter": 0.3, "kring": -0.5, "på": -1.0, "i": -3.0,
    "från": -1.0, "till": -0.3, "vid": -1.5, "genom": -2.5, "nära": -2.0, "runt": -1.5,
    "utanför": -1.5, "förbi": -1.0, "över": -1.0, "ur": -2.0, "inom": -3.0, "per": -3.0,
    "att": 0.7, "när": 0.7, "som": 0.3, "och": 0.3, "eller": 0.2, "är": 0.0,
    "en": -2.0, "ett": -3.0, "den": -1.0, "det": -1.5, "detta": -2, "någon": -1.0,
    "vår": -0.5, "vårt": -2, "typ": -1.0, "the": -4, "of": -4, "and": -3, "hela": -2,
}  # fmt: skip
_RENT = frozenset((" ", "  ", "\n", "\t"))
_PASSIVT = ("des", "ts", "ades")


def fore(orden: list[Ord], plats: int) -> float:
    """Return points for what stands before the word."""
    ett = orden[plats]
    if plats == 0:
        return 0.0
    forra = orden[plats - 1]
    if not _intill(ett.fore):
        return _over_tecken(ett, forra)
    ord_ = forra.gemen
    if ord_ in l.HOVORD:
        return -6.0
    if ord_ in l.SAKORD or ord_.removesuffix("s") in l.SAKORD:
        return -4.0
    if l.ar_roll(ord_):
        return 1.5 if ett.skrivet == GEMEN and ett.vanligt else 4.0
    if ord_ in l.NAMNORD:
        return 2.5
    if ord_ in PREPOSITIONER:
        return _efter_preposition(ett, ord_)
    if ord_ in l.PRATVERB:
        return 2.5
    return 0.7 if l.ar_verb(ord_) and not ett.borjar else 0.0


def _efter_preposition(ett, ord_):
    poang = PREPOSITIONER[ord_]
    if poang < 0 and ett.ar(FORNAMN) and not ett.vanligt and not ett.ar(ORT):
        poang /= 3
    if poang < 0 and ett.ar(STARK):
        poang /= 3
    if ett.skrivet == GEMEN and ett.vanligt:
        poang = min(poang, 0)
    return poang


def _over_tecken(ett, forra):
    """A greeting, a signature or a kind of person over a comma, colon or line."""
    if "/" in ett.fore and ett.versal:
        return 2.0
    if forra.gemen in l.ROLLER and ett.fore.strip() in {",", ":", "", "/", "-", "!"}:
        return 3.0 if ett.versal or not ett.vanligt else 0.0
    if ett.fore.strip() == ":" and forra.gemen in l.NAMNORD | {
        "av",
        "närvarande",
        "namn",
    }:
        return 3.0
    if ett.fore.strip() in {'"', "”", "»", "'"}:
        return -1.5
    return 0.0


def efter(orden: list[Ord], plats: int) -> float:
    """Return points for what stands after the word."""
    ett = orden[plats]
    if plats + 1 == len(orden):
        return 0.0
    nasta = orden[plats + 1]
    if not _intill(nasta.fore):
        return _efter_komma(orden, plats)
    if ett.genitiv:
        return _agt(nasta)
    if nasta.versal:
        return _fore_versal(ett, nasta)
    ord_ = nasta.gemen
    if ord_.endswith(_PASSIVT) and ord_ not in l.SAGER:
        return -1.0
    if ett.vanligt and not ett.borjar and ett.skrivet == GEMEN:
        return 0.0
    if ord_ in l.STARKA_VERB:
        return 3.0
    if l.ar_verb(ord_):
        return 1.0
    if ord_ in {"i", "på", "från", "hos", "vid", "som"}:
        return _i_verksamhet(orden, plats)
    return 0.0


def _agt(nasta):
    if nasta.gemen in l.SLAKT:
        return 3.5
    if nasta.gemen in l.INSTITUTION:
        return -3.0
    return 0.5


def _fore_versal(ett, nasta):
    if nasta.ar(EFTERNAMN) and not nasta.ar(ORT):
        return 3.0
    if nasta.ar(NAMN):
        return 1.5
    return 0.5 if ett.ar(NAMN) and not nasta.vanligt else 0.0


def _i_verksamhet(orden, plats):
    if plats + 2 >= len(orden):
        return 0.0
    stalle = orden[plats + 2]
    if stalle.skrivet == SIFFRA:
        return 2.5
    if stalle.gemen not in l.VERKSAMHET and not l.ar_bestamd(stalle.gemen):
        return 0.0
    verb = plats + 3 < len(orden) and l.ar_verb(orden[plats + 3].gemen)
    if verb and _intill(orden[plats + 3].fore):
        return 3.5
    return 1.5 if stalle.gemen in l.VERKSAMHET else 0.0


def _efter_komma(orden, plats):
    nasta = orden[plats + 1]
    mellan = nasta.fore.strip()
    if mellan == "," and (nasta.skrivet == SIFFRA or l.ar_roll(nasta.gemen)):
        return 2.0
    if mellan == "(" and nasta.skrivet == SIFFRA:
        return 1.5
    if mellan in {'"', "”", "»"}:
        return -0.5
    return 0.0


def _intill(mellan):
    return mellan in _RENT
