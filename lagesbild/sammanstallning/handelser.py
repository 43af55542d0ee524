"""Raw counts of coded events, grouped by the database. They go to `skydd` only.

Two questions to each table, however many periods and series there are.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import (
    Case,
    CharField,
    Count,
    IntegerField,
    Q,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from blanketter.models import Blankett
from lagesbild.models import Manadstal

# From a week's Monday to the Thursday that says which month it belongs to.
TILL_TORSDAG = timedelta(days=3)
UTAN_MANAD = None


@dataclass
class Tal:
    """Counts of one series in one period, by one or two codes.

    `tid` is by (first day of the month or UTAN_MANAD, environment).
    """

    tid: Counter = field(default_factory=Counter)
    delomrade: Counter = field(default_factory=Counter)  # by (part, environment)
    plats: Counter = field(default_factory=Counter)
    slag: Counter = field(default_factory=Counter)  # several kinds: counted in each

    @property
    def totalt(self):
        return sum(self.tid.values())


def blankettal(namnd, perioder):
    """Return {number of the period: Tal} of a board's classed forms."""
    alla = Blankett.objects.filter(namnd=namnd).i_bilden().order_by()
    rader = _numrerade(alla, "period_start", perioder, _blankettens).annotate(
        miljon=_klassad("miljo"), slagen=_klassad("slag")
    )
    ut = defaultdict(Tal)
    tider = rader.values_list("nr", "miljon", "period_typ", "period_start")
    for nr, miljo, typ, start, antal in tider.annotate(n=Count("*")):
        ut[nr].tid[manaden(typ, start), miljo] += antal
    _tredelat(ut, rader, "miljon", "slagen", Count("*"))
    return ut


def serietal(serier, perioder):
    """Return {(series' id, number of the period): Tal} of series of statistics."""
    alla = Manadstal.objects.filter(serie__in=list(serier)).order_by()
    rader = _numrerade(alla, "manad", perioder, _manadstalets)
    ut = defaultdict(Tal)
    tider = rader.values_list("serie", "nr", "miljo", "precision", "manad")
    for serie, nr, miljo, precision, manad, antal in tider.annotate(n=Sum("antal")):
        ar_manad = precision == Manadstal.Precision.MANAD
        ut[serie, nr].tid[manad if ar_manad else UTAN_MANAD, miljo] += antal
    _tredelat(ut, rader, "miljo", "slag", Sum("antal"), "serie")
    return ut


def manaden(typ, start):
    """Return the first day of the month that a form's week or month belongs to."""
    dag = start + TILL_TORSDAG if typ == Blankett.Period.VECKA else start
    return dag.replace(day=1)


def _blankettens(period):
    typ, (fran, till) = Blankett.Period, (period.fran, period.till)
    vecka = Q(period_start__range=(fran - TILL_TORSDAG, till - TILL_TORSDAG))
    manad = Q(period_start__range=(fran, till))
    return Q(period_typ=typ.VECKA) & vecka | Q(period_typ=typ.MANAD) & manad


def _manadstalets(period):
    """A year's number tells nothing of a part of the year, a quarter's of a month.

    None of them goes over a new year.
    """
    if period.ar_kalenderar:
        return Q(manad__range=(period.fran, period.till))
    villkor = Q()
    for precision in Manadstal.Precision:
        nr = period.till.year * 12 + period.till.month - precision.manader
        sista = date(nr // 12, nr % 12 + 1, 1)
        villkor |= Q(precision=precision, manad__range=(period.fran, sista))
    return villkor


def _numrerade(rader, falt, perioder, villkor):
    """Return the rows of a period, each with the period's number as `nr`.

    `villkor` says of a period which rows are its own.
    """
    nar = [When(villkor(p), then=Value(nr)) for nr, p in enumerate(perioder)]
    # One span for the index; the numbers then pick the rows exactly.
    spann = {
        f"{falt}__gte": min(p.fran for p in perioder) - TILL_TORSDAG,
        f"{falt}__lte": max(p.till for p in perioder),
    }
    nr = Case(*nar, output_field=IntegerField())
    return rader.filter(**spann).annotate(nr=nr).exclude(nr=None)


def _klassad(falt):
    """As it was classed, or else as it was written."""
    klass = f"klass_{falt}"
    som_ord = CharField()
    return Case(
        When(**{klass: ""}, then=Cast(falt, som_ord)),
        default=Cast(klass, som_ord),
        output_field=som_ord,
    )


def _tredelat(ut, rader, miljo, slag, antal, *serie):
    """Count by part, place and kind, in one question."""
    tomt = Value("", CharField())
    delomrade = Coalesce(Cast("delomrade", CharField()), tomt)
    delar = [
        rader.annotate(vad=Value(vad), a=a, b=b)
        .values_list("vad", *serie, "nr", "a", "b")
        .annotate(n=antal)
        for vad, a, b in (
            ("delomrade", delomrade, Cast(miljo, CharField())),
            ("plats", Cast("plats", CharField()), tomt),
            ("slag", Cast(slag, CharField()), tomt),
        )
    ]
    for vad, *nyckel, a, b, n in delar[0].union(*delar[1:], all=True):
        tal = ut[tuple(nyckel) if serie else nyckel[0]]
        _lagg_till(tal, vad, a, b, n)


def _lagg_till(tal, vad, a, b, n):
    if vad == "delomrade":
        tal.delomrade[a, b] += n
    elif vad == "plats":
        tal.plats[a] += n
    else:
        for kod in [k for k in a.split("|") if k] or [""]:
            tal.slag[kod] += n
