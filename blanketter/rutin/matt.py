"""How wide words are in the house's typeface, so that a drawing can wrap them.

SVG has no lines of its own. The page and the paper set the same Source Sans 3, which is
measured here; a browser that falls back on another face gets some air.
"""

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

from vbeplan.text.avstavning import MJUKT, avstava

TYPSNITT = Path(__file__).resolve().parents[2] / "static" / "rapport" / "fonts"
FILER = {400: "SourceSans3-Regular.ttf", 600: "SourceSans3-Semibold.ttf"}
MATT_I = 100  # px, measured once; a drawing's sizes are parts of it
LUFT = 1.06  # another typeface in the browser is at most so much wider
_BRYTS = re.compile(r"[ \t\n]+")  # not at a no-break space
FRAMMANDE = 1.4  # em: an emoji or a sign that the typeface lacks


@cache
def _typsnitt(vikt):
    basta = ImageFont.Layout.BASIC
    return ImageFont.truetype(TYPSNITT / FILER[vikt], MATT_I, layout_engine=basta)


@lru_cache(4096)
def bredd(text, storlek, vikt=400):
    """Return how wide a text is, in the units of `storlek`."""
    kanda = "".join(t for t in text if not _frammande(t))
    okanda = sum(1 for t in text if _frammande(t) and not unicodedata.combining(t))
    em = _typsnitt(vikt).getlength(kanda) / MATT_I + okanda * FRAMMANDE
    return em * storlek * LUFT


def _frammande(tecken):
    # Latin, its accents, and the dashes and quotes that Swedish has.
    return ord(tecken) > 0x24F and not 0x2010 <= ord(tecken) <= 0x203A


def radbryt(text, storlek, plats, vikt=400):
    """Return the text as a list of lines that fit in `plats`.

    A word that is too long is cut at its joints, or else where it must be.
    """
    rader, rad = [], ""
    for ord_ in _BRYTS.split(text.strip()):
        provad = f"{rad} {ord_}" if rad else ord_
        if bredd(provad, storlek, vikt) <= plats:
            rad = provad
            continue
        if rad:
            rader.append(rad)
        *hela, rad = _delat(ord_, storlek, plats, vikt)
        rader += hela
    return [*rader, rad] if rad else rader


def _delat(ord_, storlek, plats, vikt):
    """Return a word in pieces that each fit in a line, the last one unfinished."""
    bitar, bit = [], ""
    for led in avstava(ord_).split(MJUKT):
        if bit and bredd(f"{bit}{led}-", storlek, vikt) > plats:
            bitar.append(f"{bit}-")
            bit = ""
        bit += led
        while bredd(bit, storlek, vikt) > plats:
            ryms = _ryms(bit, storlek, plats, vikt)
            bitar.append(bit[:ryms])
            bit = bit[ryms:]
    return [*bitar, bit]


def _ryms(text, storlek, plats, vikt):
    """Return how many signs fit in a line, at least one."""
    for antal in range(len(text) - 1, 1, -1):
        if bredd(text[:antal], storlek, vikt) <= plats:
            return antal
    return 1
