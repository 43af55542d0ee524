"""Asks others about a plan: puts them on the list, writes to them, takes them off."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from aktiviteter.handlingar.gang import RedanGjort, skicka_pa_samrad
from aktiviteter.historia.skriv import las_planen
from aktiviteter.models import Planstatus, Samrad
from vbeplan.organisation.models import Spar
from vbeplan.organisation.radbrev import lagg_radbrev

BREVSLAG = "samråd"


@transaction.atomic
def satt_pa_listan(plan, forslag, *, av):
    """Let `samradsforslag.Forslag` be asked; return how many were not on the list."""
    las_planen(plan)
    finns = set(plan.samraden.values_list("part", flat=True))
    nya = [f for f in forslag if f.part not in finns]
    Samrad.objects.bulk_create(
        [
            Samrad(plan=plan, part=f.part, slag=f.slag, epost=f.epost, andrad_av=av)
            for f in nya
        ]
    )
    if nya:
        vad = f"listan över samråd om {plan}"
        Spar.objects.skriv(Spar.Handling.ANDRAD, vad, av=av, namnd=plan.namnd)
    return len(nya)


@transaction.atomic
def skicka_fragor(breven, plan, svar_senast, *, bilaga=None, av):
    """Put the letters in the outbox; who gets one is asked, with an answer by a day.

    A draft is then a plan på samråd. `bilaga` is (file name, bytes), or None.
    """
    las_planen(plan)
    nytt = {
        "status": Samrad.Status.FRAGAD,
        "fragad": timezone.localdate(),
        "svar_senast": svar_senast,
        "paminnd": None,
    }
    vantar = plan.samraden.fragas()
    utskick = _lagg(breven, vantar, nytt, plan, av, bilaga)
    if utskick.skickade:
        _spar("frågan om samråd", utskick, plan, av)
        _pa_samrad(plan, av)
    return utskick


@transaction.atomic
def skicka_paminnelser(breven, plan, *, av):
    """Put reminders in the outbox, at most one a day to each."""
    las_planen(plan)
    idag = timezone.localdate()
    vantar = plan.samraden.filter(status=Samrad.Status.FRAGAD).exclude(paminnd=idag)
    utskick = _lagg(breven, vantar, {"paminnd": idag}, plan, av)
    if utskick.skickade:
        _spar("påminnelsen om samråd", utskick, plan, av)
    return utskick


def _lagg(breven, vantar, nytt, plan, av, bilaga=None):
    nytt = nytt | {"andrad": timezone.now()}
    namnd = plan.namnd
    return lagg_radbrev(
        breven, vantar, nytt, BREVSLAG, namnd=namnd, av=av, bilaga=bilaga
    )


def _spar(vad, utskick, plan, av):
    antal = len(utskick.skickade)
    vad = f"{vad} om {plan} till {antal} {'part' if antal == 1 else 'parter'}"
    Spar.objects.skriv(Spar.Handling.SKICKAD, vad, av=av, namnd=plan.namnd)


def _pa_samrad(plan, av):
    if plan.status == Planstatus.UTKAST:
        try:
            skicka_pa_samrad(plan, av=av)
        except RedanGjort:
            return  # somebody has just done it: it is what was wanted


@transaction.atomic
def bli_utebliven(samrad, *, av):
    """Note that no answer came; False when none is waited for any more."""
    las_planen(samrad.plan)
    rader = Samrad.objects.filter(pk=samrad.pk, status=Samrad.Status.FRAGAD)
    uteblev = Samrad.Status.UTEBLEV
    if not rader.update(status=uteblev, andrad_av=av, version=F("version") + 1):
        return False
    vad = f"samrådet med {samrad} om {samrad.plan}"
    Spar.objects.skriv(Spar.Handling.ANDRAD, vad, av=av, namnd=samrad.namnd)
    return True


@transaction.atomic
def ta_bort(rad, vad, *, av):
    """Take a `Samrad` with its remarks, or one `Yttrande`, away; leaves a trace."""
    las_planen(rad.plan)
    if type(rad).objects.filter(pk=rad.pk).delete()[0]:
        vad = f"{vad} om {rad.plan}"
        Spar.objects.skriv(Spar.Handling.BORTTAGEN, vad, av=av, namnd=rad.namnd)
