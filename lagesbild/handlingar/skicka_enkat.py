"""Mail the invited: their link, or a reminder; at most one letter a day to each."""

from dataclasses import dataclass, field
from smtplib import SMTPException

from django.core.mail import get_connection
from django.db.models import Q
from django.utils import timezone

from lagesbild.enkatbrev import brevet
from lagesbild.models import Inbjudan
from vbeplan.organisation.models import Spar

GER_UPP = 3  # letters in a row that didn't go: then the mail server is down


@dataclass
class Utskick:
    """What became of the letters: invitations by what happened."""

    skickade: list[Inbjudan] = field(default_factory=list)
    redan_i_dag: list[Inbjudan] = field(default_factory=list)
    utan_adress: list[Inbjudan] = field(default_factory=list)
    misslyckade: list[Inbjudan] = field(default_factory=list)
    i_rad: int = 0

    @property
    def ger_upp(self):
        return self.i_rad >= GER_UPP


def att_skicka_till(enkat, *, paminnelse):
    """Return the invitations that a letter is for: asked first, or reminded."""
    rader = enkat.inbjudningar.select_related("respondent").att_paminna()
    return (rader if paminnelse else rader.filter(skickad=None)).i_ordning()


def fick_brev(inbjudan, dag):
    """Tell whether a letter went to the invited on the day."""
    return dag in (inbjudan.skickad, inbjudan.paminnd)


def skicka_enkat(enkat, adress, *, av, paminnelse=False):
    """Mail those who haven't answered; return `Utskick`.

    `adress` makes a link's path to a whole address. Whoever got none, since the mail
    server didn't take it, can be mailed again the same day.
    """
    utskick, forbindelse = Utskick(), get_connection()
    for inbjudan in att_skicka_till(enkat, paminnelse=paminnelse):
        inbjudan.enkat = enkat
        brev = brevet(
            inbjudan, adress(inbjudan.lank()), forbindelse, paminnelse=paminnelse
        )
        _skicka(inbjudan, brev, utskick, "paminnd" if paminnelse else "skickad")
    if antal := len(utskick.skickade):
        vad = f"{enkat}: {'påminnelse' if paminnelse else 'inbjudan'} till {antal}"
        enkat.spar(Spar.Handling.SKICKAD, vad, av)
    return utskick


def _skicka(inbjudan, brev, utskick, falt):
    if not inbjudan.respondent.epost:
        utskick.utan_adress.append(inbjudan)
    elif utskick.ger_upp:
        utskick.misslyckade.append(inbjudan)
    elif not _ta(inbjudan, falt):
        utskick.redan_i_dag.append(inbjudan)
    else:
        _forsok(inbjudan, brev, utskick, falt)


def _ta(inbjudan, falt):
    """Note the letter before it goes: of two who press at once, one sends."""
    idag = timezone.localdate()
    denna = Inbjudan.objects.filter(pk=inbjudan.pk, har_svarat=False)
    fick = Q(skickad=idag) | Q(paminnd=idag)
    return denna.exclude(fick).update(**{falt: idag})


def _forsok(inbjudan, brev, utskick, falt):
    forut = getattr(inbjudan, falt)
    try:
        brev.send()
    except (SMTPException, OSError):
        denna = Inbjudan.objects.filter(pk=inbjudan.pk, har_svarat=False)
        denna.update(**{falt: forut})
        utskick.misslyckade.append(inbjudan)
        utskick.i_rad += 1
    else:
        utskick.skickade.append(inbjudan)
        utskick.i_rad = 0
