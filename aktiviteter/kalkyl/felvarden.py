"""Cells that show an error, or hold a formula that no program has counted.

The reader of workbooks gives them as empty, and an empty cell means: take this away.
"""

import io
import posixpath
import re
import zipfile

from vbeplan.filer.filslag import EXCEL
from vbeplan.filer.xmlvakt import tolka_xml
from vbeplan.filer.zipvakt import las_post

OBERAKNAD = "#FORMEL!"
_PLATS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# Transitional and strict workbooks have each their namespaces.
_ALLA = "{*}"


def utan_varde(data, blad):
    """Return {(row, column): what is shown} of a sheet's such cells, both from 0."""
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        fil = _bladets_fil(arkiv, blad)
        post = fil and las_post(arkiv, fil, EXCEL)
    if not post or (b'"e"' not in post and b"<f" not in post and b":f" not in post):
        return {}
    celler = {}
    for cell in tolka_xml(post, "bladet").iter(f"{_ALLA}c"):
        plats = _PLATS.fullmatch(cell.get("r", ""))
        varde = cell.findtext(f"{_ALLA}v")
        if not plats:
            continue
        if cell.get("t") == "e":
            celler[_index(plats)] = varde or OBERAKNAD
        elif (
            not varde and cell.get("t") != "str" and cell.find(f"{_ALLA}f") is not None
        ):
            celler[_index(plats)] = OBERAKNAD
    return celler


def _index(plats):
    kolumn = 0
    for tecken in plats[1]:
        kolumn = kolumn * 26 + ord(tecken) - 64
    return int(plats[2]) - 1, kolumn - 1


def _bladets_fil(arkiv, blad):
    """Return the name of the part that holds a sheet, "" when it is not found."""
    bok = las_post(arkiv, "xl/workbook.xml", EXCEL)
    lankar = las_post(arkiv, "xl/_rels/workbook.xml.rels", EXCEL)
    if not (bok and lankar):
        return ""
    for ett in tolka_xml(bok, "arbetsboken").iter(f"{_ALLA}sheet"):
        if ett.get("name") == blad:
            pekar = {v for namn, v in ett.attrib.items() if namn.endswith("}id")}
            for lank in tolka_xml(lankar, "arbetsbokens delar"):
                if lank.get("Id") in pekar:
                    return posixpath.normpath(
                        posixpath.join("/xl", lank.get("Target", ""))
                    ).lstrip("/")
    return ""
