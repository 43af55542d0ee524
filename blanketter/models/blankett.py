"""One received form: what was chosen and written, the day, and nothing else."""

import secrets
from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from blanketter.models.enhet import Enhet
from blanketter.models.fragor import FRAGOR, OKLART, Frageversion
from blanketter.models.koder import Koder, en_kod
from vbeplan.nycklar.falt import KrypteradText
from vbeplan.organisation.models import Delomrade, Namnd, Ratt

FORSTA_AR = 1900  # no form is older, and the days before are soon no dates
MINSTA_TEXT, STORSTA_TEXT = 20, 10_000
# Without I, L, O, U, 0 and 1: a number that is read aloud is not misheard.
_TECKEN = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def nytt_regnr():
    """Return a registration number that tells nothing of when or of how many."""
    tecken = [secrets.choice(_TECKEN) for _ in range(8)]
    return f"{''.join(tecken[:4])}-{''.join(tecken[4:])}"


def som_regnr(text):
    """Return a number, or its beginning, as it is written: «7k3m 92qf» is 7K3M-92QF."""
    tecken = "".join(t for t in text.upper() if t.isalnum())
    return f"{tecken[:4]}-{tecken[4:]}" if tecken[4:] else tecken


class BlankettQuerySet(models.QuerySet):
    def for_user(self, user):
        """The forms of the boards she coordinates: nobody else reads one."""
        return self.filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def redigerbara(self, user):
        return self.for_user(user)

    def med_slag(self, kod):
        """Those that tell of one kind of event, as it was classed or else written."""
        sokt = en_kod(kod)
        oklassad = Q(klass_slag="", slag__contains=sokt)
        return self.filter(Q(klass_slag__contains=sokt) | oklassad)

    def med_miljo(self, kod):
        """Those of one environment, as it was classed or else written."""
        return self.filter(Q(klass_miljo=kod) | Q(klass_miljo="", miljo=kod))

    def i_bilden(self):
        """Those that are numbers in the picture: read as VBE, counted once each."""
        return self.filter(status__in=Blankett.I_BILDEN)

    def olasta(self):
        return self.filter(status=Blankett.Status.NY)

    def med_nya_svar(self):
        """Those whose writer has answered since the dialogue was last opened."""
        return self.filter(pk__in=self._nya_svar().values("blankett"))

    def saga_nya_svar(self):
        """Let each say whether it has such an answer, as `har_nytt_svar`."""
        egna = self._nya_svar().filter(blankett=OuterRef("pk"))
        return self.annotate(har_nytt_svar=Exists(egna))

    def _nya_svar(self):
        meddelanden = self.model._meta.get_field("meddelanden").related_model
        return meddelanden.objects.nya_svar().order_by()

    def handa_mellan(self, fran=None, till=None):
        """Those whose week or month has a day from `fran` to `till` in it."""
        rader = self.filter(period_start__lte=till) if till else self
        if not fran or fran.year < FORSTA_AR:
            return rader
        period = self.model.Period
        vecka = Q(period_typ=period.VECKA, period_start__gt=fran - timedelta(days=7))
        manad = Q(period_typ=period.MANAD, period_start__gte=fran.replace(day=1))
        return rader.filter(vecka | manad)


class Blankett(models.Model):
    """A form for anonymised information (blankett för avidentifierad information).

    It holds a day but no time, a random key and no number in a row; what came first of
    one day's forms can't be read back (see handlingar/ta_emot.py). Codes lie plain,
    for they are the statistics; the text is encrypted and has its own, shorter life.
    A received form is a public record: registered at once by `regnr`, and never
    destroyed but by a rule (blanketter/gallring).
    """

    class Status(models.TextChoices):
        NY = "ny", "Ny"
        LAST = "last", "Läst"
        KLASSAD = "klassad", "Klassad"
        INGAR = "ingar", "Ingår i lägesbilden"
        DUBBLETT = "dubblett", "Dubblett"
        EJ_VBE = "ej_vbe", "Inte VBE"
        ATERTAGEN = "atertagen", "Återtagen"

    I_BILDEN = (Status.KLASSAD, Status.INGAR)

    class Period(models.TextChoices):
        VECKA = "vecka", "Vecka"
        MANAD = "manad", "Månad"

    class Bedomning(models.TextChoices):
        SAKER = "saker", "Tydlig händelse"
        TROLIG = "trolig", "Trolig händelse"
        OSAKER = "osaker", "Osäker uppgift"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    namnd = models.ForeignKey(
        Namnd, models.PROTECT, related_name="blanketter", verbose_name="nämnd"
    )
    version = models.ForeignKey(Frageversion, models.PROTECT, related_name="+")
    inkom = models.DateField("inkom", default=timezone.localdate)
    regnr = models.CharField("nummer", max_length=9, unique=True, default=nytt_regnr)

    slag = Koder("händelse")
    miljo = models.CharField("miljö", max_length=40, default=OKLART)
    period_typ = models.CharField(max_length=5, choices=Period.choices)
    period_start = models.DateField("när")
    delomrade = models.ForeignKey(
        Delomrade, models.PROTECT, null=True, related_name="+", verbose_name="delområde"
    )
    plats = models.CharField("plats", max_length=40, blank=True)
    arbetsplats = models.CharField("arbetsplats", max_length=40, blank=True)
    atgarder = Koder("åtgärder")
    text = KrypteradText("text", null=True)

    kvitto = models.CharField(max_length=64, unique=True, editable=False)
    # Says that a form was sent twice; forgotten when it can't be sent any more.
    nyckel = models.CharField(max_length=64, unique=True, null=True, editable=False)

    status = models.CharField(
        "status", max_length=10, choices=Status.choices, default=Status.NY
    )
    klass_slag = Koder("händelse, klassad")
    klass_miljo = models.CharField("miljö, klassad", max_length=40, blank=True)
    bedomning = models.CharField(
        "bedömning", max_length=10, choices=Bedomning.choices, blank=True
    )
    dubblett_av = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="dubbletter"
    )
    lagesbild_ar = models.PositiveSmallIntegerField("lägesbildens år", null=True)
    gallrad = models.DateField("gallrad", null=True)
    rakning = models.PositiveIntegerField(default=1, editable=False)

    objects = BlankettQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "blankett", "blanketter"
        # By number within a day: it is random, so the list has no order to read back.
        ordering = ["-inkom", "regnr"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(dubblett_av=F("id")), name="ingens_egen_dubblett"
            )
        ]
        indexes = [
            models.Index(fields=["namnd", "-inkom", "regnr"], name="inkorgens_ordning"),
            models.Index(
                fields=["namnd", "status", "-inkom", "regnr"], name="inkorgens_status"
            ),
            # A board's figures are read out of it alone (PostgreSQL).
            models.Index(
                fields=["namnd", "period_start"],
                include=[
                    *("status", "period_typ", "delomrade", "plats"),
                    *("slag", "klass_slag", "miljo", "klass_miljo"),
                ],
                name="handelserna_i_bilden",
            ),
        ]

    def __str__(self):
        return f"Blankett {self.regnr}"

    def get_absolute_url(self):
        return reverse("inkommen", args=[self.pk])

    @property
    def period(self):
        """Return when it was, in words: «vecka 40 2026» or «september 2026»."""
        if self.period_typ == self.Period.VECKA:
            ar, vecka, _ = self.period_start.isocalendar()
            return f"vecka {vecka} {ar}"
        return date_format(self.period_start, "F Y")

    @property
    def period_slut(self):
        """Return the last day of the week or the month."""
        if self.period_typ == self.Period.VECKA:
            return self.period_start + timedelta(days=6)
        nasta = (self.period_start.replace(day=28) + timedelta(days=4)).replace(day=1)
        return nasta - timedelta(days=1)

    @property
    def svaren(self):
        """Return (question, answers) in the words of the form's own version.

        Without a kind of workplace that would name the unit.
        """
        koder = {
            namn: varde if isinstance(varde, tuple) else (varde,)
            for namn in FRAGOR
            if (varde := getattr(self, namn))
        }
        if self.arbetsplats and self.arbetsplats in Enhet.objects.sma_slag(self.namnd):
            del koder["arbetsplats"]
        return [
            (self.version.fragor[namn]["fraga"], self.version.orden_for(namn, svar))
            for namn, svar in koder.items()
        ]

    @property
    def ar_last(self):
        return self.status not in (self.Status.NY, self.Status.ATERTAGEN)

    @property
    def ar_klassad(self):
        return bool(self.klass_slag or self.klass_miljo or self.bedomning)

    @property
    def lage(self):
        """Return the status in words, with the year or the other form's number."""
        if self.status == self.Status.INGAR:
            return f"Ingår i lägesbilden {self.lagesbild_ar}"
        if self.status == self.Status.DUBBLETT:
            return f"Dubblett av {self.dubblett_av.regnr}"
        return self.Status(self.status).label

    @property
    def galler_slag(self):
        """Return the kinds of event that count: the classed ones, else the written."""
        return self.klass_slag or self.slag

    @property
    def galler_miljo(self):
        return self.klass_miljo or self.miljo
