"""What another board's enkät showed, as it was given to us: numbers, never answers."""

from django.db import models
from django.db.models import F, Q

from lagesbild.models.bild import Lagesbild
from vbeplan.organisation.models import Ratt


class AnnatResultatQuerySet(models.QuerySet):
    def for_user(self, user):
        """Those of the boards she coordinates."""
        return self.filter(lagesbild__namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def redigerbara(self, user):
        return self.for_user(user)


class AnnatResultat(models.Model):
    """Another board's result of one question, entered or imported: numbers only."""

    lagesbild = models.ForeignKey(
        Lagesbild, models.CASCADE, related_name="andras_resultat"
    )
    fran = models.CharField("nämnd", max_length=120)
    fraga = models.CharField("fråga", max_length=40)
    tillfragade = models.PositiveIntegerField("tillfrågade", null=True, blank=True)
    svarande = models.PositiveIntegerField("svarande")
    antal = models.JSONField("svar")  # {answer's code: number}

    objects = AnnatResultatQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "annan nämnds resultat", "andras resultat"
        constraints = [
            models.UniqueConstraint(
                "lagesbild", "fran", "fraga", name="andras_resultat_en_gang"
            ),
            models.CheckConstraint(
                condition=Q(tillfragade=None) | Q(tillfragade__gte=F("svarande")),
                name="svarande_av_tillfragade",
                violation_error_message="De som svarade är fler än de tillfrågade.",
            ),
        ]

    def __str__(self):
        return f"{self.fran}: {self.fraga}"
