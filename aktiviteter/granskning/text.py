"""One stored text read once: its remarks, and what is to be compared with the rest."""

from functools import lru_cache
from typing import NamedTuple

from aktiviteter.granskning import (
    aldre,
    ar,
    datum,
    hanvisning,
    lankar,
    platshallare,
    skrivfel,
    stycke,
)
from aktiviteter.granskning.brist import Brist
from aktiviteter.granskning.stycken import stycken
from aktiviteter.granskning.upprepning import Mening, meningar

LANGST = 60_000  # signs; a longer text is read anew each time, so that none is hoarded


class Text(NamedTuple):
    """What a text says by itself, whatever plan it stands in."""

    brister: tuple[Brist, ...] = ()
    meningar: tuple[Mening, ...] = ()  # to be held against each other
    aren: tuple[str, ...] = ()  # sentences with a year
    hanvisningar: tuple[tuple[str, bool], ...] = ()  # pieces, and which begins it all
    aldre: tuple[str, ...] = ()  # pieces that name what may be replaced


def las(text, *, cell=False, tabell=False):
    """Return a stored rich text as `Text`.

    `cell` is for an activity's description, where lines need not be sentences; `tabell`
    tells that rows or sections come after, so that a colon has what it promises.
    """
    if not text:
        return Text()
    return (_las if len(text) > LANGST else _minns)(text, cell, tabell)


def _las(text, cell, tabell):
    delar = stycken(text)
    ord_ = [s for s in delar if s.slag != "not"]
    brister = list(_meningsfel(delar, cell, tabell))
    for s in delar:
        brister += platshallare.granska(s.text)
        brister += skrivfel.granska(s)
        brister += datum.granska(s.text)
    brister += lankar.granska(text)
    return Text(
        tuple(brister),
        meningar(s.text for s in ord_ if s.slag == "p"),
        ar.aktuella([s.fri for s in ord_]),
        tuple(
            (s.text, i == 0)
            for i, s in enumerate(ord_)
            if hanvisning.kan_finnas(s.text)
        ),
        tuple(s.text for s in delar if aldre.kan_finnas(s.text)),
    )


# A text's remarks are small; the texts themselves make 64 boards' plans a few MiB.
_minns = lru_cache(maxsize=2048)(_las)
glom = _minns.cache_clear


def _meningsfel(delar, cell, tabell):
    if cell:
        return (b for s in delar if (b := stycke.borjan(s)))
    return stycke.granska(delar, tabell=tabell)
