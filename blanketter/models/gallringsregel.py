"""For how long a class of texts is kept, and who has decided it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from blanketter.gallring.tider import EN_DAG, arets_slut, om_dagar, om_manader
from blanketter.models.gallringsklass import Gallringsklass
from vbeplan.organisation.models import Namnd, Ratt, Spar


class GallringsregelQuerySet(models.QuerySet):
    def galler(self):
        return self.filter(avslutad=None)

    def for_user(self, user):
        """The rules that a förvaltare keeps, and those that a coordinator works by."""
        if user.ar_forvaltare:
            return self
        namnder = user.namnd_id(Ratt.SAMORDNARE)
        stadens = Q(namnd=None) if namnder else Q(pk=None)
        return self.filter(Q(namnd__in=namnder) | stadens)

    def redigerbara(self, user):
        return self if user.ar_forvaltare else self.none()

    def per_klass(self, namnd):
        """Return the board's rules by class: its own, or else the city's."""
        rader = self.galler().filter(Q(namnd=namnd) | Q(namnd=None))
        return {r.klass: r for r in sorted(rader, key=lambda r: bool(r.namnd_id))}


class Gallringsregel(models.Model):
    """One rule. It is never changed: another one follows it, and this one ends."""

    class Enhet(models.TextChoices):
        DAGAR = "dagar", "dagar"
        MANADER = "manader", "månader"

    class Raknas(models.TextChoices):
        DAGEN = "dagen", "Dagen då det hände"
        ARET = "aret", "Utgången av det året"

    namnd = models.ForeignKey(
        Namnd,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="gallringsregler",
        verbose_name="nämnd",
        help_text="Tomt för hela kommunen. Nämndens egen regel går före kommunens.",
    )
    klass = models.CharField(
        "vad som gallras", max_length=20, choices=Gallringsklass.choices
    )
    antal = models.PositiveSmallIntegerField(
        "texten sparas i", validators=[MinValueValidator(1), MaxValueValidator(1200)]
    )
    enhet = models.CharField(
        "dagar eller månader",
        max_length=10,
        choices=Enhet.choices,
        default=Enhet.MANADER,
    )
    raknas = models.CharField(
        "räknat från", max_length=10, choices=Raknas.choices, default=Raknas.DAGEN
    )
    dnr = models.CharField(
        "gallringsbeslutets diarienummer",
        max_length=60,
        help_text="Till exempel KS 2026/123.",
    )
    paragraf = models.CharField(
        "paragraf",
        max_length=20,
        help_text="Paragrafen i protokollet, till exempel § 45.",
    )
    beslutad = models.DateField("beslutsdatum")
    inlagd = models.DateField(default=timezone.localdate, editable=False)
    inlagd_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    avslutad = models.DateField(null=True, editable=False)
    avslutad_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )

    objects = GallringsregelQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "gallringsregel", "gallringsregler"
        ordering = ["klass", "namnd", "-pk"]
        constraints = [
            # Two, since SQLite counts every empty board as another one.
            models.UniqueConstraint(
                "namnd",
                "klass",
                condition=Q(avslutad=None),
                name="namndens_gallringsregel",
                violation_error_message=(
                    "Nämnden har redan en regel för det. Ändra den."
                ),
            ),
            models.UniqueConstraint(
                "klass",
                condition=Q(avslutad=None, namnd=None),
                name="stadens_gallringsregel",
                violation_error_message=(
                    "Kommunen har redan en regel för det. Ändra den."
                ),
            ),
            models.CheckConstraint(
                condition=Q(antal__gte=1),
                name="gallringstid_minst_ett",
                violation_error_message="Tiden ska vara minst 1.",
            ),
        ]

    def __str__(self):
        return f"{self.get_klass_display()}, {self.vem}"

    def get_absolute_url(self):
        return reverse("gallringsregel", args=[self.pk])

    def clean(self):
        super().clean()
        if self.beslutad and self.beslutad > timezone.localdate():
            raise ValidationError(
                {"beslutad": "Beslutet ska vara fattat. Skriv en dag som har varit."}
            )

    @property
    def klassen(self):
        return Gallringsklass(self.klass)

    @property
    def vem(self):
        return str(self.namnd) if self.namnd else "hela kommunen"

    @property
    def beslut(self):
        """Return the reference to the gallringsbeslut."""
        return f"{self.dnr}, {self.paragraf}, {self.beslutad.isoformat()}"

    @property
    def tid(self):
        """Return the period in words, with what it is counted from."""
        if self.enhet == self.Enhet.DAGAR:
            enhet = "dag" if self.antal == 1 else "dagar"
        else:
            enhet = "månad" if self.antal == 1 else "månader"
        if self.raknas == self.Raknas.ARET:
            return f"{self.antal} {enhet} efter utgången av året då {self.klassen.fran}"
        return f"{self.antal} {enhet} efter att {self.klassen.fran}"

    @property
    def exempel(self):
        """Return a sentence that reckons the period for something of today."""
        idag = timezone.localdate()
        forst = date_format(self.slutdag(idag) + EN_DAG, "j F Y")
        return f"Är det i dag så gallras det tidigast den {forst}."

    def slutdag(self, dag):
        """Return the last day on which something that happened on `dag` is kept."""
        if self.raknas == self.Raknas.ARET:
            dag = arets_slut(dag)
        om = om_dagar if self.enhet == self.Enhet.DAGAR else om_manader
        return om(dag, self.antal)

    def senaste(self, idag):
        """Return the newest day whose period has ended before `idag`."""
        dag = idag
        while self.slutdag(dag) >= idag:
            dag -= self._steg(dag)
        return dag

    def _steg(self, dag):
        """Return how far back it is safe to step from a day whose period runs."""
        if self.raknas == self.Raknas.ARET:
            return dag - arets_slut(dag.replace(year=dag.year - 1))
        return EN_DAG

    @transaction.atomic
    def lagg_in(self, *, av, efter=None):
        """Save the rule; `efter` is the one that it follows, which ends today."""
        if efter:
            efter._avsluta(av)
        self.inlagd_av = av
        self.save()
        handling = Spar.Handling.ANDRAD if efter else Spar.Handling.SKAPAD
        self._spar(handling, f"gallringsregeln {self}: {self.tid}", av)

    @transaction.atomic
    def avsluta(self, *, av):
        """Let the rule end: what it was about is no longer removed."""
        self._avsluta(av)
        self._spar(Spar.Handling.BORTTAGEN, f"gallringsregeln {self}", av)

    def _avsluta(self, av):
        self.avslutad, self.avslutad_av = timezone.localdate(), av
        self.save(update_fields=["avslutad", "avslutad_av"])

    def _spar(self, handling, objekt, av):
        Spar.objects.skriv(handling, objekt, av=av, namnd=self.namnd)
