"""Which activities answer which findings: the link from the picture to the plan."""

from django.db import models

from aktiviteter.models.aktivitet import Aktivitet
from lagesbild.models import Iakttagelse


class Behovssvar(models.Model):
    """That an activity answers a finding. Gone with either; the other stays.

    An activity's history keeps which findings it answered, so what is undone or fetched
    back answers them again, those that are still there.
    """

    aktivitet = models.ForeignKey(
        Aktivitet, models.CASCADE, related_name="behovssvar", verbose_name="aktivitet"
    )
    iakttagelse = models.ForeignKey(
        Iakttagelse, models.CASCADE, related_name="svar", verbose_name="iakttagelse"
    )

    class Meta:
        verbose_name, verbose_name_plural = "behovssvar", "behovssvar"
        constraints = [
            models.UniqueConstraint(
                "aktivitet", "iakttagelse", name="svarar_en_gang_mot_iakttagelsen"
            )
        ]

    def __str__(self):
        return f"{self.aktivitet} → {self.iakttagelse}"
