"""A plan goes on, or back: the only place that changes its status.

The chain is utkast → samrad → till_namnd → beslutad → godkand → ersatt. Each deed
holds the plan's row, so that of two who press at once one goes, and leaves a `Steg`
and a line in the trail. Deciding seals, and stands in `rapport`; it calls
`gor_beslutad` in its own transaction.
"""

from django.db import transaction

from aktiviteter.gang.hinder import hinder
from aktiviteter.models import Beslut, Godtagande, Handlingsplan, Steg, Villkor
from aktiviteter.models.handlingsplan import BESLUTADE, OPPNA, Planstatus
from vbeplan.organisation.models import Spar

TILLBAKA_TILL = {  # from where a plan may go back, and how far
    Planstatus.SAMRAD: (Planstatus.UTKAST,),
    Planstatus.TILL_NAMND: (Planstatus.SAMRAD, Planstatus.UTKAST),
}
GODKANDA = (Beslut.Utfall.GODKAND, Beslut.Utfall.VILLKOR)


class RedanGjort(Exception):  # noqa: N818 — Swedish: it is done already
    """Somebody else has just taken the plan further, or back. Nothing was changed."""


class InteKlar(Exception):  # noqa: N818 — Swedish: not ready
    """The gate is closed: `hinder` are what stops, or isn't acknowledged."""

    def __init__(self, hinder):
        self.hinder = tuple(hinder)
        super().__init__(self.hinder)


def las(plan, *fran):
    """Hold the plan until the transaction ends; raise RedanGjort unless in `fran`.

    For deeds that move it. Gives the plan the status that it has now.
    """
    rader = Handlingsplan.objects.select_for_update().only("status")
    nu = rader.filter(pk=plan.pk).first()
    if nu is None or nu.status not in fran:
        raise RedanGjort
    plan.status = nu.status


@transaction.atomic
def skicka_pa_samrad(plan, *, av):
    """Let others be asked about the draft, which is still written in."""
    las(plan, Planstatus.UTKAST)
    _ta_steg(plan, Planstatus.SAMRAD, av=av, spar=Spar.Handling.VIDARE)


@transaction.atomic
def till_namnd(plan, *, godtagna=(), av):
    """Hand the plan to the board, and lock it.

    `godtagna` are the keys of warnings that she ticked just now; they are remembered
    with their words. Raises InteKlar when something stops, or a warning is new to her.
    """
    las(plan, *OPPNA)
    rader = hinder(plan)
    godtagna = set(godtagna)
    kvar = [h for h in rader if h.stoppar or not (h.godtagen or h.nyckel in godtagna)]
    if kvar:
        raise InteKlar(kvar)
    Godtagande.objects.godta(plan, rader, av=av)
    _ta_steg(plan, Planstatus.TILL_NAMND, av=av, spar=Spar.Handling.VIDARE)


@transaction.atomic
def tillbaka(plan, till, *, skal, fran, aterremiss=None, av):
    """Take a plan back, so that it can be written in again; `skal` says why.

    `fran` is the status that the user saw. `aterremiss` is an unsaved `Beslut` when it
    was the board that sent it back.
    """
    las(plan, fran)
    if till not in TILLBAKA_TILL.get(plan.status, ()):
        raise RedanGjort
    if aterremiss:
        _spara_beslut(aterremiss, plan, av)
    _ta_steg(plan, till, av=av, spar=Spar.Handling.TILLBAKA, skal=skal)


def gor_beslutad(plan, *, av, skal=""):
    """Move a plan that `las` holds to decided; in the transaction that seals it.

    The board's earlier plans are replaced by it, or it by a later one when it was
    registered afterwards. `skal` tells when it was.
    """
    _ta_steg(plan, Planstatus.BESLUTAD, av=av, spar=Spar.Handling.BESLUTAD, skal=skal)
    namndens = Handlingsplan.objects.filter(namnd=plan.namnd_id, status__in=BESLUTADE)
    namndens = namndens.select_for_update().order_by("ar")
    for aldre in list(namndens)[:-1]:
        if aldre.status != Planstatus.ERSATT:
            _ta_steg(aldre, Planstatus.ERSATT, av=av)
    plan.refresh_from_db(fields=["status"])


@transaction.atomic
def registrera_ks(plan, beslut, *, villkor=(), av):
    """Write what KS decided; `beslut` is unsaved, `villkor` are the words of each.

    What isn't approved stays decided by the board, and KS may decide anew. A plan that
    has been replaced meanwhile keeps that status: the decision is written all the same.
    """
    las(plan, Planstatus.BESLUTAD, Planstatus.ERSATT)
    redan = plan.besluten.filter(utfall__in=GODKANDA)
    if redan.exists():
        raise RedanGjort
    _spara_beslut(beslut, plan, av)
    Villkor.objects.bulk_create(Villkor(beslut=beslut, text=ord_) for ord_ in villkor)
    if beslut.utfall in GODKANDA and plan.status == Planstatus.BESLUTAD:
        _ta_steg(plan, Planstatus.GODKAND, av=av, spar=Spar.Handling.BESLUTAD)
    else:
        Spar.objects.skriv(Spar.Handling.BESLUTAD, plan, av=av, namnd=plan.namnd)


@transaction.atomic
def bocka_av(villkor, *, dag, hur, av):
    """Note that a condition is met (`dag`), or with None that it is not after all."""
    villkor.uppfyllt, villkor.hur = dag, hur
    villkor.uppfyllt_av = av if dag else None
    villkor.save(update_fields=["uppfyllt", "hur", "uppfyllt_av"])
    plan = villkor.beslut.plan
    gjort = f"villkor {villkor.pk} för {plan}"
    Spar.objects.skriv(Spar.Handling.ANDRAD, gjort, av=av, namnd=plan.namnd)


def _spara_beslut(beslut, plan, av):
    beslut.plan, beslut.av = plan, av
    beslut.save()


def _ta_steg(plan, till, *, av, spar=None, skal=""):
    fran, plan.status = plan.status, till
    Handlingsplan.objects.filter(pk=plan.pk).update(status=till)
    Steg.objects.create(plan=plan, fran=fran, till=till, av=av, skal=skal)
    if spar:
        Spar.objects.skriv(spar, plan, av=av, namnd=plan.namnd)
