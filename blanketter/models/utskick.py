"""The day's digest to a board's coordinators: that there is something, not what."""

from django.db import models

from blanketter.models.koder import Koder
from vbeplan.organisation.models import Namnd


class Utskick(models.Model):
    """One board's digest of one day; the row is what makes it sent once.

    It is taken (SKICKAS) before the mail goes and is waiting again when the server
    refused it. A run that dies in between has perhaps sent it: it is not sent twice,
    and what it told of is told anew the next day, which counts from the last SKICKAT.
    """

    class Status(models.TextChoices):
        VANTAR = "vantar", "Väntar"
        SKICKAS = "skickas", "Skickas"
        SKICKAT = "skickat", "Skickat"

    class Rad(models.TextChoices):
        NYA = "nya", "Det finns nya blanketter att läsa."
        OLASTA = "olasta", "Det finns blanketter som ingen har läst än."
        SVAR = "svar", "Det finns svar på frågor som du har ställt."
        GALLRING = "gallring", "Det finns texter som snart gallras."

    namnd = models.ForeignKey(
        Namnd, models.CASCADE, related_name="utskick", verbose_name="nämnd"
    )
    dag = models.DateField("dag")
    rader = Koder("vad det berättar")
    status = models.CharField(
        max_length=10, choices=Status.choices, default=Status.VANTAR
    )
    forsok = models.PositiveIntegerField("misslyckade försök", default=0)

    class Meta:
        verbose_name, verbose_name_plural = "utskick", "utskick"
        ordering = ["-dag", "namnd"]
        constraints = [
            models.UniqueConstraint("namnd", "dag", name="ett_utskick_om_dagen")
        ]

    def __str__(self):
        return f"Sammandrag {self.dag} till {self.namnd}"

    @property
    def meningar(self):
        """Return its lines in words, in the order of `Rad`."""
        return [rad.label for rad in self.Rad if rad in self.rader]

    @property
    def gick_inte_fram(self):
        return self.status == self.Status.VANTAR and self.forsok > 0
