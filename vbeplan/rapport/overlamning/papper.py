"""The pack as a file that is both PDF/A-2a and PDF/UA-1."""

from django.template.loader import render_to_string

from vbeplan.rapport import process
from vbeplan.rapport.pdf import STATISKT
from vbeplan.tema import farg

MALL = "rapport/overlamning_dokument.html"
STIL = STATISKT / "rapport" / "overlamning.css"


def skapa_pdf(overlamning) -> bytes:
    """Return the PDF of an `Overlamning`, kept nowhere. Raises PdfFel in Swedish."""
    html = render_to_string(MALL, {"o": overlamning})
    stil = farg.stilmall(overlamning.farg) + STIL.read_text("utf-8")
    return process.satt_i_barn(html, stil).pdf
