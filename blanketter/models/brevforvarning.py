"""What has been told in advance of a letter that has gone: that its words will go."""

from django.db import models

from blanketter.models.gallringskorning import Forvarningsrad
from vbeplan.organisation.models import Brev


class Brevforvarning(Forvarningsrad):
    """That what is left of a letter will go; see Forvarningsrad."""

    POST, NAMND = "brev", "brev__namnd"

    brev = models.ForeignKey(
        Brev, models.CASCADE, related_name="forvarningar", verbose_name="brev"
    )

    class Meta:
        verbose_name, verbose_name_plural = "brevförvarning", "brevförvarningar"
        constraints = [models.UniqueConstraint("brev", name="en_brevforvarning")]
