"""Mends broken words: line breaks, hyphens at a line's end, stray spaces.

A break is mended only when the joined word is known, from the document itself or from
the plan words, and at least one half is no word of its own. «för- och efterarbete» is
left as it is. Every mend is told, so that it can be undone.
"""

import re
from collections import Counter
from collections.abc import Iterable

from aktiviteter.word.modell import Stycke
from aktiviteter.word.ordlista import FRIA, PLANORD, SAMMANBINDER

_ORD = re.compile(r"[^\W_]+")
# Two runs of letters with what stands between them: a break, or a hyphen and a break.
_PAR = re.compile(r"(?<![\w-])([^\W\d_]{2,})(-?[ \t\n]+|-)(?=([^\W\d_]{2,})(?![\w-]))")
KORTAST = 8


def ordlista(text: str) -> list[str]:
    """The words and numbers of a text, in order, as written."""
    return _ORD.findall(text)


class Lagare:
    """Knows the document's words; mends paragraphs one by one."""

    def __init__(self, stycken: Iterable[Stycke]):
        self._antal: Counter[str] = Counter()
        self._par: Counter[tuple[str, str]] = Counter()
        for s in stycken:
            text = s.raa().lower()
            self._antal.update(ordlista(text))
            self._par.update((m[1], m[3]) for m in _PAR.finditer(text))

    def laga(self, stycke: Stycke) -> list[tuple[str, str]]:
        """Mends in place. Returns (as it stood, as it became) for each mend."""
        raa = stycke.raa()
        ut = []
        # From the end, so that the positions before a mend stay true.
        for traff in reversed(list(_PAR.finditer(raa))):
            if self._hor_ihop(traff[1], traff[2], traff[3]):
                stycke.utan(traff.start(2), traff.end(2))
                ut.append((traff[1] + traff[2] + traff[3], traff[1] + traff[3]))
        return ut[::-1]

    def foga(self, rader: Iterable[str]) -> str:
        """Lines of a cell as one line; a word broken between two lines is whole."""
        ut = ""
        for rad in rader:
            traff = re.search(r"([^\W\d_]{2,})(-?)$", ut)
            nasta = re.match(r"[^\W\d_]{2,}", rad)
            if traff and nasta and self._hor_ihop(traff[1], traff[2] + "\n", nasta[0]):
                ut = ut.removesuffix("-") + rad
            else:
                ut = f"{ut} {rad}".strip()
        return ut

    def _hor_ihop(self, a: str, mellan: str, b: str) -> bool:
        if not b.islower() or b in SAMMANBINDER or len(a + b) < KORTAST:
            return False
        helt = (a + b).lower()
        kant = helt in PLANORD or self._antal[helt] > 0
        if mellan == "-":
            return kant and helt in PLANORD
        if mellan.startswith("-"):
            return kant or ("\n" in mellan and len(a) > 2)
        return kant and not (self._fritt(a, a, b) and self._fritt(b, a, b))

    def _fritt(self, ord_: str, a: str, b: str) -> bool:
        """Whether a half stands as a word of its own somewhere else."""
        ord_ = ord_.lower()
        par = self._par[a.lower(), b.lower()]
        return ord_ in FRIA or ord_ in PLANORD or self._antal[ord_] > par
