"""The report of an occasion of follow-up as PDF/A-2a and PDF/UA-1."""

from django.template.loader import render_to_string

from vbeplan.rapport import process
from vbeplan.rapport.pdf import STATISKT
from vbeplan.tema import farg

MALL = "rapport/uppfoljning.html"
STIL = STATISKT / "rapport" / "uppfoljning.css"


def skapa_pdf(rapport) -> bytes:
    """Return the PDF of a `Rapport`. Raises PdfFel in Swedish."""
    html = render_to_string(MALL, {"r": rapport})
    stil = farg.stilmall(rapport.farg) + STIL.read_text("utf-8")
    return process.satt_i_barn(html, stil).pdf
