"""Read: the wheel of a plan: its days, what is done, what is late and what is next."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.db import models
from django.utils.formats import date_format

from aktiviteter.arshjul.gjort import gjorda
from aktiviteter.arshjul.helgdagar import ledig
from aktiviteter.arshjul.mall import stadens_punkter
from aktiviteter.arshjul.rakning import raknade_dagar
from aktiviteter.models import Handlingsplan, Hjuldag, Hjulpunkt, Moment
from aktiviteter.models.handlingsplan import Planstatus
from vbeplan.tema.for_mallar import ForMallar

JULI = 7


class Lage(models.TextChoices):
    KLAR = "klar", "Klar"
    FORSENAD = "forsenad", "Försenad"
    NASTA = "nasta", "Nästa"
    KOMMER = "kommer", "Kommer"
    ODATERAD = "odaterad", "Väntar på sammanträdet"


@dataclass(frozen=True, slots=True)
class Dag(ForMallar):
    """One day of a plan's wheel.

    `nyckel` is its name in addresses. `egentlig` is the day before it was moved to the
    working day before, for the reason `ledig`; `flyttad`: somebody has set it herself.
    `har_tillfalle`: the follow-up is begun, and its last day is the day. `hande`: it
    has been done on that day, and `raknad` is the day that it was counted to.
    `klar` is the day it was ticked off by hand, `av_sig_sjalv` that the program knows.
    `rad` is what the board has done with it, `punkt` where it stands in the template.
    """

    nyckel: str
    moment: Moment
    namn: str
    beskrivning: str
    ar: int
    dag: date | None
    egentlig: date | None = None
    ledig: str = ""
    flyttad: bool = False
    har_tillfalle: bool = False
    hande: bool = False
    raknad: date | None = None
    klar: date | None = None
    av_sig_sjalv: bool = False
    lage: Lage = Lage.KOMMER
    rad: Hjuldag | None = None
    punkt: Hjulpunkt | None = None

    @property
    def ar_egen(self):
        """Tell whether the board has added it itself."""
        return self.punkt is None

    @property
    def ar_klar(self):
        return self.lage == Lage.KLAR


@dataclass(frozen=True, slots=True)
class Hjul(ForMallar):
    """The wheel of one plan on a day, its days in order; the undated ones last.

    `nasta` are those that are to come, `forsenade` those that should have been done;
    neither holds what is done. `papekanden` are sentences about the meeting's day.
    """

    plan: Handlingsplan = field(repr=False)
    idag: date
    dagar: tuple[Dag, ...]
    nasta: tuple[Dag, ...]
    forsenade: tuple[Dag, ...]
    papekanden: tuple[str, ...]

    @property
    def i_ord(self):
        """Return how the year stands, in one line."""
        if self.plan.sammantrade is None and self.plan.ar_oppen:
            return "Sammanträdet har ingen dag än"
        if self.forsenade:
            antal = len(self.forsenade)
            return f"{antal} {'dag' if antal == 1 else 'dagar'} har passerat"
        if self.nasta:
            dag = self.nasta[0]
            return f"Nästa: {dag.namn}, {date_format(dag.dag, 'j F Y')}"
        return "Allt är gjort"

    @property
    def motesdag(self):
        """Return when the board decided, or is to; None when that has no day."""
        moten = (d.dag for d in self.dagar if d.moment == Moment.NAMND and d.hande)
        return next(moten, self.plan.sammantrade)

    def dagen(self, nyckel):
        """Return the day of that name in addresses, None when it has none."""
        return next((dag for dag in self.dagar if dag.nyckel == nyckel), None)


def hjulet(plan, idag):
    """Return the `Hjul` of a plan; `plan.namnd` should be there already."""
    return hjulen([plan], idag)[plan.pk]


def planens_dag(plan, moment, ar, idag):
    """Return the day of a moment in one of a plan's years, None when it has none."""
    dagar = hjulet(plan, idag).dagar
    return next((d.dag for d in dagar if d.moment == moment and d.ar == ar), None)


def hjulen(planer, idag):
    """Return the `Hjul` of each plan by its id; four questions, however many."""
    planer = list(planer)
    punkter, gjort = stadens_punkter(), gjorda(planer, idag)
    rader = {plan.pk: [] for plan in planer}
    for rad in Hjuldag.objects.filter(plan__in=planer) if planer else ():
        rader[rad.plan_id].append(rad)
    return {
        plan.pk: _hjul(plan, idag, punkter, rader[plan.pk], gjort[plan.pk])
        for plan in planer
    }


def _hjul(plan, idag, punkter, rader, gjort):
    per_punkt = {(rad.punkt_id, rad.ar): rad for rad in rader}
    beslutad = gjort.hande.get((Moment.NAMND, plan.ar))
    dagar = [
        _mallens(raknad, per_punkt.get((raknad.punkt.pk, raknad.ar)), gjort)
        for raknad in raknade_dagar(plan, punkter, beslutad)
    ]
    dagar += [_egen(rad) for rad in rader if rad.punkt_id is None]
    dagar.sort(key=lambda dag: (dag.dag is None, dag.dag or date.max))
    dagar = tuple(_med_lage(dagar, plan, idag))
    return Hjul(
        plan,
        idag,
        dagar,
        tuple(dag for dag in dagar if dag.lage in (Lage.NASTA, Lage.KOMMER)),
        tuple(dag for dag in dagar if dag.lage == Lage.FORSENAD),
        tuple(_papekanden(plan, idag)),
    )


def _mallens(raknad, rad, gjort):
    """Return a day of the template, with what the board has done with it."""
    punkt, flyttad = raknad.punkt, bool(rad and rad.flyttad)
    nar, tankt = (punkt.moment, raknad.ar), raknad.dag
    if nar in gjort.hande:
        flyttad, tankt = False, rad.dag if flyttad else tankt
        raknad = replace(raknad, dag=gjort.hande[nar], ledig="", egentlig=None)
    elif flyttad:
        raknad = replace(raknad, dag=rad.dag, ledig="", egentlig=None)
    elif nar in gjort.senast:
        raknad = replace(raknad, dag=gjort.senast[nar], ledig="", egentlig=None)
    return Dag(
        nyckel=f"{punkt.pk}-{raknad.ar}",
        moment=Moment(punkt.moment),
        namn=punkt.namn,
        beskrivning=punkt.beskrivning,
        ar=raknad.ar,
        dag=raknad.dag,
        egentlig=raknad.egentlig,
        ledig=raknad.ledig,
        flyttad=flyttad,
        har_tillfalle=nar in gjort.senast,
        hande=nar in gjort.hande,
        raknad=tankt,
        klar=rad.klar if rad else None,
        av_sig_sjalv=nar in gjort.klara,
        rad=rad,
        punkt=punkt,
    )


def _egen(rad):
    return Dag(
        nyckel=f"egen-{rad.pk}",
        moment=Moment(rad.moment),
        namn=rad.namn,
        beskrivning=rad.beskrivning,
        ar=rad.ar,
        dag=rad.dag,
        klar=rad.klar,
        rad=rad,
    )


def _med_lage(dagar, plan, idag):
    """Yield the days with how each stands; the first that is to come is the next."""
    har_nasta = False
    for dag in dagar:
        lage = _lage(dag, plan, idag)
        if lage == Lage.KOMMER and not har_nasta:
            lage, har_nasta = Lage.NASTA, True
        yield replace(dag, lage=lage)


def _lage(dag, plan, idag):
    if dag.klar or dag.av_sig_sjalv:
        return Lage.KLAR
    if plan.status == Planstatus.ERSATT and not dag.har_tillfalle:
        return Lage.KLAR  # of a plan that is replaced only open reports can be late
    if dag.dag is None:
        return Lage.ODATERAD
    return Lage.FORSENAD if dag.dag < idag else Lage.KOMMER


def _papekanden(plan, idag):
    mote = plan.sammantrade
    if mote is None:
        return
    if plan.ar_oppen and mote >= idag:
        yield from _ovanlig_dag(mote)
    if mote < idag and not plan.ar_beslutad:
        yield (
            "Sammanträdet har redan varit, men planen är inte beslutad. Skriv in "
            "beslutet, eller sätt dagen för nästa sammanträde."
        )
    if mote.year not in (plan.ar - 1, plan.ar):
        yield (
            f"Sammanträdet ligger {mote.year}, men planen gäller {plan.ar}. "
            "Uppföljningarna räknas från planens år."
        )


def _ovanlig_dag(mote):
    """Tell of a meeting on a day on which a board hardly meets."""
    if skal := ledig(mote):
        yield (
            f"Sammanträdet ligger på en ledig dag, {skal} den "
            f"{date_format(mote, 'j F Y')}. Kontrollera dagen."
        )
    elif mote.month == JULI:
        yield (
            "Sammanträdet ligger i juli, när de flesta nämnder har uppehåll. "
            "Kontrollera dagen."
        )
