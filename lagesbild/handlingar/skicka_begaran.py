"""Mails requests and reminders: each letter once, and only what went is noted."""

from dataclasses import dataclass, field
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from lagesbild.models import Kalla
from vbeplan.organisation.models import Spar


@dataclass(frozen=True)
class Brev:
    """A letter as it is to be sent; `version` is the source's when it was shown."""

    kalla: Kalla
    version: int
    epost: str
    amne: str
    text: str


@dataclass
class Utskick:
    """What became of the letters: sources by what happened.

    `redan` had been sent to, or changed, since the page was shown. `misslyckade` is
    {source: its version now}, so that the same letter can be sent once more.
    """

    skickade: list[Kalla] = field(default_factory=list)
    redan: list[Kalla] = field(default_factory=list)
    misslyckade: dict[Kalla, int] = field(default_factory=dict)


def skicka_begaran(breven, lagesbild, svar_senast, *, av):
    """Mail requests; those that went are asked for, with an answer by `svar_senast`."""
    nytt = {
        "status": Kalla.Status.BEGARD,
        "begard": timezone.localdate(),
        "svar_senast": svar_senast,
        "paminnd": None,
        "andrad_av": av,
    }
    utskick = _skicka_alla(breven, Kalla.objects.all(), nytt)
    _spar("begäran om underlag", utskick, lagesbild, av)
    return utskick


def skicka_paminnelse(breven, lagesbild, *, av):
    """Mail reminders, at most one a day to each source."""
    idag = timezone.localdate()
    vantar = Kalla.objects.filter(status=Kalla.Status.BEGARD).exclude(paminnd=idag)
    utskick = _skicka_alla(breven, vantar, {"paminnd": idag, "andrad_av": av})
    _spar("påminnelse om underlag", utskick, lagesbild, av)
    return utskick


def _skicka_alla(breven, kallor, nytt):
    """Send each letter; who sends it is whom the answer goes to."""
    utskick, forbindelse = Utskick(), get_connection()
    svar_till = [nytt["andrad_av"].epost]
    for brev in breven:
        post = EmailMessage(
            brev.amne,
            brev.text,
            to=[brev.epost],
            reply_to=svar_till,
            connection=forbindelse,
        )
        _skicka(brev, post, kallor, nytt, utskick)
    return utskick


def _skicka(brev, post, kallor, nytt, utskick):
    denna, tagen = kallor.filter(pk=brev.kalla.pk), brev.version + 1
    # Taken first: of two who press at once, one sends.
    if not denna.filter(version=brev.version).update(version=tagen):
        utskick.redan.append(brev.kalla)
        return
    try:
        post.send()
    except (SMTPException, OSError, ValueError):  # ValueError: it is no address
        utskick.misslyckade[brev.kalla] = tagen
    else:
        sedan = {**nytt, "epost": brev.epost}
        Kalla.objects.filter(pk=brev.kalla.pk, version=tagen).update(**sedan)
        utskick.skickade.append(brev.kalla)


def _spar(vad, utskick, lagesbild, av):
    if antal := len(utskick.skickade):
        vad = f"{vad} till {antal} käll{'or' if antal > 1 else 'a'}"
        namnd = lagesbild.namnd
        Spar.objects.skriv(Spar.Handling.SKICKAD, vad, av=av, namnd=namnd)
