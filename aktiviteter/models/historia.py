"""What has been done to a plan, and how it was before. Written once, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models.handlingsplan import OPPNA, Handlingsplan
from vbeplan.organisation.models import Ratt
from vbeplan.organisation.models.medlemskap import NAMNDENS


class AndringQuerySet(models.QuerySet):
    def for_user(self, user):
        """The history of her own boards' plans.

        Never the city's: a shared plan is shared as it stands, not its drafts.
        """
        return self.filter(plan__namnd__in=user.namnd_id(*NAMNDENS))

    def redigerbara(self, user):
        """The deeds that the user, as coordinator, may undo."""
        egna = self.filter(plan__namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        return egna.filter(plan__status__in=OPPNA)


class Andring(models.Model):
    """One deed: who changed what in a plan, and when."""

    class Handling(models.TextChoices):
        BORJAN = "borjan", "började spara historik för"
        SKAPAD = "skapad", "skapade"
        IMPORTERAD = "importerad", "läste in"
        INTAGEN = "intagen", "tog in"
        ANDRAD = "andrad", "ändrade"
        FLYTTAD = "flyttad", "flyttade"
        BORTTAGEN = "borttagen", "tog bort"
        ATERSTALLD = "aterstalld", "återställde"
        ANGRAD = "angrad", "ångrade"

    plan = models.ForeignKey(
        Handlingsplan, models.CASCADE, related_name="andringar", verbose_name="plan"
    )
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    tid = models.DateTimeField("tid", default=timezone.now)
    handling = models.CharField(max_length=12, choices=Handling.choices)
    vad = models.CharField("vad", max_length=200)
    nyckel = models.UUIDField(
        "formulärets engångsnyckel", null=True, unique=True, editable=False
    )
    angrar = models.ForeignKey(
        "self", models.CASCADE, null=True, related_name="angrad_genom"
    )

    objects = AndringQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "ändring", "ändringar"
        ordering = ["-pk"]

    def __str__(self):
        return f"{self.vem} {self.get_handling_display()} {self.vad}"

    def get_absolute_url(self):
        return reverse("andring", args=[self.pk])

    @property
    def vem(self):
        return str(self.av or "Kommandoraden")

    @property
    def las_skal(self):
        return self.plan.las_skal

    def samordnas_av(self, user):
        return self.plan.samordnas_av(user)


class VersionQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(andring__in=Andring.objects.for_user(user))

    def redigerbara(self, user):
        return self.filter(andring__in=Andring.objects.redigerbara(user))

    def for_objekt(self, objekt):
        """The versions of a plan, a chapter or an activity, the newest first."""
        return self.filter(slag=SLAG[objekt._meta.model_name], objekt_id=objekt.pk)


class Version(models.Model):
    """How one thing was after a deed; for what was removed, how it last was.

    `objekt_id` is no foreign key, since the row may be gone. The order of a plan's
    chapters and activities is a thing of its own, so that a move is one version.
    """

    class Slag(models.TextChoices):
        PLAN = "plan", "Framsidan"
        AVSNITT = "avsnitt", "Kapitel"
        AKTIVITET = "aktivitet", "Aktivitet"
        ORDNING = "ordning", "Ordningen"
        REVIDERING = "val", "Beslut om en aktivitet"

    andring = models.ForeignKey(
        Andring, models.CASCADE, related_name="versioner", verbose_name="ändring"
    )
    slag = models.CharField(max_length=9, choices=Slag.choices)
    objekt_id = models.BigIntegerField()
    nummer = models.PositiveIntegerField(help_text="Radens version; 0 för ordningen.")
    innehall = models.JSONField("innehåll")
    borttagen = models.BooleanField(default=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "version", "versioner"
        ordering = ["-pk"]
        indexes = [models.Index("slag", "objekt_id", "id", name="version_av_objekt")]
        constraints = [
            models.UniqueConstraint(
                "slag",
                "objekt_id",
                "nummer",
                condition=~Q(slag="ordning"),
                name="version_en_gang",
            )
        ]

    def __str__(self):
        return f"{self.get_slag_display()} {self.objekt_id}, version {self.nummer}"

    @property
    def las_skal(self):
        return self.andring.las_skal

    def samordnas_av(self, user):
        return self.andring.samordnas_av(user)


SLAG = {
    "handlingsplan": Version.Slag.PLAN,
    "avsnitt": Version.Slag.AVSNITT,
    "aktivitet": Version.Slag.AKTIVITET,
    "revidering": Version.Slag.REVIDERING,
}
