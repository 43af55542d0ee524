"""Word's fields: which text is a result, which is an instruction, which is a contents.

A complex field (ECMA-376 part 1 §17.16.18) is begin · instruction · separate · result ·
end, spread over runs and even paragraphs. A begin that is never ended is ignored, so
that a broken contents list cannot swallow the plan.
"""

import re
from dataclasses import dataclass

from lxml import etree

from aktiviteter.word.paket import W

_LANK = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"', re.I)
_SIDNUMMER = ("PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES")


@dataclass(slots=True)
class Falt:
    """One field. `i_resultat` after its separator."""

    instruktion: str = ""
    i_resultat: bool = False

    @property
    def namn(self) -> str:
        return (self.instruktion.split() or [""])[0].upper()


def lank_i(instruktion: str) -> str:
    """The address of a HYPERLINK instruction, "" when it is another field or inner."""
    traff = _LANK.search(instruktion)
    return traff[1] if traff else ""


class Faltlage:
    """Where in which fields the reading stands."""

    def __init__(self, kropp: etree._Element):
        self._hela = _avslutade(kropp)
        self._oppna: list[Falt] = []

    def tecken(self, e: etree._Element) -> None:
        """A w:fldChar."""
        if e not in self._hela:
            return
        slag = e.get(f"{W}fldCharType")
        if slag == "begin":
            self._oppna.append(Falt())
        elif slag == "separate" and self._oppna:
            self._oppna[-1].i_resultat = True
        elif slag == "end" and self._oppna:
            self._oppna.pop()

    def instruktion(self, text: str) -> None:
        if self._oppna and not self._oppna[-1].i_resultat:
            self._oppna[-1].instruktion += text

    @property
    def syns(self) -> bool:
        """False in instructions and in page numbers."""
        return all(f.i_resultat and f.namn not in _SIDNUMMER for f in self._oppna)

    @property
    def i_innehall(self) -> bool:
        return any(f.namn == "TOC" for f in self._oppna)

    @property
    def lank(self) -> str:
        return next((x for f in self._oppna if (x := lank_i(f.instruktion))), "")


def _avslutade(kropp: etree._Element) -> set[etree._Element]:
    """The field characters of fields that have both begin and end."""
    oppna: list[list[etree._Element]] = []
    hela: set[etree._Element] = set()
    for e in kropp.iter(f"{W}fldChar"):
        slag = e.get(f"{W}fldCharType")
        if slag == "begin":
            oppna.append([e])
        elif oppna:
            oppna[-1].append(e)
            if slag == "end":
                hela.update(oppna.pop())
    return hela
