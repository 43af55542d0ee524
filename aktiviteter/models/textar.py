"""Texts that are carried from year to year, and know when somebody last wrote them."""

from django.db import models


class Textad(models.Model):
    """Remembers the year of the plan in which its words were last changed.

    A plan begun from last year's keeps the years of what it takes over, so that one
    sees what nobody has touched for long. None when nobody knows.
    """

    text_ar = models.PositiveSmallIntegerField(
        "texten skriven i planen för", null=True, editable=False
    )

    class Meta:
        abstract = True

    def ord_skrivna(self):
        """Note that its words are new or changed; saved by whoever calls."""
        self.text_ar = self.plan.ar
