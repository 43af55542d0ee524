"""Reads the rows of a workbook that came back. Runs in a child process, no Django."""

import io
from datetime import date, datetime, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from aktiviteter.kalkyl.felvarden import utan_varde
from vbeplan.filer.fel import FilFel
from vbeplan.filer.filslag import EXCEL
from vbeplan.filer.zipvakt import granska_xlsx

MAX_RADER, MAX_KOLUMNER = 5_000, 200
LETA_RUBRIKER = 30  # rows: somebody may have written a line of her own on top
TITEL, NUMMER, NYCKEL = "aktivitet", "nr", "radnyckel"
HAMTA_NY = (
    "Hämta en ny arbetsbok ur planen, för över det du har skrivit och försök igen."
)


def las_arbetsbok(data):
    """Return the rows of a workbook: [{heading in lower case: words}], with `rad`.

    The sheet is the one with most of our headings, Nr and Aktivitet among them; columns
    may have changed places or gone. `rad` is the row's number as Excel shows it. A cell
    that shows an error, or a formula never counted, says so instead of being empty.
    Raises FilFel.
    """
    granska_xlsx(data)
    try:
        bok = CalamineWorkbook.from_filelike(io.BytesIO(data))
        funna = [_med_rubriker(bok.get_sheet_by_name(n)) for n in bok.sheet_names]
        funna = [ett for ett in funna if ett]
        if funna:
            # Only the best sheet, and the first of equals: a pivot may stand before it.
            blad, tabell, nr, rubriker = max(funna, key=lambda ett: len(set(ett[3])))
            _fyll_sammanfogade(blad, tabell, nr)
            _skriv_in(tabell, utan_varde(data, blad.name))
            return _under(rubriker, tabell, nr)
    except (CalamineError, ValueError) as fel:
        raise FilFel(f"Filen går inte att läsa. {EXCEL.forsok_igen}") from fel
    raise FilFel(
        "Arbetsboken har inga rader med kolumnerna Nr och Aktivitet. " + HAMTA_NY
    )


def _med_rubriker(blad):
    """Return (sheet, its table, the row of headings, the headings), or None."""
    if blad.total_height > MAX_RADER or blad.total_width > MAX_KOLUMNER:
        raise FilFel(
            f"Bladet {blad.name} är större än en plan kan vara: högst {MAX_RADER} "
            f"rader och {MAX_KOLUMNER} kolumner går att läsa. {EXCEL.dela}"
        )
    tabell = blad.to_python(skip_empty_area=False)
    for nr, rad in enumerate(tabell[:LETA_RUBRIKER]):
        rubriker = [" ".join(_ord(cell).casefold().split()) for cell in rad]
        if TITEL in rubriker and {NUMMER, NYCKEL} & set(rubriker):
            return blad, tabell, nr, rubriker
    return None


def _fyll_sammanfogade(blad, tabell, rubrikrad):
    """Let a value that was merged over several rows stand in each of them."""
    for (rad, kol), (sist, _) in blad.merged_cell_ranges or ():
        if rad > rubrikrad:
            for under in tabell[rad + 1 : sist + 1]:
                under[kol] = tabell[rad][kol]


def _skriv_in(tabell, celler):
    for (rad, kol), ord_ in celler.items():
        if rad < len(tabell) and kol < len(tabell[rad]):
            tabell[rad][kol] = ord_


def _under(rubriker, tabell, nr):
    fylld = [r for r in rubriker if r]
    if dubbla := sorted({r for r in fylld if fylld.count(r) > 1}):
        raise FilFel(
            f"Rubriken {dubbla[0].capitalize()} står över två kolumner. Ta bort den "
            "ena kolumnen, eller ge den en annan rubrik, och ta in filen igen."
        )
    rader = []
    for i, rad in enumerate(tabell[nr + 1 :], nr + 2):
        celler = {r: _ord(c) for r, c in zip(rubriker, rad, strict=False) if r}
        if any(celler.values()):
            rader.append({**celler, "rad": i})
    return rader or [{**dict.fromkeys(fylld, ""), "rad": nr + 1}]


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
