"""Findings: what the sources show, what is needed, and the board's position on it."""

from django.db import models

from blanketter.models.rutin import Raknad
from lagesbild.models.bild import Lagesbild
from lagesbild.models.kalla import Kalla
from vbeplan.organisation.models import Ratt


class IakttagelseQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(lagesbild__in=Lagesbild.objects.for_user(user))

    def redigerbara(self, user):
        return self.filter(lagesbild__namnd__in=user.namnd_id(Ratt.SAMORDNARE))


class Iakttagelse(Raknad):
    """One finding of a picture. The activities that answer it are the plan's matter."""

    class Behov(models.TextChoices):
        OBEDOMT = "", "Inte bedömt än"
        JA = "ja", "Behov"
        NEJ = "nej", "Inget behov"

    lagesbild = models.ForeignKey(
        Lagesbild, models.CASCADE, related_name="iakttagelser", verbose_name="lägesbild"
    )
    rubrik = models.CharField("iakttagelse", max_length=200)
    beskrivning = models.TextField("beskrivning", max_length=2000, blank=True)
    miljo = models.CharField("miljö", max_length=40, blank=True)
    kallor = models.ManyToManyField(
        Kalla, blank=True, related_name="iakttagelser", verbose_name="källor"
    )
    behov = models.CharField(
        "behov", max_length=3, choices=Behov.choices, blank=True, default=""
    )
    stallningstagande = models.TextField(
        "ställningstagande",
        max_length=2000,
        blank=True,
        help_text="Varför det finns ett behov eller inte, och vad nämnden vill göra.",
    )
    tidigare = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="senare",
        verbose_name="följer upp iakttagelsen",
    )  # fmt: skip
    ordning = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = IakttagelseQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "iakttagelse", "iakttagelser"
        ordering = ["ordning", "pk"]

    def __str__(self):
        return self.rubrik
