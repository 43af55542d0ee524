"""A board's plan for a year."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models.versionerad import Versionerad
from vbeplan.organisation.models import Namnd, Ratt, Spar
from vbeplan.organisation.models.medlemskap import NAMNDENS
from vbeplan.text.svenska import i_svensk_ordning

FORSTA_AR, SISTA_AR = 2010, 2100
STANDARDTITEL = "Handlingsplan mot våldsbejakande extremism"
FINNS_REDAN = (
    "Nämnden har redan en plan för det året. Välj ett annat år, eller öppna den plan "
    "som finns och ändra i den."
)


def med_ar(titel, ar):
    """Return a plan's title with its year, unless the title already says it."""
    return titel if str(ar) in titel else f"{titel} {ar}"


class Planstatus(models.TextChoices):
    """How far a plan has come. One word; the verbs stand on `Handlingsplan`."""

    UTKAST = "utkast", "Utkast"
    SAMRAD = "samrad", "På samråd"
    TILL_NAMND = "till_namnd", "Hos nämnden"
    BESLUTAD = "beslutad", "Beslutad"
    GODKAND = "godkand", "Godkänd av KS"
    ERSATT = "ersatt", "Ersatt"


OPPNA = (Planstatus.UTKAST, Planstatus.SAMRAD)
BESLUTADE = (Planstatus.BESLUTAD, Planstatus.GODKAND, Planstatus.ERSATT)
HOS_NAMNDEN = (
    "Planen ligger hos {organ} och är låst. Ta tillbaka den under Planens gång om "
    "något måste ändras."
)
AR_BESLUTAD = (
    "Planen är beslutad och kan inte ändras. Det som behöver bli annorlunda skriver ni "
    "i nästa års plan, eller i en ny version av den här som {organ} beslutar om."
)


class HandlingsplanQuerySet(models.QuerySet):
    def for_user(self, user):
        """The plans the user may read: her boards', and for the city the shared."""
        egna = Q(namnd__in=user.namnd_id(*NAMNDENS))
        if user.ar_central:
            return self.filter(egna | Q(delad=True))
        return self.filter(egna)

    def redigerbara(self, user):
        """The plans whose words the user may change: open ones that she coordinates."""
        return self.samordnade(user).oppna()

    def samordnade(self, user):
        """The plans of the boards she coordinates, sealed ones too."""
        return self.filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def oppna(self):
        """Those that are still written in."""
        return self.filter(status__in=OPPNA)

    def beslutade(self):
        """Those that a board has decided, whether replaced since or not."""
        return self.filter(status__in=BESLUTADE)

    def senaste(self):
        """The newest plan of each board."""
        namndens = self.model.objects.filter(namnd=OuterRef("namnd")).order_by("-ar")
        return self.filter(pk=Subquery(namndens.values("pk")[:1]))

    def nyaste(self):
        """The newest of each board's plans among these."""
        aren = self.order_by().values("namnd").annotate(nyast=models.Max("ar"))
        nyast = aren.filter(namnd=OuterRef("namnd")).values("nyast")
        return self.filter(ar=Subquery(nyast))

    def nyast_forst(self):
        return self.select_related("namnd").order_by(
            "-ar", i_svensk_ordning("namnd__namn")
        )


class Handlingsplan(Versionerad):
    """The plan of one board for one year, as the board will receive it.

    A draft belongs to its board alone: between boards there is secrecy (OSL 8 kap.),
    so the city sees the text only after an explicit deed, `dela`.

    A year has one plan, which may be decided more than once: `omgang` is the version
    that is written, or stands decided. What was decided is kept as editions above this
    room; the row and its number go on, so that activities, history and follow-up do.
    """

    namnd = models.ForeignKey(
        Namnd, models.PROTECT, related_name="planer", verbose_name="nämnd"
    )
    ar = models.PositiveSmallIntegerField(
        "år",
        validators=[
            MinValueValidator(FORSTA_AR, "Skriv ett år från 2010."),
            MaxValueValidator(SISTA_AR, "Skriv ett år till och med 2100."),
        ],
        help_text="Det år som planen gäller, till exempel 2027.",
    )
    titel = models.CharField("titel", max_length=200, default=STANDARDTITEL)
    dnr = models.CharField("diarienummer", max_length=60, blank=True)
    datum = models.DateField(
        "datum på framsidan",
        null=True,
        blank=True,
        help_text="Oftast nämndens beslutsdag. Tomt så länge planen är ett utkast.",
    )
    dokumenttyp = models.CharField("dokumenttyp", max_length=80, blank=True)
    dokumentagare = models.CharField("dokumentägare", max_length=200, blank=True)
    giltig_till = models.DateField("gäller till", null=True, blank=True)
    budgetmal = models.CharField(
        "mål i budgeten",
        max_length=300,
        blank=True,
        help_text="Det mål i nämndens budget som planen hänger på.",
    )
    nasta_revidering = models.CharField(
        "nästa revidering",
        max_length=200,
        blank=True,
        help_text="Till exempel: i samband med tertialrapport 1 2028.",
    )
    status = models.CharField(
        "läge",
        max_length=10,
        choices=Planstatus.choices,
        default=Planstatus.UTKAST,
        editable=False,
    )
    sammantrade = models.DateField(
        "nämndens sammanträde",
        null=True,
        blank=True,
        help_text="Den dag då nämnden ska besluta om planen. Årshjulet räknar bakåt "
        "från den.",
    )
    delad = models.BooleanField("delad med staden", default=False, editable=False)
    bilaga_andringar = models.BooleanField(
        "Ändringar sedan föregående plan", default=True
    )
    bilaga_samrad = models.BooleanField("Samråd och yttranden", default=True)
    bilaga_resultat = models.BooleanField("Förra årets resultat", default=True)
    omgang = models.PositiveSmallIntegerField("version", default=1, editable=False)

    EGNA_VERB = frozenset({"status", "delad", "omgang"})

    objects = HandlingsplanQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "handlingsplan", "handlingsplaner"
        constraints = [
            models.UniqueConstraint(
                "namnd",
                "ar",
                name="en_plan_per_ar",
                violation_error_message=FINNS_REDAN,
            )
        ]

    def __str__(self):
        return f"{self.titel} {self.ar}, {self.namnd}"

    def get_absolute_url(self):
        return reverse("plan", args=[self.namnd.kort, self.ar])

    @property
    def titel_med_ar(self):
        return med_ar(self.titel, self.ar)

    @property
    def lage(self):
        """Return what the cover says of its standing, in words.

        A draft with a day on its cover came in from outside, decided or not.
        """
        if self.status == Planstatus.UTKAST and self.datum:
            return "Daterad"
        ord_ = self.lagesord(self.status)
        return ord_ if self.omgang == 1 else f"{ord_}, version {self.omgang}"

    def lagesord(self, status):
        """Return the words of a status; the board's own body where it has the plan."""
        if status == Planstatus.TILL_NAMND:
            return f"Hos {self.namnd.beslutar_i_text}"
        return Planstatus(status).label

    @property
    def ar_oppen(self):
        return self.status in OPPNA

    @property
    def ar_beslutad(self):
        return self.status in BESLUTADE

    @property
    def har_beslutats(self):
        """Whether it is decided, or an earlier version is that it still goes by."""
        return self.ar_beslutad or self.omgang > 1

    @property
    def las_skal(self):
        """Return why nothing in it can be changed, and what to do; "" when open."""
        if self.ar_oppen:
            return ""
        skal = AR_BESLUTAD if self.ar_beslutad else HOS_NAMNDEN
        return skal.format(organ=self.namnd.beslutar_i_text)

    def far_redigeras_av(self, user):
        """Whether the user may change its words now."""
        return self.ar_oppen and self.samordnas_av(user)

    def samordnas_av(self, user):
        return user.har_ratt(Ratt.SAMORDNARE, namnd=self.namnd)

    def visar_utkast_for(self, user):
        """Tell whether she sees a draft of the board's picture in the plan's chapter.

        Who works for the board; with others the plan is shared, not the picture.
        """
        return self.namnd_id in user.namnd_id(*NAMNDENS)

    @transaction.atomic
    def dela(self, delad, *, av):
        """Let the city's coordinator read the plan, or no longer; leaves a trace."""
        rader = Handlingsplan.objects.filter(pk=self.pk, delad=not delad)
        if not rader.update(delad=delad):
            return  # somebody has just done it, or removed the plan
        self.delad = delad
        deed = Spar.Handling.DELAD if delad else Spar.Handling.DELNING_SLUT
        Spar.objects.skriv(deed, self, av=av, namnd=self.namnd)

    @transaction.atomic
    def valj_bilagor(self, valda, *, av):
        """Print these appendices: {field: whether}; leaves a trace.

        False when the plan is locked, or gone, since it was read.
        """
        rader = Handlingsplan.objects.oppna().filter(pk=self.pk)
        if not rader.update(**valda, andrad=timezone.now()):
            return False
        Spar.objects.skriv(Spar.Handling.ANDRAD, self, av=av, namnd=self.namnd)
        return True

    def innehall_andrat(self, *, bara_oppen=False):
        """Note that a chapter or an activity was saved just now; no new version.

        Tells whether the plan is still there; `bara_oppen`, whether it is open too.
        """
        rader = Handlingsplan.objects.filter(pk=self.pk)
        if bara_oppen:
            rader = rader.oppna()
        return bool(rader.update(andrad=timezone.now()))
