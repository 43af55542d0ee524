"""Read: who was asked, who answered, and how many had nothing to report.

Plain functions without a request, for the coordinator's page and for the picture.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.conf import settings

from blanketter.models import (
    Enhet,
    Enhetssvar,
    Frageversion,
    Nollsumma,
    Rapportering,
    Rapportperiod,
)

SVARAT, INTE_SVARAT, INTE_TILLFRAGAD = "Svarat", "Inte svarat", "Inte tillfrågad"


@dataclass(frozen=True)
class Rapporterande:
    """How many of a board's units were asked about a period, and answered.

    `inget` is how many had nothing to report, or None when that may not be told: while
    units can still answer, since the sum seen before and after one would give its
    answer away, and when it or the rest is fewer than the threshold. `inget_ord` says
    it in words that may always be shown.
    """

    period: Rapportperiod
    fragade: int
    svarat: int
    ar_stangd: bool
    inget: int | None
    inget_ord: str

    @property
    def utan_svar(self):
        return self.fragade - self.svarat

    @property
    def andel(self):
        """Return how many per cent have answered, or None when nobody was asked."""
        return round(100 * self.svarat / self.fragade) if self.fragade else None


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
    enheter = list(Enhet.objects.filter(namnd=namnd))
    rapportering = Rapportering.for_namnd(namnd)
    tider = {"start__in": [p.start for p in perioder]}
    svar, summor = defaultdict(set), {}
    for enhet, *nar in Enhetssvar.objects.filter(
        enhet__namnd=namnd, **tider
    ).values_list("enhet", "periodtyp", "start"):
        svar[tuple(nar)].add(enhet)
    for inget, *nar in Nollsumma.objects.filter(namnd=namnd, **tider).values_list(
        "inget", "periodtyp", "start"
    ):
        summor[tuple(nar)] = inget

    def ett(period):
        nar = period.typ, period.start
        svarat, stangd = svar[nar], rapportering.ar_stangd(period)
        fragade = sum(e.pk in svarat or e.tillfragas(period) for e in enheter)
        inget, ord_ = _inget(summor.get(nar, 0), len(svarat), stangd)
        return Rapporterande(period, fragade, len(svarat), stangd, inget, ord_)

    return [ett(period) for period in perioder]


def _inget(antal, svarat, stangd):
    """Return (the number or None, words) for how many had nothing to report."""
    grans = settings.SMATALSGRANS
    if not svarat:
        return (0 if stangd else None), "ingen än" if not stangd else "ingen"
    if not stangd:
        return None, "visas när perioden är stängd"
    if antal < grans:
        return None, f"färre än {grans}"
    if 0 < svarat - antal < grans:
        return None, f"minst {max(svarat - grans + 1, grans)}"
    return antal, str(antal)


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
