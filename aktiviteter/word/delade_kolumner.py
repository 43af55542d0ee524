"""A column that holds two things: «Ansvarig/Tidplan», «Tid och uppföljning»."""

import re

from aktiviteter.word import kolumner as k
from aktiviteter.word.ansvar import ar_roll
from aktiviteter.word.gissa import ar_tid, ar_uppfoljning
from aktiviteter.word.modell import Stycke

_DELBARA = (k.ANSVARIG, k.TID, k.UPPF)
_FOG = re.compile(r"\s*(?:/|&|,|\+|\n|\bsamt\b|\boch\b)\s*", re.I)
_SOM = re.compile(r"\s+/\s+|\s*[;|]\s*|\s*,\s+|\s+[–-]\s+|(?<=[a-zåäö)])\.\s+")
_INLEDER = re.compile(r"(?:följs upp|uppföljning|redovisas|rapporteras)\b", re.I)


def delslag(rubrik: str) -> tuple[str, ...]:
    """The two or three kinds a header names; empty for a header of one thing."""
    slag = tuple(dict.fromkeys(k.slag_for(d) for d in _FOG.split(rubrik) if d.strip()))
    return slag if len(slag) > 1 and set(slag) <= set(_DELBARA) else ()


def dela(
    stycken: list[Stycke], slagen: tuple[str, ...], ar: int
) -> dict[str, list[Stycke]]:
    """A cell's words by kind: each line, or each part of a line, by what it says."""
    bitar = stycken
    if len(stycken) == 1:
        bitar = _skurna(stycken[0])
    ut: dict[str, list[Stycke]] = {}
    for s in bitar:
        slag = _slag(s.text, slagen, ar)
        # Unsure words go on with what stands before them.
        slag = slag or (next(reversed(ut)) if ut else slagen[0])
        ut.setdefault(slag, []).append(s)
    if len(ut) == 1 and len(bitar) > 1 and len(stycken) == 1:
        return {next(iter(ut)): stycken}
    return ut


def _skurna(s: Stycke) -> list[Stycke]:
    granser = [m.span() for m in _SOM.finditer(s.raa())]
    slut = len(s.raa())
    ut, vid = [], 0
    for fran, till in [*granser, (slut, slut)]:
        ut.append(s.del_av(vid, fran))
        vid = till
    return [d for d in ut if not d.tomt]


def _slag(text: str, slagen: tuple[str, ...], ar: int) -> str:
    if k.UPPF in slagen and (ar_uppfoljning(text, ar) or _INLEDER.match(text)):
        return k.UPPF
    if k.TID in slagen and ar_tid(text, ar):
        return k.TID
    return k.ANSVARIG if k.ANSVARIG in slagen and ar_roll(text) else ""
