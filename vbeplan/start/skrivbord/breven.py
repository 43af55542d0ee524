"""Read: letters that didn't go, and a mail server that doesn't answer."""

from datetime import timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from vbeplan.organisation.models import Brev, Ratt
from vbeplan.start.skrivbord.post import ord_antal, post

STILLA = timedelta(hours=1)  # kor_paminnelser is run every quarter of an hour


def brevens(user, idag):
    """What the outbox tells a coordinator of her letters, a förvaltare of the server.

    One query.
    """
    namnder = user.namnd_id(Ratt.SAMORDNARE)
    if not namnder and not user.ar_forvaltare:
        return
    egna = Q(namnd__in=namnder)
    egna = egna | Q(namnd=None) if user.ar_forvaltare else egna
    fast = Q(status=Brev.Status.UPPGIVET) | Q(pk__in=Brev.objects.strandade())
    # Tried in vain, or nothing has run that tries: kor_paminnelser is not scheduled.
    forgaves = Q(forsok__gt=0) | Q(lagt__lt=timezone.now() - STILLA)
    vantar = Q(status=Brev.Status.VANTAR) & forgaves
    antal = Brev.objects.kvar().aggregate(
        fast=Count("pk", filter=egna & fast),
        # The server is the förvaltare's, whoever the letters belong to.
        vantar=Count("pk", filter=vantar if user.ar_forvaltare else egna & vantar),
    )
    if antal["fast"]:
        yield post(
            ord_antal(antal["fast"], "brev har", "brev har") + " inte gått fram",
            "Se varför, rätta adressen och försök igen.",
            reverse("brevlada"),
            "Visa breven",
            dag=idag,
        )
    if antal["vantar"]:
        yield post(
            ord_antal(antal["vantar"], "brev väntar", "brev väntar")
            + " på e-postservern",
            "De skickas av sig själva när den svarar. "
            + (
                "Se efter att EMAIL_URL stämmer och att kor_paminnelser körs."
                if user.ar_forvaltare
                else "Säg till förvaltaren om det inte går över."
            ),
            reverse("brevlada"),
            "Visa breven",
            dag=idag,
        )
