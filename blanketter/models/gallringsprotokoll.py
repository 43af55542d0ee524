"""What has been removed: how many, by which decision, when. Never what."""

from django.db import models
from django.db.models import F
from django.urls import reverse

from blanketter.gallring.slag import slaget
from blanketter.models.gallringsregel import Gallringsregel
from vbeplan.organisation.models import Namnd, Ratt, Spar

KOMMANDOT = "manage.py gallra"


class GallringsprotokollManager(models.Manager):
    def rakna(self, regel, namnd, dag, antal):
        """Add to the day's protocol of a rule, in the transaction that removes.

        So its number is right whenever a run is stopped. The first of a day leaves a
        trace.
        """
        rad, ny = self.get_or_create(regel=regel, namnd=namnd, dag=dag)
        self.filter(pk=rad.pk).update(antal=F("antal") + antal, stadad=None)
        if ny:
            Spar.objects.skriv(Spar.Handling.GALLRAD, rad.vad, av=None, namnd=namnd)
        return rad


class GallringsprotokollQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))


class Gallringsprotokoll(models.Model):
    """One board's removals of one class by one rule on one day.

    `stadad` is the day when the database's files held nothing of the texts any more.
    """

    namnd = models.ForeignKey(
        Namnd, models.PROTECT, related_name="+", verbose_name="nämnd"
    )
    regel = models.ForeignKey(Gallringsregel, models.PROTECT, related_name="protokoll")
    dag = models.DateField("gallringsdag")
    antal = models.PositiveIntegerField("antal", default=0)
    utforare = models.CharField("utfört av", max_length=100, default=KOMMANDOT)
    stadad = models.DateField("databasen städad", null=True)

    objects = GallringsprotokollManager.from_queryset(GallringsprotokollQuerySet)()

    class Meta:
        verbose_name, verbose_name_plural = "gallringsprotokoll", "gallringsprotokoll"
        ordering = ["-dag", "-pk"]
        constraints = [
            models.UniqueConstraint(
                "regel", "namnd", "dag", name="ett_protokoll_om_dagen"
            )
        ]

    def __str__(self):
        return f"Gallringsprotokoll {self.nummer}"

    def get_absolute_url(self):
        return reverse("gallringsprotokoll", args=[self.pk])

    @property
    def nummer(self):
        return f"{self.dag.isoformat()}/{self.pk}"

    @property
    def antal_i_ord(self):
        """Return the number with what was counted, «1 blankett»."""
        ett, flera = slaget(self.regel.klass).ord
        return f"{self.antal} {ett if self.antal == 1 else flera}"

    @property
    def vad(self):
        """Return in words what was removed, with the protocol's number."""
        return f"{self.regel.get_klass_display()} ({self})"
