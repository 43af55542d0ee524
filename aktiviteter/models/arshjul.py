"""The year wheel: the city's template, and the days of one board's year."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.dates import MONTHS

from aktiviteter.models.beslut import PlanensQuerySet
from aktiviteter.models.handlingsplan import Handlingsplan
from aktiviteter.models.versionerad import Versionerad
from vbeplan import nycklar
from vbeplan.nycklar.lank import hemlig_lank
from vbeplan.organisation.models import Namnd, Spar

LANGST = 730  # days between a point and the meeting
LANGST_BORT = f"Skriv högst {LANGST} dagar före eller efter sammanträdet."
MANADENS_SISTA = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Moment(models.TextChoices):
    """What the program itself knows of, and can tell when it is done."""

    ENKAT_UT = "enkat_ut", "Enkäten öppnas"
    PAMINNELSE = "paminnelse", "Påminnelse om enkäten"
    UNDERLAG = "underlag", "Underlag begärs in"
    POLISMOTE = "polismote", "Möte med polisen"
    LAGESBILD = "lagesbild", "Lägesbilden klar"
    UTKAST = "utkast", "Utkastet klart"
    SAMRAD = "samrad", "Samråd"
    UTSKICK = "utskick", "Handlingarna skickas till nämnden"
    NAMND = "namnd", "Nämnden beslutar"
    KS = "ks", "Kommunstyrelsen godkänner"
    T1 = "t1", "Uppföljning tertial 1"
    T2 = "t2", "Uppföljning tertial 2"
    VB = "vb", "Uppföljning verksamhetsberättelse"
    EGEN = "egen", "Eget"


class HjulpunktQuerySet(models.QuerySet):
    def for_user(self, user):
        """All of them for the city's coordinator; the template is nobody else's."""
        return self.all() if user.ar_central else self.none()

    redigerbara = for_user


class Hjulpunkt(Versionerad):
    """One point of the city's template.

    Either `dagar` from the board's meeting (negative before it), or a day of the year
    (`manad`, `dag`), which follow-ups have: of each year that the plan holds, or with
    `aret_efter` of the year after.
    """

    class Raknas(models.TextChoices):
        FORE = "fore", "Dagar före sammanträdet"
        EFTER = "efter", "Dagar efter sammanträdet"
        AR = "ar", "En bestämd dag på året"

    namnd = None  # the trail's line is the city's

    moment = models.CharField(
        "slag", max_length=10, choices=Moment.choices, default=Moment.EGEN
    )
    namn = models.CharField("vad", max_length=120)
    beskrivning = models.CharField("så här gör du", max_length=500, blank=True)
    dagar = models.SmallIntegerField(
        "dagar från sammanträdet",
        null=True,
        blank=True,
        validators=[
            MinValueValidator(-LANGST, LANGST_BORT),
            MaxValueValidator(LANGST, LANGST_BORT),
        ],
        help_text="Minus är före sammanträdet: −21 är tre veckor före.",
    )
    manad = models.PositiveSmallIntegerField("månad", null=True, blank=True)
    dag = models.PositiveSmallIntegerField("dag", null=True, blank=True)
    aret_efter = models.BooleanField(
        "året efter planens år",
        default=False,
        help_text="Gäller en dag i året, till exempel verksamhetsberättelsen i "
        "januari.",
    )

    objects = HjulpunktQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "punkt", "punkter"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "namn",
                name="hjulpunkt_en_gang",
                violation_error_message="Mallen har redan en punkt med det namnet.",
            ),
            models.CheckConstraint(
                condition=Q(dagar__isnull=False, manad=None, dag=None)
                | Q(dagar=None, manad__range=(1, 12), dag__range=(1, 31)),
                name="hjulpunkt_dagar_eller_dag",
                violation_error_message="Skriv antal dagar från sammanträdet, eller "
                "en månad och en dag.",
            ),
        ]

    def __str__(self):
        return self.namn

    def get_absolute_url(self):
        return reverse("arshjulsmall_punkt", args=[self.pk])

    @property
    def raknas(self):
        """Return what its day is counted from."""
        if self.dagar is None:
            return self.Raknas.AR if self.manad else self.Raknas.FORE
        return self.Raknas.EFTER if self.dagar > 0 else self.Raknas.FORE

    @property
    def antal(self):
        """Return how many days from the meeting, None for a day of the year."""
        return None if self.dagar is None else abs(self.dagar)

    @property
    def nar(self):
        """Return in words when it is."""
        if self.dagar is None:
            dag = f"{self.dag} {MONTHS[self.manad]}"
            return f"{dag} året efter planens år" if self.aret_efter else dag
        if not self.dagar:
            return "Samma dag som sammanträdet"
        dagar = "dag" if self.antal == 1 else "dagar"
        vart = "efter" if self.dagar > 0 else "före"
        return f"{self.antal} {dagar} {vart} sammanträdet"

    def clean(self):
        super().clean()
        if (
            self.manad in range(1, 13)
            and (self.dag or 0) > MANADENS_SISTA[self.manad - 1]
        ):
            sista = MANADENS_SISTA[self.manad - 1]
            raise ValidationError({"dag": f"Månaden har {sista} dagar. Rätta dagen."})


class Hjuldag(Versionerad):
    """What a board has done with one day of its plan's wheel, or a day of its own.

    A day of the template has a row only when somebody has moved it or ticked it off;
    else it is worked out each time (aktiviteter/arshjul). `flyttad` says that somebody
    has set the day herself, so that a new meeting does not move it. `ar` is which of
    the plan's years it is of. A point that leaves the template leaves its row here, as
    the board's own.
    """

    plan = models.ForeignKey(
        Handlingsplan,
        models.CASCADE,
        related_name="hjuldagar",
        editable=False,
        verbose_name="plan",
    )
    punkt = models.ForeignKey(
        Hjulpunkt, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    ar = models.PositiveSmallIntegerField("år", editable=False)
    moment = models.CharField(
        "slag", max_length=10, choices=Moment.choices, default=Moment.EGEN
    )
    namn = models.CharField("vad", max_length=120)
    beskrivning = models.CharField("så här gör du", max_length=500, blank=True)
    dag = models.DateField("dag")
    flyttad = models.BooleanField(default=False, editable=False)
    klar = models.DateField("klar", null=True, blank=True)

    objects = PlanensQuerySet.as_manager()

    @property
    def namnd(self):
        return self.plan.namnd

    class Meta:
        verbose_name, verbose_name_plural = "dag i årshjulet", "dagar i årshjulet"
        ordering = ["dag", "pk"]
        constraints = [
            models.UniqueConstraint("plan", "punkt", "ar", name="punkt_en_gang_per_ar")
        ]

    def __str__(self):
        return f"{self.namn} {self.dag}"


class Hjullank(models.Model):
    """The secret link by which a board's days are read into a calendar.

    One for each board, for it goes on from year to year. Only its hash is kept.
    """

    namnd = models.OneToOneField(
        Namnd, models.CASCADE, related_name="hjullank", verbose_name="nämnd"
    )
    lank_nr = models.PositiveIntegerField(default=1, editable=False)
    nyckel = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "länk till årshjulet"

    def __str__(self):
        return f"länken till årshjulet för {self.namnd}"

    def save(self, **kwargs):
        self.nyckel = hasha_hjulnyckel(self.lanknyckel)
        super().save(**kwargs)

    @classmethod
    def for_namnd(cls, namnd):
        """Return the board's link; it gets one the first time it is asked for."""
        nyckel = hasha_hjulnyckel(_nyckel(namnd.pk, 1))
        return cls.objects.get_or_create(namnd=namnd, defaults={"nyckel": nyckel})[0]

    @classmethod
    def med_nyckel(cls, nyckel):
        """Return the link that ends with `nyckel`, else None."""
        rader = cls.objects.select_related("namnd")
        return rader.filter(nyckel=hasha_hjulnyckel(nyckel)).first()

    @property
    def lanknyckel(self):
        """Return the secret of the link, which is stored nowhere."""
        return _nyckel(self.namnd_id, self.lank_nr)

    def lank(self):
        """Return the link's address, without the host."""
        return reverse("arshjul_kalender", args=[self.lanknyckel])

    @transaction.atomic
    def fornya(self, *, av):
        """Give the board a new link; the old one stops working at once."""
        self.lank_nr += 1
        self.save()
        Spar.objects.skriv(Spar.Handling.ANDRAD, self, av=av, namnd=self.namnd)


def _nyckel(namnd, lank_nr):
    return hemlig_lank("arshjulslank", f"{namnd}:{lank_nr}")


def hasha_hjulnyckel(nyckel):
    """Return what is stored of a link's secret, however its case came through."""
    return nycklar.hmac("arshjulsnyckel", nyckel.lower())
