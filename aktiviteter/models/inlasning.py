"""A file that has been read and waits for the coordinator's yes."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models.handlingsplan import Handlingsplan
from vbeplan.organisation.models import Namnd, Ratt

LIVSLANGD = timedelta(days=2)


class InlasningQuerySet(models.QuerySet):
    def for_user(self, user):
        """Only whoever brought the file in sees it, as long as the board is hers."""
        return self.filter(av=user, namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    redigerbara = for_user

    def gamla(self):
        return self.filter(tid__lt=timezone.now() - LIVSLANGD)


class Inlasning(models.Model):
    """A file between upload and yes: a new plan, or a workbook for one that is there.

    A plan's file is kept so that it can be read again for another year; all of it goes
    away when the plan is made, or after two days.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    namnd = models.ForeignKey(Namnd, models.CASCADE, verbose_name="nämnd")
    ar = models.PositiveSmallIntegerField("år")
    plan = models.ForeignKey(
        Handlingsplan,
        models.CASCADE,
        null=True,
        related_name="+",
        help_text="Den plan som en arbetsbok hör till; tom för en ny plan.",
    )
    filnamn = models.CharField("fil", max_length=200)
    fil = models.BinaryField()
    data = models.JSONField()
    tid = models.DateTimeField(auto_now_add=True)

    objects = InlasningQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "inläsning", "inläsningar"

    def __str__(self):
        return self.filnamn

    def get_absolute_url(self):
        sida = "kalkyl_granska" if self.plan_id else "plan_granska_import"
        return reverse(sida, args=[self.pk])
