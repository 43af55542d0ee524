"""A unit's own page: nothing to report, by one press.

Only POST stores anything, since mail scanners open links. The page knows the unit, but
what leads on from it to the form does not; and which of its buttons was pressed isn't
sent.
"""

from datetime import date

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from blanketter.handlingar import svara_for_enhet
from blanketter.models import Enhet, Enhetssvar, Rapportering, Rapportperiod
from blanketter.views.oro import oppen_namnd

TACK = "Tack! Vi har noterat att ni har svarat för {}."
REDAN = "Ni hade redan svarat för {}. Inget har ändrats."
STANGD = (
    "Tiden för att svara för {} gick ut den {:%Y-%m-%d}, så svaret räknas inte. Ni "
    "behöver inte göra något mer."
)
INTE_SLUT = "Det går inte att svara för {} än. Kom tillbaka när perioden är slut."
ANNAN_INDELNING = (
    "Ni tillfrågas inte längre för {}, för perioderna har ändrats. Se här nedanför vad "
    "som går att svara för."
)
INTE_TILLFRAGAD = "Ni behöver inte svara för {}. Enheten var inte med då."
OKLART = "Vi kunde inte se vilken period det gällde. Tryck på knappen en gång till."


@require_http_methods(["GET", "HEAD", "POST"])
def nollrapport(request, namnd, nyckel):
    namnd = oppen_namnd(namnd)
    enhet = Enhet.objects.filter(namnd=namnd).med_nyckel(nyckel)
    if enhet is None:
        context = {"namnd": namnd}
        return render(request, "blanketter/nollrapport_okand.html", context, status=404)
    enhet.namnd = namnd
    besked = _ta_emot(enhet, request.POST) if request.method == "POST" else ""
    return render(request, "blanketter/nollrapport.html", _laget(enhet, besked))


def _ta_emot(enhet, post):
    """Store the answer if it can be counted; return what to say."""
    period = _las_period(post.get("period", ""))
    if period is None:
        return OKLART
    if period.slut >= timezone.localdate():
        return INTE_SLUT.format(period)
    rapportering = Rapportering.for_namnd(enhet.namnd)
    if rapportering.ar_stangd(period):
        return STANGD.format(period, rapportering.sista_dag(period))
    if period.typ != rapportering.periodtyp:
        return ANNAN_INDELNING.format(period)
    if not enhet.tillfragas(period):
        return INTE_TILLFRAGAD.format(period)
    return (TACK if svara_for_enhet(enhet, period) else REDAN).format(period)


def _las_period(text):
    typ, _, start = text.partition(":")
    try:
        period = Rapportperiod.med(typ, date.fromisoformat(start))
    except ValueError:
        return None
    return period if str(period.start) == start and period.start.year > 2000 else None


def _laget(enhet, besked):
    rapportering = Rapportering.for_namnd(enhet.namnd)
    oppna = [p for p in rapportering.oppna() if enhet.tillfragas(p)]
    svar = Enhetssvar.objects.filter(enhet=enhet)
    svarade = {s.period for s in svar.filter(start__in=[p.start for p in oppna])}
    return {
        "namnd": enhet.namnd,
        "enhet": enhet,
        "besked": besked,
        "att_svara_for": [
            (p, rapportering.sista_dag(p)) for p in oppna if p not in svarade
        ],
        "svarade": [p for p in oppna if p in svarade],
        "pagaende": rapportering.pagaende(),
    }
