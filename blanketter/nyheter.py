"""Read: which boards have something new on their desk, and since which day.

A day's news counts from the next morning, so that nobody can tell from a mail at what
hour somebody wrote.
"""

from django.db.models import Count, F, Max, OuterRef, Subquery, Value

from blanketter.gallring.slag import alla_slag
from blanketter.models import Blankett, Meddelande


def senaste_nytt(idag):
    """Return by board the last day before `idag` when something came that waits yet:
    an unread form, an unread answer, or word of texts that are to be removed."""
    olasta = Blankett.objects.olasta().filter(inkom__lt=idag)
    svar = med_namnd(Meddelande.objects.nya_svar().filter(dag__lt=idag))
    varningar = [s.forvarning.objects.filter(dag__lt=idag) for s in alla_slag()]
    nytt = {}
    for rader in (
        olasta.order_by().values_list("namnd").annotate(Max("inkom")),
        svar.values_list("i_namnd").annotate(Max("dag")),
        *(v.med_namnd().values_list("i_namnd").annotate(Max("dag")) for v in varningar),
    ):
        for namnd, dag in rader:
            nytt[namnd] = max(dag, nytt.get(namnd, dag))
    return nytt


def vantar_pa(namnder):
    """Return by board (unread forms, unread answers), those boards where there are any.

    For the desk of whoever has signed in: there a number may be shown.
    """
    olasta = Blankett.objects.olasta().filter(namnd__in=namnder).order_by()
    svar = med_namnd(Meddelande.objects.nya_svar()).filter(i_namnd__in=namnder)
    vantar = {}
    for namnd, slag, antal in _per_namnd(olasta, "namnd", 0).union(
        _per_namnd(svar, "i_namnd", 1), all=True
    ):
        vantar.setdefault(namnd, [0, 0])[slag] = antal
    return {namnd: tuple(antal) for namnd, antal in vantar.items()}


def _per_namnd(rader, namnd, slag):
    """Return (board, `slag`, how many), to be joined to those of another kind."""
    per_namnd = rader.values(denna=F(namnd)).annotate(antal=Count("*"))
    return per_namnd.annotate(slag=Value(slag)).values_list("denna", "slag", "antal")


def med_namnd(rader):
    """Let each row about a form know its board, as `i_namnd`. Of such rows there are
    few: a join would begin at the many forms."""
    namnd = Blankett.objects.filter(pk=OuterRef("blankett")).values("namnd")
    return rader.order_by().annotate(i_namnd=Subquery(namnd[:1]))
