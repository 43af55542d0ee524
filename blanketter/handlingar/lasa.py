"""Open an unread form: from now on the writer can't take it back."""

from django.db import transaction
from django.db.models import F

from blanketter.models import Blankett
from vbeplan.organisation.models import Spar


@transaction.atomic
def lasa(blankett, *, av):
    """Mark the form as read, and tell whether its text may be shown.

    False when the writer took it back first. Read once more it is as it was.
    """
    ny = Blankett.objects.filter(pk=blankett.pk, status=Blankett.Status.NY)
    if ny.update(status=Blankett.Status.LAST, rakning=F("rakning") + 1):
        Spar.objects.skriv(Spar.Handling.LAST, blankett, av=av, namnd=blankett.namnd)
    blankett.refresh_from_db(fields=["status", "rakning"])
    return blankett.ar_last
