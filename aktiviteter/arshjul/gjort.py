"""Read: which points of the year the program itself knows to be done."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone

from aktiviteter.models import (
    Beslut,
    Handlingsplan,
    Moment,
    Samrad,
    Steg,
    Tillfalle,
)
from aktiviteter.models.beslut import GODKANDA
from aktiviteter.models.handlingsplan import Planstatus
from lagesbild.models import Enkat, Inbjudan, Kalla, Lagesbild
from lagesbild.models.standardkalla import EGNA

Utfall = Beslut.Utfall
TILLFALLEN = {
    Tillfalle.Period.T1: Moment.T1,
    Tillfalle.Period.DELAR: Moment.T2,
    Tillfalle.Period.T2: Moment.T2,
    Tillfalle.Period.VB: Moment.VB,
}
# When a point ticks itself, in words; see `_fragor`
BOCKAS_AV = {
    Moment.ENKAT_UT: "Enkäten är öppnad",
    Moment.PAMINNELSE: "En påminnelse är skickad, eller enkäten stängd",
    Moment.UNDERLAG: "Alla källor är begärda, eller lägesbilden är klar",
    Moment.POLISMOTE: "Lägesbildens samråd med polisen är inskrivet",
    Moment.LAGESBILD: "Lägesbilden är klar",
    Moment.UTKAST: "Planen är på samråd",
    Moment.SAMRAD: "Ingen på samrådets lista är kvar att vänta på",
    Moment.UTSKICK: "Planen ligger hos nämnden",
    Moment.NAMND: "Nämndens beslut är inskrivet",
    Moment.KS: "Kommunstyrelsens godkännande är inskrivet",
    Moment.T1: "Uppföljningen för tertial 1 är stängd",
    Moment.T2: "Uppföljningen för tertial 2 eller delåret är stängd",
    Moment.VB: "Uppföljningen för verksamhetsberättelsen är stängd",
    Moment.EGEN: "Någon bockar av den för hand",
}
# How far a plan has come, and what is then behind it
VAGEN = {
    Planstatus.UTKAST: set(),
    Planstatus.SAMRAD: {Moment.UTKAST},
    Planstatus.TILL_NAMND: {Moment.UTKAST, Moment.SAMRAD, Moment.UTSKICK},
}
PREFIX, HANDE = "gjort_", "hande_"
FORE_BESLUTET = set(Moment) - {Moment.KS, Moment.T1, Moment.T2, Moment.VB, Moment.EGEN}


@dataclass(frozen=True, slots=True)
class Gjort:
    """What the program knows of one plan's year, by (Moment, year).

    `klara`: what is done. `senast`: the last day that a follow-up has been given.
    `hande`: the day on which it was done, where the program knows that too.
    """

    klara: set = field(default_factory=set)
    senast: dict = field(default_factory=dict)
    hande: dict = field(default_factory=dict)


def gjorda(planer, idag):
    """Return `Gjort` for each plan by its id.

    Two questions; one for plans that were read by `med_gjort`.
    """
    ut = {}
    for plan in _lasta(planer, idag):
        klara = VAGEN.get(plan.status, FORE_BESLUTET)
        klara = klara | {
            moment for moment in Moment if getattr(plan, PREFIX + moment, False)
        }
        if plan.status == Planstatus.GODKAND or getattr(plan, HANDE + Moment.KS, None):
            klara = klara | {Moment.KS}
        dagar = {m: _dag(getattr(plan, HANDE + m, None)) for m in klara}
        ut[plan.pk] = Gjort(
            {(moment, plan.ar) for moment in klara},
            hande={(moment, plan.ar): dag for moment, dag in dagar.items() if dag},
        )
    for ett in Tillfalle.objects.filter(plan__in=planer) if planer else ():
        nar = TILLFALLEN[ett.period], ett.ar
        ut[ett.plan_id].senast[nar] = ett.senast
        if not ett.ar_oppet:
            ut[ett.plan_id].klara.add(nar)
    return ut


def med_gjort(rader, idag):
    """Return a queryset of plans whose rows bring what `gjorda` wants to know."""
    fragor = {PREFIX + moment: fraga for moment, fraga in _fragor(idag).items()}
    fragor |= {HANDE + moment: fraga for moment, fraga in _dagar(idag).items()}
    return rader.annotate(**fragor)


def _lasta(planer, idag):
    if all(hasattr(plan, PREFIX + Moment.SAMRAD) for plan in planer):
        return planer
    rader = Handlingsplan.objects.filter(pk__in=[plan.pk for plan in planer])
    return med_gjort(rader.only("ar", "status"), idag)


def _dag(nar):
    """Return the day of a day or a time."""
    return timezone.localdate(nar) if isinstance(nar, datetime) else nar


def _dagar(idag):
    """Return for each moment whose day is written down the question that finds it."""
    besluten = Beslut.objects.gallande().filter(
        plan=OuterRef("pk"), omgang=OuterRef("omgang")
    )
    stegen = Steg.objects.filter(plan=OuterRef("pk"))
    bilder = Lagesbild.objects.filter(
        namnd=OuterRef("namnd"), ar=OuterRef("ar"), samradd__lte=idag
    )
    fragor = {
        Moment.NAMND: besluten.filter(utfall=Utfall.BESLUTAD).values("dag"),
        Moment.KS: besluten.filter(utfall__in=GODKANDA).values("dag"),
        Moment.UTSKICK: stegen.filter(till=Planstatus.TILL_NAMND).values("tid"),
        Moment.UTKAST: stegen.filter(till=Planstatus.SAMRAD).values("tid"),
        Moment.POLISMOTE: bilder.values("samradd"),
    }
    return {m.value: Subquery(f.order_by("-pk")[:1]) for m, f in fragor.items()}


def _fragor(idag):
    """Return for each moment the question that tells whether it is done."""
    arets = {"namnd": OuterRef("namnd"), "ar": OuterRef("ar")}
    bilder = Lagesbild.objects.filter(**arets).order_by()
    i_bilden = {f"lagesbild__{falt}": varde for falt, varde in arets.items()}
    enkater = Enkat.objects.filter(**i_bilden).exclude(status=Enkat.Status.UTKAST)
    paminda = Inbjudan.objects.exclude(paminnd=None).filter(
        **{f"enkat__{falt}": varde for falt, varde in i_bilden.items()}
    )
    kallor = Kalla.objects.filter(**i_bilden).exclude(art__in=EGNA)
    obegarda = kallor.filter(status=Kalla.Status.EJ_BEGARD)
    samrad = Samrad.objects.filter(plan=OuterRef("pk"))
    stangd = enkater.filter(status=Enkat.Status.STANGD)
    klar = Exists(bilder.filter(status=Lagesbild.Status.KLAR))
    return {
        Moment.ENKAT_UT.value: Exists(enkater),
        Moment.PAMINNELSE.value: Q(Exists(paminda)) | Q(Exists(stangd)),
        # What a published picture never asked for is over: it says so itself.
        Moment.UNDERLAG.value: Q(Exists(kallor)) & ~Q(Exists(obegarda)) | Q(klar),
        Moment.POLISMOTE.value: Exists(bilder.filter(samradd__lte=idag)),
        Moment.LAGESBILD.value: klar,
        Moment.SAMRAD.value: Q(Exists(samrad)) & ~Q(Exists(samrad.fragas())),
    }
