"""Two people may write in the same plan; the second to save loses nothing."""

from django.conf import settings
from django.db import models, transaction


class NagonHannFore(Exception):  # noqa: N818 — Swedish: somebody came first
    """The row was saved by somebody else after it was opened, or is gone."""


class Versionerad(models.Model):
    """Counts its saves, so that a save over an unseen version is noticed."""

    version = models.PositiveIntegerField(default=1, editable=False)
    andrad = models.DateTimeField("senast ändrad", auto_now=True)
    andrad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="senast ändrad av",
    )

    EGNA_VERB = frozenset()  # fields that their own verbs write, and no form

    class Meta:
        abstract = True

    @transaction.atomic
    def spara_over(self, version, *, av):
        """Save over `version`, the one that was opened; else raise NagonHannFore."""
        rader = type(self)._base_manager.filter(pk=self.pk, version=version)
        if not rader.update(version=version + 1):
            raise NagonHannFore
        self.version, self.andrad_av = version + 1, av
        falt = {f.name for f in self._meta.concrete_fields if not f.primary_key}
        falt -= self.EGNA_VERB  # they may have gone on since the row was read
        if not getattr(self, "har_ny_plats", True):
            falt.discard("ordning")  # others may have moved it since it was read
        self.save(update_fields=falt)
