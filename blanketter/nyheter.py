"""Read: which boards have something new on their desk, and since which day.

A day's news counts from the next morning, so that nobody can tell from a mail at what
hour somebody wrote.
"""

from django.db.models import Count, Max

from blanketter.models import Blankett, Forvarning, Meddelande


def senaste_nytt(idag):
    """Return by board the last day before `idag` when something came that waits yet:
    an unread form, an unread answer, or word of texts that are to be removed."""
    rader = (
        Blankett.objects.olasta()
        .filter(inkom__lt=idag)
        .order_by()
        .values_list("namnd")
        .annotate(Max("inkom")),
        Meddelande.objects.nya_svar()
        .filter(dag__lt=idag)
        .order_by()
        .values_list("blankett__namnd")
        .annotate(Max("dag")),
        Forvarning.objects.filter(dag__lt=idag)
        .order_by()
        .values_list("blankett__namnd")
        .annotate(Max("dag")),
    )
    nytt = {}
    for namnd, dag in (par for fraga in rader for par in fraga):
        nytt[namnd] = max(dag, nytt.get(namnd, dag))
    return nytt


def vantar_pa(namnder):
    """Return by board (unread forms, unread answers), those boards where there are any.

    For the desk of whoever has signed in: there a number may be shown.
    """
    olasta = Blankett.objects.olasta().filter(namnd__in=namnder)
    svar = Meddelande.objects.nya_svar().filter(blankett__namnd__in=namnder)
    nya = dict(olasta.order_by().values_list("namnd").annotate(Count("pk")))
    svarade = dict(svar.order_by().values_list("blankett__namnd").annotate(Count("pk")))
    return {n: (nya.get(n, 0), svarade.get(n, 0)) for n in nya.keys() | svarade.keys()}
