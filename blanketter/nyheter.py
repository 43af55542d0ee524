"""Read: which boards have something new on their desk, and since which day.

A day's news counts from the next morning, so that nobody can tell from a mail at what
hour somebody wrote.
"""

from django.db.models import Count, Max, OuterRef, Subquery

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
    nya = dict(olasta.values_list("namnd").annotate(antal=Count("*")))
    svarade = dict(svar.values_list("i_namnd").annotate(antal=Count("*")))
    return {n: (nya.get(n, 0), svarade.get(n, 0)) for n in nya.keys() | svarade.keys()}


def med_namnd(rader):
    """Let each row about a form know its board, as `i_namnd`. Of such rows there are
    few: a join would begin at the many forms."""
    namnd = Blankett.objects.filter(pk=OuterRef("blankett")).values("namnd")
    return rader.order_by().annotate(i_namnd=Subquery(namnd[:1]))
