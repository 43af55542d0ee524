"""Remarks on a plan that are stored: what an import wants seen."""

from django.db import models
from django.urls import reverse

from aktiviteter import granskning
from aktiviteter.models.aktivitet import Aktivitet
from aktiviteter.models.avsnitt import Avsnitt
from aktiviteter.models.handlingsplan import Handlingsplan
from vbeplan.organisation.models import Ratt


class AnmarkningQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(plan__in=Handlingsplan.objects.for_user(user))

    def redigerbara(self, user):
        return self.filter(plan__namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def oppna(self):
        """Those that wait: nobody has put them away, and an import alone can tell."""
        return self.filter(avfardade=None).exclude(slag__in=granskning.PLANENS_EGNA)


class Anmarkning(models.Model):
    """One remark with its place; it stands until somebody puts it away (`Avfardad`)."""

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

    def som_brist(self):
        """Return the remark as `granskning.Brist`, to stand among the others."""
        redigera = ""
        if self.aktivitet_id:
            redigera = reverse("aktivitet_redigera", args=[self.aktivitet_id])
        elif self.avsnitt_id:
            redigera = reverse("avsnitt_redigera", args=[self.avsnitt_id])
        return granskning.Brist(
            self.slag,
            "",
            self.text,
            plats=self.plats,
            ankare=self.ankare(),
            redigera=redigera,
            nyckel=granskning.nyckel("inlast", str(self.pk), self.text),
            aktivitet=self.aktivitet_id,
            inlast=self.pk,
        )
