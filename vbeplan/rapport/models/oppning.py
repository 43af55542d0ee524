"""That a decided plan was opened for a new version, or the version laid down again."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from vbeplan.rapport.models.utgava import Utgava


class Oppning(models.Model):
    """The one way from decided back to draft: a note on the edition, and why.

    The executive board said no, or the board revises its plan within the year. The
    plan's own row is opened, so that its activities, their history and their follow-up
    go on; what was decided stays whole in the edition, which is in force until the
    next version is decided. The database lets a decided plan become a draft only when
    the last note on its edition says so, and no note can be changed or removed. So who
    reads the chain sees every time that live rows left what they were sealed as, and
    when they came back: `nedlagd` is the note that the version was given up, which
    asks that every row is again as it was sealed.

    `sigill` holds the link before (the edition's seal, or the note before this), the
    reason and when.
    """

    utgava = models.ForeignKey(
        Utgava, models.PROTECT, related_name="oppningar", verbose_name="utgåva"
    )
    nummer = models.PositiveSmallIntegerField("anteckning")
    nedlagd = models.BooleanField("nedlagd", default=False)
    skal = models.TextField("skäl")
    skapad = models.DateTimeField("antecknad", default=timezone.now)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    sigill = models.CharField("sigill", max_length=64, unique=True)

    class Meta:
        verbose_name, verbose_name_plural = "öppning", "öppningar"
        ordering = ["utgava", "nummer"]
        constraints = [
            models.UniqueConstraint(
                "utgava", "nummer", name="oppning_en_gang_per_nummer"
            ),
        ]

    def __str__(self):
        vad = "nedlagd" if self.nedlagd else "påbörjad"
        return f"{self.utgava}, ny version {vad}"

    @property
    def uppgifter(self):
        """Return what the seal holds beside the reason."""
        return {"nedlagd": self.nedlagd}
