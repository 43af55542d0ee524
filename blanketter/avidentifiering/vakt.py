"""The guard: everything in a text that may point a person out."""

import re
from collections.abc import Iterator, Mapping

from blanketter.avidentifiering import (
    adress,
    arende,
    bankkonto,
    epost,
    fodelsedatum,
    ip,
    konto,
    lagenhet,
    lank,
    personnummer,
    postnummer,
    regnr,
    skolklass,
    telefon,
)
from blanketter.avidentifiering.fynd import Fynd
from blanketter.avidentifiering.klartext import klartext
from blanketter.avidentifiering.namn import hitta_namn
from blanketter.avidentifiering.sammanfoga import lagg_namn, sammanfoga

_SIFFRA = re.compile(r"\d")
_NOLL = re.compile(r"noll", re.IGNORECASE)

# Kinds that hold a digit, each with the pattern that must be met first (None: none).
_MED_SIFFRA = (
    (None, personnummer.finn),
    (None, telefon.finn),
    (None, adress.finn),
    (None, lagenhet.finn),
    (None, postnummer.finn),
    (None, arende.finn),
    (None, bankkonto.finn),
    (None, ip.finn),
)
_UTAN_SIFFRA = (
    (epost.TECKEN, epost.finn),
    (lank.TECKEN, lank.finn),
    (konto.TECKEN, konto.finn),
    (regnr.TECKEN, regnr.finn),
    (fodelsedatum.TECKEN, fodelsedatum.finn),
    (skolklass.TECKEN, skolklass.finn),
    (_NOLL, telefon.finn_uttalat),
)


def hitta(
    text: str, *, egna: frozenset[str] | Mapping[str, int] = frozenset()
) -> list[Fynd]:
    """Return what may point a person out, sorted, no find overlapping another.

    `egna` are words the municipality brings, in lower case, besides those the guard
    knows: names, or what each is (flags of `namn`). Offsets
    count code points of `text` as given. Never raises for any text; the time grows
    with its length.
    """
    klar = klartext(text)
    fynd = sammanfoga(_finn_allt(klar.text))
    namn = (
        Fynd(start, end, "namn", visshet)
        for start, end, visshet in hitta_namn(klar.text, egna)
    )
    fynd = lagg_namn(fynd, namn, klar.text)
    if klar.borjan is None:
        return fynd
    return [Fynd(*klar.ursprung(f.start, f.end), f.typ, f.visshet) for f in fynd]


def _finn_allt(text: str) -> Iterator[Fynd]:
    for tecken, finn in _UTAN_SIFFRA:
        if tecken.search(text):
            yield from finn(text)
    if _SIFFRA.search(text):
        for tecken, finn in _MED_SIFFRA:
            if tecken is None or tecken.search(text):
                yield from finn(text)
