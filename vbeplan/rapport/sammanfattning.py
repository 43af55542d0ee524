"""The board's one page as a PDF that really is one page."""

from django.template.loader import render_to_string

from aktiviteter.andringar.sammanfattning import FLEST
from vbeplan.rapport import pdf
from vbeplan.rapport.utskrift import antal_sidor, satt
from vbeplan.tema import farg

MALL = "rapport/sammanfattning_dokument.html"
SIDANS_HOJD, RADENS_TECKEN = 50, 105
STILMALL = pdf.STATISKT / "rapport" / "sammanfattning.css"


def skapa_pdf(sammanfattningen) -> bytes:
    """Set it with as many rows as one page holds, to the standards of the plan.

    Raises PdfFel in Swedish.
    """
    stil = farg.stilmall(sammanfattningen.farg)
    stilmall = STILMALL.read_text("utf-8")
    for antal in range(_antal_som_ryms(sammanfattningen), -1, -1):
        html = render_to_string(MALL, {"s": sammanfattningen.kortad(antal)})
        fil = satt(html, stil, stilmall)
        if antal_sidor(fil) == 1:
            break
    return fil


def _antal_som_ryms(sammanfattningen):
    """Return how many rows a page is likely to hold: to set one takes a second."""
    rymliga = (
        antal
        for antal in range(FLEST, 0, -1)
        if _hojd(sammanfattningen.kortad(antal)) <= SIDANS_HOJD
    )
    return next(rymliga, 0)


def _hojd(s):
    """Return about how high the page becomes, in lines of text."""
    rader = [sum(map(len, rad)) for lista in s.listor for rad in lista.rader]
    rader += [len(rad) for rad in (*s.forslag, s.ingress)]
    rubriker = 2 * (len(s.listor) + 1) + 2 * -(-len(s.titel) // 48)
    fler = sum(bool(lista.fler) for lista in s.listor)
    return sum(1.25 * -(-antal // RADENS_TECKEN) for antal in rader) + rubriker + fler
