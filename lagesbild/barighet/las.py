"""From a picture and its shown figures to the `Grund` of the sentences."""

from django.conf import settings
from django.utils import timezone

from blanketter.models.fragor import OKLART
from lagesbild.barighet.enheterna import enheter_per_period
from lagesbild.barighet.grund import Antal, Enheter, Grund, Seriepar
from lagesbild.models.kalla import Kallart
from lagesbild.sammanstallning import INGEN_UPPGIFT, samma_manader


def las_grund(lagesbild, underlag, last=None):
    """Return what can be said something of: shown figures, and who reported.

    `last`: how the units reported (`Rapporteringsrader`), when it has been read.
    """
    blanketter = underlag.blanketter
    nu, forr = _antalen(blanketter.totalt.rader[0]) if blanketter else (None, None)
    perioder = underlag.perioder[:2]
    etiketter = [p.etikett for p in perioder]
    jamfors = forr is not None and _jamforbar(blanketter)
    visade = {nr for nr, a in enumerate((nu, forr)) if a and a.tal is not None}
    enheter = enheter_per_period(lagesbild.namnd, perioder, visade=visade, last=last)
    return Grund(
        nu=etiketter[0],
        forr=etiketter[1] if jamfors or _nagon_jamfors(underlag) else "",
        handelser=nu,
        handelser_forr=forr if jamfors else None,
        enheter=enheter[0],
        enheter_forr=enheter[1] if len(enheter) > 1 else Enheter(),
        oberoende=_serierna(underlag, personal=False),
        beroende=_serierna(underlag, personal=True),
        miljoer=_miljoer(blanketter) if jamfors else (),
        varfor=_varfor(etiketter, forr, jamfors),
        manader=tuple(_langd(p) for p in perioder) if len(perioder) > 1 else (12, 12),
        grans=settings.SMATALSGRANS,
        pagar=perioder[0].till >= timezone.localdate(),
    )


def _antalen(rad):
    """Return this period's `Antal` and the one before, None where there is none."""
    celler = [*rad.celler[:2], None][:2]
    return tuple(
        Antal(c.text, c.tal) if c is not None and c.text != INGEN_UPPGIFT else None
        for c in celler
    )


def _jamforbar(serie):
    return len(serie.jamforbar) > 1 and all(serie.jamforbar[:2])


def _nagon_jamfors(underlag):
    return any(_jamforbar(s) for s in underlag.statistik)


def _varfor(etiketter, forr, jamfors):
    if jamfors or len(etiketter) < 2:
        return ""
    if forr is None:
        return f"Från {etiketter[1]} finns inga uppgifter att jämföra med."
    return f"Siffrorna för {etiketter[1]} står inte på samma grund och jämförs inte."


def _serierna(underlag, *, personal):
    serier = [s for s in underlag.statistik if any(_antalen(s.totalt.rader[0]))]
    klotter = [s.nyckel for s in serier if s.art == Kallart.KLOTTER]
    return tuple(
        _seriepar(underlag, serie, ar_klotter=klotter == [serie.nyckel])
        for serie in serier
        if serie.beror_pa_personal == personal
    )


def _seriepar(underlag, serie, *, ar_klotter):
    """Return a series' figures; the only one on graffiti is called by its kind."""
    nu, forr = _antalen(serie.totalt.rader[0])
    jamfors = forr if _jamforbar(serie) else None
    return Seriepar(
        serie.namn,
        serie.raknar,
        nu,
        jamfors,
        ar_klotter=ar_klotter,
        samma=samma_manader(underlag, serie),
        ar_hittills=bool(serie.hittills),
    )


def _miljoer(blanketter):
    rader = [
        (rad.rubrik, *_antalen(rad))
        for rad in blanketter.per_miljo.rader
        if rad.kod not in ("", OKLART)  # no environment of its own
    ]
    return tuple(rad for rad in rader if None not in rad)


def _langd(period):
    """Return how many months of a period have been: parts of one too."""
    idag = timezone.localdate()
    if period.till < idag:
        return len(period.manader)
    dagar = (period.till - period.fran).days + 1
    gangna = min(max((idag - period.fran).days + 1, 1), dagar)
    return len(period.manader) * gangna / dagar
