"""A paper of its own beside the plan: a heading, paragraphs and tables, as .docx."""

from django.utils import timezone

from aktiviteter.word.egen import ord as namn
from aktiviteter.word_ut.bilaga import bilagans_delar
from aktiviteter.word_ut.dokument import Dokument
from aktiviteter.word_ut.xml import Element, lopa, stycke, w
from vbeplan.organisation.models import Kommun


def ark_som_word(plan, ark) -> bytes:
    """Return an `aktiviteter.bilagor.Bilaga` as a paper of the plan's board.

    Its day is today's: the same rows give the same bytes until tomorrow.
    """
    fakta = {
        "titel": ark.rubrik,
        "ar": plan.ar,
        "namnd": str(plan.namnd),
        "kommun": str(Kommun.den()),
        "dnr": plan.dnr,
        "datum": timezone.localdate().isoformat(),
        "dokument": {"typ": ""},
    }
    return _Ark(fakta, plan.namnd.farg, ark).som_bytes()


class _Ark(Dokument):
    def __init__(self, fakta: dict, farg: str, ark):
        super().__init__(fakta, farg, None, {}, ())
        self.ark = ark

    def _kropp(self) -> Element:
        rubrik = stycke(namn.BILAGA, [lopa(self.ark.rubrik)])
        return w("body", rubrik, *bilagans_delar(self.ark))
