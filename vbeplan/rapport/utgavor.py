"""Reads: editions, as pages and lists show them. No request."""

from django.db.models import Q

from aktiviteter.models import Beslut
from aktiviteter.models.beslut import GODKANDA
from vbeplan.rapport.models import Utgava

INGEN_UTGAVA = "Planen är inte beslutad än och har ingen utgåva."


def utgavan(plan):
    """Return a plan's last edition without its files, or None."""
    return next(iter(utgavorna(plan)), None)


def utgavorna(plan):
    """Return a plan's editions without their files, the last version first."""
    rader = Utgava.objects.planens(plan).utan_filerna().med_pateckningar()
    rader = list(rader.select_related("publicering"))
    for utgava in rader:
        utgava.plan, utgava.namnd = plan, plan.namnd
    return rader


def oppna_utgavor(namnd):
    """Return the editions of a board that anybody may read, the newest first.

    Each has `ks`: what the executive board decided about it (`Beslut`), or None;
    `ersatt_av`: the edition that is in force instead, or None; and whether it
    `ar_arets_sista` of those that anybody may read. Four questions.
    """
    namndens = Utgava.objects.utan_filerna().filter(namnd=namnd)
    namndens = namndens.select_related("plan", "publicering").med_pateckningar()
    alla = list(namndens.order_by("-plan__ar", "-omgang"))
    besluten = Beslut.objects.gallande().filter(
        plan__in=[u.plan_id for u in alla], utfall__in=GODKANDA
    )
    ks = {(beslut.plan_id, beslut.omgang): beslut for beslut in besluten}
    for utgava in alla:
        utgava.namnd, utgava.ks = namnd, ks.get((utgava.plan_id, utgava.omgang))
        utgava.ersatt_av = alla[0] if utgava is not alla[0] else None
    publika = [utgava for utgava in alla if utgava.ar_publik]
    sedda = set()
    for utgava in publika:
        utgava.ar_arets_sista = utgava.plan_id not in sedda
        sedda.add(utgava.plan_id)
    return publika


def kontrollera(sha256):
    """Return (edition, is it the public version) of a file, or (None, False).

    An edition that nobody may read openly is known too: whoever has the file has it
    from the board.
    """
    rader = Utgava.objects.utan_filerna().select_related("plan", "namnd")
    if hela := rader.filter(pdf_sha256=sha256).first():
        return hela, False
    publik = rader.filter(publik_sha256=sha256).first()
    return publik, publik is not None


def efterfoljare(utgava):
    """Return the edition that is in force in place of one; None when it is itself.

    The board's last: of a later year, or a later version of the same.
    """
    senare = Q(plan__ar__gt=utgava.plan.ar)
    senare |= Q(plan=utgava.plan_id, omgang__gt=utgava.omgang)
    rader = Utgava.objects.utan_filerna().select_related("plan").med_pateckningar()
    rader = rader.filter(senare, namnd=utgava.namnd_id)
    return rader.order_by("plan__ar", "omgang").last()
