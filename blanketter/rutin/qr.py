"""An address as a QR code: the dark squares as one SVG path, in squares of one unit."""

from itertools import groupby
from typing import NamedTuple

import segno

TYST = 4  # squares of white round it, which a reader needs (ISO/IEC 18004)


class Qr(NamedTuple):
    """The side of the whole picture, its quiet edge included, and the path."""

    sida: int
    bana: str


def qr_kod(adress):
    """Return an address as `Qr`, with 15 % to spare for what is torn or smudged."""
    rader = [list(rad) for rad in segno.make(adress, error="m", micro=False).matrix]
    bana = "".join(
        f"M{x + TYST} {y + TYST}h{langd}v1h-{langd}z"
        for y, rad in enumerate(rader)
        for x, langd in _morka(rad)
    )
    return Qr(len(rader) + 2 * TYST, bana)


def _morka(rad):
    """Yield the dark runs of a row: where each begins and how long it is."""
    x = 0
    for mork, rutor in groupby(rad):
        langd = len(list(rutor))
        if mork:
            yield x, langd
        x += langd
