"""Takes away an activity, a chapter with what is in it, or a whole plan."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import ProtectedError, Q

from aktiviteter.historia.skriv import (
    Handling,
    las_planen,
    namn_pa,
    ny_andring,
    skriv_versioner,
)
from aktiviteter.models import Avsnitt, Handlingsplan
from vbeplan.organisation.models import Spar

MASTE_FINNAS = (
    "Aktiviteten har ett beslut i en senare plan, eller en rapport från uppföljningen. "
    "Den måste finnas kvar här. Avsluta den i den senare planen i stället."
)


@transaction.atomic
def ta_bort_aktivitet(aktivitet, *, av):
    """Remove an activity; it can be fetched back.

    Returns the `Andring`, or None when somebody else has just removed it.
    """
    return _ta_bort(aktivitet, av, aktiviteter=[aktivitet])


@transaction.atomic
def ta_bort_avsnitt(avsnitt, *, av):
    """Remove a chapter with its sections and activities, as above."""
    return _ta_bort(avsnitt, av, avsnitt=[avsnitt])


def _ta_bort(objekt, av, **rader):
    las_planen(objekt.plan)
    if not type(objekt).objects.filter(pk=objekt.pk).exists():
        return None
    andring = ny_andring(Handling.BORTTAGEN, objekt.plan, namn_pa(objekt), av=av)
    ta_bort_rader(andring, **rader)
    skriv_versioner(andring, ordning=True)
    return andring


def ta_bort_rader(andring, *, avsnitt=(), aktiviteter=()):
    """Remove rows as part of a deed; all that stands under them goes with them.

    Raises PermissionDenied when a later plan is begun from one of them, or it has been
    followed up: what is said of it there is said of this row.
    """
    plan = andring.plan
    under = Q(pk__in=[a.pk for a in avsnitt])
    kapitel = Avsnitt.objects.filter(
        under | Q(overordnat__in=[a.pk for a in avsnitt]), plan=plan
    )
    rader = plan.aktiviteter.filter(
        Q(avsnitt__in=kapitel) | Q(pk__in=[a.pk for a in aktiviteter])
    )
    kapitlen, raderna = list(kapitel), rader.med_ansvar()
    skriv_versioner(andring, borta=[*kapitlen, *raderna])
    try:
        plan.aktiviteter.filter(pk__in=[a.pk for a in raderna]).delete()
    except ProtectedError as fel:
        raise PermissionDenied(MASTE_FINNAS) from fel
    plan.avsnitt.filter(pk__in=[a.pk for a in kapitlen]).delete()


class KanInteTasBort(Exception):  # noqa: N818 — Swedish: can't be removed
    """Why a plan must stay, in Swedish."""


def hindrar_borttagning(plan):
    """Return why an open plan must stay, in Swedish; "" when it can be removed."""
    if plan.har_beslutats:
        return (
            "En version av planen är beslutad, och den nya hör ihop med den. Lägg ner "
            "den nya versionen i stället, under Planens gång."
        )
    if plan.besluten.exists():
        return (
            "Planen har varit hos nämnden, som har återremitterat den. Då måste den "
            "finnas kvar. Ändra i den i stället."
        )
    senare = Handlingsplan.objects.filter(revideringar__forlaga__plan=plan)
    if senare := senare.order_by("ar").first():
        return (
            f"Planen för {senare.ar} är påbörjad ur den här, aktivitet för aktivitet. "
            "Ta bort den först om båda ska bort."
        )
    return ""


@transaction.atomic
def ta_bort_plan(plan, *, av):
    """Remove a plan with all that is in it, its history too; for good.

    The line in the trail of deeds stays. Nothing happens when it has just been done.
    Raises KanInteTasBort, and PermissionDenied when it has been locked meanwhile.
    """
    # All of the row: who is about to save something in the plan waits, and is told.
    if not Handlingsplan.objects.select_for_update().filter(pk=plan.pk).first():
        return
    las_planen(plan)
    if hinder := hindrar_borttagning(plan):
        raise KanInteTasBort(hinder)
    Spar.objects.skriv(Spar.Handling.BORTTAGEN, plan, av=av, namnd=plan.namnd)
    plan.delete()
