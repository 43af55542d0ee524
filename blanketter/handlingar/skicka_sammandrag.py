"""Mail the coordinators that there is something new: once a day each, and not what."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.template.loader import render_to_string

from blanketter.models import UtanSammandrag, Utskick
from blanketter.nyheter import senaste_nytt
from vbeplan.organisation.models import Medlemskap, Ratt
from vbeplan.organisation.post import lagg_brev

AMNE = "Det finns nytt i inkorgen"
PAMINNS_EFTER = timedelta(days=7)  # of what has been told of and nobody has read


def lagg_sammandrag(idag, adress):
    """Put each coordinator's digest of the day, if there is one; return how many.

    `adress` is where she reads. Run again the same day it puts none. Whoever calls
    has them sent.
    """
    return sum(
        _lagg(person, namnder, idag, adress) for person, namnder in _att_skicka(idag)
    )


def _att_skicka(idag):
    """Yield each coordinator who is to be told, with the boards that have news."""
    nytt, senast = senaste_nytt(idag), _senaste_utskick(idag)
    for person, namnder in _samordnarna().items():
        nya = [
            n for n in namnder if _ar_nytt(nytt.get(n.pk), senast.get(person.pk), idag)
        ]
        if nya:
            yield person, nya


def _ar_nytt(dag, senast, idag):
    """Tell whether a board's last news came after her last digest, or waits long."""
    if dag is None:
        return False
    return senast is None or dag >= senast or idag - senast >= PAMINNS_EFTER


def _samordnarna():
    """Return the boards of each coordinator who can sign in and wants the digest."""
    rader = (
        Medlemskap.objects.filter(ratt=Ratt.SAMORDNARE, anvandare__is_active=True)
        .exclude(anvandare__in=UtanSammandrag.objects.values("pk"))
        .select_related("anvandare", "namnd")
        .order_by("namnd__namn", "anvandare")
    )
    namnder = {}
    for rad in rader:
        namnder.setdefault(rad.anvandare, []).append(rad.namnd)
    return namnder


def _senaste_utskick(idag):
    """Return by person the day of the last digest that was put before today."""
    rader = Utskick.objects.filter(dag__lt=idag)
    return dict(rader.order_by().values_list("till").annotate(Max("dag")))


@transaction.atomic
def _lagg(person, namnder, idag, adress):
    """Put her letter with the day's row; tell whether no other run had done it."""
    _, nytt = Utskick.objects.get_or_create(till=person, dag=idag)
    if nytt:
        varden = {"person": person, "namnder": namnder, "adress": adress}
        text = render_to_string("blanketter/brev/sammandrag.txt", varden)
        till = f"sammandrag:{person.pk}:"
        lagg_brev(
            f"{till}{idag}",
            "sammandrag",
            person.epost,
            AMNE,
            text,
            namnd=None,
            ersatter=till,
            gloms=True,
            genast=False,
        )
    return nytt
