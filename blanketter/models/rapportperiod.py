"""How often a board's units are asked, and the periods that this makes."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

from vbeplan.organisation.models import Namnd

EN_DAG = timedelta(days=1)
KORTAST, LANGST = 7, 120  # days to answer in


class Periodtyp(models.TextChoices):
    MANAD = "manad", "Varje månad"
    KVARTAL = "kvartal", "Varje kvartal"
    TERTIAL = "tertial", "Varje tertial"
    HALVAR = "halvar", "Varje halvår"


MANADER = {
    Periodtyp.MANAD: 1,
    Periodtyp.KVARTAL: 3,
    Periodtyp.TERTIAL: 4,
    Periodtyp.HALVAR: 6,
}


class Rapportperiod(NamedTuple):
    """A period that units are asked about: its kind and its first day."""

    typ: str
    start: date

    @classmethod
    def med(cls, typ, dag):
        """Return the period of the kind that the day lies in."""
        langd = MANADER[Periodtyp(typ)]
        manad = (dag.month - 1) // langd * langd + 1
        return cls(str(typ), date(dag.year, manad, 1))

    @property
    def slut(self):
        """Return the last day."""
        ar, manad = self.start.year, self.start.month - 1 + MANADER[Periodtyp(self.typ)]
        return date(ar, manad, monthrange(ar, manad)[1])

    @property
    def forra(self):
        return self.med(self.typ, self.start - EN_DAG)

    @property
    def nasta(self):
        return self.med(self.typ, self.slut + EN_DAG)

    @property
    def nummer(self):
        """Return which of the year's it is, from 1."""
        return (self.start.month - 1) // MANADER[Periodtyp(self.typ)] + 1

    def __str__(self):
        ar = self.start.year
        match Periodtyp(self.typ):
            case Periodtyp.MANAD:
                return date_format(self.start, "F Y")
            case Periodtyp.HALVAR:
                return f"{'första' if self.nummer == 1 else 'andra'} halvåret {ar}"
            case typ:
                return f"{typ} {self.nummer} {ar}"


class Rapportering(models.Model):
    """One board's choice: how often its units are asked, and for how long after.

    A period has the days to answer that held when it ended. A change applies to later
    ones: what is closed stays closed, and what is open closes when the units were told.
    """

    namnd = models.OneToOneField(
        Namnd, models.CASCADE, related_name="rapportering", verbose_name="nämnd"
    )
    periodtyp = models.CharField(
        "hur ofta",
        max_length=7,
        choices=Periodtyp.choices,
        default=Periodtyp.TERTIAL,
        help_text="Tertial är januari–april, maj–augusti och september–december.",
    )
    svarstid = models.PositiveSmallIntegerField(
        "dagar att svara på",
        default=60,
        validators=[MinValueValidator(KORTAST), MaxValueValidator(LANGST)],
        help_text="Räknat från dagen efter periodens slut, 7–120 dagar. Därefter är "
        "perioden stängd för gott. En ändring gäller perioder som inte är slut än.",
    )
    # [[day, days], …] by day: what held for the periods that ended before it
    tidigare = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "rapportering"

    def __str__(self):
        return f"{self.get_periodtyp_display()} i {self.namnd}"

    @classmethod
    def for_namnd(cls, namnd):
        """Return the board's choice, an unsaved default before it has made one."""
        return cls.objects.filter(namnd=namnd).first() or cls(namnd=namnd)

    def pagaende(self, dag=None):
        """Return the period that the day, today, lies in."""
        return Rapportperiod.med(self.periodtyp, dag or timezone.localdate())

    def minns_svarstid(self, dagar):
        """Let the periods that have ended keep `dagar`, which held until today."""
        idag = timezone.localdate().isoformat()
        senast = self.tidigare[-1][0] if self.tidigare else ""
        if dagar != self.svarstid and senast < idag:
            self.tidigare = [*self.tidigare, [idag, dagar]]

    def svarstid_for(self, period):
        """Return how many days the period can be answered for after its end."""
        slut = period.slut.isoformat()
        gallde = (dagar for fore, dagar in self.tidigare if slut < fore)
        return next(gallde, self.svarstid)

    def sista_dag(self, period):
        """Return the last day on which a unit may answer for the period."""
        return period.slut + timedelta(days=self.svarstid_for(period))

    def ar_stangd(self, period, dag=None):
        return self.sista_dag(period) < (dag or timezone.localdate())

    def oppna(self, dag=None):
        """Return the periods that can be answered for, the newest first.

        Not up to the first closed one: a later period may have had fewer days.
        """
        dag = dag or timezone.localdate()
        perioder, period = [], self.pagaende(dag).forra
        while period.slut + timedelta(days=LANGST) >= dag:
            perioder.append(period)
            period = period.forra
        return [period for period in perioder if not self.ar_stangd(period, dag)]
