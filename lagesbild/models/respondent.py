"""The register of those who are asked: organisations, never persons or opinions."""

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from vbeplan.organisation.models import Namnd, Ratt, Spar
from vbeplan.text.svenska import MAX_NORM, i_svensk_ordning, normalisera


class Grupp(models.TextChoices):
    """Whom one asks; the same words in every board, so that years can be compared."""

    EGEN = "egen", "Egna enheter"
    FORENING = "forening", "Föreningar"
    BOSTAD = "bostad", "Bostadsbolag"
    FORSAMLING = "forsamling", "Församlingar och trossamfund"
    STIFTELSE = "stiftelse", "Stiftelser"
    ANNAN = "annan", "Andra"


class RespondentQuerySet(models.QuerySet):
    def for_user(self, user):
        """The respondents of the boards she coordinates."""
        return self.filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def redigerbara(self, user):
        return self.for_user(user)

    def i_ordning(self):
        return self.order_by(i_svensk_ordning("namn"), "pk")

    def aktiva(self):
        """Those who have not left the register."""
        return self.filter(Q(till=None) | Q(till__gte=timezone.localdate()))


class Respondent(models.Model):
    """An organisation that is asked: a unit, an association, a parish. No person.

    One that is linked to a unit follows the unit's name, address and last day (see
    handlingar/hamta_enheter.py).
    """

    namnd = models.ForeignKey(
        Namnd, models.CASCADE, related_name="respondenter", verbose_name="nämnd"
    )
    namn = models.CharField("namn", max_length=120)
    namn_norm = models.CharField(max_length=MAX_NORM, editable=False)
    grupp = models.CharField("grupp", max_length=12, choices=Grupp.choices)
    epost = models.EmailField("e-postadress", max_length=200, blank=True)
    enhet = models.ForeignKey(
        "blanketter.Enhet", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    till = models.DateField("med till", null=True, blank=True)

    objects = RespondentQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "respondent", "respondenter"
        ordering = ["namn_norm"]
        constraints = [
            models.UniqueConstraint(
                "namnd",
                "namn_norm",
                name="respondent_en_gang",
                violation_error_message="Det namnet finns redan i registret.",
            )
        ]

    def __str__(self):
        return self.namn

    def save(self, **kwargs):
        self.namn_norm = normalisera(self.namn)
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("respondent", args=[self.pk])

    def med_samma_namn(self):
        """Return the board's respondents of the same name, however it is written."""
        namn = normalisera(self.namn)
        return Respondent.objects.filter(namnd=self.namnd, namn_norm=namn)

    @property
    def ar_avslutad(self):
        return self.till is not None and self.till < timezone.localdate()

    def avsluta(self, dag, *, av):
        """Let it go after the day; that it has answered stays."""
        with transaction.atomic():
            self.till = dag
            self.save()
            vad = f"respondenten {self}: avslutad"
            Spar.objects.skriv(Spar.Handling.ANDRAD, vad, av=av, namnd=self.namnd)
