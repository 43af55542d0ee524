"""Remarks on a plan: what the import, and later the proof-reading, wants seen."""

from django.db import models

from aktiviteter.models.aktivitet import Aktivitet
from aktiviteter.models.avsnitt import Avsnitt
from aktiviteter.models.handlingsplan import Handlingsplan
from vbeplan.organisation.models import Ratt


class AnmarkningQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(plan__in=Handlingsplan.objects.for_user(user))

    def redigerbara(self, user):
        return self.filter(plan__namnd__in=user.namnd_id(Ratt.SAMORDNARE))


class Anmarkning(models.Model):
    """One remark with its place; it goes away when it has been dealt with."""

    plan = models.ForeignKey(
        Handlingsplan, models.CASCADE, related_name="anmarkningar", verbose_name="plan"
    )
    slag = models.CharField("slag", max_length=40)
    plats = models.CharField("plats", max_length=300, blank=True)
    text = models.TextField("text")
    avsnitt = models.ForeignKey(Avsnitt, models.SET_NULL, null=True, related_name="+")
    aktivitet = models.ForeignKey(
        Aktivitet, models.SET_NULL, null=True, related_name="+"
    )

    objects = AnmarkningQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "anmärkning", "anmärkningar"
        ordering = ["pk"]

    def __str__(self):
        return self.text

    def ankare(self):
        """Return the page anchor of the place, or ""."""
        if self.aktivitet:
            return self.aktivitet.ankare
        return self.avsnitt.ankare if self.avsnitt else ""
