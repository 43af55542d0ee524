"""The page's tables as files: the same protected cells, nothing more."""

import csv
import io
import json
import re
from datetime import datetime

import xlsxwriter

from blanketter.diarium import BOM, ofarlig

FORMAT = "vbeplan-siffror/1"
RUBRIKER = ("Serie", "Räknar", "Uppdelning", "Rad", "Kolumn", "Antal", "Visas som")
MEST_BLADNAMN = 31  # Excel takes no longer
_INTE_I_BLADNAMN = re.compile(r"[\[\]:*?/\\']")
FORKLARING = (
    "Små tal visas inte, för att ingen ska kunna pekas ut. Då kan även andra tal"
    " behöva döljas, så att de små inte går att räkna ut. ”Ingen uppgift” är inte noll."
)


def som_json(underlag):
    """Return the figures as JSON, in the shape of `Underlag.till_json`."""
    data = {"format": FORMAT, **underlag.till_json()}
    return json.dumps(data, ensure_ascii=False, indent=1)


def som_csv(underlag):
    """Return a row a cell, for Excel in Swedish. What is hidden has no number."""
    ut = io.StringIO()
    skrivare = csv.writer(ut, delimiter=";")
    skrivare.writerow(RUBRIKER)
    skrivare.writerows([ofarlig(v) for v in rad] for rad in _rader(underlag))
    return BOM + ut.getvalue()


def _rader(underlag):
    for serie in underlag.serier:
        for tabell in serie.tabeller:
            for rad in tabell.rader:
                for kolumn, cell in zip(tabell.kolumner, rad.celler, strict=True):
                    antal = "" if cell.tal is None else str(cell.tal)
                    fore = serie.namn, serie.raknar, tabell.rubrik
                    yield (*fore, rad.rubrik, kolumn, antal, cell.text)


def som_xlsx(underlag):
    """Return the bytes of a workbook: a sheet a series, its tables under each other."""
    ut = io.BytesIO()
    bok = xlsxwriter.Workbook(ut, {"in_memory": True, "strings_to_formulas": False})
    bok.set_properties(
        {
            "title": f"Siffror, {underlag.namnd} {underlag.ar}",
            "author": "",
            "created": datetime(2000, 1, 1),  # noqa: DTZ001 — the same file every time
        }
    )
    stilar = _Stilar(bok)
    tagna = set()
    for serie in underlag.serier:
        blad = bok.add_worksheet(_bladnamn(serie.namn, tagna))
        _skriv_serie(blad, serie, underlag, stilar)
    bok.close()
    return ut.getvalue()


class _Stilar:
    def __init__(self, bok):
        self.rubrik = bok.add_format({"bold": True, "font_size": 14})
        self.tabell = bok.add_format({"bold": True, "font_size": 12})
        self.huvud = bok.add_format({"bold": True, "bottom": 1, "align": "right"})
        self.forst = bok.add_format({"bold": True, "bottom": 1})
        self.tal = bok.add_format({"num_format": "#,##0"})
        self.ord = bok.add_format({"align": "right", "font_color": "#55616e"})
        self.not_ = bok.add_format({"font_color": "#55616e"})


def _bladnamn(namn, tagna):
    """Return a sheet's name that Excel takes and no other sheet has."""
    rent = _INTE_I_BLADNAMN.sub(" ", namn).strip()[: MEST_BLADNAMN - 3] or "Serie"
    ut, nr = rent, 2
    while ut.lower() in tagna:
        ut, nr = f"{rent} {nr}", nr + 1
    tagna.add(ut.lower())
    return ut


def _skriv_serie(blad, serie, underlag, stilar):
    blad.set_column(0, 0, 44)
    blad.set_column(1, 12, 16)
    blad.write_string(0, 0, f"{serie.namn}, {underlag.namnd}", stilar.rubrik)
    rad = 1
    for not_ in (FORKLARING, *serie.noter):
        blad.write_string(rad, 0, not_, stilar.not_)
        rad += 1
    for tabell in serie.tabeller:
        rad = _skriv_tabell(blad, rad + 1, tabell, stilar)


def _skriv_tabell(blad, rad, tabell, stilar):
    """Write a table from a row on; return the first free row after it."""
    for not_, stil in ((tabell.rubrik, stilar.tabell), *_noter(tabell, stilar)):
        blad.write_string(rad, 0, not_, stil)
        rad += 1
    blad.write_string(rad, 0, tabell.rubrik, stilar.forst)
    for i, kolumn in enumerate(tabell.kolumner, 1):
        blad.write_string(rad, i, kolumn, stilar.huvud)
    for rad_, ett in enumerate(tabell.rader, rad + 1):
        blad.write_string(rad_, 0, ett.rubrik)
        for i, cell in enumerate(ett.celler, 1):
            if cell.tal is None:
                blad.write_string(rad_, i, cell.text, stilar.ord)
            else:
                blad.write_number(rad_, i, cell.tal, stilar.tal)
    return rad + len(tabell.rader) + 1


def _noter(tabell, stilar):
    return [(not_, stilar.not_) for not_ in tabell.noter]
