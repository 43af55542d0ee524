"""One activity written as lines: its title, description and labelled values."""

import re
from dataclasses import dataclass

from aktiviteter.word import kolumner as k
from aktiviteter.word.etiketter import Etikett, etiketter_i, varden
from aktiviteter.word.modell import Block, Radgrupp, Stycke, Tabell
from aktiviteter.word.rubriker import aktivitetsnummer

Falt = tuple[str, str, list[Stycke]]  # kind, label, value
_FORTSATTER = {k.BESKRIVNING, k.MAL, k.AKTIVITET, k.OVRIGT, k.MALGRUPP}


@dataclass(slots=True)
class Del:
    """A block under a heading; `falt` its labelled values, None for running text."""

    block: Block
    falt: list[Falt] | None = None


def racker(slag: set[str]) -> bool:
    vem, nar = k.ANSVARIG in slag, bool(slag & {k.TID, k.START, k.SLUT})
    return vem + nar + (k.UPPF in slag) > 1


def grupp(titel: Stycke | None, delar: list[Del]) -> Radgrupp:
    """A title with description and labelled values, in the order they stand."""
    falt: list[Falt] = _titelfalt(titel) if titel is not None else []
    beskrivning: list[Stycke] = []
    sist: Falt | None = None
    fynd = list(titel.fynd) if titel is not None else []
    for d in delar:
        if d.falt:
            for slag, namn, varde in d.falt:
                har_titel = any(f[0] == k.AKTIVITET for f in falt)
                if slag == k.AKTIVITET and har_titel:
                    slag = k.BESKRIVNING
                falt.append((slag, namn, list(varde)))
            sist = falt[-1]
            fynd += d.block.fynd if isinstance(d.block, Stycke) else []
        elif isinstance(d.block, Stycke) and not d.block.tomt:
            if sist and (not sist[2] or d.block.lista or sist[0] in _FORTSATTER):
                sist[2].append(d.block)
            else:
                beskrivning.append(d.block)
                sist = None
    if beskrivning:
        falt.insert(1, (k.BESKRIVNING, "", beskrivning))
    return Radgrupp.av(falt, fynd)


def _titelfalt(titel: Stycke) -> list[Falt]:
    """The title without its typed number; «Åtgärd 3: …» and «3. …» give the number."""
    s = titel.del_av(0)
    s.niva, s.lista = 0, ""
    ut: list[Falt] = []
    langd, tal = aktivitetsnummer(s.raa())
    if tal:
        ut.append((k.NR, "", [_med_text(s, str(tal))]))
    s.utan(0, langd)
    while s.raa().rstrip().endswith(":"):
        s.utan(len(s.raa().rstrip()) - 1, len(s.raa()))
    return [(k.AKTIVITET, "", [s]), *ut]


def _med_text(s: Stycke, text: str) -> Stycke:
    ny = s.del_av(0, 0)
    ny.utan(0, 0, text)
    return ny


def i_ett_stycke(d: Del) -> list[Etikett]:
    """The labels of a paragraph that is a whole activity: title, then who and when."""
    if d.falt or isinstance(d.block, Tabell) or d.block.niva:
        return []
    etiketter = etiketter_i(d.block)
    if not etiketter or not racker({e.slag for e in etiketter}):
        return []
    fore = d.block.raa()[: etiketter[0].start].strip()
    return etiketter if sum(c.isalpha() for c in fore) > 2 else []


def hor_till_punkten(d: Del, nasta: Del) -> bool:
    """A deeper list item under one that is an activity."""
    return (
        isinstance(nasta.block, Stycke)
        and bool(nasta.block.lista)
        and nasta.block.listniva > d.block.listniva
        and not i_ett_stycke(nasta)
    )


def av_ett_stycke(s: Stycke, etiketter: list[Etikett], under: list[Del]) -> Radgrupp:
    fore = s.del_av(0, etiketter[0].start)
    skrap = "(–-,;" if ". " in fore.raa().strip() else "(–-,;."
    while fore.raa().rstrip()[-1:] in tuple(skrap):
        fore.utan(len(fore.raa().rstrip()) - 1, len(fore.raa()))
    fore.lista = ""
    falt = [(slag, namn, [v]) for slag, namn, v in varden(s, etiketter)]
    sista = falt[-1]
    efter = s.raa()[etiketter[-1].varde :]
    slut = efter.rfind(")")
    if slut >= 0 and efter[slut + 1 :].strip(" .") and "(" in s.raa():
        # Words after the parenthesis describe; they are no part of its last value.
        fran = etiketter[-1].varde
        falt[-1] = (*sista[:2], [s.del_av(fran, fran + slut)])
        falt.append((k.BESKRIVNING, "", [_rest(s, fran + slut + 1)]))
    if under:
        falt.append((k.BESKRIVNING, "", [d.block for d in under]))
    return Radgrupp.av([*_titelfalt(fore), *falt], s.fynd)


def _rest(s: Stycke, fran: int) -> Stycke:
    rest = s.del_av(fran)
    rest.lista = ""
    skrap = re.match(r"[\s.,;:–-]+(?=\S)", rest.raa())
    if skrap:
        rest.utan(0, skrap.end())
    return rest
