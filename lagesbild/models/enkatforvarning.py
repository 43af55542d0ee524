"""What has been told in advance of an enkät: that its words or its list will go."""

from django.db import models

from blanketter.models.gallringskorning import Forvarningsrad
from lagesbild.models.enkat import Enkat


class Enkatforvarning(Forvarningsrad):
    """That something of an enkät will go; see Forvarningsrad."""

    POST, NAMND = "enkat", "enkat__lagesbild__namnd"

    enkat = models.ForeignKey(
        Enkat, models.CASCADE, related_name="forvarningar", verbose_name="enkät"
    )

    class Meta:
        verbose_name, verbose_name_plural = "enkätförvarning", "enkätförvarningar"
        constraints = [
            models.UniqueConstraint("enkat", "klass", name="en_enkatforvarning")
        ]
