"""Findings: what the sources show, what is needed, and the board's position on it."""

from django.db import models, transaction
from django.db.models import Max, Q
from django.urls import reverse

from blanketter.models.rutin import Raknad
from lagesbild.models.bild import Lagesbild
from lagesbild.models.kalla import Kalla
from vbeplan.organisation.models import Ratt, Spar


class IakttagelseQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(lagesbild__in=Lagesbild.objects.for_user(user))

    def redigerbara(self, user):
        return self.filter(lagesbild__namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def med_behov(self):
        return self.filter(behov=Iakttagelse.Behov.JA)


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
        constraints = [
            models.CheckConstraint(
                condition=Q(behov="") | ~Q(stallningstagande=""),
                name="bedomd_iakttagelse_har_stallningstagande",
                violation_error_message="Skriv ett ställningstagande: varför det finns "
                "ett behov eller inte.",
            )
        ]

    def __str__(self):
        return self.rubrik

    def get_absolute_url(self):
        return reverse("iakttagelse", args=[self.pk])

    @property
    def namnd(self):
        return self.lagesbild.namnd

    @property
    def har_behov(self):
        return self.behov == self.Behov.JA

    def stall_sist(self):
        """Take the place after the picture's others; saved by whoever calls."""
        sist = self.lagesbild.iakttagelser.aggregate(sist=Max("ordning"))["sist"]
        self.ordning = 0 if sist is None else sist + 1

    @transaction.atomic
    def ta_bort(self, *, av):
        """Take the finding away; leaves a trace. Activities that answer it stay."""
        vad = f"en iakttagelse ur lägesbilden {self.lagesbild.ar}"
        Spar.objects.skriv(Spar.Handling.BORTTAGEN, vad, av=av, namnd=self.namnd)
        self.delete()
