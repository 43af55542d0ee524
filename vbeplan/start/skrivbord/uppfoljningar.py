"""Read: occasions of follow-up that are open, for who reports and who collects."""

from datetime import timedelta

from django.db.models import Count, Q
from django.urls import NoReverseMatch, reverse

from aktiviteter.models import Tillfalle, Uppfoljning
from vbeplan.organisation.models import Ratt
from vbeplan.start.skrivbord.post import ord_antal, planlank, post, senast

FORE = timedelta(days=21)  # how long before its last day an occasion is told of


def samordnarens_uppfoljning(user, idag):
    """What is missing in the open occasions, or that they can be closed; one query."""
    namnder = user.namnd_id(Ratt.SAMORDNARE)
    if not namnder:
        return
    saknas = Count("uppfoljningar", filter=Q(uppfoljningar__status=""))
    rader = Tillfalle.objects.filter(
        plan__namnd__in=namnder, status=Tillfalle.Status.OPPET, senast__lte=idag + FORE
    )
    rader = rader.select_related("plan__namnd")
    for rad in rader.annotate(alla=Count("uppfoljningar"), saknas=saknas):
        url = planlank("plan_uppfoljning", rad.plan)
        if rad.saknas:
            yield post(
                f"{rad.saknas} av {rad.alla} aktiviteter är inte rapporterade",
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
    if not user.namnd_id(Ratt.ANSVARIG):
        return
    egna = Q(
        aktivitet__ansvar__roll__medlemskap__anvandare=user,
        aktivitet__ansvar__roll__medlemskap__ratt=Ratt.ANSVARIG,
    )
    rader = Uppfoljning.objects.filter(
        egna, status="", tillfalle__status=Tillfalle.Status.OPPET
    )
    antal = dict(
        rader.order_by()
        .values_list("tillfalle")
        .annotate(Count("aktivitet", distinct=True))
    )
    tillfallen = Tillfalle.objects.filter(pk__in=antal).select_related("plan__namnd")
    for rad in tillfallen if antal else ():
        yield post(
            ord_antal(antal[rad.pk], "aktivitet", "aktiviteter") + " att rapportera",
            f"{rad}, {rad.plan.namnd}. Skriv hur det har gått.",
            _egna_rapporter(rad.plan),
            "Rapportera",
            **senast(rad.senast, idag),
        )


def _egna_rapporter(plan):
    try:
        return reverse("uppfoljning")
    except NoReverseMatch:
        return plan.get_absolute_url()
