"""Read: how each source stands, where the house itself knows.

The forms, the enkät and the statistics series have their own rows: nobody need write
in the register what they say. Nothing is stored here; the picture keeps it when it is
published.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.formats import date_format

from blanketter.models import Blankett, Enhet, Enhetssvar
from lagesbild.models import Enkat, Inbjudan, Kalla, Kallart, Statistikimport

Status = Kalla.Status


@dataclass(frozen=True, slots=True)
class Lage:
    """How a source stands: its status, what came in words, when and about what days.

    `av_sig_sjalv` says that the house's own rows say so, not the coordinator.
    """

    status: str
    ord: str = ""
    inkom: date | None = None
    fran: date | None = None
    till: date | None = None
    av_sig_sjalv: bool = False


def folj(lagesbild, kallor=None):
    """Return {source's id: `Lage`} of all the picture's sources.

    What the coordinator has written in words stands before what is counted. At most
    one query for each kind of thing that there is a source of.
    """
    kallor = list(lagesbild.kallor.all()) if kallor is None else kallor
    foljande = [kalla for kalla in kallor if kalla.foljer]
    lagen = {kalla.pk: _sagt(kalla) for kalla in kallor}
    for fraga in (_blanketter, _enkater, _andras, _serier):
        for kalla, lage in fraga(lagesbild, foljande):
            lagen[kalla.pk] = lage
    return lagen


def _sagt(kalla):
    return Lage(
        kalla.status,
        kalla.underlag,
        kalla.inkom,
        kalla.period_fran,
        kalla.period_till,
    )


def _foljt(kalla, status, ord_, **mer):
    return kalla, Lage(status, kalla.underlag or ord_, **mer, av_sig_sjalv=True)


def _av_art(kallor, art):
    return [kalla for kalla in kallor if kalla.art == art]


def _blanketter(lagesbild, kallor):
    """How many of the units that were asked have answered at least once."""
    egna = _av_art(kallor, Kallart.BLANKETTER)
    if not egna:
        return
    status, ord_ = _blanketternas(lagesbild)
    for kalla in egna:
        yield _foljt(kalla, status, ord_, fran=lagesbild.fran, till=lagesbild.till)


def _blanketternas(lagesbild):
    namnd, dagar = lagesbild.namnd_id, (lagesbild.fran, lagesbild.till)
    svar = Enhetssvar.objects.filter(enhet__namnd=namnd, start__range=dagar)
    svarat = svar.order_by().values("enhet").distinct().count()
    enheter = Enhet.objects.filter(namnd=namnd, fran__lte=lagesbild.till)
    fragade = enheter.exclude(till__lt=lagesbild.fran).count()
    fanns = Blankett.objects.filter(namnd=namnd).handa_mellan(*dagar).exists()
    if not fragade:
        ord_ = "ingen enhet har tillfrågats" + (
            "" if fanns else ", och ingen blankett har kommit"
        )
        return (Status.INKOMMEN if fanns else Status.EJ_BEGARD), ord_
    ord_ = f"{svarat} av {max(fragade, svarat)} enheter har svarat"
    return (Status.INKOMMEN if svarat or fanns else Status.BEGARD), ord_


def _enkater(lagesbild, kallor):
    """How many of those invited have answered, of the groups that the source is."""
    egna = _av_art(kallor, Kallart.ENKAT)
    if not egna:
        return
    enkater = list(Enkat.objects.filter(lagesbild=lagesbild))
    inbjudna = _inbjudna(lagesbild) if enkater else {}
    for kalla in egna:
        sina = [e for e in enkater if _galler(e.grupper, kalla.grupper)]
        if sina:
            yield _enkatens(kalla, sina, inbjudna)


def _galler(enkatens, kallans):
    return not kallans or not enkatens or bool(set(enkatens) & set(kallans))


def _inbjudna(lagesbild):
    """Return {(enkät, group): Counter of invited by whether they have answered}."""
    rader = Inbjudan.objects.filter(enkat__lagesbild=lagesbild)
    inbjudna = {}
    for enkat, grupp, svarat in rader.values_list(
        "enkat", "grupp", "har_svarat"
    ):
        inbjudna.setdefault((enkat, grupp), Counter())[svarat] += 1
    return inbjudna


def _enkatens(kalla, enkater, inbjudna):
    pk = {enkat.pk for enkat in enkater}
    summa = Counter()
    for (enkat, grupp), antal in inbjudna.items():
        if enkat in pk and (not kalla.grupper or grupp in kalla.grupper):
            summa += antal
    lagen = {enkat.status for enkat in enkater}
    sista = max((e.stanger for e in enkater if e.stanger), default=None)
    if lagen == {Enkat.Status.UTKAST}:
        return _foljt(kalla, Status.EJ_BEGARD, "enkäten är inte öppnad än")
    oppen = any(enkat.oppen_lank for enkat in enkater)
    ord_ = _svarande(summa, oppen)
    if Enkat.Status.OPPEN in lagen:
        ord_ += f"; svar tas emot till och med {date_format(sista, 'j F Y')}"
        return _foljt(kalla, Status.BEGARD, ord_)
    kom = summa[True] or oppen
    return _foljt(
        kalla, Status.INKOMMEN if kom else Status.UTEBLIVEN, ord_, inkom=sista
    )


def _svarande(summa, oppen):
    """Say how many have answered; of very few asked, not how many."""
    if summa.total() >= settings.SMATALSGRANS:
        ord_ = f"{summa[True]} av {summa.total()} har svarat"
    elif summa.total():
        ord_ = f"färre än {settings.SMATALSGRANS} är tillfrågade"
    else:
        return "öppen länk, så det går inte att säga hur många som kunde svara"
    return f"{ord_}, och andra kan ha svarat genom öppen länk" if oppen else ord_


def _andras(lagesbild, kallor):
    """Whose results have been entered, of other boards."""
    egna = _av_art(kallor, Kallart.NAMNDER)
    if not egna:
        return
    namn = lagesbild.andras_resultat.order_by("fran").values_list("fran", flat=True)
    if fran := list(dict.fromkeys(namn)):
        for kalla in egna:
            yield _foljt(kalla, Status.INKOMMEN, f"resultat från {', '.join(fran)}")


def _serier(lagesbild, kallor):
    """What has been read in of the series that the source is, about the year."""
    mojliga = [kalla for kalla in kallor if not kalla.ar_egen]
    if not mojliga:
        return
    serier = _inlasta(lagesbild)
    for kalla in mojliga:
        if sina := serier.get(_serien(kalla, mojliga, serier)):
            yield _inlasts(kalla, sina, lagesbild)


def _inlasta(lagesbild):
    """Return {the series' (id, kind): its imports that reach into the year}."""
    rader = Statistikimport.objects.filter(
        serie__namnd=lagesbild.namnd_id,
        fran__lte=lagesbild.till,
        till__gte=lagesbild.fran,
    )
    serier = {}
    for rad in rader.select_related("serie"):
        serier.setdefault((rad.serie_id, rad.serie.art), []).append(rad)
    return serier


def _serien(kalla, kallor, serier):
    """Return the series that a source follows: the chosen, else the only one of its
    kind, when no other source is of the same."""
    if kalla.serie_id:
        return next((nyckel for nyckel in serier if nyckel[0] == kalla.serie_id), None)
    av_arten = [nyckel for nyckel in serier if nyckel[1] == kalla.art]
    ensam = len(_av_art(kallor, kalla.art)) == 1
    return av_arten[0] if len(av_arten) == 1 and ensam else None


def _inlasts(kalla, importer, lagesbild):
    senast = max(rad.dag for rad in importer)
    ord_ = f"inläst {date_format(senast, 'j F Y')}"
    fran = max(min(rad.fran for rad in importer), lagesbild.fran)
    till = min(max(rad.till for rad in importer), lagesbild.till)
    return _foljt(
        kalla, Status.INKOMMEN, ord_, inkom=kalla.inkom or senast, fran=fran, till=till
    )
