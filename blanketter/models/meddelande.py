"""The dialogue about a form: the coordinator asks, the unknown writer answers."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils import timezone

from blanketter.models.blankett import Blankett
from vbeplan.nycklar.falt import KrypteradText
from vbeplan.nycklar.ring import GarInteAttLasa

MINSTA_SVAR, STORSTA_SVAR = 2, 5_000
MEST_MEDDELANDEN = 40  # of one form: a dialogue, no correspondence


class MeddelandeQuerySet(models.QuerySet):
    def fragor(self):
        return self.filter(fran=Meddelande.Fran.SAMORDNARE)

    def svar(self):
        return self.filter(fran=Meddelande.Fran.SKRIBENT)

    def nya_svar(self):
        """The writer's answers that the coordinator hasn't opened yet."""
        return self.svar().filter(last=False)


class Meddelande(models.Model):
    """One question or answer; its day but no time, and no name of a writer."""

    class Fran(models.TextChoices):
        SAMORDNARE = "samordnare", "Samordnaren"
        SKRIBENT = "skribent", "Du som skrev blanketten"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    blankett = models.ForeignKey(
        Blankett, models.PROTECT, related_name="meddelanden", verbose_name="blankett"
    )
    ordning = models.PositiveSmallIntegerField()
    fran = models.CharField(max_length=10, choices=Fran.choices)
    text = KrypteradText("text", null=True)
    dag = models.DateField("dag", default=timezone.localdate)
    last = models.BooleanField("läst av samordnaren", default=False)
    # Says that a message was sent twice (hmac of its form's token).
    nyckel = models.CharField(max_length=64, unique=True, editable=False)

    objects = MeddelandeQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "meddelande", "meddelanden"
        ordering = ["blankett", "ordning"]
        constraints = [
            models.UniqueConstraint("blankett", "ordning", name="meddelandets_ordning")
        ]
        indexes = [
            models.Index(
                "blankett",
                condition=Q(last=False, fran="skribent"),
                name="nya_svar",
            )
        ]

    def __str__(self):
        return f"{self.get_fran_display()} om {self.blankett}"

    @property
    def gar_att_lasa(self):
        """Tell whether the text can be opened: its key is there, and it is whole."""
        try:
            self.text  # noqa: B018 — opened when it is read
        except GarInteAttLasa:
            return False
        return True

    @property
    def ar_fraga(self):
        return self.fran == self.Fran.SAMORDNARE
