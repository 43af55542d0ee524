"""The day's digest to a coordinator: that there is something, not what nor how much."""

from django.conf import settings
from django.db import models


class Utskick(models.Model):
    """That one person's digest of one day was put in the outbox: once a day.

    What became of the letter is the outbox's to tell.
    """

    till = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="utskick"
    )
    dag = models.DateField("dag")

    class Meta:
        verbose_name, verbose_name_plural = "utskick", "utskick"
        ordering = ["-dag", "till"]
        constraints = [
            models.UniqueConstraint("till", "dag", name="ett_utskick_om_dagen")
        ]

    def __str__(self):
        return f"Sammandrag {self.dag} till {self.till}"


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
