"""The same sentence twice in a plan, word by word or but for a slip.

Sentences that differ by a name, a number or a noun are parallel on purpose; those that
differ by small words or a letter are one sentence that was mended in one place only.
"""

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from aktiviteter.granskning.brist import kort

_GRANS = re.compile(r"(?<=[.!?])[”\")»]?\s+(?=[A-ZÅÄÖ”\"«])")
_ORD = re.compile(r"[\w-]+")
KORTAST = 30  # signs
KORTAST_NASTAN = 10  # words, of those that are not wholly equal
_SMAORD = set(
    "och att som en ett den det de ska skall för av i på med till om är vid även också "
    "samt bör kan sig sin sina har inom hos då när där under detta denna dessa".split()
)


class Mening(NamedTuple):
    """A sentence: as written, as compared, and what nearly equal ones share."""

    text: str
    ord: tuple[str, ...]

    @property
    def nycklar(self):
        return (self.ord[:4], "fram"), (self.ord[-4:], "bak")


def meningar(texter):
    """Return the sentences worth comparing in some paragraphs."""
    return tuple(
        Mening(mening, tuple(_ORD.findall(mening.casefold())))
        for text in texter
        if len(text) >= KORTAST
        for mening in _GRANS.split(text)
        if len(mening) >= KORTAST and mening.count(" ") > 3
    )


class Jamforelse:
    """The sentences read so far, each with the place where it first stood."""

    def __init__(self):
        self.sedda, self.nara = {}, {}

    def tidigare(self, plats, mening):
        """Return where a sentence, or nearly it, has stood before; else None.

        A place is anything but None.
        """
        if mening.ord in self.sedda:
            return self.sedda[mening.ord]
        self.sedda[mening.ord] = plats
        if len(mening.ord) < KORTAST_NASTAN:
            return None
        for nyckel in mening.nycklar:
            grannar = self.nara.setdefault(nyckel, [])
            for ord_, dar in grannar:
                if _nastan(ord_, mening.ord):
                    return dar
            grannar.append((mening.ord, plats))
        return None


def _nastan(a, b):
    if abs(len(a) - len(b)) > 2:
        return False
    skilda = [
        (a[i:j], b[k:m])
        for slag, i, j, k, m in SequenceMatcher(
            None, a, b, autojunk=False
        ).get_opcodes()
        if slag != "equal"
    ]
    return len(skilda) <= 2 and all(_liten_skillnad(x, y) for x, y in skilda)


def _liten_skillnad(a, b):
    if all(o in _SMAORD for o in a + b):
        return True
    if len(a) != 1 or len(b) != 1 or any(t.isdigit() for t in a[0] + b[0]):
        return False
    return min(len(a[0]), len(b[0])) >= 5 and inom_ett(a[0], b[0])


def inom_ett(a, b):
    """Tell whether two words differ by one letter: another, one more, two swapped."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (
        a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :]
    )


def rad(mening, har, dar):
    """Return the words of a remark: what stands twice and where it stood first."""
    plats = "i samma kapitel" if har == dar else f"i {dar}"
    return f"{kort(mening.text, 90)} står också {plats}. Stryk den ena."
