"""Read: how each source stands, where the house itself knows.

The forms, the enkät and the statistics series have their own rows: nobody need write
in the register what they say. Nothing is stored here; the picture keeps it when it is
published.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format

from blanketter.sammanstallning import las_rapporteringen
from lagesbild.bildrader import bildrader
from lagesbild.models import Enkat, Kalla, Kallart

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


def folj(lagesbild, kallor=None, rader=None, rapporterat=None):
    """Return {source's id: `Lage`} of all the picture's sources.

    What the coordinator has written in words stands before what is counted. `rader`
    (`Bildrader`) and `rapporterat` (`Rapporteringsrader`) are the picture's, when they
    have been read.
    """
    rader = rader or bildrader(lagesbild)
    kallor = rader.kallor if kallor is None else kallor
    foljande = [kalla for kalla in kallor if kalla.foljer]
    lagen = {kalla.pk: _sagt(kalla) for kalla in kallor}
    for kalla, lage in _blanketter(rader, foljande, rapporterat):
        lagen[kalla.pk] = lage
    for fraga in (_enkater, _andras, _serier):
        for kalla, lage in fraga(rader, foljande):
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


def _blanketter(rader, kallor, rapporterat):
    """How many of the units that were asked have answered at least once."""
    egna = _av_art(kallor, Kallart.BLANKETTER)
    if not egna:
        return
    bild = rader.lagesbild
    if rapporterat is None:
        rapporterat = las_rapporteringen(
            bild.namnd,
            bild.fran,
            bild.till,
            rapportering=rader.rapportering,
            enheter=rader.enheter,
        )
    status, ord_ = _blanketternas(bild, rapporterat)
    for kalla in egna:
        yield _foljt(kalla, status, ord_, fran=bild.fran, till=bild.till)


def _blanketternas(bild, last):
    fran, till = bild.fran, bild.till
    svarat = len({enhet for enhet, _, start in last.svar if fran <= start <= till})
    fragade = sum(
        e.fran <= till and (e.till is None or e.till >= fran) for e in last.enheter
    )
    fanns = any(forst <= till and sist >= fran for forst, sist, _ in last.handelser)
    if not fragade:
        ord_ = "ingen enhet har tillfrågats" + (
            "" if fanns else ", och ingen blankett har kommit"
        )
        return (Status.INKOMMEN if fanns else Status.EJ_BEGARD), ord_
    ord_ = f"{svarat} av {max(fragade, svarat)} enheter har svarat"
    return (Status.INKOMMEN if svarat or fanns else Status.BEGARD), ord_


def _enkater(rader, kallor):
    """How many of those invited have answered, of the groups that the source is."""
    egna = _av_art(kallor, Kallart.ENKAT)
    inbjudna = _inbjudna(rader)
    for kalla in egna:
        sina = [e for e in rader.enkater if _galler(e.grupper, kalla.grupper)]
        if sina:
            yield _enkatens(kalla, sina, inbjudna)


def _galler(enkatens, kallans):
    return not kallans or not enkatens or bool(set(enkatens) & set(kallans))


def _inbjudna(rader):
    """Return {(enkät, group): Counter of invited by whether they have answered}."""
    inbjudna = defaultdict(Counter)
    for rad in rader.inbjudna:
        svarat = bool(rad["har_svarat"])
        inbjudna[rad["enkat"], rad["grupp"]][svarat] += rad["antal"]
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
        kalla,
        Status.INKOMMEN if kom else Status.UTEBLIVEN,
        ord_,
        # One that was closed before its last day has come, not will come.
        inkom=min(sista, timezone.localdate()),
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


def _andras(rader, kallor):
    """Whose results have been entered, of other boards."""
    if fran := list(dict.fromkeys(rad.fran for rad in rader.andras)):
        for kalla in _av_art(kallor, Kallart.NAMNDER):
            yield _foljt(kalla, Status.INKOMMEN, f"resultat från {', '.join(fran)}")


def _serier(rader, kallor):
    """What has been read in of the series that the source is, about the year."""
    mojliga = [kalla for kalla in kallor if not kalla.ar_egen]
    serier = _inlasta(rader)
    for kalla in mojliga:
        if sina := serier.get(_serien(kalla, mojliga, serier)):
            yield _inlasts(kalla, sina, rader.lagesbild)


def _inlasta(rader):
    """Return {the series' (id, kind): its imports that reach into the year}."""
    bild, serier = rader.lagesbild, defaultdict(list)
    for en in rader.importer:
        if en.fran <= bild.till and en.till >= bild.fran:
            serier[en.serie_id, en.serie.art].append(en)
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
