"""Who was asked about a plan, what they answered and what it led to."""

from datetime import timedelta

from django.db import models
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models.beslut import PlanensQuerySet
from aktiviteter.models.handlingsplan import OPPNA, Handlingsplan
from aktiviteter.models.versionerad import Versionerad
from vbeplan.organisation.models import Ratt

SNART = timedelta(days=7)  # before the reply date somebody may be reminded


class SamradQuerySet(PlanensQuerySet):
    def redigerbara(self, user):
        return super().redigerbara(user).filter(plan__status__in=OPPNA)

    def samordnade(self, user):
        """Those of the plans that she coordinates, locked or not."""
        return super().redigerbara(user)

    def fragas(self):
        """Those that a letter may still be sent to: whose answer has not come."""
        return self.filter(status__in=[Samrad.Status.INTE_FRAGAD, Samrad.Status.FRAGAD])

    def att_paminna(self, idag):
        """Those asked that are late, or are to answer within a week."""
        vantar = self.filter(status=Samrad.Status.FRAGAD)
        return vantar.filter(svar_senast__lte=idag + SNART)


class Samrad(Versionerad):
    """One body that is asked about the draft: a function, never a person."""

    class Status(models.TextChoices):
        INTE_FRAGAD = "inte_fragad", "Inte frågad än"
        FRAGAD = "fragad", "Frågad"
        SVARAT = "svarat", "Har svarat"
        AVSTOD = "avstod", "Avstod"
        UTEBLEV = "uteblev", "Svarade inte"

    class Slag(models.TextChoices):
        POLIS = "polis", "Polisen"
        NAMND = "namnd", "Annan nämnd"
        SKOLA = "skola", "Skola och förskola"
        CIVILT = "civilt", "Civilsamhället"
        REGION = "region", "Region eller stat"
        ANNAT = "annat", "Annat"

    plan = models.ForeignKey(
        Handlingsplan,
        models.CASCADE,
        related_name="samraden",
        editable=False,
        verbose_name="plan",
    )
    part = models.CharField(
        "vem",
        max_length=200,
        help_text="Funktion eller organisation, inte person: kommunpolisen, "
        "utbildningsförvaltningen, fritidsgårdarna.",
    )
    slag = models.CharField("slag", max_length=8, choices=Slag.choices)
    epost = models.EmailField("e-post", blank=True)
    status = models.CharField(
        "läge", max_length=12, choices=Status.choices, default=Status.INTE_FRAGAD
    )
    fragad = models.DateField("frågad", null=True, blank=True)
    svar_senast = models.DateField("svar senast", null=True, blank=True)
    paminnd = models.DateField("påmind", null=True, blank=True, editable=False)
    svarat = models.DateField("svarade", null=True, blank=True)
    svar = models.TextField("vad de svarade", blank=True)
    ledde_till = models.TextField("vad det ledde till", blank=True)

    objects = SamradQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "samråd", "samråd"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "plan",
                "part",
                name="samrad_en_gang",
                violation_error_message="Den står redan på listan.",
            )
        ]

    def __str__(self):
        return self.part

    def get_absolute_url(self):
        return reverse("samrad", args=[self.pk])

    @property
    def namnd(self):
        return self.plan.namnd

    @property
    def las_skal(self):
        return self.plan.las_skal

    def samordnas_av(self, user):
        return self.plan.samordnas_av(user)

    @property
    def ar_fragad(self):
        """Whether an answer is waited for."""
        return self.status == self.Status.FRAGAD

    def ar_forsenad(self, idag=None):
        """Tell whether the reply date has passed without an answer."""
        idag = idag or timezone.localdate()
        return self.ar_fragad and bool(self.svar_senast) and self.svar_senast < idag


class YttrandeQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(samrad__in=Samrad.objects.for_user(user))

    def redigerbara(self, user):
        egna = self.filter(samrad__plan__namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        return egna.filter(samrad__plan__status__in=OPPNA)

    def obesvarade(self):
        return self.filter(utfall="")


class Yttrande(Versionerad):
    """One remark of whoever was asked, and how it was answered."""

    class Utfall(models.TextChoices):
        TILLGODOSETT = "tillgodosett", "Tillgodosett"
        DELVIS = "delvis", "Delvis tillgodosett"
        INTE = "inte", "Inte tillgodosett"
        SENARE = "senare", "Tas upp senare"
        NOTERAT = "noterat", "Noterat"

    samrad = models.ForeignKey(
        Samrad,
        models.CASCADE,
        related_name="yttranden",
        editable=False,
        verbose_name="samråd",
    )
    galler = models.CharField(
        "gäller",
        max_length=200,
        blank=True,
        help_text="Kapitel eller aktivitet, till exempel: aktivitet 12.",
    )
    text = models.TextField("synpunkt")
    utfall = models.CharField(
        "utfall", max_length=12, choices=Utfall.choices, blank=True
    )
    svar = models.TextField("vårt svar", blank=True)

    objects = YttrandeQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "yttrande", "yttranden"
        ordering = ["pk"]

    def __str__(self):
        return f"{self.samrad}: {self.text[:60]}"

    def get_absolute_url(self):
        return reverse("yttrande", args=[self.pk])

    @property
    def plan(self):
        return self.samrad.plan

    @property
    def namnd(self):
        return self.samrad.namnd

    @property
    def las_skal(self):
        return self.samrad.las_skal

    def samordnas_av(self, user):
        return self.samrad.samordnas_av(user)
