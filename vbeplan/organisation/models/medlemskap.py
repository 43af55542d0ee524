"""User × board × right."""

from django.db import models
from django.db.models import Q


class Ratt(models.TextChoices):
    SAMORDNARE = "samordnare", "Samordnare"
    ANSVARIG = "ansvarig", "Ansvarig för roller"
    LASARE = "lasare", "Läsare"
    CENTRAL = "central", "Central samordnare"
    FORVALTARE = "forvaltare", "Förvaltare"
    MASKERA = "maskera", "Får maskera i blanketter"
    BORTREDIGERA = (
        "bortredigera",
        "Får ta bort text ur blanketter och enkätsvar för gott",
    )


STADENS = (Ratt.CENTRAL, Ratt.FORVALTARE)
NAMNDENS = (Ratt.SAMORDNARE, Ratt.ANSVARIG, Ratt.LASARE)
# Given beside the coordinator's right; alone they open nothing.
TILLAGG = (Ratt.MASKERA, Ratt.BORTREDIGERA)


class Medlemskap(models.Model):
    """One right for one user, in one board or in the whole city."""

    anvandare = models.ForeignKey(
        "organisation.Anvandare",
        models.CASCADE,
        related_name="medlemskap",
        verbose_name="användare",
    )
    namnd = models.ForeignKey(
        "organisation.Namnd",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="medlemskap",
        verbose_name="nämnd",
        help_text="Lämna tomt för central samordnare och förvaltare.",
    )
    ratt = models.CharField("rätt", max_length=12, choices=Ratt.choices)
    roller = models.ManyToManyField(
        "organisation.Roll",
        blank=True,
        related_name="medlemskap",
        verbose_name="roller",
        help_text="Bara för ansvarig: de roller vars aktiviteter hon svarar för.",
    )

    kom_igang_undan = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = "behörighet", "behörigheter"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ratt__in=STADENS, namnd__isnull=True)
                | Q(ratt__in=NAMNDENS + TILLAGG, namnd__isnull=False),
                name="staden_eller_namnden",
                violation_error_message=(
                    "Central samordnare och förvaltare gäller hela kommunen, utan "
                    "nämnd. De andra rätterna behöver en nämnd."
                ),
            ),
            # Two, since SQLite counts every empty board as another one.
            models.UniqueConstraint(
                "anvandare",
                "namnd",
                "ratt",
                name="ratt_en_gang_i_namnden",
                violation_error_message="Personen har redan den rätten i nämnden.",
            ),
            models.UniqueConstraint(
                "anvandare",
                "ratt",
                condition=Q(namnd=None),
                name="ratt_en_gang_i_staden",
                violation_error_message="Personen har redan den rätten.",
            ),
        ]

    def __str__(self):
        return f"{self.get_ratt_display()}, {self.namnd or 'hela kommunen'}"

    @property
    def visar_kom_igang(self):
        """Whether a coordinator has yet to put her first steps away."""
        return self.ratt == Ratt.SAMORDNARE and not self.kom_igang_undan
