"""Take words out of a stored text for good."""

from django.db import transaction

from blanketter.avidentifiering import PLATSHALLARE
from blanketter.dolda_delar import klipp
from blanketter.handlingar.maskera import spannen
from blanketter.handlingar.spara_over import spara_over
from blanketter.models import Maskering
from vbeplan.organisation.models import Spar

ANNAT = "[text borttagen]"


def ersattning(typ):
    """Return the words that stand where something of this kind stood."""
    return PLATSHALLARE.get(typ, ANNAT)


def bortredigera(blankett, spann, *, av, sedd, meddelande=None):
    """Replace the spans in the stored text; nobody can read them again.

    Masks keep their places in the new text. Raises NagonHannFore when the form is not
    as in `sedd`.
    """
    rad = meddelande or blankett
    with transaction.atomic():
        spara_over(blankett, sedd)
        rad.text, flytta = klipp(rad.text, spann, ersattning)
        rad.save(update_fields=["text"])
        _flytta_maskerna(blankett, meddelande, flytta)
        Spar.objects.skriv(
            Spar.Handling.BORTREDIGERAD, blankett, av=av, namnd=blankett.namnd
        )


def _flytta_maskerna(blankett, meddelande, flytta):
    rader = list(Maskering.objects.filter(blankett=blankett, meddelande=meddelande))
    for maskering, spann in zip(rader, spannen(rader), strict=True):
        kvar = flytta(spann)
        maskering.delete()
        for s in kvar:
            Maskering.objects.create(
                blankett=blankett, meddelande=meddelande, av=maskering.av,
                dag=maskering.dag, **s._asdict(),
            )  # fmt: skip
