"""Cells that show an error, or hold a formula that no program has counted.

The reader of workbooks gives them as empty, and an empty cell means: take this away.
"""

import io
import zipfile

from vbeplan.filer.arbetsblad import PLATS, bladets_post, ruta
from vbeplan.filer.filslag import EXCEL
from vbeplan.filer.xmlvakt import tolka_xml

OBERAKNAD = "#FORMEL!"
# Transitional and strict workbooks have each their namespaces.
_ALLA = "{*}"


def utan_varde(data, blad):
    """Return {(row, column): what is shown} of a sheet's such cells, both from 0."""
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        post = bladets_post(arkiv, blad, EXCEL)
    if not post or (b'"e"' not in post and b"<f" not in post and b":f" not in post):
        return {}
    celler = {}
    for cell in tolka_xml(post, "bladet").iter(f"{_ALLA}c"):
        plats = PLATS.fullmatch(cell.get("r", ""))
        varde = cell.findtext(f"{_ALLA}v")
        if not plats:
            continue
        if cell.get("t") == "e":
            celler[ruta(plats)] = varde or OBERAKNAD
        elif (
            not varde and cell.get("t") != "str" and cell.find(f"{_ALLA}f") is not None
        ):
            celler[ruta(plats)] = OBERAKNAD
    return celler
