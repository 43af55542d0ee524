"""The columns of the workbook: heading, width, and the words of each cell."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from aktiviteter.models import Aktivitet, Ansvar
from aktiviteter.tidsprak import Precision, tolka_tidplan
from vbeplan.text.skrivtext import till_skrivtext

NYCKEL, NUMMER = "Radnyckel", "Nr"
# Excel holds no more in a cell; a longer text is edited in the plan.
MAX_CELL = 32_000
FOR_LANG = "[Texten är för lång för Excel. Ändra den i planen.]"
_PART = {
    Ansvar.Art.MEDANSVARIG: "medansvarig",
    Ansvar.Art.I_SAMRAD_MED: "i samråd",
}
_PARTER = re.compile(
    r"\s*\((med ?ansvarig|(?:i )?samråd(?: med)?|huvudansvarig)\)\s*$", re.I
)
# Days of 2000 to 2099, counted as Excel counts them.
SERIENUMMER = re.compile(r"3[7-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3}")
_INGET_AR = 1901  # a day without a year gets it, and is refused
_EXCELS_FORSTA = date(1899, 12, 30)


class CellFel(ValueError):  # noqa: N818 — Swedish: fault of a cell
    """What is wrong with a cell, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Kolumn:
    """`falt` is the name under which a cell is compared; `max` its length in signs."""

    rubrik: str
    falt: str
    bredd: int
    max: int = 0
    val: tuple[str, ...] = ()


def _max(falt):
    return Aktivitet._meta.get_field(falt).max_length


KOLUMNER = (
    Kolumn("Kapitel", "avsnitt", 26),
    Kolumn("Aktivitet", "titel", 38, _max("titel")),
    Kolumn("Beskrivning", "beskrivning", 60),
    Kolumn("Ansvariga", "ansvariga", 34),
    Kolumn("Tidplan", "tidplan", 18, 300),
    Kolumn("Nästa avstämning", "avstamning", 14),
    Kolumn("Uppföljning", "uppfoljning", 24, 300),
    Kolumn("Mål", "mal", 34, _max("mal")),
    Kolumn("Måltal", "maltal", 10),
    Kolumn("Enhet", "malenhet", 12, _max("malenhet")),
    Kolumn("Målgrupp", "malgrupp", 24, _max("malgrupp")),
    Kolumn("Nivå", "niva", 12, val=tuple(Aktivitet.Niva.labels)),
    Kolumn("Insatsområde", "insatsomrade", 20, _max("insatsomrade")),
    Kolumn(
        "Nationell strategi",
        "strategiomrade",
        16,
        val=tuple(Aktivitet.Strategiomrade.labels),
    ),
)


def celler(innehall, kapitel):
    """Return the words of an activity's cells by field.

    `innehall` is what the history keeps of an activity (`historia.innehall`), `kapitel`
    the words of each chapter by its id.
    """
    ord_ = {kol.falt: innehall.get(kol.falt) or "" for kol in KOLUMNER}
    return ord_ | {
        "avsnitt": kapitel.get(innehall["avsnitt_id"], ""),
        "beskrivning": _beskrivning(innehall["beskrivning"]),
        "ansvariga": "\n".join(_ansvarig(*x) for x in innehall["ansvariga"]),
        "tidplan": _tid(innehall["tidplan"]),
        "uppfoljning": _tid(innehall["uppfoljning"]),
        "maltal": _tal(innehall["maltal"]),
        "niva": dict(Aktivitet.Niva.choices).get(innehall["niva"], ""),
        "strategiomrade": dict(Aktivitet.Strategiomrade.choices).get(
            innehall["strategiomrade"], ""
        ),
    }


def _beskrivning(text):
    skriven = till_skrivtext(text)
    return skriven if len(skriven) <= MAX_CELL else FOR_LANG


def _ansvarig(roll, art, _pk=None):
    return f"{roll} ({_PART[art]})" if art in _PART else roll


def _tid(tid):
    """«Se ovan» as what it points at: the rows of a workbook change places."""
    return tid.get("hanvisning") or tid["text"]


def _tal(tal):
    if tal in (None, ""):
        return ""
    return f"{Decimal(tal).normalize():f}".replace(".", ",")


# --- What has been written in a cell --------------------------------------------------


def las_dag(ord_):
    """Return the day of a cell as `YYYY-MM-DD`, "" when it is empty.

    Written as the time language knows a day, or as the number that Excel makes of one.
    """
    if not ord_:
        return ""
    if SERIENUMMER.fullmatch(ord_):
        return (_EXCELS_FORSTA + timedelta(days=int(ord_))).isoformat()
    tid = tolka_tidplan(ord_.removesuffix(" 00:00:00"), ar=_INGET_AR)
    dagar = {tid.start, tid.slut}
    if tid.precision != Precision.DAG or len(dagar) > 1 or tid.slut.year == _INGET_AR:
        raise CellFel(
            f"”{ord_}” är inget datum. Skriv som 2027-04-30, eller töm cellen."
        )
    return tid.slut.isoformat()


def las_tal(ord_):
    """Return a number as it is written in Swedish, "" when the cell is empty."""
    rent = ord_.replace("\N{NO-BREAK SPACE}", "").replace(" ", "").replace(",", ".")
    if not rent:
        return ""
    try:
        tal = Decimal(rent)
        if not tal.is_finite() or abs(tal) >= 10**10 or tal != round(tal, 2):
            raise InvalidOperation
    except InvalidOperation:
        raise CellFel(
            f"”{ord_}” går inte att ha som måltal. Skriv ett tal med högst två "
            "decimaler, till exempel 40 eller 0,5."
        ) from None
    return _tal(tal)


def las_val(ord_, kolumn):
    """Return the choice that a cell means; case does not matter."""
    if not ord_:
        return ""
    for val in kolumn.val:
        if val.casefold() == ord_.casefold():
            return val
    raise CellFel(f"”{ord_}” finns inte att välja. Skriv {_eller(kolumn.val)}.")


def _eller(val):
    return f"{', '.join(val[:-1])} eller {val[-1]}"


def las_ansvariga(ord_):
    """Return [(role's name, part)] of a cell with a role on each line."""
    rader = []
    for rad in ord_.replace(";", "\n").split("\n"):
        traff = _PARTER.search(rad)
        namn = (rad[: traff.start()] if traff else rad).strip()
        namn = namn.removeprefix("- ").removeprefix("• ").strip()
        if namn:
            rader.append((namn, _arten(traff and traff[1].lower())))
    return rader


def _arten(ord_):
    if not ord_ or ord_ == "huvudansvarig":
        return Ansvar.Art.HUVUDANSVARIG
    if ord_.startswith("med"):
        return Ansvar.Art.MEDANSVARIG
    return Ansvar.Art.I_SAMRAD_MED
