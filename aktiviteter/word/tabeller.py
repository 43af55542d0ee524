"""Tables → drafts of activities: header, columns, section rows, merged cells.

A draft is the cells of one row by what their column holds; rader.py makes an activity
of it. A table that is not one of activities gives None and stays text.
"""

import re
from dataclasses import dataclass, field

from aktiviteter.word import kolumner as k
from aktiviteter.word.delade_kolumner import dela
from aktiviteter.word.layout import (
    Anmark,
    Layout,
    gissad_layout,
    ny_layout,
    passar,
)
from aktiviteter.word.modell import Bit, Cell, Stycke, Tabell
from aktiviteter.word.nyckeltabell import OMRADESRAD, TITELRAD, nyckelrader
from aktiviteter.word.rubriker import aktivitetsnummer

LANGST_OMRADE = 200


@dataclass(slots=True)
class Utkast:
    """One activity to be. `falt`: kind → paragraphs; `ovrigt`: (label, paragraphs)."""

    rad: int
    falt: dict[str, list[Stycke]] = field(default_factory=dict)
    ovrigt: list[tuple[str, list[Stycke]]] = field(default_factory=list)
    omrade: str = ""
    upprepad: bool = False  # the activity's cell is merged with the row above

    def lagg(self, slag: str, etikett: str, stycken: list[Stycke]) -> None:
        """Puts a cell where it belongs; a second one of its kind keeps its label."""
        if not stycken:
            return
        if slag in (k.OVRIGT, "") or slag in self.falt:
            self.ovrigt.append((etikett, stycken))
        else:
            self.falt[slag] = stycken


@dataclass(slots=True)
class Tolkad:
    """What a table gave: drafts, text rows that stay text, words already accounted for,
    and for the preview how its columns were read."""

    utkast: list[Utkast] = field(default_factory=list)
    text: list[Stycke] = field(default_factory=list)
    redovisat: list[str] = field(default_factory=list)
    layout: Layout | None = None
    fortsatt: bool = False


class Tabelltolk:
    """Reads tables in document order; remembers the last layout for continuations."""

    def __init__(self, ar: int):
        self.ar = ar
        self._layout: Layout | None = None
        self._omrade = ""

    def tolka(
        self, tabell: Tabell, rubrik: str, intill: bool, anmark: Anmark
    ) -> Tolkad | None:
        """`rubrik` is the chapter's, `intill` whether only blank lines lie between this
        table and the last activity table."""
        _fyll_sammanslagna(tabell)
        nyckel = nyckelrader(tabell)
        if nyckel is not None:
            return self._nyckel(nyckel)
        ut = Tolkad()
        forsta = k.rubrikrad(tabell)
        if forsta is not None:
            omrade = self._titelrader(tabell.rader[:forsta], rubrik, ut)
            self._layout = ny_layout(tabell, forsta, self.ar, anmark)
            ut.redovisat += self._layout.rubriker
            forsta += 1
        elif not self._fortsatter(tabell, intill):
            layout = gissad_layout(tabell, self.ar, anmark)
            if layout is None:
                return None
            self._layout, forsta, omrade = layout, 0, ""
        else:
            ut.fortsatt, forsta, omrade = True, 0, self._omrade
            anmark(
                "tabell_utan_rubrikrad",
                "",
                "Tabellen saknar rubrikrad och lästes som en fortsättning på den "
                "föregående. Kontrollera att kolumnerna hamnade rätt.",
            )
        ut.layout = self._layout
        self._rader(tabell, forsta, omrade, ut, anmark)
        return ut

    def _fortsatter(self, tabell: Tabell, intill: bool) -> bool:
        layout = self._layout
        if layout is None:
            return False
        bredder = {len(r) for r in tabell.rader}
        if len(layout.slag) not in bredder:
            return False
        if intill:
            return True
        return passar(tabell, layout, self.ar)

    def _titelrader(self, rader: list[list[Cell]], rubrik: str, ut: Tolkad) -> str:
        """Rows above the header: a table's title becomes the area of its rows."""
        omrade = ""
        for rad in rader:
            text = " ".join(c.text for c in rad if c.text)
            if _lika(text, rubrik):
                ut.redovisat.append(text)
            elif (
                text
                and len(text) <= LANGST_OMRADE
                and sum(bool(c.text) for c in rad) == 1
            ):
                omrade = text
            else:
                ut.text += [s for c in rad for s in c.stycken]
        return omrade

    def _rader(
        self, tabell: Tabell, forsta: int, omrade: str, ut: Tolkad, anmark: Anmark
    ) -> None:
        layout = self._layout
        for i, rad in enumerate(tabell.rader[forsta:], forsta + 1):
            texter = [c.text for c in rad]
            if not any(c.isalnum() for t in texter for c in t):
                continue
            if texter == layout.rubriker or (k.ar_rubrikrad(rad) and i > 1):
                if texter != layout.rubriker:
                    layout = self._layout = ny_layout(tabell, i - 1, self.ar, anmark)
                ut.redovisat += texter
                continue
            if _ar_omradesrad(rad, tabell, layout):
                text = next(t for t in texter if t)
                if len(text) <= LANGST_OMRADE:
                    omrade = text
                    ut.redovisat += [t for t in texter if t][1:]
                else:
                    ut.text += [s for c in rad for s in c.stycken]
                continue
            ut.utkast.append(_utkast(rad, i, omrade, layout, self.ar))
        self._omrade = omrade
        _nummer_i_titlar(ut)

    def _nyckel(
        self, grupper: list[tuple[int, list[tuple[str, list[Stycke]]]]]
    ) -> Tolkad:
        ut, omrade = Tolkad(), ""
        for rad, par in grupper:
            utkast = Utkast(rad)
            namnda = [p for p in par if p[0] not in (TITELRAD, OMRADESRAD)]
            for etikett, stycken in par:
                if etikett == TITELRAD:
                    utkast.lagg(k.AKTIVITET, "", stycken)
                elif etikett == OMRADESRAD:
                    omrade = " ".join(s.text for s in stycken)
            slagen = k.slag_for_etiketter(
                [e for e, _ in namnda], har_titel=k.AKTIVITET in utkast.falt
            )
            for (etikett, stycken), slag in zip(namnda, slagen, strict=True):
                utkast.lagg(slag, etikett, stycken)
                ut.redovisat.append(etikett)
            utkast.omrade = omrade
            ut.utkast.append(utkast)
        _nummer_i_titlar(ut)
        return ut


def _utkast(rad: list[Cell], i: int, omrade: str, layout: Layout, ar: int) -> Utkast:
    utkast = Utkast(i, omrade=omrade)
    for n, cell in enumerate(rad):
        j = layout.kolumn(cell, n, len(rad))
        slag = layout.slag[j] if j is not None else k.OVRIGT
        rubrik = layout.rubriker[j] if j is not None else ""
        if j in layout.delade:
            for delens, stycken in dela(cell.stycken, layout.delade[j], ar).items():
                utkast.lagg(delens, rubrik, stycken)
        else:
            utkast.lagg(slag, rubrik, cell.stycken)
        if slag == k.AKTIVITET and cell.fortsatt:
            utkast.upprepad = True
    return utkast


def _lika(a: str, b: str) -> bool:
    return a.casefold().strip(" .:") == b.casefold().strip(" .:")


def _fyll_sammanslagna(tabell: Tabell) -> None:
    """A cell that goes on from the one above gets that one's content."""
    ovanfor: dict[int, Cell] = {}
    for rad in tabell.rader:
        for cell in rad:
            if cell.fortsatt and cell.kol in ovanfor and not cell.text:
                cell.block = ovanfor[cell.kol].block
            else:
                cell.fortsatt = False
            ovanfor[cell.kol] = cell


def _ar_omradesrad(rad: list[Cell], tabell: Tabell, layout: Layout) -> bool:
    """A row that names what follows: merged over the columns, or bold and alone."""
    fyllda = [c for c in rad if c.text]
    if len({c.text for c in fyllda}) != 1:
        return False
    if len(rad) >= 3 and len(fyllda) == len(rad):
        return True
    cell = fyllda[0]
    if len(fyllda) > 1 or cell.fortsatt:
        return False
    if len(rad) == 1 and tabell.bredd > 1:
        return True
    if cell.bredd > 1 and cell.bredd * 2 > layout.bredd:
        return True
    # Not merged: only when it is bold and the other rows' first cells are not.
    andra = [
        r[rad.index(cell)]
        for r in tabell.rader[1:]
        if len(r) == len(rad) and r is not rad
    ]
    utmarkt = all(s.fet or s.versal for s in cell.stycken)
    return (
        utmarkt
        and len(rad) > 2
        and not all(
            c.stycken and all(s.fet or s.versal for s in c.stycken) for c in andra
        )
    )


def _nummer_i_titlar(ut: Tolkad) -> None:
    """«1. Föräldracafé» in every row, «Insats 1: …»: the typed number is the row's."""
    utan = [u for u in ut.utkast if k.NR not in u.falt and u.falt.get(k.AKTIVITET)]
    forsta = [u.falt[k.AKTIVITET][0] for u in utan]
    nummer = [aktivitetsnummer(s.raa()) for s in forsta]
    namnda = all(re.match(r"\s*[^\W\d_]", s.raa()) for s in forsta)
    if (
        (len(utan) < 2 and not namnda)
        or len(utan) != len(ut.utkast)
        or not all(tal for _, tal in nummer)
    ):
        return
    for utkast, s, (langd, tal) in zip(utan, forsta, nummer, strict=True):
        utkast.falt[k.NR] = [Stycke([Bit(str(tal))])]
        s.utan(0, langd)
        ut.redovisat.append("aktivitet åtgärd insats")
