"""Whatever the tag tree does not hold is decoration, and must say so in the page.

Running heads, page numbers and repeated table heads keep their numbered marks from
WeasyPrint, so a reader would meet content that no element owns (PDF/UA-1, 7.1). A
link around words of several kinds is given once for each; all but the first go.
"""

import re

import pikepdf

from vbeplan.rapport.efterbehandling.trad import Bit, Element, Lank

_MARKT = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC\b")
_ARTEFAKT = b"/Artifact\nBMC"


def marka_ovrigt(pdf: pikepdf.Pdf, innehall: set[Bit]) -> None:
    """Turn all marked content outside `innehall` into artifacts."""
    for sida in pdf.pages:
        objgen = sida.objgen

        def byt(traff: re.Match[bytes], objgen: tuple[int, int] = objgen) -> bytes:
            return traff[0] if Bit(objgen, int(traff[1])) in innehall else _ARTEFAKT

        strom = sida.obj.Contents
        strom.write(_MARKT.sub(byt, strom.read_bytes()))


def ta_bort_dubbla_lankar(pdf: pikepdf.Pdf, rot: Element) -> None:
    """Remove link annotations that no link element refers to."""
    kvar = {
        barn.objekt
        for element in rot.alla()
        for barn in element.barn
        if isinstance(barn, Lank)
    }
    for sida in pdf.pages:
        if "/Annots" in sida.obj:
            egna = [a for a in sida.obj.Annots if a.objgen in kvar]
            sida.obj.Annots = pikepdf.Array(egna)
