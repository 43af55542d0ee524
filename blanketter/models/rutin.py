"""The routine: what a worried member of staff is to do, step by step.

The city has its texts and each board may have its own, which hide the city's step by
step; what neither has said follows with the program (`blanketter.rutin.standard`). So
a row here is only what somebody has changed. No row says anything of a person.
"""

from django.conf import settings
from django.core.validators import RegexValidator, URLValidator
from django.db import IntegrityError, models, transaction
from django.db.models import Max, Q
from django.db.models.functions import Coalesce

from vbeplan.organisation.models import Namnd, Ratt, Spar

ar_telefon = RegexValidator(
    r"^\+?\d[\d ()/–-]{1,28}$",
    "Skriv telefonnumret med siffror, till exempel 010-123 45 67 eller 114 14.",
)
ar_webbadress = URLValidator(
    ["http", "https"],
    message="Skriv en webbadress som börjar med https://, till exempel "
    "https://kommunen.se/orosanmalan.",
)


class AgdQuerySet(models.QuerySet):
    """Rows of a board, or of the city when the board is empty."""

    def redigerbara(self, user):
        """What the user may change: her boards', and the city's for its coordinator."""
        egna = Q(namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        return self.filter(egna | Q(namnd=None) if user.ar_central else egna)

    # What people are to do is public; who may work with the rows is another matter.
    for_user = redigerbara

    def som_galler(self, namnd):
        """The city's rows and the board's own (`namnd` None: the city's alone)."""
        return self.filter(Q(namnd=None) | Q(namnd=namnd) if namnd else Q(namnd=None))


class Raknad(models.Model):
    """Counts its saves, so that a save over what one has not seen is noticed."""

    version = models.PositiveIntegerField(default=0, editable=False)
    andrad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False,
        related_name="+", verbose_name="senast ändrad av",
    )  # fmt: skip

    class Meta:
        abstract = True

    @transaction.atomic
    def spara_over(self, version, *, av):
        """Save over the version that was opened; tell whether it went.

        0 is no row at all. False means that somebody came first.
        """
        if bool(self.pk) != bool(version):
            return False
        rader = type(self).objects.filter(pk=self.pk, version=version)
        if version and not rader.update(version=version + 1):
            return False
        self.version, self.andrad_av = version + 1, av
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError:  # made just now by another
            self.pk, self.version = None, 0
            return False
        return True


class Rutinsteg(Raknad):
    """A step's words, where somebody has written other words than those below it."""

    namnd = models.ForeignKey(
        Namnd, models.CASCADE, null=True, blank=True, related_name="rutinsteg",
        verbose_name="nämnd",
    )  # fmt: skip
    kod = models.SlugField("kod", max_length=40)
    fraga = models.CharField(
        "fråga",
        max_length=120,
        help_text="Kort, som man frågar en kollega: Är någon i akut fara?",
    )
    gor = models.CharField(
        "gör så här",
        max_length=120,
        help_text="Svaret på ja, i en mening: Anmäl till polisen.",
    )
    mer = models.TextField(
        "mer om det",
        blank=True,
        max_length=600,
        help_text="Det som behövs för att göra det, på några rader. Aldrig om en "
        "enskild person.",
    )
    telefon = models.CharField(
        "telefon", max_length=30, blank=True, validators=[ar_telefon]
    )
    lank = models.URLField(
        "länk",
        max_length=400,
        blank=True,
        validators=[ar_webbadress],
        help_text="Till exempel sidan där man gör en orosanmälan.",
    )
    lanktext = models.CharField(
        "länkens text",
        max_length=80,
        blank=True,
        help_text="Vad man gör där: Gör en orosanmälan.",
    )

    objects = AgdQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "steg i rutinen", "steg i rutinen"
        constraints = [
            models.UniqueConstraint("namnd", "kod", name="steg_en_gang_i_namnden"),
            models.UniqueConstraint(
                "kod", condition=Q(namnd=None), name="steg_en_gang_i_staden"
            ),
        ]

    def __str__(self):
        return self.fraga


class Kontakt(Raknad):
    """Whom to reach in a step: a function, never a person."""

    namnd = models.ForeignKey(
        Namnd, models.CASCADE, null=True, blank=True, related_name="rutinkontakter",
        verbose_name="nämnd",
    )  # fmt: skip
    kod = models.SlugField("steg", max_length=40)
    funktion = models.CharField(
        "funktion",
        max_length=120,
        help_text="En roll eller en mottagning, aldrig en person: Mottagningsgruppen "
        "barn och unga.",
    )
    telefon = models.CharField(
        "telefon", max_length=30, blank=True, validators=[ar_telefon]
    )
    epost = models.EmailField(
        "e-post",
        max_length=200,
        blank=True,
        help_text="Funktionens brevlåda, inte en persons.",
    )
    tider = models.CharField(
        "tider",
        max_length=120,
        blank=True,
        help_text="Till exempel: vardagar 8–16.30.",
    )
    jour = models.BooleanField(
        "svarar utanför kontorstid",
        default=False,
        help_text="Visas under Kvällar, nätter och helger.",
    )
    ordning = models.PositiveIntegerField(default=0, editable=False)

    objects = AgdQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "kontakt", "kontakter"
        ordering = ["ordning", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(telefon="", epost=""),
                name="kontakt_gar_att_na",
                violation_error_message="Skriv ett telefonnummer eller en "
                "e-postadress, så att kontakten går att nå.",
            )
        ]

    def __str__(self):
        return self.funktion

    def stall_sist(self):
        """Take the place after the step's other contacts; saved by whoever calls."""
        syskon = Kontakt.objects.filter(namnd=self.namnd, kod=self.kod)
        sist = syskon.aggregate(sist=Max("ordning"))["sist"]
        self.ordning = 0 if sist is None else sist + 1

    @transaction.atomic
    def ta_bort(self, *, av):
        """Take the contact away; leaves a trace."""
        Spar.objects.skriv(
            Spar.Handling.BORTTAGEN, f"kontakten {self}", av=av, namnd=self.namnd
        )
        self.delete()


class Rutinval(models.Model):
    """A board's, or the city's, choices about the whole routine.

    `ordning` and `dolda` are lists of the steps' codes. What stands in neither follows
    the city, so a step that the city adds later comes to every board by itself.
    """

    namnd = models.OneToOneField(
        Namnd, models.CASCADE, null=True, blank=True, related_name="rutinval",
        verbose_name="nämnd",
    )  # fmt: skip
    ordning = models.JSONField(default=list, blank=True)
    dolda = models.JSONField(default=list, blank=True)
    i_planen = models.BooleanField(
        "visa flödesschemat i planens kapitel Rutin vid oro/händelse", default=True
    )

    objects = AgdQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "val för rutinen", "val för rutinen"
        constraints = [
            models.UniqueConstraint(
                Coalesce("namnd", models.Value(0)), name="ett_rutinval"
            )
        ]

    def __str__(self):
        return f"Rutinen, {self.namnd or 'hela staden'}"
