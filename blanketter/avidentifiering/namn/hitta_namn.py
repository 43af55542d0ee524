"""Finds the names in a text."""

from collections.abc import Iterator, Mapping

from blanketter.avidentifiering.fynd import OSAKER
from blanketter.avidentifiering.namn.grund import TROSKEL, grundpoang, skrivsatt
from blanketter.avidentifiering.namn.initialer import finn_initialer
from blanketter.avidentifiering.namn.kallas import kallas_sa
from blanketter.avidentifiering.namn.omgivning import efter, fore
from blanketter.avidentifiering.namn.ordstycken import stycka
from blanketter.avidentifiering.namn.sammanhang import sprid
from blanketter.avidentifiering.namn.spann import spann
from blanketter.avidentifiering.namn.undantag import undantag

UTE = -5.0  # points below which no context makes a name


def hitta_namn(
    text: str, egna: frozenset[str] | Mapping[str, int] = frozenset()
) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, certainty) of each name; those of initials last.

    `text` is in plain signs (`klartext`); `egna` are words in lower case to know
    besides the guard's own: names, or flags by word (`FORNAMN`, `EFTERNAMN`,
    `INGET_NAMN`). A name is never certain: a list cannot know whom it means.
    """
    orden = stycka(text, egna)
    if not orden:
        return
    satt = skrivsatt(orden)
    borta = undantag(orden)
    poang = [
        UTE if plats in borta else _poang(orden, plats, satt)
        for plats in range(len(orden))
    ]
    sprid(orden, poang, borta)
    for start, end in spann(orden, [ett >= TROSKEL for ett in poang], borta):
        yield start, end, OSAKER
    upptagna = {orden[plats].start for plats in borta}
    for start, end in finn_initialer(text):
        if start not in upptagna:
            yield start, end, OSAKER


def _poang(orden, plats, satt):
    poang = grundpoang(orden[plats], satt)
    if poang <= UTE and not kallas_sa(orden, plats):
        return poang
    poang = max(poang, 0.0 if poang <= UTE else poang)
    return poang + fore(orden, plats) + efter(orden, plats)
