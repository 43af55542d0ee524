"""Last year's plan as a coordinator's own Word file, for the tests in a browser.

Written with python-docx, so that its styles, bullets and tables are what an ordinary
Word file has: `wordplan()` returns the bytes of a plan with a footnote, a table whose
last heading is missing, «Se ovan» and a date that doesn't exist.
"""

import io

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

RUBRIKER = ("Aktivitet", "Ansvarig", "Tidplan", "")
RADER = (
    (
        "Föräldracafé på öppna förskolan",
        "Avdelningschef förskola",
        "2025-10-31",
        "Tertialrapport 2 2025",
    ),
    (
        "Utbildning för fritidsledare",
        "Enhetschef ungdom och fritid i samråd med Säkerhetssamordnare",
        "2025-31-12",
        "Se ovan",
    ),
    (
        "Trygghetsvandring med fastighetsägarna",
        "Säkerhetssamordnare",
        "Hösten 2025",
        "Verksamhetsberättelsen 2025",
    ),
)
FOTNOT = "Enligt den nationella strategin från 2024."
FOTNOTER = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
)


def wordplan(ar=2025) -> bytes:
    """Return a .docx of a plan for that year."""
    dokument = Document()
    dokument.add_paragraph("Handlingsplan mot våldsbejakande extremism", "Title")
    dokument.add_paragraph("Ekhamra stadsdelsnämnd")
    dokument.add_paragraph(f"Dnr: EKH {ar}/88-1.3")
    dokument.add_paragraph(f"Datum: {ar}-04-24")
    dokument.add_heading("Inledning och syfte", 1)
    stycke = dokument.add_paragraph("Planen gäller alla verksamheter i nämnden.")
    _fotnot(dokument, stycke)
    dokument.add_heading("Så arbetar vi", 1)
    dokument.add_paragraph("Arbetet har tre delar:")
    for punkt in ("att se tidigt", "att tala med varandra", "att följa upp"):
        dokument.add_paragraph(punkt, "List Bullet")
    dokument.add_heading("Förebyggande aktiviteter", 1)
    _tabell(dokument, ar)
    dokument.add_heading("Uppföljning", 1)
    dokument.add_paragraph("Nämnden följer upp planen varje tertial.")
    ut = io.BytesIO()
    dokument.save(ut)
    return ut.getvalue()


def _tabell(dokument, ar):
    tabell = dokument.add_table(rows=0, cols=len(RUBRIKER))
    for rad in (RUBRIKER, *RADER):
        for cell, text in zip(tabell.add_row().cells, rad, strict=True):
            cell.text = text.replace("2025", str(ar))


def _fotnot(dokument, stycke):
    """python-docx has no footnotes of its own: the part and the call are put in."""
    xml = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p><w:r>'
        f"<w:t>{FOTNOT}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    del_ = Part(PackURI("/word/footnotes.xml"), FOTNOTER, xml.encode(), None)
    dokument.part.relate_to(del_, RELATIONSHIP_TYPE.FOOTNOTES)
    anrop = parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="2"/>')
    stycke.add_run()._r.append(anrop)
