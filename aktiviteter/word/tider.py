"""Time and follow-up of rows that stand below each other: «Se ovan», «Se 1»."""

import re
from collections import ChainMap
from dataclasses import replace

from aktiviteter.tidsprak import (
    Tidplan,
    Uppfoljning,
    tolka_tidplan,
    tolka_uppfoljning,
)
from aktiviteter.word.rader import Radtolkning

_SE_NUMMER = re.compile(r"(se|samma som|som)\s+(?:(?:nr|punkt|rad)\.?\s+)?(\S+)", re.I)


class Tidsfoljd:
    """Resolves one run of rows (a table and its continuations) at a time."""

    def __init__(self, ar: int):
        self.ar = ar
        self._tider: dict[int, Tidplan] = {}
        self._uppf: dict[int, Uppfoljning] = {}

    def los(self, rader: list[Radtolkning]) -> list[tuple[Tidplan, Uppfoljning]]:
        """The values of a run, in order. Numbers count within the run first, then in
        the rest of the plan; without numbers a row's place is its number."""
        nummer = [int(r.nr) if r.nr.isdigit() else i for i, r in enumerate(rader, 1)]
        nr = {r.nr: n for n, r in zip(nummer, rader, strict=True) if r.nr}
        # A first round without references, so that «Se 5» may point forward.
        tider = {
            n: tolka_tidplan(r.tid, ar=self.ar)
            for n, r in zip(nummer, rader, strict=True)
        }
        uppf = {
            n: tolka_uppfoljning(r.uppfoljning, ar=self.ar)
            for n, r in zip(nummer, rader, strict=True)
        }
        ut: list[tuple[Tidplan, Uppfoljning]] = []
        ovan: tuple[Tidplan | None, Uppfoljning | None] = (None, None)
        for n, rad in zip(nummer, rader, strict=True):
            t = tolka_tidplan(
                _pekar(rad.tid, nr),
                ar=self.ar,
                ovan=ovan[0],
                rader=ChainMap(tider, self._tider),
            )
            u = tolka_uppfoljning(
                _pekar(rad.uppfoljning, nr),
                ar=self.ar,
                ovan=ovan[1],
                rader=ChainMap(uppf, self._uppf),
            )
            t, u = replace(t, text=rad.tid), replace(u, text=rad.uppfoljning)
            tider[n], uppf[n] = t, u
            ovan = t, u
            ut.append((t, u))
        self._tider = {**tider, **self._tider}
        self._uppf = {**uppf, **self._uppf}
        return ut


def _pekar(text: str, nummer: dict[str, int]) -> str:
    """«Se 1.2» in words the time language knows: the row's place for its number."""
    traff = _SE_NUMMER.fullmatch(text.strip())
    nr = traff[2].strip(".)") if traff else ""
    if not traff or nr.isdigit() or nr not in nummer:
        return text
    return f"{traff[1]} {nummer[nr]}"
