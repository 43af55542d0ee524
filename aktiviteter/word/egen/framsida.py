"""The cover of our own files: facts by style and label, and what has no place there."""

import re
from dataclasses import dataclass, field
from datetime import date

from aktiviteter.word.egen import ord as namn
from aktiviteter.word.modell import Block, Stycke, Tabell

# Longest that each field holds; a longer word stays as text.
LANGST = {
    "titel": 200, "dnr": 60, "typ": 80, "agare": 200, "budgetmal": 300,
    "nasta_revidering": 200, "kommun": 120, "namnd": 120,
}  # fmt: skip
DAGAR = ("datum", "giltig_till")
_ETIKETTER = {e.casefold(): nyckel for e, nyckel in namn.DOKUMENTRUTA.items()}
_DAG = re.compile(rf"(\d{{1,2}})\s+({'|'.join(namn.MANADER)})\s+(\d{{4}})", re.I)


@dataclass
class Framsida:
    """Facts by key (days ISO), the years it names, and what is kept as text."""

    fakta: dict[str, str] = field(default_factory=dict)
    ar: set[int] = field(default_factory=set)
    kvar: list[Stycke] = field(default_factory=list)

    def las(self, block: list[Block]) -> None:
        for b in block:
            if isinstance(b, Tabell):
                self._tabell(b)
            elif not b.tomt and not b.toc and b.roll not in ("toc", "tocrubrik"):
                self._stycke(b)

    def _stycke(self, s: Stycke) -> None:
        if s.roll == "titel":
            hel = " ".join(filter(None, (self.fakta.get("titel"), s.text)))
            self._satt("titel", hel, s)
        elif s.stil == namn.AR.lower() and re.fullmatch(r"\d{4}", s.text):
            self.ar.add(int(s.text))
        elif s.stil == namn.KOMMUN.lower():
            self._satt("kommun", s.text, s)
        elif s.stil == namn.NAMND.lower():
            self._satt("namnd", s.text, s)
        else:
            self.kvar.append(s)

    def _satt(self, nyckel: str, ord_: str, s: Stycke) -> None:
        if len(ord_) > LANGST.get(nyckel, 0):
            self.kvar.append(s)
        else:
            self.fakta[nyckel] = ord_

    def _tabell(self, tabell: Tabell) -> None:
        """Rows of a label and its words; any other row is kept."""
        for rad in tabell.rader:
            stycken = [s for cell in rad for s in cell.stycken]
            if len(rad) != 2 or not self._rad(rad[0].text, rad[1].text):
                self.kvar += stycken

    def _rad(self, etikett: str, ord_: str) -> bool:
        """False when the row fits no field: then its words are kept."""
        nyckel = _ETIKETTER.get(etikett.strip(" :").casefold())
        if nyckel is None:
            return not ord_
        if nyckel in DAGAR and ord_:
            ord_ = dag(ord_)
            if not ord_:
                return False
        if nyckel and len(ord_) > LANGST.get(nyckel, 10):
            return False
        if nyckel:
            self.fakta[nyckel] = ord_
        return True


def dag(text: str) -> str:
    """«2027-04-30» or «30 april 2027» as ISO, "" for other words."""
    text = text.strip(" .")
    try:
        if traff := _DAG.fullmatch(text):
            manad = namn.MANADER.index(traff[2].lower()) + 1
            return date(int(traff[3]), manad, int(traff[1])).isoformat()
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        return ""
