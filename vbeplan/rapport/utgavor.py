"""Reads: editions, as pages and lists show them. No request."""

from aktiviteter.models import Beslut
from vbeplan.rapport.models import Utgava

INGEN_UTGAVA = "Planen är inte beslutad än och har ingen utgåva."
GODKANT = (Beslut.Utfall.GODKAND, Beslut.Utfall.VILLKOR)


def utgavan(plan):
    """Return a plan's edition without its files, or None."""
    rader = Utgava.objects.utan_filerna().select_related("publicering")
    utgava = rader.filter(plan=plan.pk).first()
    if utgava:
        utgava.plan, utgava.namnd = plan, plan.namnd
    return utgava


def oppna_utgavor(namnd):
    """Return the editions of a board that anybody may read, the newest first.

    Each has `ks`: what the executive board decided about it (`Beslut`), or None. Two
    questions.
    """
    rader = Utgava.objects.publika().utan_filerna().filter(namnd=namnd)
    rader = list(rader.select_related("plan", "publicering").order_by("-plan__ar"))
    besluten = Beslut.objects.filter(
        plan__in=[u.plan_id for u in rader], utfall__in=GODKANT
    )
    ks = {beslut.plan_id: beslut for beslut in besluten}
    for utgava in rader:
        utgava.namnd, utgava.ks = namnd, ks.get(utgava.plan_id)
    return rader


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
    """Return the board's plan that has replaced an edition's, when one is decided."""
    namndens = Utgava.objects.utan_filerna().select_related("plan")
    senare = namndens.filter(namnd=utgava.namnd_id, plan__ar__gt=utgava.plan.ar)
    return senare.order_by("plan__ar").last()
