"""Read: how the board's units reported in each period of a picture."""

from collections import Counter

from django.conf import settings
from django.utils import timezone

from blanketter.models import Rapportperiod
from blanketter.models.rapportperiod import MANADER
from blanketter.sammanstallning import las_rapporteringen, rapporterande_av
from lagesbild.barighet.grund import Enheter

MEST = 0.9  # of the answers: some late one of another kind is no change
DELAR = {
    "manad": "månad",
    "kvartal": "kvartal",
    "tertial": "tertial",
    "halvar": "halvår",
}


def enheter_per_period(namnd, perioder, *, visade=(), last=None):
    """Return `Enheter` for each period (`fran`, `till`), the same queries for any many.

    A board that has changed how often it asks is counted, in each period, by the kind
    that most have answered (see `Enheter.ar_bytt`). `visade` are the numbers of the
    periods whose events the page shows: only of them is said how many answers had
    nothing to tell, for that is counted from how many forms there are. `last` holds the
    `Rapporteringsrader` of the periods' days when they have been read.
    """
    if last is None:
        fran, till = min(p.fran for p in perioder), max(p.till for p in perioder)
        last = las_rapporteringen(namnd, fran, till)
    vanlig = last.rapportering.periodtyp
    slag = [_slaget(tyngd, vanlig) for tyngd in _anvanda_slag(last, perioder)]
    delar = [
        _delarna(period, typ) for period, (typ, _) in zip(perioder, slag, strict=True)
    ]
    alla = [del_ for grupp in delar for del_ in grupp]
    rapporterat = {r.period: r for r in rapporterande_av(last, alla)}
    return [
        _enheterna(
            period,
            [rapporterat[del_] for del_ in grupp],
            _blanketternas_tider(last, perioder) if nr in visade else None,
            ar_bytt=slag[nr][1],
        )
        for nr, (period, grupp) in enumerate(zip(perioder, delar, strict=True))
    ]


def _anvanda_slag(last, perioder):
    """Return for each period {kind of parts: months that units have answered for}."""
    tyngd = [Counter() for _ in perioder]
    for _, typ, start in last.svar:
        for nr, period in enumerate(perioder):
            if start in period:
                tyngd[nr][typ] += MANADER[typ]
    return tyngd


def _slaget(tyngd, vanlig):
    """Return the kind of parts to count a period by, and if it was changed in it."""
    if not tyngd:
        return vanlig, False
    typ = max(sorted(tyngd), key=tyngd.get)
    return typ, tyngd[typ] < MEST * tyngd.total()


def _delarna(period, typ):
    """Return the whole parts of a period that have ended: those one can be asked of."""
    slut = min(period.till, timezone.localdate())
    delar, del_ = [], Rapportperiod.med(typ, period.fran)
    while del_.slut <= slut:
        if del_.start >= period.fran:
            delar.append(del_)
        del_ = del_.nasta
    return delar


def _blanketternas_tider(last, perioder):
    """Return [(first day, last day, how many)] of the forms of the periods' days."""
    fran, till = min(p.fran for p in perioder), max(p.till for p in perioder)
    return [rad for rad in last.handelser if rad[0] <= till and rad[1] >= fran]


def _enheterna(period, delar, blanketter, *, ar_bytt):
    fragade = [d for d in delar if d.fragade]
    if not fragade:
        return Enheter()
    vikter = [MANADER[d.period.typ] for d in fragade]
    svar = sum(d.svarat for d in fragade)
    lika = len({(d.svarat, d.fragade) for d in fragade}) == 1
    return Enheter(
        tillfragade=sum(d.fragade for d in fragade),
        svar=svar,
        snitt=_snitt([d.svarat for d in fragade], vikter),
        fragade_snitt=_snitt([d.fragade for d in fragade], vikter),
        del_ord="" if lika else DELAR[fragade[0].period.typ],
        ar_delvis=len(fragade) < len(delar) or _luckor(period, delar),
        ar_bytt=ar_bytt,
        ar_stangd=all(d.ar_stangd for d in fragade),
        minst_inget=_minst_inget(fragade, svar, blanketter),
    )


def _snitt(tal, vikter):
    return sum(t * v for t, v in zip(tal, vikter, strict=True)) / sum(vikter)


def _luckor(period, delar):
    """Tell if the parts leave out months of a period that is over."""
    if period.till >= timezone.localdate():
        return False
    return sum(MANADER[d.period.typ] for d in delar) < len(period.manader)


def _minst_inget(delar, svar, blanketter):
    """Return how many of the answers had nothing to tell, at the least.

    Each form is at most one unit's, in each part that its week or month touches. None
    when the forms are so few that their number isn't shown. Rounded down, which keeps
    it true, lest it tell how many forms were left out of the picture.
    """
    if blanketter is None:
        return None
    antal = sum(
        antal
        for start, slut, antal in blanketter
        for d in delar
        if start <= d.period.slut and slut >= d.period.start
    )
    if 0 < antal < settings.SMATALSGRANS:
        return None
    grans = max(settings.SMATALSGRANS, 1)
    return max(svar - antal, 0) // grans * grans
