"""Remind units by mail that a period is to be answered for: once per unit and day."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.utils import timezone

from blanketter.models import Enhet, Rapportering
from vbeplan.organisation.models import Spar
from vbeplan.organisation.post import lagg_brev


@dataclass
class Utskick:
    """What became of the reminders: units by what happened."""

    skickade: list[Enhet] = field(default_factory=list)
    redan_i_dag: list[Enhet] = field(default_factory=list)
    utan_adress: list[Enhet] = field(default_factory=list)


@transaction.atomic
def paminn(namnd, period, adress, *, av):
    """Put a letter to each unit of the board that hasn't answered; return `Utskick`.

    `adress` makes a unit's path to a whole address.
    """
    sista = Rapportering.for_namnd(namnd).sista_dag(period)
    utskick = Utskick()
    for enhet in namnd.enheter.utan_svar(period).select_related("namnd").i_ordning():
        if not enhet.epost:
            utskick.utan_adress.append(enhet)
        elif not _ta(enhet):
            utskick.redan_i_dag.append(enhet)
        else:
            _lagg(enhet, period, sista, adress(enhet.lank()), av)
            utskick.skickade.append(enhet)
    if utskick.skickade:
        antal = len(utskick.skickade)
        vad = f"påminnelse om {period} till {antal} enhet{'er' if antal > 1 else ''}"
        Spar.objects.skriv(Spar.Handling.SKICKAD, vad, av=av, namnd=namnd)
    return utskick


def _ta(enhet):
    """Note the letter first: of two who press at once, one sends."""
    idag = timezone.localdate()
    denna = Enhet.objects.filter(pk=enhet.pk)
    return denna.filter(Q(paminnd=None) | ~Q(paminnd=idag)).update(paminnd=idag)


def _lagg(enhet, period, sista, lank, av):
    varden = {"enhet": enhet, "period": period, "sista": sista, "lank": lank}
    till = f"enhet:{enhet.pk}:"
    lagg_brev(
        f"{till}{timezone.localdate()}",
        "påminnelse",
        enhet.epost,
        f"Har ni något att rapportera för {period}?",
        render_to_string("blanketter/brev/paminnelse.txt", varden),
        namnd=enhet.namnd,
        av=av,
        ersatter=till,
    )
