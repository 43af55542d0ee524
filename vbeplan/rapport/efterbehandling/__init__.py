"""Finishes WeasyPrint's PDF: one file that is PDF/A-2a and PDF/UA-1, and good to hear.

What WeasyPrint 70 writes passes validators and is still poor for a listener: a table
over a page break is several tables, notes and calls have no role, links are named by
their anchors. The tag tree is read into plain objects (`trad`), mended (`lagning`) and
written anew; what it no longer holds becomes decoration (`artefakter`); the metadata
says which two standards the file keeps (`metadata`).
"""

import io

import pikepdf

from vbeplan.rapport.efterbehandling import artefakter, lagning, metadata, trad


def fardigstall(ra: bytes) -> bytes:
    """Finish a PDF whose elements carry marks from `pdf.py`. Deterministic.

    Raises lagning.NotSaknas when the layout lost a footnote.
    """
    ut = io.BytesIO()
    with pikepdf.open(io.BytesIO(ra)) as pdf:
        rot = trad.las(pdf)
        lagning.laga(rot)
        trad.skriv(pdf, rot)
        artefakter.marka_ovrigt(pdf, trad.innehall(rot))
        artefakter.ta_bort_dubbla_lankar(pdf, rot)
        metadata.namnge_lankar(pdf, rot)
        metadata.jamna_inte_ut_bilder(pdf)
        metadata.stada_typsnittsnamn(pdf)
        metadata.komplettera(pdf)
        pdf.save(
            ut,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return ut.getvalue()
