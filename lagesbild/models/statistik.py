"""Statistics that come as files: series of numbers by month, in the house's codes."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from blanketter.models.fragor import OKLART
from lagesbild.models.kalla import Kallart
from vbeplan.organisation.models import Delomrade, Namnd, Ratt

LIVSLANGD = timedelta(days=2)


class SerieQuerySet(models.QuerySet):
    def for_user(self, user):
        """The series of the boards she coordinates."""
        return self.filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def redigerbara(self, user):
        return self.for_user(user)


class Serie(models.Model):
    """A series of one board: graffiti removed, IA incidents, the police's table."""

    namnd = models.ForeignKey(
        Namnd, models.CASCADE, related_name="serier", verbose_name="nämnd"
    )
    art = models.CharField(
        "slag", max_length=12, choices=Kallart.choices, default=Kallart.ANNAT
    )
    namn = models.CharField("namn", max_length=120)
    raknar = models.CharField(
        "vad som räknas",
        max_length=60,
        default="ärenden",
        help_text="ärenden, avvikelser",
    )
    beror_pa_personal = models.BooleanField(
        "beror på hur mycket personalen rapporterar", default=False
    )

    objects = SerieQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "serie", "serier"
        ordering = ["namn"]
        constraints = [
            models.UniqueConstraint(
                "namnd",
                "namn",
                name="serie_en_gang",
                violation_error_message="Nämnden har redan en serie med det namnet.",
            )
        ]

    def __str__(self):
        return self.namn

    def get_absolute_url(self):
        return reverse("statistik_serie", args=[self.pk])

    @property
    def senaste(self):
        """The import that came last: the only one that can be undone."""
        return self.importer.order_by("-pk").first()


class StatistikimportQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(serie__in=Serie.objects.for_user(user))

    redigerbara = for_user


class Statistikimport(models.Model):
    """A file that was taken in: what it covered and what it held, not the file.

    `ersatte` is what stood in its months before, so that an undone import gives back
    the very figures that it took the place of.
    """

    serie = models.ForeignKey(Serie, models.CASCADE, related_name="importer")
    filnamn = models.CharField("fil", max_length=200)
    fingeravtryck = models.CharField(max_length=64)  # of the counts, not of the bytes
    fran = models.DateField("gäller från")
    till = models.DateField("gäller till och med")
    rader = models.PositiveIntegerField()
    summa = models.PositiveIntegerField()
    avvisade = models.JSONField(default=list)  # [[row, why], …]
    ersatte = models.JSONField(default=list, editable=False)
    dag = models.DateField("inläst")
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = StatistikimportQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "statistikimport", "statistikimporter"
        ordering = ["-dag", "-pk"]

    def __str__(self):
        return self.filnamn


class Manadstal(models.Model):
    """How many of one series in one month, delområde, environment, kind and place.

    The coded events of the picture that don't come by the form. A number of several
    months has the first of them, and how many they are as `precision`: a sum is right
    for every period that holds them all, and no month is claimed to be known.
    """

    class Precision(models.TextChoices):
        MANAD = "manad", "Månad"
        TVA = "2", "Två månader"
        KVARTAL = "3", "Kvartal"
        TERTIAL = "4", "Tertial"
        FEM = "5", "Fem månader"
        HALVAR = "6", "Halvår"
        SJU = "7", "Sju månader"
        ATTA = "8", "Åtta månader"
        NIO = "9", "Nio månader"
        TIO = "10", "Tio månader"
        ELVA = "11", "Elva månader"
        AR = "ar", "År"

        @property
        def manader(self):
            return {"manad": 1, "ar": 12}.get(self.value) or int(self.value)

    serie = models.ForeignKey(Serie, models.CASCADE, related_name="tal")
    import_av = models.ForeignKey(Statistikimport, models.CASCADE, related_name="tal")
    manad = models.DateField("månad")
    precision = models.CharField(
        max_length=5, choices=Precision.choices, default=Precision.MANAD
    )
    delomrade = models.ForeignKey(
        Delomrade, models.PROTECT, null=True, related_name="+", verbose_name="delområde"
    )
    miljo = models.CharField("miljö", max_length=40, default=OKLART)
    slag = models.CharField("händelse", max_length=40, blank=True)
    plats = models.CharField("plats", max_length=40, blank=True)
    antal = models.PositiveIntegerField("antal")

    class Meta:
        verbose_name, verbose_name_plural = "månadstal", "månadstal"
        # A board's figures are read out of the index alone (PostgreSQL).
        indexes = [
            models.Index(
                fields=["serie", "manad"],
                include=["precision", "delomrade", "miljo", "slag", "plats", "antal"],
                name="seriens_manadstal",
            )
        ]
        # Two, since an empty delområde is another one each time.
        constraints = [
            models.UniqueConstraint(
                "serie", "manad", "precision", "delomrade", "miljo", "slag", "plats",
                name="ett_tal_per_ruta",
            ),
            models.UniqueConstraint(
                "serie", "manad", "precision", "miljo", "slag", "plats",
                condition=Q(delomrade=None), name="ett_tal_per_ruta_utan_delomrade",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.serie} {self.manad:%Y-%m}: {self.antal}"


class Oversattning(models.Model):
    """What a source's own word means in the house's codes; remembered per series."""

    class Falt(models.TextChoices):
        MILJO = "miljo", "Miljö"
        SLAG = "slag", "Händelse"
        PLATS = "plats", "Plats"
        DELOMRADE = "delomrade", "Delområde"

    serie = models.ForeignKey(Serie, models.CASCADE, related_name="oversattningar")
    falt = models.CharField(max_length=10, choices=Falt.choices)
    ord = models.CharField("källans ord", max_length=200)  # normalised
    kod = models.CharField("kod", max_length=40, blank=True)  # blank: is left out

    class Meta:
        verbose_name, verbose_name_plural = "översättning", "översättningar"
        constraints = [
            models.UniqueConstraint("serie", "falt", "ord", name="oversattning_en_gang")
        ]

    def __str__(self):
        return f"{self.ord} → {self.kod}"


class StatistikfilQuerySet(models.QuerySet):
    def for_user(self, user):
        """Only whoever brought the file in sees it, as long as the board is hers."""
        return self.filter(av=user, namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    redigerbara = for_user

    def gamla(self):
        return self.filter(tid__lt=timezone.now() - LIVSLANGD)


class Statistikfil(models.Model):
    """A file between upload and yes; goes away with the yes, or after two days.

    A large one keeps its bytes in `fil` until it has been read, which its own page
    does while it tells how far it has come; then only the columns that are no free
    text are left, in `data`.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    namnd = models.ForeignKey(Namnd, models.CASCADE, related_name="+")
    serie = models.ForeignKey(Serie, models.CASCADE, null=True, related_name="+")
    filnamn = models.CharField("fil", max_length=200)
    fil = models.BinaryField(default=b"", editable=False)
    data = models.JSONField(default=dict)  # the rows as read, and the choices so far
    tid = models.DateTimeField(auto_now_add=True)

    objects = StatistikfilQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "statistikfil", "statistikfiler"

    def __str__(self):
        return self.filnamn

    def get_absolute_url(self):
        return reverse("statistikfil", args=[self.pk])

    def slang(self):
        """Let go of the file, and of a series that only it was the reason for."""
        serie = self.serie
        self.delete()
        if serie and not serie.importer.exists() and not serie.oversattningar.exists():
            serie.delete()
