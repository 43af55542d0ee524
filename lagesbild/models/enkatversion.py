"""The enkät's questions in versions, and the next one while it is written."""

from django.conf import settings
from django.db import models

from blanketter.models.fragor import FrageversionManager
from lagesbild.enkatfragor.standard import STANDARD


class EnkatversionManager(FrageversionManager):
    """Gives the version of the day, as that of the anonymous form does."""

    standard = STANDARD


class Enkatversion(models.Model):
    """One version of the city's questions, never changed once it stands here.

    `fragor` is a list of {"kod", "slag": en|flera|skala|tal|text, "fraga", "hjalp",
    "kravs", "grupper": [codes of Grupp; none: everybody], "val": [{"kod", "text"}],
    "min", "max", "enhet", "lag" and "hog" (words of a scale's ends)}. A code means the
    same in every version, so that years can be compared.
    """

    nummer = models.PositiveIntegerField("version", unique=True)
    galler_fran = models.DateField("gäller från")
    fragor = models.JSONField("frågor")
    faststalld_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = EnkatversionManager()

    class Meta:
        verbose_name, verbose_name_plural = "enkätversion", "enkätversioner"
        ordering = ["-nummer"]

    def __str__(self):
        return f"Version {self.nummer}"


class Enkatutkast(models.Model):
    """One row at most: the city has one next version. `fragor` as in Enkatversion."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    fragor = models.JSONField("frågor")
    andrad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = verbose_name_plural = "utkast till enkätens frågor"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="ett_enkatutkast")
        ]

    def __str__(self):
        return "Utkast till enkätens nästa version"
