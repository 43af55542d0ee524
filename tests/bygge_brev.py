"""Letters in the outbox, for the tests."""

from datetime import timedelta
from itertools import count

from django.core import mail
from django.utils import timezone

from vbeplan.organisation.models import Brev
from vbeplan.organisation.post import skicka_vantande

_nummer = count(1)
Status = Brev.Status


def nytt_brev(namnd=None, **falt):
    """Return a letter that waits; `falt` says otherwise."""
    falt = {
        "till": "linden@granby.example",
        "amne": "Vad tycker ni?",
        "slag": "samråd",
    } | falt
    nyckel = f"bygge:{next(_nummer)}"
    return Brev.objects.create(nyckel=nyckel, namnd=namnd, text="Hemlig länk", **falt)


def uppgivet_brev(namnd=None, **falt):
    """Return one that the receiver's server refused."""
    fel = "Mottagarens server tar inte emot brev till adressen (550)."
    return nytt_brev(namnd, status=Status.UPPGIVET, fel=fel, forsok=1, **falt)


def strandat_brev(namnd=None, **falt):
    """Return one whose sender was stopped before the answer was noted."""
    tid = timezone.now() - timedelta(hours=1)
    return nytt_brev(namnd, status=Status.SKICKAS, senast_forsok=tid, forsok=1, **falt)


def skickat_brev(namnd=None, **falt):
    """Return one that has gone."""
    brev = nytt_brev(namnd, status=Status.SKICKAT, skickat=timezone.now(), **falt)
    Brev.objects.filter(pk=brev.pk).update(text=None)
    return brev


def breven_gar():
    """Send what waits, as after a deed's commit; return all that has gone."""
    skicka_vantande()
    return mail.outbox
