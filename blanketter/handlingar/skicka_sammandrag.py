"""Mail the coordinators that there is something new: once a day each, and not what."""

from dataclasses import dataclass, field
from datetime import timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.db.models import F, Max
from django.template.loader import render_to_string

from blanketter.models import UtanSammandrag, Utskick
from blanketter.nyheter import senaste_nytt
from vbeplan.organisation.models import Anvandare, Medlemskap, Ratt

AMNE = "Det finns nytt i inkorgen"
PAMINNS_EFTER = timedelta(days=7)  # of what has been told of and nobody has read


@dataclass
class Resultat:
    """The people by what became of their digest."""

    skickade: list[Anvandare] = field(default_factory=list)
    misslyckade: list[Anvandare] = field(default_factory=list)


def skicka_sammandrag(idag, adress):
    """Send each coordinator the day's digest, if there is one; return `Resultat`.

    `adress` is where she reads. Run again the same day it sends only what failed.
    """
    resultat, forbindelse = Resultat(), get_connection()
    for person, namnder in _att_skicka(idag):
        denna = _ta(person, idag)
        if denna is None:
            continue
        brev = _brev(person, namnder, adress, forbindelse)
        if _skicka(denna, brev):
            resultat.skickade.append(person)
        else:
            resultat.misslyckade.append(person)
    return resultat


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
    """Return by person the day of the last digest that went before today."""
    rader = Utskick.objects.filter(status=Utskick.Status.SKICKAT, dag__lt=idag)
    return dict(rader.order_by().values_list("till").annotate(Max("dag")))


def _ta(person, idag):
    """Return the row of today, taken for this run; None when another has it."""
    rad, _ = Utskick.objects.get_or_create(till=person, dag=idag)
    vantar = Utskick.objects.filter(pk=rad.pk, status=Utskick.Status.VANTAR)
    return rad if vantar.update(status=Utskick.Status.SKICKAS) else None


def _brev(person, namnder, adress, forbindelse):
    varden = {"person": person, "namnder": namnder, "adress": adress}
    return EmailMessage(
        subject=AMNE,
        body=render_to_string("blanketter/brev/sammandrag.txt", varden),
        to=[person.epost],
        connection=forbindelse,
    )


def _skicka(rad, brev):
    denna = Utskick.objects.filter(pk=rad.pk)
    try:
        brev.send()
    except (SMTPException, OSError, ValueError):  # ValueError: it is no address
        denna.update(status=Utskick.Status.VANTAR, forsok=F("forsok") + 1)
        return False
    denna.update(status=Utskick.Status.SKICKAT)
    return True
