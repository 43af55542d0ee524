"""Sources: what was asked for, of whom, and what came."""

from datetime import timedelta
from uuid import uuid4

from django.apps import apps  # the models below lean on this one
from django.db import models, transaction
from django.db.models import Exists, F, Max, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from blanketter.models.rutin import Raknad
from lagesbild.models.bild import Lagesbild
from lagesbild.models.standardkalla import (
    EGNA,
    FRAGANS,
    Fraga,
    Kallart,
    Standardkalla,
)
from vbeplan.nycklar.falt import KrypteradText
from vbeplan.organisation.models import Ratt, Spar

SNART = timedelta(days=7)  # before its reply date a source may be reminded


class KallaQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(lagesbild__in=Lagesbild.objects.for_user(user))

    def redigerbara(self, user):
        return self.filter(lagesbild__namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def begars(self):
        """Those that somebody outside the house is asked for."""
        return self.exclude(art__in=EGNA)

    def utan_husets(self):
        """Not those that have come by the house's own rows, whatever their status.

        As lagesbild/kallage.py tells, but for the fine print: that of the register.
        """
        importer = self._rader("Statistikimport").filter(
            Q(serie=OuterRef("serie")) | Q(serie__art=OuterRef("art")),
            serie__namnd=OuterRef("lagesbild__namnd"),
            fran__lte=OuterRef("lagesbild__till"),
            till__gte=OuterRef("lagesbild__fran"),
        )
        andras = self._rader("AnnatResultat").filter(lagesbild=OuterRef("lagesbild"))
        har_kommit = Exists(importer) | Q(art=Kallart.NAMNDER) & Exists(andras)
        return self.exclude(Q(foljer=True) & har_kommit)

    def _rader(self, namn):
        return apps.get_model("lagesbild", namn).objects.order_by()

    def att_paminna(self, idag):
        """Those asked for that are late, or are to answer within a week."""
        vantar = self.begars().filter(status=Kalla.Status.BEGARD)
        return vantar.filter(svar_senast__lte=idag + SNART)


class Kalla(Raknad, Fraga):
    """One source of one picture.

    As long as `foljer` is true, what the house itself has (forms, enkät, a statistics
    series) says how it stands; see lagesbild/kallage.py.
    """

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
    epost = models.EmailField(
        "e-postadress",
        max_length=200,
        blank=True,
        help_text="Funktionens brevlåda, inte en persons.",
    )
    serie = models.ForeignKey(
        "lagesbild.Serie",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="statistik som källan följer",
    )
    foljer = models.BooleanField("läget följer av sig självt", default=True)
    status = models.CharField(
        "läge", max_length=10, choices=Status.choices, default=Status.EJ_BEGARD
    )
    begard = models.DateField("begärd", null=True, blank=True)
    svar_senast = models.DateField("svar senast", null=True, blank=True)
    paminnd = models.DateField("påmind", null=True, blank=True, editable=False)
    inkom = models.DateField("inkom", null=True, blank=True)
    period_fran = models.DateField("gäller från", null=True, blank=True)
    period_till = models.DateField("gäller till och med", null=True, blank=True)
    underlag = models.CharField(
        "vad som kom, i ord",
        max_length=200,
        blank=True,
        help_text="Skrivs ut i källtabellen, till exempel: muntligt vid samråd.",
    )
    forvaras = models.CharField(
        "var underlaget finns",
        max_length=200,
        blank=True,
        help_text="Till exempel diarienummer. Skrivs inte ut.",
    )
    anteckning = models.TextField(
        "anteckning", max_length=2000, blank=True, help_text="Skrivs inte ut."
    )

    objects = KallaQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "källa", "källor"
        ordering = ["ordning", "pk"]
        constraints = [
            models.UniqueConstraint(
                "lagesbild",
                "namn",
                name="kalla_en_gang",
                violation_error_message="Lägesbilden har redan en källa med det "
                "namnet.",
            ),
            models.CheckConstraint(
                condition=Q(period_fran=None)
                | Q(period_till=None)
                | Q(period_till__gte=F("period_fran")),
                name="kallans_period_slutar_efter_start",
                violation_error_message="Sista dagen är före den första.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("kalla", args=[self.pk])

    @classmethod
    def ur_standard(cls, lagesbild, standard):
        """Return an unsaved source of a picture, as the city's set has it."""
        falt = {namn: getattr(standard, namn) for namn in FRAGANS}
        return cls(
            lagesbild=lagesbild, standard=standard, ordning=standard.ordning, **falt
        )

    @property
    def namnd(self):
        return self.lagesbild.namnd

    @property
    def ar_begard(self):
        return self.status == self.Status.BEGARD

    def ar_forsenad(self, idag=None):
        """Tell whether the reply date has passed without anything."""
        idag = idag or timezone.localdate()
        return self.ar_begard and bool(self.svar_senast) and self.svar_senast < idag

    def stall_sist(self):
        """Take the place after the picture's other sources; saved by whoever calls."""
        sist = self.lagesbild.kallor.aggregate(sist=Max("ordning"))["sist"]
        self.ordning = 0 if sist is None else sist + 1

    def bli_begard(self, dag, svar_senast):
        """Be asked for on a day, with an answer due on another; not saved."""
        self.status, self.begard = self.Status.BEGARD, dag
        self.svar_senast, self.paminnd = svar_senast, None

    @property
    def gar_att_ta_bort(self):
        """Tell whether no finding leans on it."""
        return not self.iakttagelser.exists()

    @transaction.atomic
    def ta_bort(self, *, av):
        """Take the source away with its files; leaves a trace. False: it has findings.

        Its row is held, so that no finding comes to lean on it meanwhile.
        """
        rad = Kalla.objects.select_for_update(of=["self"]).filter(pk=self.pk).first()
        if rad is None or not rad.gar_att_ta_bort:
            return rad is None
        vad = f"källan {self} ur lägesbilden {self.lagesbild.ar}"
        Spar.objects.skriv(Spar.Handling.BORTTAGEN, vad, av=av, namnd=self.namnd)
        rad.delete()
        return True


class KallfilQuerySet(models.QuerySet):
    def for_user(self, user):
        """The files of the boards she coordinates: nobody else, finished or not."""
        return self.filter(kalla__lagesbild__namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    redigerbara = for_user


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
    dag = models.DateField("inkom", default=timezone.localdate)

    objects = KallfilQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "källfil", "källfiler"
        ordering = ["dag", "pk"]

    def __str__(self):
        return self.filnamn

    @transaction.atomic
    def ta_bort(self, *, av):
        """Take the file away for good; leaves a trace, which doesn't name it."""
        vad = f"en fil till källan {self.kalla}"
        namnd = self.kalla.namnd
        Spar.objects.skriv(Spar.Handling.BORTTAGEN, vad, av=av, namnd=namnd)
        self.delete()
