"""A workbook's bytes → its sheets as rows of cells. Never asks for a formula's sake."""

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from lagesbild.statistikfil.bokdold import dolda
from vbeplan.filer.arbetsblad import PLATS, bladets_post, ruta
from vbeplan.filer.fel import FilFel
from vbeplan.filer.filslag import STATISTIK
from vbeplan.filer.framsteg import anmal
from vbeplan.filer.zipvakt import OLE, ar_ods, granska_ods, granska_xlsx

MAX_RADER, MAX_KOLUMNER, MAX_CELLER = 200_000, 400, 3_000_000
MAX_BLAD = 40
OBERAKNAD = "#FORMEL!"
LOSENORD = (
    "Filen är skyddad med lösenord. Öppna den i Excel, välj Arkiv, Info, Skydda, "
    "Kryptera med lösenord, ta bort lösenordet, spara och ladda upp filen igen."
)
_CELL = re.compile(rb"<c\b([^>]*[^/])>(.*?)</c>", re.S)


def ar_bok(data):
    return data.startswith((b"PK\x03\x04", OLE))


def las_bok(data):
    """Return [(name, rows, visible, merged ranges, hidden)] of the sheets.

    `hidden` is how many rows and columns. Raises FilFel.
    """
    _granska(data)
    anmal("Filen är kontrollerad. Arbetsboken öppnas.")
    try:
        bok = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [blad for blad in _bladen(bok, data) if blad[1]]
    except PasswordError as fel:
        raise FilFel(LOSENORD) from fel
    except (CalamineError, ValueError, OSError) as fel:
        raise FilFel(f"Filen går inte att läsa. {STATISTIK.forsok_igen}") from fel


def _granska(data):
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise FilFel(LOSENORD)
        return
    if ar_ods(data):
        granska_ods(data, STATISTIK)
    else:
        granska_xlsx(data, STATISTIK)
    _utan_dokumenttyp(data)


def _utan_dokumenttyp(data):
    """No office program writes a document type; whoever does means harm."""
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        for post in arkiv.infolist():
            if post.filename.endswith((".xml", ".rels")) and post.file_size:
                with arkiv.open(post) as fil:
                    borjan = fil.read(4096)
                if b"<!DOCTYPE" in borjan or b"<!ENTITY" in borjan:
                    raise FilFel(
                        "Filen innehåller en dokumenttyp eller entiteter som Excel "
                        f"aldrig skriver, och läses därför inte. {STATISTIK.nytt}"
                    )


def _bladen(bok, data):
    synliga = {
        m.name: m.visible == SheetVisibleEnum.Visible
        for m in bok.sheets_metadata
        if m.typ == SheetTypeEnum.WorkSheet
    }
    for nr, namn in enumerate(list(synliga)[:MAX_BLAD], 1):
        anmal(f"Blad {nr} av {len(synliga)}: {namn}")
        blad = bok.get_sheet_by_name(namn)
        post = _bladets_xml(data, namn)
        gomt = dolda(post, blad.total_width)
        yield namn, _rader(blad, post), synliga[namn], _sammanfogade(blad), gomt


def _sammanfogade(blad):
    return [(r1, k1, r2, k2) for (r1, k1), (r2, k2) in blad.merged_cell_ranges or ()]


def _rader(blad, post):
    _lagom(blad)
    rader = []
    for rad in blad.iter_rows():
        rader.append([_cell(cell) for cell in rad])
        if len(rader) % 10_000 == 0:
            anmal(
                f"{len(rader):,} rader av {blad.total_height:,} lästa".replace(",", " ")
            )
    # The reader leaves out the empty columns to the left, but not the rows above.
    vanster = [""] * (blad.start or (0, 0))[1]
    if vanster:
        rader = [vanster + rad for rad in rader]
    for (rad, kolumn), ord_ in _oberaknade(post).items():
        if rad < len(rader) and kolumn < len(rader[rad]) and rader[rad][kolumn] == "":
            rader[rad][kolumn] = ord_
    return rader


def _lagom(blad):
    rader, kolumner = blad.total_height, blad.total_width
    if rader > MAX_RADER or kolumner > MAX_KOLUMNER or rader * kolumner > MAX_CELLER:
        raise FilFel(
            f"Bladet {blad.name} är för stort: {rader} rader och {kolumner} kolumner. "
            f"Högst {MAX_RADER} rader och {MAX_KOLUMNER} kolumner går att läsa. Ta "
            "bort tomma rader och kolumner efter tabellen, eller gör så här: "
            f"{STATISTIK.dela}"
        )


def _cell(cell):
    """A cell as text, a number or a day; the hour of day is not kept."""
    if cell.__class__ is str:
        return cell.strip()
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() else cell
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, (time, timedelta)):
        return str(cell)
    return cell if isinstance(cell, (int, date)) else str(cell).strip()


def _bladets_xml(data, blad):
    """Return the XML of a sheet, b"" for a workbook of another kind than .xlsx."""
    if not data.startswith(b"PK") or ar_ods(data):
        return b""
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        return bladets_post(arkiv, blad, STATISTIK)


def _oberaknade(post):
    """Return {(row, column): sign} of cells with an error, or a formula not counted.

    The reader of workbooks gives them as empty, and an empty cell would be no case.
    """
    if b"<f" not in post and b't="e"' not in post:
        return {}
    celler = {}
    for traff in _CELL.finditer(post):
        plats = PLATS.search(traff[1].decode("utf-8", "replace"))
        if plats and (tecken := _tecken(*traff.groups())):
            celler[ruta(plats)] = tecken
    return celler


def _tecken(egenskaper, innehall):
    """What stands for a cell that has no value: its error, or that it isn't counted."""
    varde = re.search(rb"<v>([^<]+)", innehall)
    if b't="e"' in egenskaper and varde:
        return varde[1].decode("utf-8", "replace")
    return "" if varde or b"<f" not in innehall else OBERAKNAD
