"""What never went doesn't lie about: its words are emptied after months."""

from datetime import timedelta

from django.db.models.functions import Lower
from django.utils import timezone

from vbeplan.organisation.models import Anvandare, Brev

KASTAS_EFTER = timedelta(days=90)


def slang_gamla():
    """Empty letters that never went and that nobody has looked after for months.

    That they were to be sent is still told; a personal link doesn't lie about.
    """
    gammalt = timezone.now() - KASTAS_EFTER
    rader = Brev.objects.kvar().filter(lagt__lt=gammalt)
    rader = rader.filter(status=Brev.Status.UPPGIVET) | rader.strandade()
    Brev.objects.filter(pk__in=list(rader.values_list("pk", flat=True))).update(
        status=Brev.Status.SLANGT, text=None, bilaga=None
    )


def ta_tillbaka(nyckel):
    """Take away what waits and whose key begins so, for it has no errand any more.

    Return how many.
    """
    return Brev.objects.vilande().med_nyckel(nyckel).delete()[0]


def ta_tillbaka_personliga():
    """Take away what waits for a user who has left, or whose address was changed."""
    kvar = Anvandare.objects.filter(is_active=True).values("epost")
    vantar = Brev.objects.vantar().filter(slag__in=Brev.PERSONLIGA)
    vantar.annotate(vem=Lower("till")).exclude(vem__in=kvar).delete()
