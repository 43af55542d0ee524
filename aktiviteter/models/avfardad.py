"""Remarks that somebody has put away, with her reason."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from aktiviteter.models.aktivitet import Aktivitet
from aktiviteter.models.anmarkning import Anmarkning
from aktiviteter.models.handlingsplan import Handlingsplan

MAX_SKAL = 200


class AvfardadManager(models.Manager):
    @transaction.atomic
    def avfarda(self, plan, brister, *, skal, av):
        """Put remarks away at once, as one deed; those put away already stay so.

        `brister` are `granskning.Brist` with their places and fingerprints.
        """
        nu = timezone.now()
        planer = Handlingsplan.objects.select_for_update(no_key=True)
        den = planer.filter(pk=plan.pk).first()
        if den is None:
            return  # nobody removes a row of it from here on, nor the plan
        if den.las_skal:
            raise PermissionDenied(den.las_skal)
        rader = set(plan.aktiviteter.values_list("pk", flat=True))
        self.bulk_create(
            (
                self.model(
                    plan=plan,
                    nyckel=b.nyckel,
                    slag=b.slag,
                    plats=b.plats[:300],
                    text=b.text,
                    aktivitet_id=b.aktivitet if b.aktivitet in rader else None,
                    anmarkning_id=b.inlast,
                    skal=skal,
                    av=av,
                    tid=nu,
                )
                for b in brister
            ),
            ignore_conflicts=True,  # somebody did the same just now
        )


class Avfardad(models.Model):
    """A remark on a plan that is right as it is, who says so, when and why.

    Bound to the remark's fingerprint: when the words change the remark comes back, and
    this row stays as the record of what was said. Next year's plan, made as a copy,
    starts without: its years are others, and so may the answers be.
    """

    plan = models.ForeignKey(
        Handlingsplan, models.CASCADE, related_name="avfardade", verbose_name="plan"
    )
    nyckel = models.CharField("fingeravtryck", max_length=32)
    slag = models.CharField("slag", max_length=40)
    plats = models.CharField("plats", max_length=300, blank=True)
    text = models.TextField("text")
    aktivitet = models.ForeignKey(
        Aktivitet, models.SET_NULL, null=True, related_name="+"
    )
    anmarkning = models.ForeignKey(
        Anmarkning, models.CASCADE, null=True, related_name="avfardade"
    )
    skal = models.CharField("skäl", max_length=MAX_SKAL, blank=True)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    tid = models.DateTimeField("tid")

    objects = AvfardadManager()

    class Meta:
        verbose_name, verbose_name_plural = "avfärdad anmärkning", "avfärdade"
        ordering = ["tid", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "nyckel"], name="avfardad_en_gang_per_plan"
            )
        ]

    def __str__(self):
        return f"{self.text} ({self.skal})"
