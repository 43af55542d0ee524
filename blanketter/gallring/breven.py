"""The boards' letters as retention sees them: that they went stays, and no words.

Letters that have not gone are somebody's to look after, and keep theirs. Those of no
board are to users, of what waits on their desks; nothing is left of them as it is.
"""

from django.db.models import F
from django.db.models.functions import Coalesce, TruncDate

from blanketter.gallring.slag import Slag
from blanketter.models import Brevforvarning, Gallringsklass
from vbeplan.organisation.models import Brev


def poster(namnd, klass):
    """The board's letters that have gone, or were thrown away, with their words."""
    rader = Brev.objects.avslutade().filter(namnd=namnd, gallrat=None).order_by()
    return rader.annotate(raknas=TruncDate(Coalesce(F("skickat"), F("lagt"))))


def ta_bort(pk, klass, idag):
    """Remove the words from the letters; see Slag."""
    rader = Brev.objects.avslutade().filter(pk__in=pk, gallrat=None)
    breven = list(rader.order_by("pk").select_for_update())
    for brev in breven:
        brev.glom_orden(idag)
    Brevforvarning.objects.filter(brev__in=breven).delete()
    return len(breven), []


BREVEN = Slag(
    ("brev", "brev"), (Gallringsklass.BREV,), Brevforvarning, poster, ta_bort, (Brev,)
)
