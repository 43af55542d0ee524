"""How the activities went: occasions through the year, and one report on each row."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models.aktivitet import Aktivitet
from aktiviteter.models.ansvar import Ansvar
from aktiviteter.models.beslut import PlanensQuerySet
from aktiviteter.models.handlingsplan import FORSTA_AR, SISTA_AR, Handlingsplan
from aktiviteter.models.versionerad import Versionerad
from vbeplan import nycklar
from vbeplan.nycklar.lank import hemlig_lank
from vbeplan.organisation.models import Ratt, Roll
from vbeplan.organisation.models.medlemskap import NAMNDENS

# The parts that report on an activity; who is only consulted doesn't.
SVARAR = (Ansvar.Art.HUVUDANSVARIG, Ansvar.Art.MEDANSVARIG)
SKAL_KRAVS = "Skriv varför. Det behövs när en aktivitet är försenad eller utgår."


class Tillfalle(Versionerad):
    """One occasion at which every activity of a plan is followed up.

    Closed it is locked; it can be opened again (`oppnat`) with a reason, which leaves a
    trace. `ar` is the year
    it reports on: a plan may hold for several years.
    """

    class Period(models.TextChoices):
        T1 = "t1", "Tertialrapport 1"
        DELAR = "delar", "Delårsrapport"
        T2 = "t2", "Tertialrapport 2"
        VB = "vb", "Verksamhetsberättelse"

    class Status(models.TextChoices):
        OPPET = "oppet", "Öppet"
        STANGT = "stangt", "Stängt"

    plan = models.ForeignKey(
        Handlingsplan,
        models.PROTECT,
        related_name="tillfallen",
        editable=False,
        verbose_name="plan",
    )
    ar = models.PositiveSmallIntegerField(
        "år", validators=[MinValueValidator(FORSTA_AR), MaxValueValidator(SISTA_AR)]
    )
    period = models.CharField("tillfälle", max_length=5, choices=Period.choices)
    senast = models.DateField("svar senast")
    status = models.CharField(
        "läge",
        max_length=6,
        choices=Status.choices,
        default=Status.OPPET,
        editable=False,
    )
    stangt = models.DateField("stängt", null=True, editable=False)
    oppnat = models.DateField("öppnat igen", null=True, editable=False)
    oppnat_skal = models.CharField(
        "varför öppnat igen", max_length=1000, blank=True, editable=False
    )

    objects = PlanensQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "uppföljning", "uppföljningar"
        ordering = ["ar", "senast", "pk"]
        constraints = [
            models.UniqueConstraint(
                "plan",
                "ar",
                "period",
                name="tillfalle_en_gang",
                violation_error_message="Det tillfället finns redan för planen.",
            )
        ]

    def __str__(self):
        return f"{self.get_period_display()} {self.ar}"

    def get_absolute_url(self):
        return reverse("tillfalle", args=[self.pk])

    @property
    def ar_oppet(self):
        return self.status == self.Status.OPPET


class UppfoljningQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(tillfalle__plan__namnd__in=user.namnd_id(*NAMNDENS))

    def redigerbara(self, user):
        """Those of open occasions: the coordinator's, and those of roles she answers
        for.
        """
        oppna = self.filter(tillfalle__status=Tillfalle.Status.OPPET)
        samordnade = Q(tillfalle__plan__namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        egna = Q(
            aktivitet__ansvar__roll__medlemskap__anvandare=user,
            aktivitet__ansvar__roll__medlemskap__ratt=Ratt.ANSVARIG,
            aktivitet__ansvar__art__in=SVARAR,
        )
        return oppna.filter(samordnade | egna).distinct()


class Uppfoljning(Versionerad):
    """How one activity stood at one occasion, in its role's words."""

    class Status(models.TextChoices):
        EJ_PABORJAD = "ej_paborjad", "Ej påbörjad"
        PAGAR = "pagar", "Pågår"
        GENOMFORD = "genomford", "Genomförd"
        FORSENAD = "forsenad", "Försenad"
        UTGAR = "utgar", "Utgår"

    tillfalle = models.ForeignKey(
        Tillfalle,
        models.CASCADE,
        related_name="uppfoljningar",
        editable=False,
        verbose_name="tillfälle",
    )
    aktivitet = models.ForeignKey(
        Aktivitet,
        models.PROTECT,
        related_name="uppfoljningar",
        editable=False,
        verbose_name="aktivitet",
    )
    status = models.CharField("läge", max_length=11, choices=Status.choices, blank=True)
    resultat = models.TextField(
        "resultat", blank=True, help_text="Vad har gjorts, och vad ledde det till?"
    )
    skal = models.CharField("skäl", max_length=1000, blank=True)
    utfall = models.DecimalField(
        "utfall", max_digits=12, decimal_places=2, null=True, blank=True
    )
    nasta = models.DateField("nästa avstämning", null=True, blank=True)
    rapporterad = models.DateTimeField(null=True, editable=False)
    roll = models.ForeignKey(
        Roll,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="rapporterad av rollen",
    )

    objects = UppfoljningQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "rapport", "rapporter"
        ordering = ["aktivitet__nummer"]
        constraints = [
            models.UniqueConstraint(
                "tillfalle", "aktivitet", name="uppfoljs_en_gang_per_tillfalle"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["forsenad", "utgar"]) | ~Q(skal=""),
                name="uppfoljning_har_skal",
                violation_error_message=SKAL_KRAVS,
            ),
        ]

    def __str__(self):
        return f"{self.aktivitet}, {self.tillfalle}"

    @property
    def ar_rapporterad(self):
        return bool(self.status)

    def clean(self):
        super().clean()
        if self.status in (self.Status.FORSENAD, self.Status.UTGAR) and not (
            self.skal.strip()
        ):
            raise ValidationError({"skal": SKAL_KRAVS})


class RapportlankQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(tillfalle__plan__namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    redigerbara = for_user

    def med_nyckel(self, nyckel):
        """Return the link that ends with `nyckel`, valid or not, else None."""
        rader = self.select_related("roll", "tillfalle__plan__namnd")
        return rader.filter(nyckel=_hash(nyckel)).first()

    def giltiga(self, idag=None):
        """Those that open: of open occasions, whose last day has not passed."""
        idag = idag or timezone.localdate()
        return self.filter(
            tillfalle__status=Tillfalle.Status.OPPET, giltig_till__gte=idag
        )


def _hash(nyckel):
    return nycklar.hmac("rapportnyckel", nyckel.strip().lower())


class Rapportlank(models.Model):
    """A personal link by which a role reports for its activities, for a time.

    Only its hash is kept. `epost` is where it was sent, for the coordinator to see.
    Two roles that have become one have a link each, and both work.
    """

    tillfalle = models.ForeignKey(
        Tillfalle, models.CASCADE, related_name="lankar", verbose_name="tillfälle"
    )
    roll = models.ForeignKey(
        Roll, models.CASCADE, related_name="rapportlankar", verbose_name="roll"
    )
    nyckel = models.CharField(max_length=64, unique=True, editable=False)
    epost = models.EmailField("e-post", blank=True)
    giltig_till = models.DateField("giltig till")
    skickad = models.DateField(null=True, editable=False)
    paminnd = models.DateField(null=True, editable=False)

    objects = RapportlankQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "rapportlänk", "rapportlänkar"

    def __str__(self):
        return f"{self.roll}, {self.tillfalle}"

    @classmethod
    def ny(cls, tillfalle, roll):
        """Return a link of its own for a role, put in the database."""
        lank = cls.objects.create(
            tillfalle=tillfalle,
            roll=roll,
            nyckel=uuid4().hex,
            giltig_till=tillfalle.senast,
        )
        lank.nyckel = _hash(lank.lanknyckel)
        lank.save(update_fields=["nyckel"])
        return lank

    @property
    def lanknyckel(self):
        """Return the secret of the link, which is stored nowhere."""
        return hemlig_lank("rapportlank", str(self.pk))

    def lank(self):
        """Return the link's address, without the host."""
        return reverse("rapportlank", args=[self.lanknyckel])

    def ar_giltig(self, idag=None):
        """Whether it opens today; its occasion is read with it."""
        return self.tillfalle.ar_oppet and self.giltig_till >= (
            idag or timezone.localdate()
        )
