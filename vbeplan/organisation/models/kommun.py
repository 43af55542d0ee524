"""The municipality that the installation belongs to."""

from django.core.cache import cache
from django.core.validators import RegexValidator
from django.db import models

ar_farg = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", "Skriv färgen som # och sex tecken, till exempel #0c4a57."
)


CACHENYCKEL = "kommunen"


class Kommun(models.Model):
    """One row: the name and colour that every page and PDF carries."""

    namn = models.CharField("namn", max_length=100, default="Kommunen")
    farg = models.CharField(
        "färg",
        max_length=7,
        default="#0c4a57",
        validators=[ar_farg],
        help_text="Sidornas färg. En för ljus färg görs mörkare, så att texten syns.",
    )

    class Meta:
        verbose_name = verbose_name_plural = "kommun"

    def __str__(self):
        return self.namn

    def save(self, **kwargs):
        super().save(**kwargs)
        cache.delete(CACHENYCKEL)

    @classmethod
    def den(cls):
        """Return the municipality, an unsaved default before anyone has named it.

        Every page shows it, so a process asks at most once a minute; a change reaches
        the others within that time.
        """
        return cache.get_or_set(CACHENYCKEL, cls._las, 60)

    @classmethod
    def _las(cls):
        return cls.objects.first() or cls()
