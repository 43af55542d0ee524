"""Mails requests and reminders: each letter once."""

from django.db import transaction
from django.utils import timezone

from lagesbild.models import Kalla
from vbeplan.organisation.models import Spar
from vbeplan.organisation.radbrev import lagg_radbrev

BREVSLAG = "underlag"


@transaction.atomic
def skicka_begaran(breven, lagesbild, svar_senast, *, av):
    """Put requests in the outbox; who gets one is asked, with an answer by a day."""
    nytt = {
        "status": Kalla.Status.BEGARD,
        "begard": timezone.localdate(),
        "svar_senast": svar_senast,
        "paminnd": None,
    }
    return _lagg(breven, lagesbild.kallor.all(), nytt, "begäran", lagesbild, av)


@transaction.atomic
def skicka_paminnelse(breven, lagesbild, *, av):
    """Put reminders in the outbox, at most one a day to each source."""
    idag, begard = timezone.localdate(), Kalla.Status.BEGARD
    vantar = lagesbild.kallor.filter(status=begard).exclude(paminnd=idag)
    return _lagg(breven, vantar, {"paminnd": idag}, "påminnelse", lagesbild, av)


def _lagg(breven, kallor, nytt, vad, lagesbild, av):
    namnd = lagesbild.namnd
    utskick = lagg_radbrev(breven, kallor, nytt, BREVSLAG, namnd=namnd, av=av)
    if antal := len(utskick.skickade):
        vad = f"{vad} om underlag till {antal} käll{'or' if antal > 1 else 'a'}"
        Spar.objects.skriv(Spar.Handling.SKICKAD, vad, av=av, namnd=namnd)
    return utskick
