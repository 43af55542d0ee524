"""What must not be removed for now, whatever the rules say."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format

from blanketter.gallring.slag import alla_slag
from blanketter.models.blankett import Blankett
from blanketter.models.gallringsklass import Gallringsklass
from blanketter.models.gallringskorning import Forvarning, Gallringskorning
from vbeplan.organisation.models import Namnd, Ratt, Spar


class GallringsstoppQuerySet(models.QuerySet):
    def for_user(self, user):
        """The stops of her boards and of the city; no board's for a förvaltare."""
        namnder = user.namnd_id(Ratt.SAMORDNARE)
        stadens = Q(namnd=None) if namnder or user.ar_forvaltare else Q(pk=None)
        return self.filter(Q(namnd__in=namnder) | stadens)

    def redigerbara(self, user):
        egna = Q(namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        return self.filter(egna | Q(namnd=None) if user.ar_forvaltare else egna)

    def galler(self, dag=None):
        """Those in force, from the moment they are made: the clock may go back."""
        dag = dag or timezone.localdate()
        return self.filter(Q(till=None) | Q(till__gte=dag))

    def for_namnd(self, namnd):
        return self.filter(Q(namnd=namnd) | Q(namnd=None))

    def hela(self, namnd, klass, dag):
        """Those that stop a whole class of a board's."""
        klasser = Q(klass="") | Q(klass=klass)
        return self.galler(dag).for_namnd(namnd).filter(klasser, blankett=None)


class Gallringsstopp(models.Model):
    """A stop for one form, for a class, for a board; without a board for the city."""

    namnd = models.ForeignKey(
        Namnd, models.PROTECT, null=True, related_name="+", verbose_name="nämnd"
    )
    blankett = models.ForeignKey(
        Blankett,
        models.PROTECT,
        null=True,
        related_name="gallringsstopp",
        verbose_name="blankett",
    )
    klass = models.CharField(
        "vad som inte får gallras",
        max_length=20,
        blank=True,
        choices=Gallringsklass.choices,
    )
    skal = models.TextField(
        "skäl",
        max_length=500,
        help_text="Varför det ska vara kvar, till exempel ”Begäran om utlämnande, "
        "dnr 2026/45”. Skriv inget om någon person.",
    )
    fran = models.DateField("från", default=timezone.localdate, editable=False)
    till = models.DateField(
        "till och med",
        null=True,
        blank=True,
        help_text="Tomt tills någon släpper det.",
    )
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    slappt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        editable=False,
    )

    objects = GallringsstoppQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "gallringsstopp", "gallringsstopp"
        ordering = ["-fran", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(till=None) | Q(till__gte=F("fran")),
                name="stopp_slutar_efter_start",
                violation_error_message="Sista dagen är före den första.",
            ),
            models.CheckConstraint(
                condition=Q(blankett=None) | Q(namnd__isnull=False, klass=""),
                name="stopp_for_ett_slag",
                violation_error_message="Ett stopp för en blankett gäller allt i den.",
            ),
        ]

    def __str__(self):
        return f"{self.vad}, {self.namnd or 'hela kommunen'}"

    def clean(self):
        super().clean()
        if self.till and self.till < timezone.localdate():
            raise ValidationError({"till": "Välj i dag eller en senare dag."})

    @property
    def vad(self):
        if self.blankett_id:
            return str(self.blankett)
        return self.get_klass_display() or "Allt"

    @property
    def galler(self):
        return self.till is None or self.till >= timezone.localdate()

    @property
    def tid(self):
        """Return in words how long it is in force."""
        fran = date_format(self.fran, "j F Y")
        if self.till is None:
            return f"från {fran} tills vidare"
        return f"från {fran} till och med {date_format(self.till, 'j F Y')}"

    @transaction.atomic
    def lagg(self, *, av):
        """Save the stop. A run that is at work does its batch first."""
        Gallringskorning.objects.las(self.namnd)
        self.av = av
        self.save()
        for rader in self._forvarnade():
            rader.delete()
        Spar.objects.skriv(
            Spar.Handling.GALLRINGSSTOPP, self.vad, av=av, namnd=self.namnd
        )

    def _forvarnade(self):
        """Yield the warnings of what was told to go, and which now stays."""
        if self.blankett:
            yield Forvarning.objects.filter(blankett=self.blankett)
            return
        klassen = {"klass": self.klass} if self.klass else {}
        for slag in alla_slag():
            rader = slag.forvarning.objects.filter(**klassen)
            yield rader.for_namnd(self.namnd) if self.namnd else rader

    @transaction.atomic
    def slapp(self, *, av):
        """Let the stop end with this day. What it held is warned of anew."""
        self.till, self.slappt_av = timezone.localdate(), av
        self.save(update_fields=["till", "slappt_av"])
        Spar.objects.skriv(Spar.Handling.STOPP_SLUT, self.vad, av=av, namnd=self.namnd)
