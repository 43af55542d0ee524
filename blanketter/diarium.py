"""Read: the register of received forms, without a word of what they say.

For whoever keeps the municipality's diarium: a table, which case systems and Excel take
in. Not a package for an e-archive (Riksarkivet's FGS): that holds files and decisions,
and is made when a system is emptied.
"""

import csv
import io
from typing import NamedTuple

from django.db.models import Count, F, OuterRef, Subquery
from django.db.models.lookups import IsNull

from blanketter.models import Blankett, Meddelande

HANDLING = "Blankett för avidentifierad information"
KOLUMNER = ("Nummer", "Inkom", "Nämnd", "Handling", "Meddelanden", "Status", "Texten")
_FORMELTECKEN = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"  # Excel in Swedish reads å, ä and ö by it


class Diariepost(NamedTuple):
    """A row of the register, in the order of KOLUMNER; all words."""

    nummer: str
    inkom: str
    namnd: str
    handling: str
    meddelanden: str
    status: str
    texten: str


def diariet(namnd, *, fran=None, till=None):
    """Yield a board's register by day, and by number within the day.

    The number is random, so a day's order says nothing of the hours.
    """
    rader = Blankett.objects.filter(namnd=namnd).order_by("inkom", "regnr")
    rader = rader.filter(inkom__gte=fran) if fran else rader
    rader = rader.filter(inkom__lte=till) if till else rader
    om_den = Meddelande.objects.filter(blankett=OuterRef("pk")).order_by()
    antal = om_den.values("blankett").annotate(antal=Count("*")).values("antal")
    rader = rader.annotate(antal=Subquery(antal), utan=IsNull(F("text"), True))
    falt = ("regnr", "inkom", "antal", "status", "lagesbild_ar", "gallrad", "utan")
    for rad in rader.values_list(*falt).iterator(chunk_size=2000):
        yield _post(namnd, *rad)


def _post(namnd, regnr, inkom, antal, status, ar, gallrad, utan):
    lage = Blankett.Status(status).label
    return Diariepost(
        regnr,
        inkom.isoformat(),
        str(namnd),
        HANDLING,
        str(antal or 0),
        f"{lage} {ar}" if ar else lage,
        f"Gallrad {gallrad.isoformat()}" if gallrad else "Saknas" if utan else "Finns",
    )


def som_csv(poster):
    """Yield the register as CSV for Excel in Swedish, a piece at a time."""
    yield BOM + _rad(KOLUMNER)
    for post in poster:
        yield _rad(post)


def _rad(varden):
    ut = io.StringIO()
    csv.writer(ut, delimiter=";").writerow([ofarlig(v) for v in varden])
    return ut.getvalue()


def ofarlig(cell):
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMELTECKEN) else cell
