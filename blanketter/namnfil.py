"""A file of names: one a line, or a table such as the ones SCB gives out.

SCB's name statistics (scb.se, «Namnstatistik») are tables with a few lines of heading,
a column for the name and one for how many bear it. Words of one cell are taken apart:
no line's names are kept together.
"""

import csv
import io
import re
from dataclasses import dataclass, field

from blanketter.enhetslista import avkoda
from blanketter.models import Namnlista
from vbeplan.text.svenska import normalisera

MEST_BYTE = 20_000_000
LANGSTA_NAMN = 40  # signs; the longest surnames in Sweden are under thirty
_RUBRIKRADER = 15
_RUBRIKER = {
    "fornamn": Namnlista.Slag.FORNAMN,
    "tilltalsnamn": Namnlista.Slag.FORNAMN,
    "flicknamn": Namnlista.Slag.FORNAMN,
    "pojknamn": Namnlista.Slag.FORNAMN,
    "kvinnonamn": Namnlista.Slag.FORNAMN,
    "mansnamn": Namnlista.Slag.FORNAMN,
    "efternamn": Namnlista.Slag.EFTERNAMN,
    "slaktnamn": Namnlista.Slag.EFTERNAMN,
    "namn": None,
    "name": None,
    "ord": None,
}
_ORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’:.-](?=[^\W_]))*\.?")
_SIFFROR = re.compile(r"[\d\s.,\u00a0%–-]*")

INTE_TEXT = (
    "Filen är ingen textfil. Öppna den i kalkylprogrammet, spara den som CSV (UTF-8) "
    "och läs in den filen."
)
FOR_STOR = "Filen är större än 20 MB. Dela den och läs in delarna var för sig."


@dataclass
class Namnfil:
    """What a file holds: its words in lower case, their kind if it says so, faults."""

    orden: set[str] = field(default_factory=set)
    slag: str | None = None
    fel: list[tuple[int, str]] = field(default_factory=list)  # line, what is wrong


def las_namnfil(innehall: bytes) -> Namnfil:
    """Return the words of a file; ValueError says in Swedish why it can't be read."""
    if len(innehall) > MEST_BYTE:
        raise ValueError(FOR_STOR)
    if b"\0" in innehall or innehall.startswith(b"PK\x03\x04"):
        raise ValueError(INTE_TEXT)
    tabell = _tabell(avkoda(innehall))
    fil = Namnfil()
    borjan, kolumner, fil.slag = _rubriken(tabell)
    for nr, rad in tabell[borjan:]:
        celler = [rad[k] for k in kolumner if k < len(rad)]
        _las_rad(fil, nr, celler or _forsta_ordet(rad))
    return fil


def _tabell(text):
    skilje = max("\t;,", key=text.count)
    rader = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if skilje not in text:
        return [(nr, [rad.strip()]) for nr, rad in enumerate(rader, 1) if rad.strip()]
    celler = csv.reader(io.StringIO("\n".join(rader)), delimiter=skilje)
    return [(celler.line_num, [c.strip() for c in rad]) for rad in celler if any(rad)]


def _rubriken(tabell):
    """Return the first row after the heading, the columns of names and their kind."""
    for plats, (_, rad) in enumerate(tabell[:_RUBRIKRADER]):
        norm = [normalisera(cell).translate(_UTAN_PRICKAR) for cell in rad]
        kolumner = [k for k, cell in enumerate(norm) if cell in _RUBRIKER]
        if kolumner:
            slagen = {_RUBRIKER[norm[k]] for k in kolumner}
            ett = slagen.pop() if len(slagen) == 1 else Namnlista.Slag.NAMN
            return plats + 1, kolumner, ett
    return 0, (), None


_UTAN_PRICKAR = str.maketrans("åäöé", "aaoe")


def _forsta_ordet(rad):
    return next(([cell] for cell in rad if not _SIFFROR.fullmatch(cell)), [])


def _las_rad(fil, nr, celler):
    delar = " ".join(celler).split()
    if not delar or delar[0].startswith("#"):
        return
    for del_ in delar:
        if fel := _fel(del_):
            fil.fel.append((nr, fel))
            return
    rena = (del_.lower().replace("’", "'").rstrip(".") for del_ in delar)
    fil.orden.update(del_ for del_ in rena if len(del_) > 1)


def _fel(ord_):
    if len(ord_) > LANGSTA_NAMN:
        return f"Ordet är längre än {LANGSTA_NAMN} tecken. Skriv ett namn på raden."
    if any(tecken.isdigit() for tecken in ord_):
        return "Det står en siffra i namnet. Skriv bara namnet på raden."
    if not _ORD.fullmatch(ord_):
        return (
            "Det står tecken som inte finns i namn. Skriv bara bokstäver, bindestreck "
            "och apostrof."
        )
    return ""
