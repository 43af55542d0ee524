"""Which roles do an activity, and in what part."""

from typing import NamedTuple

from django.db import models

from vbeplan.organisation.models import Roll
from vbeplan.text.upprakning import uppraknat


class Ansvarig(NamedTuple):
    """A role's name and its part in an activity, as a table cell needs them."""

    roll: str
    art: str
    roll_pk: int | None = None


class AnsvarQuerySet(models.QuerySet):
    def i_bruk(self):
        """Without roles that have become another: their row is only in the seal."""
        return self.filter(roll__ersatt_av=None)


class Ansvar(models.Model):
    """A role's part in an activity."""

    class Art(models.TextChoices):
        HUVUDANSVARIG = "huvudansvarig", "Huvudansvarig"
        MEDANSVARIG = "medansvarig", "Medansvarig"
        I_SAMRAD_MED = "i_samrad_med", "I samråd med"

    aktivitet = models.ForeignKey(
        "aktiviteter.Aktivitet",
        models.CASCADE,
        related_name="ansvar",
        verbose_name="aktivitet",
    )
    roll = models.ForeignKey(
        Roll, models.PROTECT, related_name="ansvar", verbose_name="roll"
    )
    art = models.CharField(
        "art", max_length=14, choices=Art.choices, default=Art.HUVUDANSVARIG
    )
    ordning = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = AnsvarQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "ansvar", "ansvar"
        ordering = ["ordning", "pk"]
        constraints = [
            models.UniqueConstraint(
                "aktivitet",
                "roll",
                name="roll_en_gang_per_aktivitet",
                violation_error_message="Rollen står redan på aktiviteten.",
            )
        ]

    def __str__(self):
        return f"{self.roll} ({self.get_art_display()})"

    @classmethod
    def som_ord(cls, ansvar):
        """Return an activity's roles as a cell reads: "X och Y i samråd med Z"."""
        ansvar = list(ansvar)
        egna = [a.roll for a in ansvar if a.art != cls.Art.I_SAMRAD_MED]
        samrad = [a.roll for a in ansvar if a.art == cls.Art.I_SAMRAD_MED]
        delar = [uppraknat(egna)]
        if samrad:
            delar.append(f"i samråd med {uppraknat(samrad)}")
        ord_ = " ".join(filter(None, delar))
        return ord_[:1].upper() + ord_[1:]
