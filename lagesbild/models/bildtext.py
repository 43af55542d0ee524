"""The three texts of a picture, and how each was before."""

from django.conf import settings
from django.db import models
from django.db.models import Max

from lagesbild.models.bild import Lagesbild
from vbeplan.text.falt import RikTextField


class Bilddel(models.TextChoices):
    """The texts, by the name of their field in `Lagesbild`; in the plan's order."""

    KARTLAGGNING = "kartlaggning", "Kartläggning"
    ANALYS = "analys", "Analys"
    STALLNINGSTAGANDE = "stallningstagande", "Ställningstagande"


class TextversionManager(models.Manager):
    def lagg_till(self, bild, bilddel, text, *, av):
        """Keep a text as it now is; its number is the next of that text's."""
        delens = self.filter(lagesbild=bild, bilddel=bilddel)
        sist = delens.aggregate(sist=Max("nummer"))["sist"] or 0
        return self.create(
            lagesbild=bild, bilddel=bilddel, nummer=sist + 1, text=text, av=av
        )


class Textversion(models.Model):
    """What one of the texts was after it had been saved; never changed."""

    lagesbild = models.ForeignKey(
        Lagesbild, models.CASCADE, related_name="textversioner"
    )
    bilddel = models.CharField("text", max_length=20, choices=Bilddel.choices)
    nummer = models.PositiveIntegerField("nummer")
    text = RikTextField("text", blank=True)
    tid = models.DateTimeField("sparad", auto_now_add=True)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = TextversionManager()

    class Meta:
        verbose_name, verbose_name_plural = "textversion", "textversioner"
        ordering = ["-nummer"]
        constraints = [
            models.UniqueConstraint(
                "lagesbild", "bilddel", "nummer", name="textversion_en_gang"
            )
        ]

    def __str__(self):
        return f"{self.get_bilddel_display()}, version {self.nummer}"
