"""Which of the picture's texts were put into the plan, and how they then read."""

from django.db import models

from aktiviteter.models.avsnitt import Avsnitt
from aktiviteter.models.handlingsplan import Handlingsplan
from lagesbild.models import Bilddel
from vbeplan.text.falt import RikTextField


class Inlagd(models.Model):
    """A text as it came from the picture.

    What stands in the chapter now may be another: then somebody has written on it in
    the plan. What stands in the picture may be another: then that is newer.
    """

    plan = models.ForeignKey(Handlingsplan, models.CASCADE, related_name="inlagda")
    bilddel = models.CharField("text", max_length=20, choices=Bilddel.choices)
    avsnitt = models.ForeignKey(Avsnitt, models.SET_NULL, null=True, related_name="+")
    text = RikTextField("text", blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "inlagd text", "inlagda texter"
        constraints = [
            models.UniqueConstraint("plan", "bilddel", name="inlagd_en_gang_i_planen")
        ]

    def __str__(self):
        return f"{self.get_bilddel_display()} i {self.plan}"
