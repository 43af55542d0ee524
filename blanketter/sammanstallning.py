"""Read: who was asked, who answered, and how many had nothing to report.

Plain functions without a request, for the coordinator's page and for the picture.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count

from blanketter.models import (
    Blankett,
    Enhet,
    Enhetssvar,
    Frageversion,
    Rapportering,
    Rapportperiod,
)

SVARAT, INTE_SVARAT, INTE_TILLFRAGAD = "Svarat", "Inte svarat", "Inte tillfrågad"


@dataclass(frozen=True)
class Rapporterande:
    """How many of a board's units were asked about a period, and answered.

    `blanketter` is how many forms tell of the period, or None when they are some but
    fewer than the threshold. `minst_inget` of the units that answered can have had
    nothing to tell, since there aren't forms enough for all; `inget_ord` says it in
    words.

    Neither is worked out of what a unit answered, which is stored nowhere: they follow
    from that so many answered and from forms that know no unit. Whoever knows or has
    made up every answer but one therefore reads nothing of that one in them (see
    `blanketter.models.enhet`).
    """

    period: Rapportperiod
    fragade: int
    svarat: int
    ar_stangd: bool
    blanketter: int | None

    @property
    def utan_svar(self):
        return self.fragade - self.svarat

    @property
    def andel(self):
        """Return how many per cent have answered, or None when nobody was asked."""
        return round(100 * self.svarat / self.fragade) if self.fragade else None

    @property
    def minst_inget(self):
        hogst = (
            settings.SMATALSGRANS - 1 if self.blanketter is None else self.blanketter
        )
        return max(self.svarat - hogst, 0)

    @property
    def inget_ord(self):
        if not self.svarat:
            return "ingen har svarat"
        if self.blanketter == 0:
            return "alla som har svarat"
        if not self.minst_inget:
            return "går inte att säga"
        return f"minst {self.minst_inget} av {self.svarat}"

    @property
    def blanketter_ord(self):
        if self.blanketter is None:
            return f"färre än {settings.SMATALSGRANS}"
        return str(self.blanketter or "ingen")


@dataclass(frozen=True)
class Grupp:
    """The units of one kind of workplace; numbers are None where they are too few."""

    ord: str
    fragade: int | None
    svarat: int | None

    @property
    def andel(self):
        return round(100 * self.svarat / self.fragade) if self.fragade else None


def rapporterande(namnd, period):
    """Return how a board's units have answered for a period."""
    return rapporterande_per_period(namnd, [period])[0]


def rapporterande_per_period(namnd, perioder):
    """Return `Rapporterande` for each period, with four questions however many."""
    fran, till = min(p.start for p in perioder), max(p.slut for p in perioder)
    return rapporterande_av(las_rapporteringen(namnd, fran, till), perioder)


@dataclass(frozen=True)
class Rapporteringsrader:
    """What was read of how a board's units reported, between two days.

    `svar` is [(unit's key, kind of period, its first day)]; `handelser` [(first day,
    last day, how many forms)] by the week or month that the forms name.
    """

    rapportering: Rapportering
    enheter: list[Enhet]
    svar: list[tuple]
    handelser: list[tuple]


def las_rapporteringen(namnd, fran, till, *, rapportering=None, enheter=None):
    """Return the `Rapporteringsrader` of the days; give what has been read already."""
    if enheter is None:
        enheter = Enhet.objects.filter(namnd=namnd)
    svar = Enhetssvar.objects.filter(enhet__namnd=namnd, start__range=(fran, till))
    return Rapporteringsrader(
        rapportering or Rapportering.for_namnd(namnd),
        list(enheter),
        list(svar.order_by().values_list("enhet", "periodtyp", "start")),
        _blanketter_per_tid(namnd, fran, till),
    )


def rapporterande_av(rader, perioder):
    """Return `Rapporterande` for each period within the days that were read."""
    svar = defaultdict(set)
    for enhet, *nar in rader.svar:
        svar[tuple(nar)].add(enhet)

    def ett(period):
        svarat = svar[period.typ, period.start]
        return Rapporterande(
            period,
            fragade=sum(e.pk in svarat or e.tillfragas(period) for e in rader.enheter),
            svarat=len(svarat),
            ar_stangd=rader.rapportering.ar_stangd(period),
            blanketter=_antal_blanketter(rader.handelser, period),
        )

    return [ett(period) for period in perioder]


def _blanketter_per_tid(namnd, fran, till):
    """Return [(first day, last day, how many forms)] by the week or month they name.

    Also those that turned out to be doubles or of something else, or were taken back:
    a unit may have had them to report.
    """
    rader = Blankett.objects.filter(namnd=namnd).handa_mellan(fran, till).order_by()
    tider = rader.values_list("period_typ", "period_start").annotate(n=Count("pk"))
    return [
        (start, Blankett(period_typ=typ, period_start=start).period_slut, antal)
        for typ, start, antal in tider
    ]


def _antal_blanketter(handelser, period):
    """Return how many touch the period; None for a small number that isn't nought."""
    antal = sum(
        antal
        for start, slut, antal in handelser
        if start <= period.slut and slut >= period.start
    )
    return None if 0 < antal < settings.SMATALSGRANS else antal


def svar_per_arbetsplats(enheter, svarat):
    """Return `Grupp` by kind of workplace, small ones without their numbers.

    `enheter` are those that were asked, `svarat` the keys of those that answered. When
    one group alone is small the next smallest is hidden too, else the total would tell.
    """
    fragade = Counter(e.arbetsplats for e in enheter)
    svar = Counter(e.arbetsplats for e in enheter if e.pk in svarat)
    minst = sorted(fragade, key=fragade.get)
    dolda = [kod for kod in minst if fragade[kod] < settings.SMATALSGRANS]
    if len(dolda) == 1:
        dolda = minst[:2]
    version = Frageversion.objects.gallande()
    return [
        Grupp(ord_, None, None)
        if kod in dolda
        else Grupp(ord_, fragade[kod], svar[kod])
        for kod, ord_ in version.val("arbetsplats")
        if kod in fragade
    ]


def svarstavla(enheter, perioder):
    """Return [(unit, [its state in each period])], asked of the database once."""
    svar = set(
        Enhetssvar.objects.filter(
            enhet__in=[e.pk for e in enheter],
            start__in=[p.start for p in perioder],
        ).values_list("enhet", "periodtyp", "start")
    )
    return [
        (enhet, [_laget(enhet, period, svar) for period in perioder])
        for enhet in enheter
    ]


def _laget(enhet, period, svar):
    if (enhet.pk, period.typ, period.start) in svar:
        return SVARAT
    return INTE_SVARAT if enhet.tillfragas(period) else INTE_TILLFRAGAD
