"""Sources: what was asked for, of whom, and what came."""

from uuid import uuid4

from django.db import models

from lagesbild.models.bild import Lagesbild
from vbeplan.nycklar.falt import KrypteradText
from vbeplan.organisation.models import Ratt


class Kallart(models.TextChoices):
    POLIS = "polis", "Polisen"
    BLANKETTER = "blanketter", "Blanketter"
    ENKAT = "enkat", "Enkät"
    NAMNDER = "namnder", "Andra nämnder"
    KLOTTER = "klotter", "Klotterstatistik"
    IA = "ia", "Avvikelser och tillbud (IA)"
    ANNAT = "annat", "Annat underlag"


class Standardkalla(models.Model):
    """A source that every board of the city asks; edited by the city's coordinator."""

    art = models.CharField("slag", max_length=12, choices=Kallart.choices)
    namn = models.CharField("källa", max_length=120, unique=True)
    tillfragad = models.CharField(
        "vem som tillfrågas",
        max_length=120,
        blank=True,
        help_text="Funktion, inte person: kommunpolisen, trafikkontoret.",
    )
    begaran = models.TextField("begäran", max_length=3000, blank=True)
    begransning = models.TextField("vad källan inte visar", max_length=600, blank=True)
    ordning = models.PositiveSmallIntegerField(default=0, editable=False)
    i_bruk = models.BooleanField("används", default=True)

    class Meta:
        verbose_name, verbose_name_plural = "standardkälla", "standardkällor"
        ordering = ["ordning", "pk"]

    def __str__(self):
        return self.namn


class KallaQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(lagesbild__in=Lagesbild.objects.for_user(user))

    def redigerbara(self, user):
        return self.filter(lagesbild__namnd__in=user.namnd_id(Ratt.SAMORDNARE))


class Kalla(models.Model):
    """One source of one picture."""

    class Status(models.TextChoices):
        EJ_BEGARD = "ej_begard", "Inte begärd"
        BEGARD = "begard", "Begärd"
        INKOMMEN = "inkommen", "Inkommen"
        INGET = "inget", "Inget att rapportera"
        UTEBLIVEN = "utebliven", "Utebliven"

    lagesbild = models.ForeignKey(
        Lagesbild, models.CASCADE, related_name="kallor", verbose_name="lägesbild"
    )
    standard = models.ForeignKey(
        Standardkalla, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    art = models.CharField(
        "slag", max_length=12, choices=Kallart.choices, default=Kallart.ANNAT
    )
    namn = models.CharField("källa", max_length=120)
    tillfragad = models.CharField("vem som tillfrågas", max_length=120, blank=True)
    epost = models.EmailField("e-postadress", max_length=200, blank=True)
    status = models.CharField(
        "läge", max_length=10, choices=Status.choices, default=Status.EJ_BEGARD
    )
    begard = models.DateField("begärd", null=True, blank=True)
    svar_senast = models.DateField("svar senast", null=True, blank=True)
    paminnd = models.DateField("påmind", null=True, blank=True)
    inkom = models.DateField("inkom", null=True, blank=True)
    period_fran = models.DateField("gäller från", null=True, blank=True)
    period_till = models.DateField("gäller till och med", null=True, blank=True)
    begransning = models.TextField("vad källan inte visar", max_length=600, blank=True)
    anteckning = models.TextField("anteckning", max_length=2000, blank=True)
    ordning = models.PositiveSmallIntegerField(default=0, editable=False)

    objects = KallaQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "källa", "källor"
        ordering = ["ordning", "pk"]

    def __str__(self):
        return self.namn


class Kallfil(models.Model):
    """A file that a source sent, kept outside the picture: on no page and no paper.

    Encrypted, since nobody has checked what is in it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kalla = models.ForeignKey(
        Kalla, models.CASCADE, related_name="filer", verbose_name="källa"
    )
    filnamn = models.CharField("fil", max_length=200)
    innehall = KrypteradText("innehåll")  # base64
    storlek = models.PositiveIntegerField("byte")
    dag = models.DateField("inkom")

    class Meta:
        verbose_name, verbose_name_plural = "källfil", "källfiler"

    def __str__(self):
        return self.filnamn
