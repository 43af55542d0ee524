"""Mail the invited: their link, or a reminder; at most one letter a day to each."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from lagesbild.enkatbrev import lagg_enkatbrev
from lagesbild.models import Inbjudan
from vbeplan.organisation.models import Spar


@dataclass
class Utskick:
    """What became of the letters: invitations by what happened."""

    skickade: list[Inbjudan] = field(default_factory=list)
    redan_i_dag: list[Inbjudan] = field(default_factory=list)
    utan_adress: list[Inbjudan] = field(default_factory=list)


def att_skicka_till(enkat, *, paminnelse):
    """Return the invitations that a letter is for: asked first, or reminded."""
    rader = enkat.inbjudningar.select_related("respondent").att_paminna()
    return (rader if paminnelse else rader.filter(skickad=None)).i_ordning()


def fick_brev(inbjudan, dag):
    """Tell whether a letter went to the invited on the day."""
    return dag in (inbjudan.skickad, inbjudan.paminnd)


@transaction.atomic
def skicka_enkat(enkat, adress, *, av, paminnelse=False):
    """Put a letter to each that hasn't answered in the outbox; return `Utskick`.

    `adress` makes a link's path to a whole address.
    """
    utskick = Utskick()
    for inbjudan in att_skicka_till(enkat, paminnelse=paminnelse):
        inbjudan.enkat = enkat
        if not inbjudan.respondent.epost:
            utskick.utan_adress.append(inbjudan)
        elif not _ta(inbjudan, "paminnd" if paminnelse else "skickad"):
            utskick.redan_i_dag.append(inbjudan)
        else:
            lagg_enkatbrev(inbjudan, adress(inbjudan.lank()), paminnelse=paminnelse)
            utskick.skickade.append(inbjudan)
    if antal := len(utskick.skickade):
        vad = f"{enkat}: {'påminnelse' if paminnelse else 'inbjudan'} till {antal}"
        enkat.spar(Spar.Handling.SKICKAD, vad, av)
    return utskick


def _ta(inbjudan, falt):
    """Note the letter before it goes: of two who press at once, one sends."""
    idag = timezone.localdate()
    denna = Inbjudan.objects.filter(pk=inbjudan.pk, har_svarat=False)
    fick = Q(skickad=idag) | Q(paminnd=idag)
    return denna.exclude(fick).update(**{falt: idag})
