"""A plan goes on, or back: the only place that changes its status.

The chain is utkast → samrad → till_namnd → beslutad → godkand → ersatt. What is
decided goes back to utkast in one way only, as a new version (`ny_version`). Each deed
holds the plan's row, so that of two who press at once one goes, and leaves a `Steg`
and a line in the trail. Deciding seals, and stands in `rapport`; it calls
`gor_beslutad` in its own transaction, and opening a decided plan calls `ny_version`.
"""

from django.db import transaction
from django.db.models import F, Q

from aktiviteter.gang.hinder import hinder
from aktiviteter.models import Beslut, Godtagande, Handlingsplan, Steg, Villkor
from aktiviteter.models.beslut import GODKANDA
from aktiviteter.models.handlingsplan import BESLUTADE, OPPNA, Planstatus
from vbeplan.organisation.models import Spar

TILLBAKA_TILL = {  # from where a plan may go back, and how far
    Planstatus.SAMRAD: (Planstatus.UTKAST,),
    Planstatus.TILL_NAMND: (Planstatus.SAMRAD, Planstatus.UTKAST),
}
GALLANDE = (Planstatus.BESLUTAD, Planstatus.GODKAND)


class RedanGjort(Exception):  # noqa: N818 — Swedish: it is done already
    """Somebody else has just taken the plan further, or back. Nothing was changed."""


class InteKlar(Exception):  # noqa: N818 — Swedish: not ready
    """The gate is closed: `hinder` are what stops, or isn't acknowledged."""

    def __init__(self, hinder):
        self.hinder = tuple(hinder)
        super().__init__(self.hinder)


def las(plan, *fran):
    """Hold the plan until the transaction ends; raise RedanGjort unless in `fran`.

    For deeds that move it. Gives the plan the status and version that it has now.
    """
    rader = Handlingsplan.objects.select_for_update().only("status", "omgang")
    nu = rader.filter(pk=plan.pk).first()
    if nu is None or nu.status not in fran:
        raise RedanGjort
    plan.status, plan.omgang = nu.status, nu.omgang


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
    # A plan whose new version is being written is in force by the one before.
    beslutade = Q(status__in=BESLUTADE) | Q(omgang__gt=1)
    namndens = Handlingsplan.objects.filter(beslutade, namnd=plan.namnd_id)
    namndens = namndens.select_for_update(of=["self"]).select_related("namnd")
    for aldre in list(namndens.order_by("ar"))[:-1]:
        if aldre.status in GALLANDE:
            _ta_steg(aldre, Planstatus.ERSATT, av=av, spar=Spar.Handling.ERSATT)
    plan.refresh_from_db(fields=["status"])


def ny_version(plan, *, skal, av):
    """Let a decided plan that `las` holds be written in again, as its next version.

    In the transaction that notes it on the edition, without which the database says
    no. It is no longer shared with the city, for a draft is its board's own; the day
    on the cover was the decision's.
    """
    plan.dela(False, av=av)
    gjort = Spar.Handling.NY_VERSION
    nasta = F("omgang") + 1
    _ta_steg(plan, Planstatus.UTKAST, av=av, spar=gjort, skal=skal, omgang=nasta)
    Handlingsplan.objects.filter(pk=plan.pk).update(datum=None)
    plan.refresh_from_db(fields=["omgang", "datum"])


def aterta(plan, *, datum, skal, av):
    """Let a version that `las` holds be given up: the plan stands as decided before.

    In the transaction that notes it and sees that no word is changed. `datum` is the
    day that its cover had. KS may have approved it, and a later year replaced it.
    """
    omgang = plan.omgang - 1
    Handlingsplan.objects.filter(pk=plan.pk).update(omgang=omgang, datum=datum)
    plan.refresh_from_db(fields=["omgang", "datum"])
    senare = Handlingsplan.objects.filter(namnd=plan.namnd_id, ar__gt=plan.ar)
    till = Planstatus.GODKAND if ks_godkannande(plan) else Planstatus.BESLUTAD
    if senare.filter(Q(status__in=BESLUTADE) | Q(omgang__gt=1)).exists():
        till = Planstatus.ERSATT
    _ta_steg(plan, till, av=av, spar=Spar.Handling.TILLBAKA, skal=skal)


@transaction.atomic
def registrera_ks(plan, beslut, *, villkor=(), av):
    """Write what KS decided; `beslut` is unsaved, `villkor` are the words of each.

    What isn't approved stays decided by the board, and KS may decide anew. A plan that
    has been replaced meanwhile keeps that status: the decision is written all the same.
    """
    las(plan, Planstatus.BESLUTAD, Planstatus.ERSATT)
    if ks_godkannande(plan):
        raise RedanGjort
    _spara_beslut(beslut, plan, av)
    Villkor.objects.bulk_create(Villkor(beslut=beslut, text=ord_) for ord_ in villkor)
    if beslut.utfall in GODKANDA and plan.status == Planstatus.BESLUTAD:
        _ta_steg(plan, Planstatus.GODKAND, av=av, spar=Spar.Handling.BESLUTAD)
    else:
        Spar.objects.skriv(Spar.Handling.BESLUTAD, plan, av=av, namnd=plan.namnd)


def ks_godkannande(plan):
    """Return KS's approval of the version that is decided, or None."""
    besluten = plan.besluten.gallande().filter(omgang=plan.omgang)
    return besluten.filter(utfall__in=GODKANDA).first()


@transaction.atomic
def ratta_beslut(gammalt, nytt, *, villkor=(), skal, av):
    """Correct an entry of a decision: `nytt` (unsaved) stands, `gammalt` is kept.

    `villkor` are the words of each condition; those that are the same stay ticked off.
    The plan goes on or back with what was really decided. What the board decided is
    sealed, and corrected in `rapport`. Raises RedanGjort when somebody has just
    corrected it.
    """
    plan = gammalt.plan
    las(plan, *Planstatus)
    if Beslut.objects.filter(rattar=gammalt).exists():
        raise RedanGjort
    nytt.rattar, nytt.rattelseskal, nytt.omgang = gammalt, skal, gammalt.omgang
    _spara_beslut(nytt, plan, av, nytt.omgang)
    gjorda = {ett.text: ett for ett in gammalt.villkoren.all()}
    Villkor.objects.bulk_create(
        _samma_villkor(nytt, ord_, gjorda.get(ord_)) for ord_ in villkor
    )
    Spar.objects.skriv(Spar.Handling.RATTAD, plan, av=av, namnd=plan.namnd)
    if gammalt.omgang == plan.omgang and plan.status in GALLANDE:
        _folj_ks(plan, skal, av)


def _samma_villkor(beslut, ord_, gammalt):
    ett = Villkor(beslut=beslut, text=ord_)
    if gammalt:
        ett.uppfyllt, ett.hur = gammalt.uppfyllt, gammalt.hur
        ett.uppfyllt_av_id = gammalt.uppfyllt_av_id
    return ett


def _folj_ks(plan, skal, av):
    """Let the status say whether KS has approved, after a correction."""
    ratt = Planstatus.GODKAND if ks_godkannande(plan) else Planstatus.BESLUTAD
    if plan.status != ratt:
        fram = ratt == Planstatus.GODKAND
        gjort = Spar.Handling.VIDARE if fram else Spar.Handling.TILLBAKA
        _ta_steg(plan, ratt, av=av, spar=gjort, skal=skal)


@transaction.atomic
def bocka_av(villkor, *, dag, hur, av):
    """Note that a condition is met (`dag`), or with None that it is not after all."""
    villkor.uppfyllt, villkor.hur = dag, hur
    villkor.uppfyllt_av = av if dag else None
    villkor.save(update_fields=["uppfyllt", "hur", "uppfyllt_av"])
    plan = villkor.beslut.plan
    gjort = f"villkor {villkor.pk} för {plan}"
    Spar.objects.skriv(Spar.Handling.ANDRAD, gjort, av=av, namnd=plan.namnd)


def _spara_beslut(beslut, plan, av, omgang=None):
    beslut.plan, beslut.av, beslut.omgang = plan, av, omgang or plan.omgang
    beslut.save()


def _ta_steg(plan, till, *, av, spar, skal="", **falt):
    fran, plan.status = plan.status, till
    Handlingsplan.objects.filter(pk=plan.pk).update(status=till, **falt)
    Steg.objects.create(plan=plan, fran=fran, till=till, av=av, skal=skal)
    Spar.objects.skriv(spar, plan, av=av, namnd=plan.namnd)
