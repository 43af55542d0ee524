"""The next version of the form's questions, while it is being written."""

from django.conf import settings
from django.db import models


class Fragutkast(models.Model):
    """One row at most: the city has one next version. `fragor` as in Frageversion."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    fragor = models.JSONField("frågor")
    andrad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name, verbose_name_plural = "utkast till frågor", "utkast till frågor"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="ett_fragutkast")
        ]

    def __str__(self):
        return "Utkast till nästa version"
