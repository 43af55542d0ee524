"""Opens, closes and reopens an occasion of follow-up; sends links to its roles."""

from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils import timezone

from aktiviteter.models import Rapportlank, Tillfalle, Uppfoljning
from vbeplan.organisation.models import Spar
from vbeplan.organisation.post import lagg_brev, ta_tillbaka

INTE_BESLUTAD = (
    "Planen är inte beslutad än. Uppföljningen börjar när nämnden har beslutat. Är "
    "planen redan beslutad, registrera beslutet på sidan Planens gång."
)


class KanInteFoljasUpp(Exception):  # noqa: N818 — Swedish: can't be followed up
    """The plan isn't decided, or already has the occasion; says what to do."""


def oppna_tillfalle(plan, *, ar, period, senast, av):
    """Return a new open occasion of a decided plan; leaves a trace.

    `senast` is the last day to report. Raises KanInteFoljasUpp.
    """
    if not plan.har_beslutats:
        raise KanInteFoljasUpp(INTE_BESLUTAD)
    nytt = Tillfalle(plan=plan, ar=ar, period=period, senast=senast, andrad_av=av)
    try:
        with transaction.atomic():
            nytt.save()
            _spara_spar(Spar.Handling.OPPNAD, nytt, av)
    except IntegrityError:  # two have pressed at once
        raise KanInteFoljasUpp(f"{nytt} finns redan för planen.") from None
    return nytt


@transaction.atomic
def stang_tillfalle(tillfalle, *, av):
    """Lock what has been reported; tells whether it was open. Leaves a trace."""
    nu = las_tillfalle(tillfalle.pk)
    if not nu.ar_oppet:
        return False
    nu.status, nu.stangt = Tillfalle.Status.STANGT, timezone.localdate()
    nu.spara_over(nu.version, av=av)
    ta_tillbaka(_brevnyckel(nu))
    _spara_spar(Spar.Handling.STANGD, nu, av)
    return True


@transaction.atomic
def oppna_igen(tillfalle, *, senast, skal, av):
    """Open a closed occasion until `senast`, its links too; `skal` is why. A trace."""
    nu = las_tillfalle(tillfalle.pk)
    if nu.ar_oppet:
        return False
    nu.status, nu.stangt = Tillfalle.Status.OPPET, None
    nu.oppnat, nu.oppnat_skal = timezone.localdate(), skal
    _satt_dag(nu, senast, av)
    _spara_spar(Spar.Handling.OPPNAD, nu, av)
    return True


@transaction.atomic
def andra_dag(tillfalle, *, senast, av):
    """Give an open occasion another last day, its links too; leaves a trace."""
    nu = las_tillfalle(tillfalle.pk)
    if not nu.ar_oppet or nu.senast == senast:
        return False
    _satt_dag(nu, senast, av)
    _spara_spar(Spar.Handling.ANDRAD, nu, av)
    return True


def las_tillfalle(pk):
    """Return an occasion held until the transaction ends.

    Whoever reports holds it too: nothing is written in it after it has been closed.
    """
    rader = Tillfalle.objects.select_related("plan__namnd")
    return rader.select_for_update(of=["self"], no_key=True).get(pk=pk)


def _satt_dag(tillfalle, senast, av):
    tillfalle.senast = senast
    tillfalle.spara_over(tillfalle.version, av=av)
    tillfalle.lankar.update(giltig_till=senast)


def _spara_spar(handling, tillfalle, av):
    namnd = tillfalle.plan.namnd
    Spar.objects.skriv(handling, f"{tillfalle}, {namnd}", av=av, namnd=namnd)


@dataclass
class Utskick:
    """Roles by what became of their letter."""

    lagda: list = field(default_factory=list)
    redan_i_dag: list = field(default_factory=list)
    bytta: list = field(default_factory=list)


@transaction.atomic
def skicka_lankar(tillfalle, mottagare, amne, text, *, av, adress, paminnelse=False):
    """Put one letter for each (role, e-mail address) in the outbox; return `Utskick`.

    `text(roll, lank)` makes the letter's words of a whole address, which `adress` makes
    of a path. A role that has had a letter today gets no second one, whoever presses.
    One whose address is another than last time gets a new link, and the link that the
    other address has stops working. Nothing is sent when the occasion has been closed.
    """
    utskick, nu = Utskick(), las_tillfalle(tillfalle.pk)
    if not nu.ar_oppet:
        return utskick
    idag = timezone.localdate()
    for roll, epost in mottagare:
        lank = _lanken(nu, roll)
        if lank.epost and lank.epost.casefold() != epost.casefold():
            utskick.bytta.append(roll)
            _dra_in([lank], nu, roll, av)
            lank = Rapportlank.ny(nu, roll)
        if idag in (lank.skickad, lank.paminnd):
            utskick.redan_i_dag.append(roll)
            continue
        setattr(lank, "paminnd" if paminnelse and lank.skickad else "skickad", idag)
        lank.epost, lank.giltig_till = epost, nu.senast
        lank.save()
        lagg_brev(
            f"{_brevnyckel(nu, lank)}{idag}",
            "uppföljning",
            epost,
            amne,
            text(roll, adress(lank.lank())),
            namnd=nu.plan.namnd,
            svar_till=av.epost,
            av=av,
            kvitto=f"{nu}: {'påminnelse' if paminnelse else 'länk'} till {roll}",
        )
        utskick.lagda.append(roll)
    return utskick


def _brevnyckel(tillfalle, lank=None):
    nyckel = f"uppfoljning:{tillfalle.pk}:"
    return f"{nyckel}{lank.pk}:" if lank else nyckel


def _lanken(tillfalle, roll):
    lank = tillfalle.lankar.filter(roll=roll).order_by("-pk").first()
    return lank or Rapportlank.ny(tillfalle, roll)


@transaction.atomic
def fornya_lank(tillfalle, roll, *, av):
    """Let the links a role has stop working; the next letter has a new one.

    For one that has come into the wrong hands. Tells whether there was any.
    """
    las_tillfalle(tillfalle.pk)
    lankar = list(tillfalle.lankar.filter(roll=roll))
    if lankar:
        _dra_in(lankar, tillfalle, roll, av)
    return bool(lankar)


def _dra_in(lankar, tillfalle, roll, av):
    for lank in lankar:
        ta_tillbaka(_brevnyckel(tillfalle, lank))
    tillfalle.lankar.filter(pk__in=[lank.pk for lank in lankar]).delete()
    vad = f"länken till {roll}, {tillfalle}"
    namnd = tillfalle.plan.namnd
    Spar.objects.skriv(Spar.Handling.BORTTAGEN, vad, av=av, namnd=namnd)


def flytta_rapporterna(bort, kvar):
    """Let a role take over another's links and reports, when the two become one."""
    Rapportlank.objects.filter(roll=bort).update(roll=kvar)
    Uppfoljning.objects.filter(roll=bort).update(roll=kvar)
