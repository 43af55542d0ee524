"""Activities: what is done, by which roles, when, and where it is followed up."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from aktiviteter.models.ansvar import Ansvar, Ansvarig
from aktiviteter.models.avsnitt import Avsnitt
from aktiviteter.models.handlingsplan import OPPNA, Handlingsplan
from aktiviteter.models.historia import Version
from aktiviteter.models.ordnad import Ordnad
from aktiviteter.models.textar import Textad
from aktiviteter.models.tidsvarde import TidsvardeField
from aktiviteter.models.versionerad import Versionerad
from aktiviteter.tidsprak import (
    Tidplan,
    Tidtyp,
    Uppfoljning,
    pekar_pa_rad,
    tolka_tidplan,
    tolka_uppfoljning,
)
from vbeplan.organisation.models import Namnd, Ratt
from vbeplan.text.falt import RikTextField


class AktivitetQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(plan__in=Handlingsplan.objects.for_user(user))

    def redigerbara(self, user):
        egna = self.filter(plan__namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        return egna.filter(plan__status__in=OPPNA)

    def anvanda_nummer(self, namnd):
        """Return the numbers that a board's activities have or had, a set."""
        finns = self.filter(plan__namnd=namnd).order_by()
        borttagna = Version.objects.filter(
            slag=Version.Slag.AKTIVITET, borttagen=True, andring__plan__namnd=namnd
        )
        forr = borttagna.order_by().values_list("innehall__nummer", flat=True)
        return {*finns.values_list("nummer", flat=True), *forr}

    def storsta_nummer(self, namnd):
        """Return the highest of them, or 0."""
        return max(self.anvanda_nummer(namnd), default=0)

    def med_ansvar(self):
        """Return a list of activities, each with its roles in order as `ansvariga`.

        Two queries; by hand, since a prefetch costs as much as all rows together.
        """
        aktiviteter, ansvariga = list(self), {}
        ansvar = Ansvar.objects.i_bruk().filter(aktivitet__in=aktiviteter)
        for pk, *ansvarig in ansvar.values_list(
            "aktivitet", "roll__namn", "art", "roll"
        ):
            ansvariga.setdefault(pk, []).append(Ansvarig(*ansvarig))
        for aktivitet in aktiviteter:
            aktivitet.ansvariga = ansvariga.get(aktivitet.pk, [])
        return aktiviteter


class Aktivitet(Versionerad, Textad, Ordnad):
    """One row of the plan's tables.

    `nummer` follows the activity from year to year and is never used again in a
    board's later plans, so that results can be told over years.
    """

    class Niva(models.TextChoices):
        UNIVERSELL = "universell", "Universell"
        SELEKTIV = "selektiv", "Selektiv"
        INDIKERAD = "indikerad", "Indikerad"

    class Strategiomrade(models.TextChoices):
        FOREBYGGA = "forebygga", "Förebygga"
        FORHINDRA = "forhindra", "Förhindra"
        SKYDDA = "skydda", "Skydda"
        HANTERA = "hantera", "Hantera"

    plan = models.ForeignKey(
        Handlingsplan, models.CASCADE, related_name="aktiviteter", editable=False
    )
    avsnitt = models.ForeignKey(
        Avsnitt, models.CASCADE, related_name="aktiviteter", verbose_name="kapitel"
    )
    nummer = models.PositiveIntegerField("nummer", editable=False)
    titel = models.CharField("aktivitet", max_length=200)
    beskrivning = RikTextField("beskrivning", blank=True)
    insatsomrade = models.CharField(
        "insatsområde",
        max_length=100,
        blank=True,
        help_text="Till exempel: Förebyggande, Utbildning, Föreningsstöd.",
    )
    malgrupp = models.CharField("målgrupp", max_length=200, blank=True)
    niva = models.CharField(
        "nivå",
        max_length=12,
        choices=Niva.choices,
        blank=True,
        help_text="Universell når alla, selektiv grupper med förhöjd risk, indikerad "
        "dem som redan är på väg in i eller ut ur en miljö.",
    )
    strategiomrade = models.CharField(
        "område i den nationella strategin",
        max_length=12,
        choices=Strategiomrade.choices,
        blank=True,
    )
    mal = models.CharField(
        "mål",
        max_length=500,
        blank=True,
        help_text="I ord, till exempel: 120 ungdomar får feriearbete.",
    )
    maltal = models.DecimalField(
        "måltal", max_digits=12, decimal_places=2, null=True, blank=True
    )
    malenhet = models.CharField(
        "enhet",
        max_length=40,
        blank=True,
        help_text="Till exempel: platser, %, skolor.",
    )
    tidplan = TidsvardeField(default=Tidplan, editable=False)
    avstamning = models.DateField(
        "nästa avstämning",
        null=True,
        blank=True,
        help_text="Det som pågår löpande behöver en dag då ni ser efter hur det går.",
    )
    uppfoljning = TidsvardeField(default=Uppfoljning, editable=False)

    objects = AktivitetQuerySet.as_manager()

    class Meta(Ordnad.Meta):
        verbose_name, verbose_name_plural = "aktivitet", "aktiviteter"
        constraints = [
            models.UniqueConstraint("plan", "nummer", name="nummer_en_gang_per_plan")
        ]

    def __str__(self):
        return f"{self.nummer}. {self.titel}"

    def get_absolute_url(self):
        return f"{self.plan.get_absolute_url()}#{self.ankare}"

    @property
    def las_skal(self):
        return self.plan.las_skal

    def samordnas_av(self, user):
        return self.plan.samordnas_av(user)

    @property
    def ankare(self):
        return f"aktivitet-{self.nummer}"

    @property
    def ansvar_i_ord(self):
        ansvar = self.ansvar.i_bruk().values_list("roll__namn", "art")
        return Ansvar.som_ord(Ansvarig(*rad) for rad in ansvar)

    def lagg_under(self, kapitel):
        """Stand in a chapter's table; tells whether that is new."""
        nytt = self.avsnitt_id != kapitel.pk
        self.avsnitt = kapitel
        return nytt

    def syskon(self):
        return Aktivitet.objects.filter(avsnitt=self.avsnitt_id)

    def clean(self):
        super().clean()
        if self.avsnitt_id and not self._star_i_planen():
            raise ValidationError({"avsnitt": "Välj ett kapitel i samma plan."})
        if self.maltal is None and self.malenhet:
            raise ValidationError({"maltal": "Skriv ett tal, eller ta bort enheten."})

    def _star_i_planen(self):
        try:
            return self.avsnitt.plan_id == self.plan_id
        except Avsnitt.DoesNotExist:  # somebody has just removed it
            return False

    def behover_avstamning(self, idag=None):
        """Tell whether it goes on, past today, without a day to look at it."""
        slut = self.tidplan.slut
        forbi = slut is not None and slut < (idag or timezone.localdate())
        lopande = self.tidplan.typ == Tidtyp.LOPANDE
        return lopande and not forbi and self.avstamning is None

    def ta_nummer(self):
        """Take the next number that none of the board's plans has used, ever: that of a
        removed activity stays its own, for it can be fetched back.

        Called in a transaction: the board's row is locked, so that two people who add
        an activity at once get one number each.
        """
        Namnd.objects.select_for_update().get(pk=self.plan.namnd_id)
        self.nummer = Aktivitet.objects.storsta_nummer(self.plan.namnd_id) + 1

    def satt_ansvar(self, par):
        """Give it these roles, [(Roll, part)], in their order, and no others."""
        self.ansvar.all().delete()
        Ansvar.objects.bulk_create(
            Ansvar(aktivitet=self, roll=roll, art=art, ordning=i)
            for i, (roll, art) in enumerate(par)
        )
        self.ansvariga = [Ansvarig(roll.namn, art, roll.pk) for roll, art in par]

    def tolka_tider(self, tidplan, uppfoljning):
        """Read the words of both columns; a reference becomes what it points at.

        None leaves a column as it was understood: «Se ovan» keeps its meaning when
        rows have changed places since.
        """
        andra = self._andra_rader(tidplan, uppfoljning)
        ovan = self._ovan(andra)
        if tidplan is not None:
            self.tidplan = tolka_tidplan(
                tidplan,
                ar=self.plan.ar,
                ovan=ovan and ovan.tidplan,
                rader={a.nummer: a.tidplan for a in andra},
            )
        if uppfoljning is not None:
            self.uppfoljning = tolka_uppfoljning(
                uppfoljning,
                ar=self.plan.ar,
                ovan=ovan and ovan.uppfoljning,
                rader={a.nummer: a.uppfoljning for a in andra},
            )

    def _andra_rader(self, *ord_):
        """Return the plan's other rows when any of the words points at one."""
        if not any(pekar_pa_rad(text) for text in ord_ if text):
            return []
        return list(self.plan.aktiviteter.exclude(pk=self.pk))

    def _ovan(self, andra):
        fore = [
            a
            for a in andra
            if a.avsnitt_id == self.avsnitt_id
            and (not self.pk or (a.ordning, a.pk) < (self.ordning, self.pk))
        ]
        return max(fore, key=lambda a: (a.ordning, a.pk), default=None)
