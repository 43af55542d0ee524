"""Two versions of a text made into one, block by block, with the one they came from.

What only one of the two changed is taken; where both changed the same place somebody
must choose. Nothing disappears unseen: a block that is in one version only is either
taken or stands in a clash, and what was removed is told as somebody's change.
"""

from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from vbeplan.text.block import delar, stada
from vbeplan.text.passning import blockpar

LIKA, MIN, ANNANS, BADA, KROCK = "lika", "min", "annans", "bada", "krock"


class Del(NamedTuple):
    """A stretch of the merged text: what stood there, what one and the other has.

    `slag`: LIKA (both have the same), MIN or ANNANS (only that one changed it), KROCK.
    The three sides are tuples of blocks, in a clash without a base `bas` is empty.
    """

    slag: str
    bas: tuple
    min: tuple
    annans: tuple

    @property
    def forval(self):
        """Return the choice that loses no words: additions stay, and so does what one
        removed while the other went on writing; else one's own."""
        if self.slag != KROCK:
            return ANNANS if self.slag == ANNANS else MIN
        if not self.min:
            return ANNANS
        return MIN if self.bas or not self.annans else BADA

    def vald(self, val=None):
        """Return the blocks that `val` (MIN, ANNANS, BADA) gives; by default `forval`.

        There is a choice in a clash alone.
        """
        if self.slag != KROCK or val not in (MIN, ANNANS, BADA):
            val = self.forval
        if val == BADA:
            return (*self.min, *(b for b in self.annans if b not in self.min))
        return self.min if val == MIN else self.annans


def sammanfoga(bas, min, annans):  # noqa: A002 — mine, as against the other's
    """Return the parts of `min` and `annans`, two rich texts made from `bas`.

    `bas` None: nobody knows what they came from, and every difference is a clash.
    """
    mina, andras = delar(stada(min)), delar(stada(annans))
    if bas is None:
        return _utan_bas(mina, andras)
    grund = delar(stada(bas))
    i_mina, i_andras = dict(blockpar(grund, mina)), dict(blockpar(grund, andras))
    ut, b, m, a = [], 0, 0, 0
    for nr in sorted(i_mina.keys() & i_andras.keys()):
        x, y = i_mina[nr], i_andras[nr]
        ut.append(tre_sidor(grund[b:nr], mina[m:x], andras[a:y]))
        ut.append(tre_sidor(grund[nr : nr + 1], mina[x : x + 1], andras[y : y + 1]))
        b, m, a = nr + 1, x + 1, y + 1
    ut.append(tre_sidor(grund[b:], mina[m:], andras[a:]))
    return _lika_ihop(ut)


def _utan_bas(mina, andras):
    ut, m, a = [], 0, 0
    for x, y in [*blockpar(mina, andras), (len(mina), len(andras))]:
        ut.append(tre_sidor(None, mina[m:x], andras[a:y]))
        ut.append(tre_sidor(None, mina[x : x + 1], andras[y : y + 1]))
        m, a = x + 1, y + 1
    return _lika_ihop(ut)


def _lika_ihop(parts):
    """Make one of neighbours that nobody must look at; drop what is empty."""
    ut = []
    for slag, grupp in groupby(filter(_finns, parts), attrgetter("slag")):
        grupp = list(grupp)
        if slag == LIKA:
            _, *sidor = zip(*grupp, strict=True)
            grupp = [Del(LIKA, *(sum(sida, ()) for sida in sidor))]
        ut += grupp
    return ut


def _finns(del_):
    return any(del_[1:])


def tre_sidor(bas, min, annans):  # noqa: A002
    """Return one part out of three sequences of the same place; `bas` may be None."""
    sidor = tuple(bas or ()), tuple(min), tuple(annans)
    if sidor[1] == sidor[2]:
        return Del(LIKA, *sidor)
    if bas is not None and sidor[0] in sidor[1:]:
        return Del(ANNANS if sidor[0] == sidor[1] else MIN, *sidor)
    return Del(KROCK, *sidor)


def satt_ihop(delar, val=()):
    """Return the merged text.

    `val` holds a choice for each clash in their order; where one is missing or unknown
    the clash's own `forval` counts.
    """
    val = iter(val)
    return "\n".join(
        block
        for del_ in delar
        for block in del_.vald(next(val, None) if del_.slag == KROCK else None)
    )
