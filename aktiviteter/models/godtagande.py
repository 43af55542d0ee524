"""Warnings that a plan went on in spite of."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from aktiviteter.models.beslut import PlanensQuerySet
from aktiviteter.models.handlingsplan import Handlingsplan


class GodtagandeManager(models.Manager.from_queryset(PlanensQuerySet)):
    def godta(self, plan, hindren, *, av):
        """Remember warnings (`gang.Hinder`) with their words; those known stay so."""
        self.bulk_create(
            (
                self.model(plan=plan, nyckel=h.nyckel, text=h.text, av=av)
                for h in hindren
            ),
            ignore_conflicts=True,
        )


class Godtagande(models.Model):
    """One warning that somebody has seen and let be, with its words as they were.

    A warning whose words change is another: it must be ticked anew.
    """

    plan = models.ForeignKey(
        Handlingsplan, models.CASCADE, related_name="godtaganden", verbose_name="plan"
    )
    nyckel = models.CharField("fingeravtryck", max_length=32)
    text = models.TextField("varning")
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    tid = models.DateTimeField("tid", default=timezone.now)

    objects = GodtagandeManager()

    class Meta:
        verbose_name, verbose_name_plural = "godtagen varning", "godtagna varningar"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("plan", "nyckel", name="godtagande_en_gang")
        ]

    def __str__(self):
        return self.text
