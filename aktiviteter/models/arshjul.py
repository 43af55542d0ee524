"""The year wheel: the city's template, and the days of one board's year."""

from django.db import models
from django.db.models import Q

from aktiviteter.models.beslut import PlanensQuerySet
from aktiviteter.models.handlingsplan import Handlingsplan
from aktiviteter.models.versionerad import Versionerad


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


class Hjulpunkt(Versionerad):
    """One point of the city's template.

    Either `dagar` from the board's meeting (negative before it), or a day of the year
    (`manad`, `dag`), which follow-ups have.
    """

    moment = models.CharField(
        "slag", max_length=10, choices=Moment.choices, default=Moment.EGEN
    )
    namn = models.CharField("vad", max_length=120)
    beskrivning = models.CharField("så här gör du", max_length=500, blank=True)
    dagar = models.SmallIntegerField(
        "dagar från sammanträdet",
        null=True,
        blank=True,
        help_text="Minus är före sammanträdet: −21 är tre veckor före.",
    )
    manad = models.PositiveSmallIntegerField("månad", null=True, blank=True)
    dag = models.PositiveSmallIntegerField("dag", null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "punkt", "punkter"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(dagar__isnull=False, manad=None, dag=None)
                | Q(dagar=None, manad__range=(1, 12), dag__range=(1, 31)),
                name="hjulpunkt_dagar_eller_dag",
                violation_error_message="Skriv antal dagar från sammanträdet, eller "
                "en månad och en dag.",
            )
        ]

    def __str__(self):
        return self.namn


class Hjuldag(Versionerad):
    """One day in the year of one plan, worked out from the template or its own.

    `flyttad` says that somebody has set the day herself, so that a new meeting does
    not move it.
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
    moment = models.CharField(
        "slag", max_length=10, choices=Moment.choices, default=Moment.EGEN
    )
    namn = models.CharField("vad", max_length=120)
    beskrivning = models.CharField("så här gör du", max_length=500, blank=True)
    dag = models.DateField("dag")
    flyttad = models.BooleanField(default=False, editable=False)
    klar = models.DateField("klar", null=True, blank=True)

    objects = PlanensQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "dag i årshjulet", "dagar i årshjulet"
        ordering = ["dag", "pk"]
        constraints = [
            models.UniqueConstraint("plan", "punkt", name="punkt_en_gang_per_plan")
        ]

    def __str__(self):
        return f"{self.namn} {self.dag}"
