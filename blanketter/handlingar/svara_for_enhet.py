"""A unit answers for a period: that it did is stored, and never what it said."""

from django.db import transaction

from blanketter.blandning import blanda
from blanketter.models import Enhetssvar


def svara_for_enhet(enhet, period):
    """Note that the unit has gone through the period; tell whether it hadn't already.

    Whoever asks has seen to that the period can be answered for.
    """
    denna = {"periodtyp": period.typ, "start": period.start}
    with transaction.atomic():
        svar, nytt = Enhetssvar.objects.get_or_create(enhet=enhet, **denna)
        if nytt:
            blanda(svar, Enhetssvar.objects.for_period(period))
    return nytt
