"""Reporting units, and that they have answered: so that zero means asked-and-nothing.

What a unit answered is stored nowhere, not even in a sum, and is not sent by its page:
both of its buttons say that the period is gone through. A sum, however it is rounded,
would tell one unit's answer to whoever knows those of the others, and the coordinator,
who keeps the register and all links, can add units and answer for as many as she likes.
How many had nothing to report is instead told from below, by the forms that came (see
`blanketter.sammanstallning`).

What an insider with k own units of n can conclude: that each of the other n - k has
answered or not, which the register shows her anyway; of what they answered nothing,
also when k is n - 1. What neither this nor anything else can hide: a form that comes
where only one unit has been told of it is that unit's, and a form that comes in the
same hour as an answer looks like its unit's (the page asks to wait some days).

A form knows no unit, but the kind of workplace in it would name one that is alone of
its kind: `EnhetQuerySet.sma_slag` says which kinds are therefore neither asked for nor
shown.
"""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils import timezone

from blanketter.models.rapportperiod import Periodtyp, Rapportperiod
from vbeplan import nycklar
from vbeplan.nycklar.lank import hemlig_lank
from vbeplan.organisation.models import Delomrade, Namnd, Ratt, Spar
from vbeplan.text.svenska import MAX_NORM, i_svensk_ordning, normalisera

MINST_AV_SLAGET = 3  # units of a kind, or the kind points at one of them


def _i_bruk(dag):
    return Q(fran__lte=dag) & (Q(till=None) | Q(till__gte=dag))


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

    def sma_slag(self, namnd):
        """Return the kinds of workplaces that would name a unit of the board: a set.

        Those in its register with one or two units in use, or none any more: else a
        form would name the unit as soon as it is ended. A kind that the register lacks
        names nobody, as far as is known. A form that is sent is received without such
        a kind, so no later change of the register brings it out; a form from before
        the unit was registered has it in the database, but it isn't shown. Whoever
        registers units that don't exist can make a kind look large: the question can
        always be skipped.
        """
        i_bruk = Count("pk", filter=_i_bruk(timezone.localdate()))
        slag = self.filter(namnd=namnd).order_by().values("arbetsplats")
        sma = slag.annotate(i_bruk=i_bruk).filter(i_bruk__lt=MINST_AV_SLAGET)
        return frozenset(sma.values_list("arbetsplats", flat=True))

    def tillfragade(self, period):
        """Those that are asked about the period: in use on its last day, or answered.

        A unit that ended in the middle of it need not answer for the whole.
        """
        svar = Enhetssvar.objects.for_period(period).values("enhet")
        return self.filter(_i_bruk(period.slut) | Q(pk__in=svar))

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
        return hemlig_lank("enhetslank", f"{self.pk}:{self.lank_nr}")

    def lank(self):
        """Return the link's address, without the host."""
        return reverse("nollrapport", args=[self.namnd.kort, self.lanknyckel])

    def fornya_lank(self, *, av):
        """Give the unit a new link; the old one stops working at once."""
        with transaction.atomic():
            self.lank_nr += 1
            self.save()
            self._spar(f"länken till enheten {self}", av)

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
