"""Read: letters that didn't go, and a mail server that doesn't answer."""

from django.db.models import Count, Q
from django.urls import reverse

from vbeplan.organisation.models import Brev, Ratt
from vbeplan.start.skrivbord.post import ord_antal, post


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
    vantar = Q(status=Brev.Status.VANTAR, forsok__gt=0)
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
                "Se efter att EMAIL_URL stämmer."
                if user.ar_forvaltare
                else "Säg till förvaltaren om det inte går över."
            ),
            reverse("brevlada"),
            "Visa breven",
            dag=idag,
        )
