"""Read: occasions of follow-up that are open, for who reports and who collects."""

from datetime import timedelta

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from aktiviteter.models import Aktivitet, Tillfalle, Uppfoljning
from aktiviteter.models.uppfoljning import SVARAR
from vbeplan.organisation.models import Ratt
from vbeplan.start.skrivbord.post import ord_antal, post, senast

FORE = timedelta(days=21)  # how long before its last day an occasion is told of


def samordnarens_uppfoljning(user, idag):
    """What is missing in the open occasions, or that they can be closed; one query."""
    namnder = user.namnd_id(Ratt.SAMORDNARE)
    if not namnder:
        return
    rader = _oppna(alla=_antal(Q()), kvar=_antal(_orapporterad()))
    rader = rader.filter(plan__namnd__in=namnder, senast__lte=idag + FORE)
    for rad in rader:
        url = reverse("tillfalle", args=[rad.pk])
        if rad.kvar:
            yield post(
                f"{rad.kvar} av {rad.alla} aktiviteter är inte rapporterade",
                f"{rad}, {rad.plan.namnd}. Påminn rollerna, eller rapportera åt dem.",
                url,
                "Se vilka",
                **senast(rad.senast, idag),
            )
        elif rad.alla:
            yield post(
                f"{rad} kan stängas",
                f"{rad.plan.namnd}: alla {rad.alla} aktiviteter är rapporterade.",
                url,
                "Stäng",
                dag=rad.senast,
            )


def ansvarigas_uppfoljning(user, idag):
    """What her roles have left to report, a line for each occasion; one query."""
    namnder = user.namnd_id(Ratt.ANSVARIG)
    if not namnder:
        return
    egna = Q(
        ansvar__roll__medlemskap__anvandare=user,
        ansvar__roll__medlemskap__ratt=Ratt.ANSVARIG,
        ansvar__art__in=SVARAR,
    )
    rader = _oppna(kvar=_antal(egna & _orapporterad()))
    for rad in rader.filter(plan__namnd__in=namnder, kvar__gt=0):
        yield post(
            ord_antal(rad.kvar, "aktivitet", "aktiviteter") + " att rapportera",
            f"{rad}, {rad.plan.namnd}. Skriv hur det har gått.",
            reverse("mina_rapporter"),
            "Rapportera",
            **senast(rad.senast, idag),
        )


def _oppna(**antal):
    oppna = Tillfalle.objects.filter(status=Tillfalle.Status.OPPET)
    return oppna.select_related("plan__namnd").annotate(**antal)


def _orapporterad():
    """Tell that an activity has no report of the outermost row, an occasion.

    It has a row there first when somebody begins to write.
    """
    skrivna = Uppfoljning.objects.exclude(status="").filter(
        aktivitet=OuterRef("pk"), tillfalle=OuterRef(OuterRef("pk"))
    )
    return ~Exists(skrivna)


def _antal(vilka):
    """Return how many of the plan's activities the occasion has, of those."""
    rader = Aktivitet.objects.filter(vilka, plan=OuterRef("plan")).order_by()
    antal = rader.values("plan").annotate(antal=Count("pk", distinct=True))
    return Coalesce(
        Subquery(antal.values("antal"), output_field=IntegerField()), Value(0)
    )
