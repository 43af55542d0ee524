"""The picture of one board for one year, and what was shown when it was published."""

from calendar import monthrange
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse

from blanketter.models.rutin import Raknad
from vbeplan.organisation.models import Namnd, Ratt, Spar
from vbeplan.organisation.models.medlemskap import NAMNDENS
from vbeplan.text.falt import RikTextField
from vbeplan.text.svenska import i_svensk_ordning

FORSTA_AR, SISTA_AR = 2010, 2100
VARENS_SISTA = 6  # the month by which the year's plan has been decided


def planens_ar(idag):
    """Return the year of the plan that one works on: in spring its own, then next."""
    return idag.year + (idag.month > VARENS_SISTA)


def manadens_slut(dag):
    """Return the last day of the day's month."""
    return dag.replace(day=monthrange(dag.year, dag.month)[1])


class LagesbildQuerySet(models.QuerySet):
    def for_user(self, user):
        """Her own boards' for the coordinator; for others when they are finished.

        The city's coordinator reads a finished one when the board has shared it.
        """
        klar = Q(status=Lagesbild.Status.KLAR)
        egna = Q(namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        egna |= klar & Q(namnd__in=user.namnd_id(*NAMNDENS))
        return self.filter(egna | klar & Q(delad=True) if user.ar_central else egna)

    def redigerbara(self, user):
        """Those of the boards she coordinates."""
        return self.filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def nyast_forst(self):
        return self.select_related("namnd").order_by(
            "-ar", i_svensk_ordning("namnd__namn")
        )


class Lagesbild(Raknad):
    """What a board knows of its year (lokal lägesbild): figures, analysis, position.

    `ar` is the plan's year that it is made for; the figures are those of `fran`–`till`,
    as a rule the year before. Never about a person.
    """

    class Status(models.TextChoices):
        UNDERLAG = "underlag", "Underlag samlas in"
        UTKAST = "utkast", "Utkast"
        SAMRADD = "samradd", "Samrådd med polisen"
        KLAR = "klar", "Klar"

    namnd = models.ForeignKey(
        Namnd, models.PROTECT, related_name="lagesbilder", verbose_name="nämnd"
    )
    ar = models.PositiveSmallIntegerField(
        "år",
        validators=[
            MinValueValidator(FORSTA_AR, "Skriv ett år från 2010."),
            MaxValueValidator(SISTA_AR, "Skriv ett år till och med 2100."),
        ],
        help_text="Året för den plan som lägesbilden är till för, till exempel 2027.",
    )
    fran = models.DateField("siffrorna gäller från")
    till = models.DateField("siffrorna gäller till och med")
    status = models.CharField(
        "läge", max_length=10, choices=Status.choices, default=Status.UNDERLAG
    )
    kartlaggning = RikTextField("kartläggning", blank=True)
    analys = RikTextField("analys", blank=True)
    stallningstagande = RikTextField("ställningstagande", blank=True)
    samradd = models.DateField("samrådd med polisen", null=True, blank=True)
    samrad_med = models.CharField(
        "samrått med",
        max_length=200,
        blank=True,
        help_text="Funktion, inte person: kommunpolisen, lokalpolisområdet.",
    )
    delad = models.BooleanField("delad med staden", default=False, editable=False)
    i_planen = models.BooleanField("visas i planen", default=True)

    objects = LagesbildQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "lägesbild", "lägesbilder"
        ordering = ["-ar"]
        constraints = [
            models.UniqueConstraint(
                "namnd",
                "ar",
                name="en_lagesbild_per_ar",
                violation_error_message="Nämnden har redan en lägesbild för det året.",
            ),
            models.CheckConstraint(
                condition=Q(till__gte=F("fran")),
                name="lagesbild_slutar_efter_start",
                violation_error_message="Sista dagen är före den första.",
            ),
        ]

    def __str__(self):
        return f"Lägesbild {self.ar}, {self.namnd}"

    def get_absolute_url(self):
        return reverse("lagesbild", args=[self.namnd.kort, self.ar])

    @classmethod
    def ny(cls, namnd, ar):
        """Return an unsaved picture of the calendar year before `ar`."""
        fran, till = date(ar - 1, 1, 1), date(ar - 1, 12, 31)
        return cls(namnd=namnd, ar=ar, fran=fran, till=till)

    def clean(self):
        super().clean()
        if self.fran and self.till and self.fran.day != 1:
            raise ValidationError({"fran": "Börja på den första dagen i en månad."})
        # A month that is cut off would not be counted at all.
        if self.till and self.till != (sista := manadens_slut(self.till)):
            text = f"Siffrorna räknas i hela månader. Sluta den sista dagen, {sista}."
            raise ValidationError({"till": text})

    @property
    def ar_klar(self):
        return self.status == self.Status.KLAR

    def far_redigeras_av(self, user):
        return user.har_ratt(Ratt.SAMORDNARE, namnd=self.namnd)

    @transaction.atomic
    def byt_lage(self, fran, till, *, av, **falt):
        """Go from one state to another and tell whether it went; leaves a trace.

        False when somebody has just done it, or done something else.
        """
        rader = Lagesbild.objects.filter(pk=self.pk, status=fran)
        if not rader.update(status=till, version=F("version") + 1, **falt):
            self.refresh_from_db()
            return False
        for namn, varde in {"status": till, **falt}.items():
            setattr(self, namn, varde)
        ord_ = f"läget till {self.get_status_display()} för {self}"
        Spar.objects.skriv(Spar.Handling.ANDRAD, ord_, av=av, namnd=self.namnd)
        return True

    @transaction.atomic
    def visa_i_planen(self, visas, *, av):
        """Show it in the plan's chapter, or not; leaves a trace."""
        rader = Lagesbild.objects.filter(pk=self.pk, i_planen=not visas)
        if not rader.update(i_planen=visas, version=F("version") + 1):
            return
        self.i_planen = visas
        ord_ = f"om planen visar {self}"
        Spar.objects.skriv(Spar.Handling.ANDRAD, ord_, av=av, namnd=self.namnd)

    @transaction.atomic
    def dela(self, delad, *, av):
        """Let the city's coordinator read it when it is finished; leaves a trace."""
        rader = Lagesbild.objects.filter(pk=self.pk, delad=not delad)
        if not rader.update(delad=delad):
            return  # somebody has just done it
        self.delad = delad
        handling = Spar.Handling.DELAD if delad else Spar.Handling.DELNING_SLUT
        Spar.objects.skriv(handling, self, av=av, namnd=self.namnd)


class FrysningQuerySet(models.QuerySet):
    def for_user(self, user):
        """Her own boards', and for the city's coordinator those of shared pictures.

        Also while the board works on the next version: what was published stays so.
        """
        egna = Q(lagesbild__namnd__in=user.namnd_id(*NAMNDENS))
        if user.ar_central:
            egna |= Q(lagesbild__delad=True)
        return self.filter(egna)

    def senaste(self):
        """The last one of each picture."""
        bildens = Frysning.objects.filter(lagesbild=OuterRef("lagesbild"))
        sist = bildens.order_by("-nummer").values("pk")[:1]
        return self.filter(pk=Subquery(sist))


class Frysning(models.Model):
    """What a picture showed when it was published: figures, texts and tables.

    Never changed (see frysningslas.py). `data` is everything that its page and paper
    are drawn from, so the same picture can be shown again whatever has come in since,
    and so that later figures can be checked against what is already known (see
    lagesbild/rojande).
    """

    lagesbild = models.ForeignKey(
        Lagesbild, models.PROTECT, related_name="frysningar", verbose_name="lägesbild"
    )
    nummer = models.PositiveSmallIntegerField("nummer")
    dag = models.DateField("dag")
    troskel = models.PositiveSmallIntegerField("tröskel")
    data = models.JSONField("innehåll")
    sha256 = models.CharField(max_length=64, editable=False)

    objects = FrysningQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "frysning", "frysningar"
        ordering = ["nummer"]
        constraints = [
            models.UniqueConstraint(
                "lagesbild", "nummer", name="frysning_en_gang_per_nummer"
            )
        ]

    def __str__(self):
        return f"{self.lagesbild}, version {self.nummer}"

    def get_absolute_url(self):
        bild = self.lagesbild
        return reverse(
            "lagesbild_version", args=[bild.namnd.kort, bild.ar, self.nummer]
        )
