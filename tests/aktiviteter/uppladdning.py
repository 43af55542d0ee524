"""A coordinator brings in a plan file: the file as Word writes it, and the steps."""

import io

import docx
from django.core.files.uploadedfile import SimpleUploadedFile

from aktiviteter.models import Inlasning
from tests.aktiviteter.sida import adress

RUBRIKER = ("Aktivitet", "Ansvarig", "Tidplan", "Uppföljning")
RADER = (
    ("Sommarjobb för unga", "Enhetschef fritid", "Hösten", "VB"),
    (
        "Föräldracafé",
        "Rektor i samråd med Kurator",
        "T.o.m. 2027-31-12",
        "Tertialrapport 1",
    ),
)


def word_plan(*rader, namnd="Ekhamra stadsdelsnämnd", ar=2027):
    """Return a plan as a .docx made by python-docx: cover, chapters, one table."""
    dokument = docx.Document()
    dokument.add_paragraph("Handlingsplan mot våldsbejakande extremism", style="Title")
    dokument.add_paragraph(namnd)
    dokument.add_paragraph("Dnr EKH 2027/88-1.3")
    dokument.add_paragraph(f"{ar}-03-11")
    dokument.add_heading("Inledning och syfte", 1)
    dokument.add_paragraph("Planen gäller hela stadsdelen.")
    dokument.add_paragraph("en punkt", style="List Bullet")
    dokument.add_heading("Ansvar och samverkan", 1)
    dokument.add_heading("Ansvar", 2)
    dokument.add_paragraph("Samordnaren håller ihop arbetet.")
    dokument.add_heading("Förebyggande arbete", 1)
    _tabell(dokument, rader or RADER)
    ut = io.BytesIO()
    dokument.save(ut)
    return ut.getvalue()


def _tabell(dokument, rader):
    tabell = dokument.add_table(rows=0, cols=4)
    for rad in (RUBRIKER, *rader):
        for cell, text in zip(tabell.add_row().cells, rad, strict=True):
            cell.text = text


def ladda_upp(klient, data, namn="plan.docx", *, namnd, ar=""):
    """Choose the file and press «Läs filen»; return the answer, redirects followed."""
    falt = {"fil": SimpleUploadedFile(namn, data), "namnd": namnd.pk, "ar": ar}
    return klient.post(adress("plan_importera"), falt, follow=True)


def inlast(klient, data, namn="plan.docx", *, namnd, ar=""):
    """Bring in a file that can be read; return what waits for the yes."""
    ladda_upp(klient, data, namn, namnd=namnd, ar=ar)
    return Inlasning.objects.latest("tid")
