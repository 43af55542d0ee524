"""One received form as it is given out: what is masked is not in the file at all.

The words behind a mask are dropped here, before anything is set, so that they are in
no layer, tag, metadata or font of the PDF. The file is made anew each time and kept
nowhere.
"""

from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from django.template.loader import render_to_string
from django.utils import timezone

from blanketter.dolda_delar import dela_upp
from blanketter.handlingar.maskera import spannen
from vbeplan.rapport import process
from vbeplan.rapport.pdf import STATISKT
from vbeplan.tema import farg

MALL = "rapport/utlamnande.html"
STIL = STATISKT / "rapport" / "utlamnande.css"
Stycke = tuple[tuple[str, bool], ...]  # pieces: the words, or a mask without any


@dataclass(frozen=True)
class Utlamnad:
    """A form, and its dialogue, in paragraphs; no masked word is in here."""

    regnr: str
    namnd: str
    kommun: str
    farg: str
    inkom: date
    utlamnad: date
    svar: tuple[tuple[str, str], ...]
    text: tuple[Stycke, ...]
    gallrad: date | None
    meddelanden: tuple[tuple[str, date, tuple[Stycke, ...]], ...]
    maskerat: int

    @property
    def avtryck(self):
        """Return what tells whether this is word for word what somebody has read."""
        return blake2b(repr(self).encode(), digest_size=16).hexdigest()


def utlamnandet(blankett, kommun):
    """Return a read form as `Utlamnad`."""
    maskeringar = list(blankett.maskeringar.all())
    meddelanden = list(blankett.meddelanden.all())
    svar = [(fraga, ", ".join(val)) for fraga, val in blankett.svaren]
    svar.append(("När var det?", blankett.period.capitalize()))
    if blankett.delomrade:
        svar.append(("I vilken del av området?", str(blankett.delomrade)))
    return Utlamnad(
        regnr=blankett.regnr,
        namnd=str(blankett.namnd),
        kommun=str(kommun),
        farg=blankett.namnd.farg,
        inkom=blankett.inkom,
        utlamnad=timezone.localdate(),
        svar=tuple(svar),
        text=_stycken(blankett.text, maskeringar, None),
        gallrad=blankett.gallrad,
        meddelanden=tuple(
            (
                "Fråga" if m.ar_fraga else "Svar",
                m.dag,
                _stycken(m.text, maskeringar, m.pk),
            )
            for m in meddelanden
        ),
        maskerat=len(maskeringar),
    )


def _stycken(text, maskeringar, meddelande):
    """Return a stored text as paragraphs of pieces; none for a text that is gone."""
    har = [m for m in maskeringar if m.meddelande_id == meddelande]
    stycken, nu = [], []
    for del_ in dela_upp(text or "", spannen(har), visa=False):
        if del_.dold:
            nu.append(("", True))
            continue
        forsta, *resten = del_.text.split("\n")
        nu.append((forsta, False))
        for rad in resten:
            stycken.append(tuple(nu))
            nu = [(rad, False)]
    stycken.append(tuple(nu))
    return tuple(s for s in stycken if any(dold or ord_.strip() for ord_, dold in s))


def skapa_pdf(utlamnad: Utlamnad) -> bytes:
    """Return the PDF/A-2a and PDF/UA-1 of it. Raises PdfFel in Swedish."""
    html = render_to_string(MALL, {"u": utlamnad})
    stil = farg.stilmall(utlamnad.farg) + STIL.read_text("utf-8")
    return process.satt_i_barn(html, stil).pdf
