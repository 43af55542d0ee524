"""From a plan's content to the PDF that the nämnd receives, set once and kept.

`skapa_pdf` is the single entry for views and commands. The cache key is a fingerprint
of everything that shapes the bytes, so a changed word, template, style, font or
version of the program gives a new PDF and an unchanged plan the stored one.
"""

import functools
import hashlib
import io
from bisect import bisect_left
from importlib import metadata

from django.core.cache import caches
from django.template.loader import render_to_string

from vbeplan.rapport import pdf, process
from vbeplan.tema import farg

MALL = "rapport/dokument.html"
ANSLAG = "rapport/anslag.html"
ANSLAGETS_GRADER = range(1, 9)  # sizes of type in anslag.css, the largest first
ANSLAGETS_STILMALL = pdf.STATISKT / "rapport" / "anslag.css"
PAKET = ("weasyprint", "pydyf", "fonttools", "pikepdf")  # each writes into the file


def skapa_pdf(innehall, forsegling=None) -> bytes:
    """The plan (PlanInnehall) as PDF/A-2a and PDF/UA-1. Raises PdfFel in Swedish.

    `forsegling` (Forsegling) is the last page of a plan that is being decided.
    """
    return satt(*underlag(innehall, forsegling))


def skapa_anslag(varden) -> bytes:
    """The routine as a sheet for the wall; `varden` as komponenter/anslag.html takes.

    To the same two standards as the plan, in the largest type with which it is one
    sheet. Raises PdfFel in Swedish.
    """
    stil = farg.stilmall(varden["rutin"].farg)
    stilmall = ANSLAGETS_STILMALL.read_text("utf-8")

    def med(grad):
        html = render_to_string(ANSLAG, varden | {"grad": grad})
        return satt(html, stil, stilmall)

    storre = ANSLAGETS_GRADER[:-1]
    plats = bisect_left(storre, True, key=lambda grad: antal_sidor(med(grad)) == 1)
    return med(ANSLAGETS_GRADER[plats])


def antal_sidor(data: bytes) -> int:
    """How many pages a PDF has."""
    import pikepdf  # 10 MiB that a worker without PDFs need not carry

    with pikepdf.open(io.BytesIO(data)) as fil:
        return len(fil.pages)


def satt(html: str, stil: str, stilmall: str = "") -> bytes:
    """A document as PDF, set once and kept; see `pdf.satt`. Raises PdfFel."""
    nyckel = fingeravtryck(html, stilmall + stil)
    fardig = caches["pdf"].get(nyckel)
    if fardig is None:
        fardig = process.satt_i_barn(html, stil, stilmall=stilmall).pdf
        caches["pdf"].set(nyckel, fardig)
    return fardig


def underlag(innehall, forsegling=None) -> tuple[str, str]:
    """The document's HTML and the nämnd's colours as CSS: all the typesetter gets."""
    varden = {"innehall": innehall, "forsegling": forsegling}
    return render_to_string(MALL, varden), farg.stilmall(innehall.farg)


def fingeravtryck(html: str, stil: str) -> str:
    """sha256 in hex over content, colours, style, fonts and the setting code."""
    summa = hashlib.sha256(_grund())
    for del_ in (html, stil):
        summa.update(hashlib.sha256(del_.encode()).digest())
    return summa.hexdigest()


@functools.cache
def _grund() -> bytes:
    """What is the same for every plan until the program itself is changed."""
    # The files themselves, not a version number that somebody must remember to raise.
    kod = pdf.ROT / "vbeplan" / "rapport"
    filer = [pdf.STILMALL, *pdf.TYPSNITT.iterdir(), *kod.rglob("*.py")]
    summa = hashlib.sha256(repr([_version(paket) for paket in PAKET]).encode())
    for fil in sorted(filer):
        summa.update(hashlib.sha256(fil.read_bytes()).digest())
    return summa.digest()


def _version(paket: str) -> str:
    try:
        return metadata.version(paket)
    except metadata.PackageNotFoundError:
        return ""
