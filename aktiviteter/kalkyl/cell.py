"""What has been written in a cell of the workbook, and whether two say the same."""

import re

from aktiviteter.kalkyl.kolumner import (
    FOR_LANG,
    SERIENUMMER,
    CellFel,
    las_ansvariga,
    las_dag,
    las_tal,
    las_val,
)
from vbeplan.organisation.models.roll import MAX_ROLLNAMN
from vbeplan.text.skrivtext import fran_skrivtext, till_skrivtext
from vbeplan.text.svenska import normalisera, tvatta

_FELVARDE = re.compile(r"#(N/A|[A-ZÅÄÖ0-9/]+[!?])")


def cellord(rad, kol):
    """Return the words of a column in a row read by `las_arbetsbok`."""
    return tvatta(rad.get(kol.rubrik.casefold(), "")).strip()


def lika(kol, a, b):
    """Tell whether two cells of a column mean the same, however they are written."""
    if kol.falt == "beskrivning":
        return fran_skrivtext(a) == fran_skrivtext(b)
    if kol.falt == "ansvariga":
        return [(normalisera(n), art) for n, art in las_ansvariga(a)] == [
            (normalisera(n), art) for n, art in las_ansvariga(b)
        ]
    return " ".join(tvatta(a).split()) == " ".join(tvatta(b).split())


class Cellasare:
    """Reads the words of a cell; None when the file says nothing of the column."""

    def __init__(self, kapitel):
        self.per_ord = {normalisera(ord_): ord_ for ord_ in kapitel.values()}
        self.per_rubrik = {}
        self.per_nummer = {ord_.partition(" ")[0]: ord_ for ord_ in kapitel.values()}
        for ord_ in kapitel.values():
            rubrik = normalisera(ord_.partition(" ")[2])
            self.per_rubrik.setdefault(rubrik, []).append(ord_)

    def las(self, kol, rad):
        if kol.rubrik.casefold() not in rad:
            return None
        ord_ = cellord(rad, kol)
        if ord_ == FOR_LANG:
            return None
        if _FELVARDE.fullmatch(ord_):
            raise CellFel(
                f"Cellen visar {ord_}, ett fel i Excel. Skriv värdet i stället för en "
                "formel, och ta in filen igen."
            )
        if las := getattr(self, f"_{kol.falt}", None):
            ord_ = las(ord_)
        elif kol.val:
            ord_ = las_val(ord_, kol)
        else:
            ord_ = " ".join(ord_.split())
        if kol.max and len(ord_) > kol.max:
            raise CellFel(
                f"Texten är {len(ord_)} tecken och får vara högst {kol.max}. Korta den."
            )
        return ord_

    def _avsnitt(self, ord_):
        norm = normalisera(ord_)
        if norm in self.per_ord:
            return self.per_ord[norm]
        if traff := self.per_nummer.get(ord_.rstrip(".").replace(",", ".")):
            return traff
        traffar = self.per_rubrik.get(norm) or self.per_rubrik.get(
            norm.partition(" ")[2], []
        )
        if len(traffar) == 1:
            return traffar[0]
        if not ord_:
            raise CellFel("Välj kapitel i listan.")
        raise CellFel(f"Planen har inget kapitel ”{ord_}”. Välj ett i listan.")

    def _titel(self, ord_):
        if not ord_:
            raise CellFel("En aktivitet måste ha en titel. Fyll i den.")
        return " ".join(ord_.split())

    def _beskrivning(self, ord_):
        return till_skrivtext(fran_skrivtext(ord_))

    def _ansvariga(self, ord_):
        ansvariga = las_ansvariga(ord_)
        normer = [normalisera(namn) for namn, _ in ansvariga]
        if any(len(norm) > MAX_ROLLNAMN for norm in normer):
            raise CellFel("Skriv ett kortare namn på rollen, en roll på varje rad.")
        if len(set(normer)) != len(normer):
            raise CellFel("Samma roll står två gånger. Ta bort den ena.")
        return ord_

    def _tidplan(self, ord_):
        ord_ = " ".join(ord_.split())
        return las_dag(ord_) if SERIENUMMER.fullmatch(ord_) else ord_

    def _avstamning(self, ord_):
        return las_dag(ord_)

    def _maltal(self, ord_):
        return las_tal(ord_)
