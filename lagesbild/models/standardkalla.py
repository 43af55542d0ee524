"""What every board of the city asks for, and what that has in common with a source."""

from django.db import models
from django.urls import reverse

from blanketter.models.rutin import Raknad


class Kallart(models.TextChoices):
    POLIS = "polis", "Polisen"
    BLANKETTER = "blanketter", "Blanketter"
    ENKAT = "enkat", "Enkät"
    NAMNDER = "namnder", "Andra nämnder"
    KLOTTER = "klotter", "Klotterstatistik"
    IA = "ia", "Avvikelser och tillbud (IA)"
    ANNAT = "annat", "Annat underlag"


EGNA = (Kallart.BLANKETTER, Kallart.ENKAT)  # the house asks them itself


class Fraga(models.Model):
    """What the city's standard source and a picture's own have in common.

    `grupper` are codes of `Grupp`: which of the enkät's respondents the source is.
    """

    art = models.CharField(
        "slag", max_length=12, choices=Kallart.choices, default=Kallart.ANNAT
    )
    namn = models.CharField("källa", max_length=120)
    tillfragad = models.CharField(
        "vem som tillfrågas",
        max_length=120,
        blank=True,
        help_text="Funktion, inte person: kommunpolisen, trafikkontoret.",
    )
    grupper = models.JSONField("enkätens grupper", default=list, blank=True)
    begaran = models.TextField("begäran", max_length=3000, blank=True)
    begransning = models.TextField(
        "vad källan inte visar",
        max_length=600,
        blank=True,
        help_text="Skrivs ut i källtabellen.",
    )
    saknas = models.CharField(
        "vad som saknas om inget kommer",
        max_length=200,
        blank=True,
        help_text="Avslutar meningen ”Därför saknas …”, till exempel: uppgifter om "
        "anmälda brott.",
    )
    ordning = models.PositiveSmallIntegerField(default=0, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return self.namn

    @property
    def ar_egen(self):
        """Tell whether the house itself asks and counts: forms and enkäter."""
        return self.art in EGNA


FRAGANS = ("art", "namn", "tillfragad", "grupper", "begaran", "begransning", "saknas")


class StandardkallaQuerySet(models.QuerySet):
    def for_user(self, user):
        """All of them for the city's coordinator; the set is nobody else's page."""
        return self.all() if user.ar_central else self.none()

    redigerbara = for_user

    def i_bruk(self):
        return self.filter(i_bruk=True)


class Standardkalla(Raknad, Fraga):
    """A source that every board of the city asks; edited by the city's coordinator."""

    i_bruk = models.BooleanField("används", default=True)

    objects = StandardkallaQuerySet.as_manager()
    namnd = None  # the trail's line is the city's

    class Meta:
        verbose_name, verbose_name_plural = "standardkälla", "standardkällor"
        ordering = ["ordning", "pk"]
        constraints = [
            models.UniqueConstraint(
                "namn",
                name="standardkalla_en_gang",
                violation_error_message="Staden har redan en källa med det namnet.",
            )
        ]

    def get_absolute_url(self):
        return reverse("standardkalla", args=[self.pk])
