"""How long a board's chain of editions is, stamped with a key outside the database."""

from django.db import models

from vbeplan.organisation.models import Namnd


class Kedja(models.Model):
    """The stamp over all seals of a board, made anew by each deed that adds one.

    The chain holds each edition to the one before it, and nothing to the last: whoever
    may write in the database could take that away with all that tells of it, or work
    out every seal again from the one that was changed. The stamp can't be worked out
    without the installation's secret, which is sealed with the key ring.
    """

    namnd = models.OneToOneField(
        Namnd, models.PROTECT, related_name="kedja", verbose_name="nämnd"
    )
    stampel = models.CharField("stämpel", max_length=64)

    class Meta:
        verbose_name, verbose_name_plural = "kedja", "kedjor"

    def __str__(self):
        return f"Kedjan för {self.namnd}"
