"""The day's digest to a coordinator: that there is something, not what nor how much."""

from django.conf import settings
from django.db import models


class Utskick(models.Model):
    """One person's digest of one day; the row is what makes it sent once.

    It is taken (SKICKAS) before the mail goes and is waiting again when the server
    refused it. A run that dies in between has perhaps sent it: it is not sent twice,
    and what it told of is told anew the next day, which counts from the last SKICKAT.
    """

    class Status(models.TextChoices):
        VANTAR = "vantar", "Väntar"
        SKICKAS = "skickas", "Skickas"
        SKICKAT = "skickat", "Skickat"

    till = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="utskick"
    )
    dag = models.DateField("dag")
    status = models.CharField(
        max_length=10, choices=Status.choices, default=Status.VANTAR
    )
    forsok = models.PositiveIntegerField("misslyckade försök", default=0)

    class Meta:
        verbose_name, verbose_name_plural = "utskick", "utskick"
        ordering = ["-dag", "till"]
        constraints = [
            models.UniqueConstraint("till", "dag", name="ett_utskick_om_dagen")
        ]

    def __str__(self):
        return f"Sammandrag {self.dag} till {self.till}"

    @property
    def gick_inte_fram(self):
        return self.status == self.Status.VANTAR and self.forsok > 0


class UtanSammandrag(models.Model):
    """Somebody who has said no to the digest; without a row she gets it."""

    anvandare = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        primary_key=True,
        related_name="utan_sammandrag",
    )

    class Meta:
        verbose_name, verbose_name_plural = "utan sammandrag", "utan sammandrag"

    def __str__(self):
        return f"{self.anvandare} får inget sammandrag"
