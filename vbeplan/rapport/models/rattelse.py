"""A fact of a sealed decision that was typed wrong, put right beside the seal."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from vbeplan.rapport.forsegling import Uppgifter
from vbeplan.rapport.models.utgava import Utgava


class Rattelse(models.Model):
    """What the minutes really say of an edition's decision; added, never changed.

    An authority may correct an obvious slip in a decision (36 § förvaltningslagen), and
    the corrected text says so. The edition and its PDF stay as they were sealed, with
    the slip; the facts here go before those on its last page, and every page that
    shows the edition shows both. Only the facts of the decision can be corrected: a
    word of the plan needs a new version, which the board decides.

    `sigill` holds the facts, the reason, when, and the link before: the edition's seal
    or the correction before this one.
    """

    utgava = models.ForeignKey(
        Utgava, models.PROTECT, related_name="rattelser", verbose_name="utgåva"
    )
    nummer = models.PositiveSmallIntegerField("rättelse")
    organ = models.CharField("beslutad av", max_length=120)
    dag = models.DateField("beslutad")
    paragraf = models.CharField("paragraf", max_length=20, blank=True)
    dnr = models.CharField("diarienummer", max_length=60, blank=True)
    skal = models.TextField("skäl")
    skapad = models.DateTimeField("rättad", default=timezone.now)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    sigill = models.CharField("sigill", max_length=64, unique=True)

    class Meta:
        verbose_name, verbose_name_plural = "rättelse", "rättelser"
        ordering = ["utgava", "nummer"]
        constraints = [
            models.UniqueConstraint(
                "utgava", "nummer", name="rattelse_en_gang_per_nummer"
            ),
        ]

    def __str__(self):
        return f"{self.utgava}, rättelse {self.nummer}"

    @property
    def uppgifter(self):
        """Return the facts that it puts right."""
        return Uppgifter(self.organ, self.dag, self.paragraf, self.dnr)
