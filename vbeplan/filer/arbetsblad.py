"""Where a workbook (.xlsx) keeps a sheet, and where on the sheet a cell stands."""

import posixpath
import re

from vbeplan.filer.zipvakt import las_post

PLATS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ALLA = "{*}"  # transitional and strict workbooks have each their namespaces


def bladets_post(arkiv, blad, slag):
    """Return the XML of the sheet named `blad` of an open archive, b"" without one.

    `slag` gives an error its words (FilFel).
    """
    fil = _bladets_fil(arkiv, blad, slag)
    return (fil and las_post(arkiv, fil, slag)) or b""


def ruta(traff):
    """Return a match of PLATS as (row, column), both from 0: «B3» is (2, 1)."""
    kolumn = 0
    for tecken in traff[1]:
        kolumn = kolumn * 26 + ord(tecken) - 64
    return int(traff[2]) - 1, kolumn - 1


def _bladets_fil(arkiv, blad, slag):
    from vbeplan.filer.xmlvakt import tolka_xml  # lxml costs a child 40 ms

    bok = las_post(arkiv, "xl/workbook.xml", slag)
    lankar = las_post(arkiv, "xl/_rels/workbook.xml.rels", slag)
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
