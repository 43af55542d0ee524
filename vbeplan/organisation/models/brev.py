"""Letters that wait to be sent, and what became of them."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from vbeplan.nycklar.falt import KrypteradText
from vbeplan.organisation.models.medlemskap import Ratt

# A process sends one letter in seconds. Who took it this long ago was stopped.
STRANDAR_EFTER = timedelta(minutes=15)


class BrevQuerySet(models.QuerySet):
    def for_user(self, user):
        """The letters of the boards she coordinates; the city's for a förvaltare."""
        egna = Q(namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        return self.filter(egna | Q(namnd=None) if user.ar_forvaltare else egna)

    def vantar(self):
        return self.filter(status=Brev.Status.VANTAR)

    def strandade(self):
        """Those that somebody had begun to send and was stopped: they may have gone."""
        return self.filter(
            status=Brev.Status.SKICKAS,
            senast_forsok__lt=timezone.now() - STRANDAR_EFTER,
        )


class Brev(models.Model):
    """One letter. It is put here in the deed's own transaction and sent afterwards.

    A mail server that is down loses nothing: the letter waits and is tried again.
    `nyckel` makes it once: the same letter put twice is one. The text may hold a
    personal link, so it lies encrypted and is emptied when it has gone. `kvitto` is
    what the trail then says of it, nothing when it is empty.
    """

    class Status(models.TextChoices):
        VANTAR = "vantar", "Väntar"
        SKICKAS = "skickas", "Skickas"
        SKICKAT = "skickat", "Skickat"
        UPPGIVET = "uppgivet", "Gick inte att skicka"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    nyckel = models.CharField(max_length=200, unique=True)
    namnd = models.ForeignKey(
        "organisation.Namnd", models.CASCADE, null=True, related_name="breven"
    )
    slag = models.CharField("slag", max_length=30)
    till = models.EmailField("till")
    svar_till = models.EmailField("svar till", blank=True)
    amne = models.CharField("ämne", max_length=200)
    lagt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    kvitto = models.CharField(max_length=200, blank=True)
    text = KrypteradText("text", null=True)
    bilaga = models.BinaryField(null=True)
    bilaga_namn = models.CharField(max_length=200, blank=True)
    status = models.CharField(
        "läge", max_length=8, choices=Status.choices, default=Status.VANTAR
    )
    lagt = models.DateTimeField("lagt", default=timezone.now)
    skickat = models.DateTimeField("skickat", null=True)
    forsok = models.PositiveSmallIntegerField("försök", default=0)
    senast_forsok = models.DateTimeField(null=True)
    fel = models.CharField("fel", max_length=200, blank=True)

    objects = BrevQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "brev", "brev"
        ordering = ["lagt"]
        indexes = [
            # Years of letters that have gone stand beside the few that wait.
            models.Index(
                "namnd",
                condition=~Q(status="skickat"),
                name="brev_kvar",
            )
        ]

    def __str__(self):
        return f"{self.amne} till {self.till}"
