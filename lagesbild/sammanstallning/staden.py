"""Read: the city's table of one year, boards side by side.

It is made of published figures alone, each as its board's own finished and shared
picture shows it. A sum is of what is shown, «minst» when something is hidden: it says
nothing that the pictures themselves don't say, so nothing more can be worked out.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from lagesbild.models import Frysning, Lagesbild
from lagesbild.sammanstallning.period import Period
from lagesbild.sammanstallning.skydd import DOLD
from lagesbild.sammanstallning.tabeller import INGEN, Cell, Rad, Visningstabell
from vbeplan.organisation.models import Namnd

# Of a frozen picture; the forms stand first among its series.
FORMULAREN = (
    "data__underlag__perioder",
    "data__underlag__serier__0__totalt",
    "data__underlag__serier__0__per_miljo",
)
TOTALT = "totalt"


@dataclass(frozen=True)
class Stadstabell:
    """`miljoer`: boards × environments of the year; `aren`: boards × years.

    `inte_delad` are the boards with no finished and shared picture, `utan_siffror`
    those whose picture was finished without figures, and `annan_tid` (board, span)
    those whose figures are of another span than the others': they are in no sum.
    """

    ar: int
    period: Period | None
    miljoer: Visningstabell
    aren: Visningstabell
    inte_delad: tuple[str, ...]
    utan_siffror: tuple[str, ...]
    annan_tid: tuple[tuple[str, str], ...]
    lankar: dict[str, str]


@dataclass(frozen=True)
class _Bild:
    namnd: str
    kort: str
    perioder: tuple[Period, ...]
    totalt: dict
    per_miljo: dict

    def cell(self, tabell, kod, nr):
        for rad_kod, _, celler in getattr(self, tabell)["rader"]:
            if rad_kod == kod:
                return Cell(*celler[nr])
        return INGEN


def stadens_tabell(user, ar):
    """Return the `Stadstabell` of the pictures that `user` may read, made for `ar`."""
    bilder, utan_siffror = _bilderna(user, ar)
    period = _vanligast(bilder)
    med = [b for b in bilder if b.perioder[0] == period]
    tagna = {b.namnd for b in bilder} | set(utan_siffror)
    namnder = Namnd.objects.i_ordning().values_list("namn", flat=True)
    return Stadstabell(
        ar,
        period,
        _per_miljo(med),
        _per_ar(med, period),
        tuple(namn for namn in namnder if namn not in tagna),
        tuple(utan_siffror),
        tuple((b.namnd, b.perioder[0].etikett) for b in bilder if b not in med),
        {b.kort: b.namnd for b in med},
    )


def _bilderna(user, ar):
    senaste = Frysning.objects.filter(lagesbild=OuterRef("pk")).order_by("-nummer")
    rader = (
        Lagesbild.objects.for_user(user)
        .filter(ar=ar, status=Lagesbild.Status.KLAR, delad=True)
        .annotate(senaste=Subquery(senaste.values("pk")[:1]))
        .order_by("namnd__namn_norm")
    )
    namnder = list(rader.values_list("senaste", "namnd__namn", "namnd__kort"))
    frysta = Frysning.objects.filter(pk__in=[pk for pk, *_ in namnder if pk])
    data = {
        pk: resten for pk, *resten in frysta.values_list("pk", *FORMULAREN) if resten[0]
    }
    bilder = [
        _Bild(namn, kort, _perioder(data[pk][0]), *data[pk][1:])
        for pk, namn, kort in namnder
        if pk in data
    ]
    return bilder, [namn for pk, namn, _ in namnder if pk not in data]


def _perioder(rader):
    return tuple(Period(*map(date.fromisoformat, par)) for par in rader)


def _vanligast(bilder):
    antal = Counter(b.perioder[0] for b in bilder)
    return antal.most_common(1)[0][0] if antal else None


def _per_miljo(bilder):
    ord_ = {}
    for bild in bilder:
        for kod, rubrik, _ in bild.per_miljo["rader"]:
            ord_.setdefault(kod, rubrik)
    rader = [
        Rad(
            b.kort,
            b.namnd,
            (*(b.cell("per_miljo", kod, 0) for kod in ord_), b.cell(TOTALT, "", 0)),
        )
        for b in bilder
    ]
    kolumner = (*ord_.values(), "Totalt")
    return Visningstabell(
        "miljoer", "Nämnder och miljöer", kolumner, _med_summa(rader, kolumner)
    )


def _per_ar(bilder, period):
    if period is None:
        return Visningstabell("aren", "Nämnder och år", ())
    perioder = max((b.perioder for b in bilder), key=len)
    rader = [
        Rad(
            b.kort,
            b.namnd,
            tuple(
                b.cell(TOTALT, "", b.perioder.index(p)) if p in b.perioder else INGEN
                for p in perioder
            ),
        )
        for b in bilder
    ]
    kolumner = tuple(p.etikett for p in perioder)
    return Visningstabell(
        "aren", "Nämnder och år", kolumner, _med_summa(rader, kolumner)
    )


def _med_summa(rader, kolumner):
    if not rader:
        return ()
    summor = (_summa([rad.celler[i] for rad in rader]) for i in range(len(kolumner)))
    return (*rader, Rad("", "Staden", tuple(summor)))


def _summa(celler):
    """Return the sum of what is shown; «minst» when it may be more."""
    tal = [cell.tal for cell in celler if cell.tal is not None]
    if not tal:
        return INGEN if all(cell == INGEN for cell in celler) else DOLD
    if len(tal) == len(celler):
        return Cell(str(sum(tal)), sum(tal))
    return Cell(f"minst {sum(tal)}")
