"""Reads the rows of a workbook that came back. Runs in a child process, no Django."""

import io
from datetime import date, datetime, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from vbeplan.filer.fel import FilFel
from vbeplan.filer.filslag import EXCEL
from vbeplan.filer.zipvakt import granska_xlsx

MAX_RADER, MAX_KOLUMNER = 5_000, 200
LETA_RUBRIKER = 30  # rows: somebody may have written a line of her own on top
TITEL, NUMMER = "aktivitet", "nr"
HAMTA_NY = (
    "Hämta en ny arbetsbok ur planen, för över det du har skrivit och försök igen."
)


def las_arbetsbok(data):
    """Return the rows of a workbook: [{heading in lower case: words}], with `rad`.

    The sheet is the first that has the headings Nr and Aktivitet; columns may have
    changed places or gone. `rad` is the row's number as Excel shows it. Raises FilFel.
    """
    granska_xlsx(data)
    try:
        bok = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for namn in bok.sheet_names:
            if rader := _rader(bok.get_sheet_by_name(namn)):
                return rader
    except (CalamineError, ValueError) as fel:
        raise FilFel(f"Filen går inte att läsa. {EXCEL.forsok_igen}") from fel
    raise FilFel(
        "Arbetsboken har inga rader med kolumnerna Nr och Aktivitet. " + HAMTA_NY
    )


def _rader(blad):
    if blad.total_height > MAX_RADER or blad.total_width > MAX_KOLUMNER:
        raise FilFel(
            f"Bladet {blad.name} är större än en plan kan vara: högst {MAX_RADER} "
            f"rader och {MAX_KOLUMNER} kolumner går att läsa. {EXCEL.dela}"
        )
    tabell = blad.to_python(skip_empty_area=False)
    for nr, rad in enumerate(tabell[:LETA_RUBRIKER]):
        rubriker = [_ord(cell).casefold() for cell in rad]
        if TITEL in rubriker and NUMMER in rubriker:
            return _under(rubriker, tabell, nr)
    return []


def _under(rubriker, tabell, nr):
    rader = []
    for i, rad in enumerate(tabell[nr + 1 :], nr + 2):
        celler = {r: _ord(c) for r, c in zip(rubriker, rad, strict=False) if r}
        if any(celler.values()):
            rader.append({**celler, "rad": i})
    return rader or [{"rad": nr + 1}]


def _ord(cell):
    """Return a cell as words: a day as YYYY-MM-DD, a whole number without decimals."""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else f"{cell:.10g}".replace(".", ",")
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell).strip()
