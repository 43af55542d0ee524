"""What stands out, only where no hidden number could be larger."""

from blanketter.models.fragor import OKLART
from lagesbild.barighet.orden import liten
from lagesbild.barighet.tal import hogst
from lagesbild.sammanstallning import INGEN_UPPGIFT
from lagesbild.utkast.delar import Del, Stycke

OKLARA = (OKLART, "")  # codes that name no environment, no kind and no place
MINST_RADER = 2


def utmarkande_del(underlag):
    """Return the most common environment, kind, place and tertial of this period."""
    serie = underlag.blanketter
    if serie is None or not serie.totalen.tal:
        return Del("Det som sticker ut", ())
    meningar = [
        text.format(
            namn=_inne(rad, namn), tal=rad.celler[0].text, allt=serie.totalen.text
        )
        for namn, text in _MENINGAR
        if (rad := _storst(getattr(serie, namn)))
    ]
    stycken = (Stycke(" ".join(meningar)),) if meningar else ()
    return Del("Det som sticker ut", stycken)


_MENINGAR = (
    ("per_miljo", "Flest händelser gällde {namn} ({tal} av {allt})."),
    ("per_slag", "Vanligast var {namn} ({tal} händelser)."),
    ("per_plats", "Den vanligaste platsen var {namn} ({tal} händelser)."),
    ("per_delomrade", "Flest händelser var i {namn} ({tal} händelser)."),
    ("per_tertial", "Flest händelser var i {namn} ({tal} händelser)."),
)


def _storst(tabell):
    """Return the row that is larger than every other, also than any hidden one."""
    rader = [rad for rad in tabell.rader if rad.celler[0].text != INGEN_UPPGIFT]
    visade = [rad for rad in rader if rad.celler[0].tal]
    if len(rader) < MINST_RADER or not visade:
        return None
    storst = max(visade, key=lambda rad: rad.celler[0].tal)
    over = all(_hogst(rad) < storst.celler[0].tal for rad in rader if rad is not storst)
    return storst if over and storst.kod not in OKLARA else None


def _hogst(rad):
    """Return the most that a row can have, endless where its words say nothing."""
    cell = rad.celler[0]
    if cell.tal is not None:
        return cell.tal
    return float("inf") if hogst(cell.text) is None else hogst(cell.text)


def _inne(rad, tabell):
    if tabell == "per_tertial":
        return rad.rubrik.replace("T", "tertial ", 1)
    if tabell == "per_delomrade":
        return rad.rubrik
    return liten(rad.rubrik)
