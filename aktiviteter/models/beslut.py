"""How a plan went from draft to decided: its steps, its decisions, their conditions."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from aktiviteter.models.handlingsplan import (
    BESLUTADE,
    OPPNA,
    Handlingsplan,
    Planstatus,
)
from vbeplan.organisation.models import Ratt
from vbeplan.organisation.models.medlemskap import NAMNDENS


class PlanensQuerySet(models.QuerySet):
    """Rows that hang on a plan and are its board's own, also when it is shared."""

    def for_user(self, user):
        return self.filter(plan__namnd__in=user.namnd_id(*NAMNDENS))

    def redigerbara(self, user):
        return self.filter(plan__namnd__in=user.namnd_id(Ratt.SAMORDNARE))


class Steg(models.Model):
    """One step of a plan's way, forwards or back; written once, never changed.

    `skal` is why, and asked for when it goes back.
    """

    plan = models.ForeignKey(
        Handlingsplan, models.CASCADE, related_name="stegen", verbose_name="plan"
    )
    fran = models.CharField("från", max_length=10, choices=Planstatus.choices)
    till = models.CharField("till", max_length=10, choices=Planstatus.choices)
    tid = models.DateTimeField("tid", default=timezone.now)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="av",
    )
    skal = models.TextField("skäl", blank=True)

    objects = PlanensQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "steg", "steg"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.plan}: {self.get_till_display()}"

    @property
    def i_ord(self):
        """Where it came, and that it was backwards when it was."""
        ord_ = self.plan.lagesord(self.till)
        if self.till not in OPPNA or self.fran == Planstatus.UTKAST:
            return ord_
        ny_version = self.fran in BESLUTADE
        return "En ny version är påbörjad" if ny_version else f"Tillbaka: {ord_}"


class BeslutQuerySet(PlanensQuerySet):
    def gallande(self):
        """Those that stand: not the entries that somebody has corrected."""
        return self.filter(rattelse=None)

    def ks_svar(self):
        """What KS has said of a version, after its board had decided it."""
        beslutad = Beslut.objects.filter(
            plan=OuterRef("plan"),
            omgang=OuterRef("omgang"),
            utfall=Beslut.Utfall.BESLUTAD,
            pk__lt=OuterRef("pk"),
        )
        svar = self.gallande().filter(utfall__in=KS_SVAR)
        return svar.filter(Exists(beslutad))


class Beslut(models.Model):
    """What a body decided about a plan, as its minutes say.

    `omgang` is the version of the plan that it is about. An entry that was typed wrong
    is never written over: another one corrects it (`rattar`) and says why
    (`rattelseskal`), as a municipality corrects its minutes (36 § förvaltningslagen).
    """

    class Utfall(models.TextChoices):
        BESLUTAD = "beslutad", "Beslutad"
        ATERREMISS = "aterremiss", "Återremitterad"
        GODKAND = "godkand", "Godkänd"
        VILLKOR = "villkor", "Godkänd med villkor"
        INTE_GODKAND = "inte_godkand", "Inte godkänd"
        STRUKET = "struket", "Struket, inget beslut"

    plan = models.ForeignKey(
        Handlingsplan, models.PROTECT, related_name="besluten", verbose_name="plan"
    )
    organ = models.CharField(
        "beslutat av",
        max_length=120,
        help_text="Nämndens namn, kommunstyrelsen eller kommunfullmäktige.",
    )
    utfall = models.CharField("utfall", max_length=12, choices=Utfall.choices)
    dag = models.DateField("dag")
    paragraf = models.CharField(
        "paragraf", max_length=20, blank=True, help_text="Till exempel § 47."
    )
    dnr = models.CharField("diarienummer", max_length=60, blank=True)
    omgang = models.PositiveSmallIntegerField("version", default=1, editable=False)
    rattar = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="rattelse",
        verbose_name="rättar",
    )
    rattelseskal = models.TextField("skäl till rättelsen", blank=True, editable=False)
    registrerad = models.DateTimeField(default=timezone.now, editable=False)
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = BeslutQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "beslut", "beslut"
        ordering = ["dag", "pk"]

    def __str__(self):
        return f"{self.organ}, {self.dag}, {self.get_utfall_display().lower()}"


KS_NEJ = (Beslut.Utfall.INTE_GODKAND, Beslut.Utfall.ATERREMISS)
GODKANDA = (Beslut.Utfall.GODKAND, Beslut.Utfall.VILLKOR)
KS_SVAR = (*GODKANDA, *KS_NEJ)


class VillkorQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(beslut__in=Beslut.objects.for_user(user))

    def redigerbara(self, user):
        return self.filter(beslut__in=Beslut.objects.redigerbara(user))

    def kvar(self):
        """Those that are to be met, of decisions that stand."""
        return self.filter(uppfyllt=None, beslut__rattelse=None)


class Villkor(models.Model):
    """One thing that an approval asks for, ticked off when it is done."""

    beslut = models.ForeignKey(
        Beslut, models.CASCADE, related_name="villkoren", verbose_name="beslut"
    )
    text = models.CharField("villkor", max_length=500)
    uppfyllt = models.DateField("uppfyllt", null=True, blank=True)
    hur = models.CharField("hur", max_length=500, blank=True)
    uppfyllt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )

    objects = VillkorQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "villkor", "villkor"
        ordering = ["pk"]

    def __str__(self):
        return self.text
