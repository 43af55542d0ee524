"""Reporting units, and that they have answered: so that zero means asked-and-nothing.

What a unit answered is not stored, only that it did; `inget` is a sum of the board's.
So nobody can work out which unit stands behind a form.
"""

from base64 import b32encode
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from blanketter.models.fragor import Frageversion
from blanketter.models.rapportperiod import Periodtyp, Rapportperiod
from vbeplan import nycklar
from vbeplan.organisation.models import Delomrade, Namnd, Ratt, Spar
from vbeplan.text.svenska import MAX_NORM, i_svensk_ordning, normalisera

NYCKELBYTE = 20  # of the link: 160 bits, 32 signs


class EnhetQuerySet(models.QuerySet):
    def for_user(self, user):
        """The units of the boards she coordinates."""
        return self.filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def redigerbara(self, user):
        return self.for_user(user)

    def i_ordning(self):
        return self.order_by(i_svensk_ordning("namn"), "pk")

    def aktiva(self, dag=None):
        """Those that are in use on the day, today; one that begins later too."""
        dag = dag or timezone.localdate()
        return self.filter(Q(till=None) | Q(till__gte=dag))

    def tillfragade(self, period):
        """Those that are asked about the period: in use on its last day, or answered.

        A unit that ended in the middle of it need not answer for the whole.
        """
        svar = Enhetssvar.objects.for_period(period).values("enhet")
        anvands = Q(fran__lte=period.slut) & (Q(till=None) | Q(till__gte=period.slut))
        return self.filter(anvands | Q(pk__in=svar))

    def utan_svar(self, period):
        """Those that are asked about the period and haven't answered."""
        svar = Enhetssvar.objects.for_period(period).values("enhet")
        return self.tillfragade(period).exclude(pk__in=svar)

    def med_nyckel(self, nyckel):
        """Return the unit whose link ends with `nyckel`, else None."""
        return self.filter(nyckel=hasha_nyckel(nyckel)).first()


class Enhet(models.Model):
    """A unit that is asked: a school, a home, a field team. Never a person."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    namnd = models.ForeignKey(
        Namnd, models.CASCADE, related_name="enheter", verbose_name="nämnd"
    )
    namn = models.CharField("namn", max_length=120)
    namn_norm = models.CharField(max_length=MAX_NORM, editable=False)
    arbetsplats = models.CharField("slags arbetsplats", max_length=40)
    delomrade = models.ForeignKey(
        Delomrade,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="delområde",
    )
    epost = models.EmailField(
        "e-postadress",
        max_length=200,
        blank=True,
        help_text="Enhetens gemensamma adress, till exempel forskolan@kommunen.example."
        " Inte en persons.",
    )
    fran = models.DateField("med från", default=timezone.localdate)
    till = models.DateField("med till", null=True, blank=True)
    # The link is worked out of these; only what recognises it is stored.
    lank_nr = models.PositiveIntegerField(default=1, editable=False)
    nyckel = models.CharField(max_length=64, unique=True, editable=False)
    paminnd = models.DateField("påmind", null=True, editable=False)

    objects = EnhetQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "enhet", "enheter"
        ordering = ["namn_norm"]
        constraints = [
            models.UniqueConstraint(
                "namnd",
                "namn_norm",
                name="enhet_en_gang",
                violation_error_message="Nämnden har redan en enhet med det namnet.",
            ),
            models.CheckConstraint(
                condition=Q(till=None) | Q(till__gte=F("fran")),
                name="enhet_slutar_efter_start",
                violation_error_message="Sista dagen är före den första.",
            ),
        ]

    def __str__(self):
        return self.namn

    def save(self, **kwargs):
        self.namn_norm = normalisera(self.namn)
        self.nyckel = hasha_nyckel(self.lanknyckel)
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("enhet", args=[self.pk])

    def clean(self):
        super().clean()
        if self.delomrade and self.delomrade.namnd_id != self.namnd_id:
            raise ValidationError({"delomrade": "Delområdet hör till en annan nämnd."})

    def med_samma_namn(self):
        """Return the board's units of the same name, however it is written."""
        return Enhet.objects.filter(namnd=self.namnd, namn_norm=normalisera(self.namn))

    @property
    def lanknyckel(self):
        """Return the secret of the unit's link, which is stored nowhere."""
        hemlig = nycklar.hmac("enhetslank", f"{self.pk}:{self.lank_nr}")
        byte = bytes.fromhex(hemlig)[:NYCKELBYTE]
        return b32encode(byte).decode().lower()

    def lank(self):
        """Return the link's address, without the host."""
        return reverse("nollrapport", args=[self.namnd.kort, self.lanknyckel])

    def fornya_lank(self, *, av):
        """Give the unit a new link; the old one stops working at once."""
        with transaction.atomic():
            self.lank_nr += 1
            self.save()
            self._spar(f"länken till enheten {self}", av)

    def arbetsplatsens_ord(self, version=None):
        version = version or Frageversion.objects.gallande()
        return version.ord_for("arbetsplats", self.arbetsplats)

    @property
    def ar_avslutad(self):
        return self.till is not None and self.till < timezone.localdate()

    def avsluta(self, dag, *, av):
        """Let the unit go after the day; its answers stay."""
        with transaction.atomic():
            self.till = max(dag, self.fran)
            self.save()
            self._spar(f"enheten {self}: avslutad", av)

    def _spar(self, vad, av):
        Spar.objects.skriv(Spar.Handling.ANDRAD, vad, av=av, namnd=self.namnd)

    def tillfragas(self, period):
        """Tell if the unit is asked about the period."""
        slut = period.slut
        return self.fran <= slut and (self.till is None or self.till >= slut)


def hasha_nyckel(nyckel):
    """Return what is stored of a link's secret, however its case came through."""
    return nycklar.hmac("enhetsnyckel", nyckel.strip().lower())


class EnhetssvarQuerySet(models.QuerySet):
    def for_period(self, period):
        return self.filter(periodtyp=period.typ, start=period.start)


class Enhetssvar(models.Model):
    """That a unit has answered for a period. Not what, and not on which day."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    enhet = models.ForeignKey(Enhet, models.CASCADE, related_name="svar")
    periodtyp = models.CharField(max_length=7, choices=Periodtyp.choices)
    start = models.DateField()

    objects = EnhetssvarQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "enhetssvar", "enhetssvar"
        constraints = [
            models.UniqueConstraint(
                "enhet", "periodtyp", "start", name="svar_en_gang_per_period"
            )
        ]

    def __str__(self):
        return f"{self.enhet}, {self.period}"

    @property
    def period(self):
        return Rapportperiod(self.periodtyp, self.start)


class Nollsumma(models.Model):
    """How many of a board's units have answered «nothing» for a period: a sum."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    namnd = models.ForeignKey(Namnd, models.CASCADE, related_name="+")
    periodtyp = models.CharField(max_length=7, choices=Periodtyp.choices)
    start = models.DateField()
    inget = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name, verbose_name_plural = "nollsumma", "nollsummor"
        constraints = [
            models.UniqueConstraint(
                "namnd", "periodtyp", "start", name="en_nollsumma_per_period"
            )
        ]

    def __str__(self):
        return f"{self.namnd}, {Rapportperiod(self.periodtyp, self.start)}"
