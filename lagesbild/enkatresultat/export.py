"""A result as files, of the protected figures alone; another board can take them in."""

import csv
import io
import json
from datetime import datetime

import xlsxwriter

from blanketter.diarium import BOM, ofarlig
from lagesbild.enkatresultat.kolumner import KOLUMNER
from lagesbild.som_json import till_json

FORMAT = "vbeplan-enkat/1"
BREDD = {"Fråga": 50, "Svar": 34, "Grupp": 24}
FORKLARING = (
    "Små tal visas inte, för att ingen ska kunna pekas ut. Då kan även andra tal "
    "behöva döljas. Rader utan grupp gäller alla som svarade."
)


def som_json(namnd, resultat):
    data = {"format": FORMAT, "namnd": namnd, **till_json(resultat)}
    return json.dumps(data, ensure_ascii=False, indent=1)


def som_csv(namnd, resultat):
    """Return a row an answer and group, for Excel in Swedish."""
    ut = io.StringIO()
    skrivare = csv.writer(ut, delimiter=";")
    skrivare.writerow(KOLUMNER)
    rader = rader_av(namnd, resultat)
    skrivare.writerows([ofarlig(str(v)) for v in rad] for rad in rader)
    return BOM + ut.getvalue()


def som_xlsx(namnd, resultat):
    """Return the bytes of a workbook with the same rows."""
    ut = io.BytesIO()
    bok = xlsxwriter.Workbook(ut, {"in_memory": True, "strings_to_formulas": False})
    titel = f"{resultat.namn} {resultat.ar}, {namnd}"
    dag = datetime(2000, 1, 1)  # noqa: DTZ001 — the same file every time
    bok.set_properties({"title": titel, "author": "", "created": dag})
    fet = bok.add_format({"bold": True, "bottom": 1})
    blad = bok.add_worksheet("Resultat")
    for kolumn, namn in enumerate(KOLUMNER):
        blad.set_column(kolumn, kolumn, BREDD.get(namn, 14))
        blad.write_string(0, kolumn, namn, fet)
    for nr, rad in enumerate(rader_av(namnd, resultat), 1):
        for kolumn, varde in enumerate(rad):
            skriv = blad.write_number if isinstance(varde, int) else blad.write_string
            skriv(nr, kolumn, varde)
    blad.freeze_panes(1, 0)
    om = bok.add_worksheet("Om filen")
    om.write_string(0, 0, titel, fet)
    om.write_string(1, 0, FORKLARING)
    bok.close()
    return ut.getvalue()


def rader_av(namnd, resultat):
    """Yield the rows in the order of KOLUMNER. A hidden number is an empty cell."""
    fragade = resultat.svarsgrad.tillfragade if resultat.svarsgrad else ""
    for fraga in resultat.fragor:
        forst = (namnd, resultat.ar, resultat.namn, fraga.kod, fraga.fraga)
        for svar in fraga.rader:
            alla = (svar.alla, "", fraga.svarande, fragade)
            per_grupp = zip(
                svar.grupper, fraga.grupper, fraga.gruppsvarande, strict=True
            )
            for andel, grupp, av, tillfragade in [alla, *((*r, "") for r in per_grupp)]:
                tal = (_tal(andel.antal), _tal(av.antal), tillfragade)
                yield (*forst, svar.kod, svar.text, grupp, *tal, andel.text)
        if not fraga.rader:
            tal = ("", _tal(fraga.svarande.antal), fragade)
            yield (*forst, "", "", "", *tal, fraga.sats)


def _tal(antal):
    return "" if antal is None else antal
