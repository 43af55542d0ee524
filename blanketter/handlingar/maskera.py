"""Hide parts of a text, and show them again."""

from django.db import transaction
from django.db.models import F

from blanketter.dolda_delar import Spann, sla_ihop
from blanketter.handlingar.spara_over import spara_over
from blanketter.models import Blankett, Maskering
from vbeplan.organisation.models import Spar


def spannen(maskeringar):
    """Return rows of `Maskering` as spans."""
    return [Spann(m.start, m.slut, m.typ) for m in maskeringar]


@transaction.atomic
def maskera(blankett, spann, *, av, sedd, meddelande=None):
    """Mask the spans of the form's text, or of a message about it.

    What overlaps what was masked becomes one mask. Raises NagonHannFore when the form
    is not as in `sedd`: the places may be others.
    """
    spara_over(blankett, sedd)
    rader = Maskering.objects.filter(blankett=blankett, meddelande=meddelande)
    gamla = {Spann(m.start, m.slut, m.typ): m for m in rader}
    alla = set(sla_ihop([*gamla, *spann]))
    for s in gamla.keys() - alla:
        gamla[s].delete()
    for s in alla - gamla.keys():
        Maskering.objects.create(
            blankett=blankett, meddelande=meddelande, av=av, **s._asdict()
        )
    Spar.objects.skriv(Spar.Handling.MASKERAD, blankett, av=av, namnd=blankett.namnd)


@transaction.atomic
def avmaskera(maskering, *, av):
    """Show a masked part again; tell whether it was there to show.

    Whoever has the form open for release or redaction has to look again.
    """
    borta, _ = Maskering.objects.filter(pk=maskering.pk).delete()
    if borta:
        denna = Blankett.objects.filter(pk=maskering.blankett_id)
        denna.update(rakning=F("rakning") + 1)
        namnd = maskering.blankett.namnd
        Spar.objects.skriv(
            Spar.Handling.AVMASKERAD, maskering.blankett, av=av, namnd=namnd
        )
    return bool(borta)
