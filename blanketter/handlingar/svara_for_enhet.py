"""A unit answers for a period: that it did is stored, what it said only in a sum."""

from django.db import transaction
from django.db.models import F

from blanketter.blandning import blanda
from blanketter.models import Enhetssvar, Nollsumma


def svara_for_enhet(enhet, period, *, inget):
    """Note that the unit has answered; tell whether it hadn't already.

    `inget`: it had nothing to report. Both answers write the same rows, so that not
    even the database's own notes tell them apart; a second answer changes nothing.
    """
    denna = {"periodtyp": period.typ, "start": period.start}
    with transaction.atomic():
        svar, nytt = Enhetssvar.objects.get_or_create(enhet=enhet, **denna)
        if not nytt:
            return False
        summa, _ = Nollsumma.objects.get_or_create(namnd=enhet.namnd, **denna)
        Nollsumma.objects.filter(pk=summa.pk).update(inget=F("inget") + int(inget))
        blanda(svar, Enhetssvar.objects.for_period(period))
    return True
