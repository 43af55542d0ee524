"""A board's protocols as a table, for its archive."""

import csv
import io

from blanketter.diarium import BOM, ofarlig

KOLUMNER = (
    *("Protokoll", "Gallringsdag", "Nämnd", "Vad som har gallrats", "Antal"),
    *("Gallringsbeslut", "Paragraf", "Beslutsdatum", "Sparades i", "Utfört av"),
    "Databasen städad",
)


def som_csv(protokollen):
    """Return the protocols as CSV for Excel in Swedish."""
    ut = io.StringIO()
    ut.write(BOM)
    skrivare = csv.writer(ut, delimiter=";")
    skrivare.writerow(KOLUMNER)
    for protokoll in protokollen:
        skrivare.writerow([ofarlig(cell) for cell in _rad(protokoll)])
    return ut.getvalue()


def _rad(p):
    return (
        *(p.nummer, p.dag.isoformat(), str(p.namnd), p.regel.get_klass_display()),
        *(str(p.antal), p.regel.dnr, p.regel.paragraf, p.regel.beslutad.isoformat()),
        *(p.regel.tid, p.utforare, p.stadad.isoformat() if p.stadad else "Nej"),
    )
