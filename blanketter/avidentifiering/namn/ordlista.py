"""What the guard knows of a word: is it ordinary, a name, a place, a group.

The data is two arrays in one file: the sorted checksums of the words and, in the same
order, their flags. No word can be read back from it, it takes 6 bytes a word, and one
look-up is a bisection. A wrong hit is likely once in ten thousand words.
"""

import sys
from array import array
from bisect import bisect_left
from functools import cache
from pathlib import Path
from zlib import crc32

ORD = 1  # an ordinary Swedish word or form
FORNAMN = 2
EFTERNAMN = 4
ORT = 8
GRUPP = 16  # authority, association, brand, work, religion …
KAND = 32  # historical or public person
ENGELSKA = 64  # an English word
FRAS = 128  # begins something of several words
LED = 256  # stands first in compounds
STARK = 512  # the name is far commoner than the word
EGEN = 1024  # a proper noun, of what kind is not known
VARIANT = 2048  # made from a name by a spelling rule
NAMN = FORNAMN | EFTERNAMN

FIL = Path(__file__).parent.parent / "data" / "ordlista.bin"
MARKE = b"VBEORD1\n"
MAX_MINNE = 20_000  # words remembered; hostile text may hold a million


class _Ordlista(dict):
    """Flags by word; looks a word up in the file's arrays when first met."""

    def __init__(self, summor, flaggor):
        self.summor, self.flaggor = summor, flaggor

    def __missing__(self, ord_):
        summa = crc32(ord_.encode("utf-8", "replace"))
        plats = bisect_left(self.summor, summa)
        svar = 0
        if plats < len(self.summor) and self.summor[plats] == summa:
            svar = self.flaggor[plats]
        if len(self) < MAX_MINNE:
            self[ord_] = svar
        return svar


@cache
def ordlista() -> dict[str, int]:
    """Return the flags of every word in lower case, 0 of one that is not known."""
    innehall = FIL.read_bytes()
    if not innehall.startswith(MARKE):
        raise ValueError(f"{FIL.name} is of another version: run bygg.py again")
    kropp = memoryview(innehall)[len(MARKE) :]
    antal = len(kropp) // 6
    summor, flaggor = array("I"), array("H")
    summor.frombytes(kropp[: 4 * antal])
    flaggor.frombytes(kropp[4 * antal :])
    if sys.byteorder == "big":
        summor.byteswap()
        flaggor.byteswap()
    return _Ordlista(summor, flaggor)
