"""Who was asked about a plan, what they answered and what it led to."""

from django.db import models

from aktiviteter.models.beslut import PlanensQuerySet
from aktiviteter.models.handlingsplan import OPPNA, Handlingsplan
from aktiviteter.models.versionerad import Versionerad
from vbeplan.organisation.models import Ratt


class SamradQuerySet(PlanensQuerySet):
    def redigerbara(self, user):
        return super().redigerbara(user).filter(plan__status__in=OPPNA)


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
    svarat = models.DateField("svarade", null=True, blank=True)
    svar = models.TextField("vad de svarade", blank=True)
    ledde_till = models.TextField("vad det ledde till", blank=True)

    objects = SamradQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "samråd", "samråd"
        ordering = ["pk"]

    def __str__(self):
        return self.part


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
