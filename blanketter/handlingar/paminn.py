"""Remind units by mail that a period is to be answered for: once per unit and day."""

from dataclasses import dataclass, field
from smtplib import SMTPException

from django.core.mail import EmailMessage, get_connection
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone

from blanketter.models import Enhet, Rapportering
from vbeplan.organisation.models import Spar


@dataclass
class Utskick:
    """What became of the reminders: units by what happened."""

    skickade: list[Enhet] = field(default_factory=list)
    redan_i_dag: list[Enhet] = field(default_factory=list)
    utan_adress: list[Enhet] = field(default_factory=list)
    misslyckade: list[Enhet] = field(default_factory=list)


def paminn(namnd, period, adress, *, av):
    """Mail the board's units that haven't answered for the period; return `Utskick`.

    `adress` makes a unit's path to a whole address. A unit whose mail didn't go can be
    reminded again the same day.
    """
    sista = Rapportering.for_namnd(namnd).sista_dag(period)
    utskick, forbindelse = Utskick(), get_connection()
    for enhet in namnd.enheter.utan_svar(period).select_related("namnd").i_ordning():
        brev = _brev(enhet, period, sista, adress(enhet.lank()), forbindelse)
        _skicka(enhet, brev, utskick)
    if utskick.skickade:
        antal = len(utskick.skickade)
        vad = f"påminnelse om {period} till {antal} enhet{'er' if antal > 1 else ''}"
        Spar.objects.skriv(Spar.Handling.SKICKAD, vad, av=av, namnd=namnd)
    return utskick


def _brev(enhet, period, sista, lank, forbindelse):
    varden = {"enhet": enhet, "period": period, "sista": sista, "lank": lank}
    return EmailMessage(
        subject=f"Har ni något att rapportera för {period}?",
        body=render_to_string("blanketter/brev/paminnelse.txt", varden),
        to=[enhet.epost],
        connection=forbindelse,
    )


def _skicka(enhet, brev, utskick):
    if not enhet.epost:
        utskick.utan_adress.append(enhet)
        return
    forut, idag = enhet.paminnd, timezone.localdate()
    # Taken first: of two who press at once, one sends.
    denna = Enhet.objects.filter(pk=enhet.pk)
    if not denna.filter(Q(paminnd=None) | ~Q(paminnd=idag)).update(paminnd=idag):
        utskick.redan_i_dag.append(enhet)
        return
    try:
        brev.send()
    except (SMTPException, OSError):
        denna.update(paminnd=forut)
        utskick.misslyckade.append(enhet)
    else:
        utskick.skickade.append(enhet)
