"""What became of last year's activities in this year's plan."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from aktiviteter.models.aktivitet import Aktivitet
from aktiviteter.models.beslut import PlanensQuerySet
from aktiviteter.models.handlingsplan import Handlingsplan
from aktiviteter.models.versionerad import Versionerad


class RevideringQuerySet(PlanensQuerySet):
    def kvar(self):
        """Those that nobody has decided on yet."""
        return self.filter(val="")


class Revidering(Versionerad):
    """One activity of an earlier plan and what this year's plan does with it.

    One row for each activity of the plan that this one was begun from; two boards that
    have become one have two such plans. `nummer` is the activity's number in this plan,
    the same as in the earlier one but when two boards had used the same.
    """

    class Val(models.TextChoices):
        BEHALL = "behall", "Behåll"
        ANDRA = "andra", "Ändra"
        SLUTFORD = "slutford", "Slutförd"
        AVSLUTA = "avsluta", "Avsluta"

    plan = models.ForeignKey(
        Handlingsplan,
        models.CASCADE,
        related_name="revideringar",
        editable=False,
        verbose_name="plan",
    )
    forlaga = models.ForeignKey(
        Aktivitet,
        models.PROTECT,
        related_name="revideringar",
        editable=False,
        verbose_name="förra planens aktivitet",
    )
    nummer = models.PositiveIntegerField("nummer", editable=False)
    val = models.CharField("beslut", max_length=10, choices=Val.choices, blank=True)
    skal = models.CharField(
        "skäl",
        max_length=1000,
        blank=True,
        help_text="Behövs när aktiviteten inte behålls som den är. Nämnden läser det.",
    )

    objects = RevideringQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "revidering", "revideringar"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint("plan", "forlaga", name="revideras_en_gang"),
            models.CheckConstraint(
                condition=Q(val__in=["", "behall"]) | ~Q(skal=""),
                name="revidering_har_skal",
                violation_error_message="Skriv varför aktiviteten inte behålls som "
                "den är.",
            ),
        ]

    def __str__(self):
        return f"{self.nummer}. {self.forlaga.titel}: {self.get_val_display()}"

    @property
    def ar_kvar_i_planen(self):
        return self.val in ("", self.Val.BEHALL, self.Val.ANDRA)

    def clean(self):
        super().clean()
        if self.val not in ("", self.Val.BEHALL) and not self.skal.strip():
            raise ValidationError(
                {"skal": "Skriv varför aktiviteten inte behålls som den är."}
            )
