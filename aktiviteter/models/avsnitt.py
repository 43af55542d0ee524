"""Chapters of a plan, nested one level."""

from django.core.exceptions import ValidationError
from django.db import models

from aktiviteter.models.handlingsplan import OPPNA, Handlingsplan
from aktiviteter.models.ordnad import Ordnad
from aktiviteter.models.textar import Textad
from aktiviteter.models.versionerad import Versionerad
from vbeplan.organisation.models import Ratt
from vbeplan.text.falt import RikTextField


class AvsnittQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(plan__in=Handlingsplan.objects.for_user(user))

    def redigerbara(self, user):
        egna = self.filter(plan__namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        return egna.filter(plan__status__in=OPPNA)

    def i_lasordning(self):
        """Return a list: each chapter followed by its own, each with `nummer` set."""
        under = {}
        for avsnitt in self.order_by("ordning", "pk"):
            under.setdefault(avsnitt.overordnat_id, []).append(avsnitt)
        lista = []
        for i, kapitel in enumerate(under.get(None, []), 1):
            kapitel.nummer = str(i)
            lista.append(kapitel)
            for j, del_ in enumerate(under.get(kapitel.pk, []), 1):
                del_.nummer = f"{i}.{j}"
                lista.append(del_)
        return lista


class Avsnitt(Versionerad, Textad, Ordnad):
    """A chapter, or a section of one: heading, rich text, then its activities."""

    plan = models.ForeignKey(
        Handlingsplan, models.CASCADE, related_name="avsnitt", verbose_name="plan"
    )
    overordnat = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="underavsnitt",
        verbose_name="ligger under",
        help_text="Tomt för ett eget kapitel.",
    )
    rubrik = models.CharField("rubrik", max_length=200)
    text = RikTextField("text", blank=True)
    intern = models.BooleanField(
        "bara för internt bruk",
        default=False,
        help_text="Kapitlet följer med till nämnden, men inte i den version av planen "
        "som publiceras för alla.",
    )

    objects = AvsnittQuerySet.as_manager()

    class Meta(Ordnad.Meta):
        verbose_name, verbose_name_plural = "kapitel", "kapitel"

    def __str__(self):
        return self.rubrik

    def get_absolute_url(self):
        return f"{self.plan.get_absolute_url()}#{self.ankare}"

    @property
    def las_skal(self):
        return self.plan.las_skal

    def samordnas_av(self, user):
        return self.plan.samordnas_av(user)

    @property
    def ankare(self):
        return f"avsnitt-{self.pk}"

    @property
    def niva(self):
        return 2 if self.overordnat_id else 1

    def lagg_under(self, kapitel):
        """Belong to a chapter, or with None be one; tells whether that is new."""
        nytt = self.overordnat_id != (kapitel and kapitel.pk)
        self.overordnat = kapitel
        return nytt

    def syskon(self):
        return Avsnitt.objects.filter(plan=self.plan_id, overordnat=self.overordnat_id)

    def clean(self):
        super().clean()
        over = self.overordnat
        if not over:
            return
        if over.plan_id != self.plan_id or over.overordnat_id or over.pk == self.pk:
            raise ValidationError({"overordnat": "Välj ett kapitel i samma plan."})
        if self.pk and self.underavsnitt.exists():
            raise ValidationError(
                {"overordnat": "Kapitlet har egna delar och kan inte läggas under ett "
                 "annat. Flytta delarna först."}
            )  # fmt: skip
