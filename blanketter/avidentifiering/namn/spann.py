"""Joins the words that are names into the spans of whole names."""

from collections.abc import Iterator

from blanketter.avidentifiering.namn.ordstycken import GEMEN, Ord

_MELLAN = frozenset((" ", "  "))
_EFTER_INITIAL = frozenset((" ", ". ", ".", ".-", "-"))
PARTIKLAR = frozenset(
    """von af de la del della di da dos das do van der den ten ter los las bin ben ibn
    bint al el abu abou umm ould le du st dela y e zu vom mac mc o ap abd""".split()
)
MANGA = 3  # particles at most in one name


def spann(
    orden: list[Ord], ar_namn: list[bool], borta: set[int]
) -> Iterator[tuple[int, int]]:
    """Yield the span of each name: given names, initials, particles and surname."""
    plats = 0
    while plats < len(orden):
        if not ar_namn[plats]:
            plats += 1
            continue
        forsta, sista = _utvidga(orden, ar_namn, borta, plats)
        start, end = orden[forsta].start, orden[sista].end
        yield start, end
        plats = sista + 1


def _utvidga(orden, ar_namn, borta, plats):
    forsta = plats
    while forsta and _initial(orden, forsta - 1, forsta) and forsta - 1 not in borta:
        forsta -= 1
    while forsta and _partikel_fore(orden, forsta):
        forsta -= 1
    sista = plats
    while (nasta := _fortsatter(orden, ar_namn, borta, sista)) is not None:
        sista = nasta
    return forsta, sista


def _initial(orden, initial, namn):
    ett = orden[initial]
    liten = len(ett.text.replace("-", "")) <= 2 and ett.text.isupper()
    return liten and len(ett.text) != 2 and orden[namn].fore in _EFTER_INITIAL


def _partikel_fore(orden, plats):
    forra = orden[plats - 1]
    return (
        orden[plats].fore in _MELLAN
        and forra.gemen
        in {"von", "af", "al", "el", "bin", "ibn", "van", "de", "abu", "umm"}
        and (forra.versal or forra.gemen in {"von", "af", "van", "abu", "umm", "bin"})
        and not (forra.gemen == "de" and not forra.versal)
    )


def _fortsatter(orden, ar_namn, borta, sista):
    """Return the place of the name's next part, or None: the name ends here."""
    nasta = sista + 1
    if nasta >= len(orden) or orden[sista].genitiv:
        return None
    ett = orden[nasta]
    if ar_namn[nasta] and ett.fore in _MELLAN:
        return nasta
    if _ar_slutinitial(orden, nasta):
        return nasta
    return _over_partikel(orden, ar_namn, nasta)


def _ar_slutinitial(orden, plats):
    ett = orden[plats]
    return (
        ett.fore in _MELLAN and len(ett.text) == 1 and ett.text.isupper()
        and ett.text not in "IÅ"
    )  # fmt: skip


def _over_partikel(orden, ar_namn, plats):
    steg = plats
    while steg < len(orden) and steg - plats < MANGA:
        ett = orden[steg]
        if ett.fore not in _MELLAN and not (
            steg > plats and ett.fore in _EFTER_INITIAL
        ):
            return None
        if ar_namn[steg]:
            return steg if steg > plats else None
        if ett.gemen not in PARTIKLAR and len(ett.text) > 1:
            return None
        if ett.skrivet == GEMEN and len(ett.text) == 1 and ett.text not in "ey":
            return None
        steg += 1
    return None
