"""Read: what waits on the other roles' desks: who answers, reads, runs the city."""

from collections import Counter
from datetime import timedelta

from django.urls import reverse

from aktiviteter.models import Aktivitet
from aktiviteter.models.handlingsplan import Planstatus
from aktiviteter.sammanstallning import stadens_lage
from vbeplan.organisation.models import Medlemskap, Namnd, Ratt
from vbeplan.start.skrivbord.post import datum, ord_antal, planlank, post

FORE = timedelta(days=60)  # how long before its day a check date is told


def ansvarigas(user, idag):
    """The nearest check dates of the activities that her roles answer for."""
    if not user.namnd_id(Ratt.ANSVARIG):
        return
    aktiviteter = (
        Aktivitet.objects.filter(ansvar__roll__medlemskap__anvandare=user)
        .filter(avstamning__range=(idag, idag + FORE))
        .exclude(plan__status=Planstatus.ERSATT)
        .select_related("plan__namnd")
        .order_by("avstamning", "-plan__ar", "pk")
        .distinct()
    )
    for aktivitet in _en_gang(aktiviteter[:10])[:5]:
        nar = f"den {datum(aktivitet.avstamning, idag)}"
        yield post(
            f"{aktivitet.titel}: avstämning {nar}",
            f"Din roll svarar för aktiviteten i planen för {aktivitet.plan.ar}.",
            aktivitet.get_absolute_url(),
            "Läs",
            dag=aktivitet.avstamning,
            i_brev=f"Avstämning {nar} av en aktivitet i planen för "
            f"{aktivitet.plan.ar}, {aktivitet.plan.namnd}",
        )


def _en_gang(aktiviteter):
    """Without the older of two plans' rows: an activity keeps its number and day when
    next year's plan is begun from this one's."""
    sedda, kvar = set(), []
    for rad in aktiviteter:
        nyckel = (rad.plan.namnd_id, rad.nummer, rad.avstamning)
        if nyckel not in sedda:
            sedda.add(nyckel)
            kvar.append(rad)
    return kvar


def lasarens(user, egna):
    """The plan that a board goes by where she reads, and the one that is coming.

    Of what is on its way to the board she is shown what changes, in short.
    """
    namnder = user.namnd_id(Ratt.LASARE)
    hennes = [plan for plan in egna if plan.namnd_id in namnder]
    gallande = next((plan for plan in hennes if plan.ar_beslutad), None)
    ny = hennes[0] if hennes and not hennes[0].ar_beslutad else None
    if gallande:
        yield _att_lasa(gallande, "gäller nu", gallande.get_absolute_url())
    if ny and ny.status == Planstatus.TILL_NAMND:
        url = planlank("plan_sammanfattning", ny)
        yield _att_lasa(ny, "ska beslutas, sammanfattad på en sida", url)
    elif ny:
        yield _att_lasa(ny, f"läge {ny.lage.lower()}", ny.get_absolute_url())


def _att_lasa(plan, ord_, url):
    return post(
        f"Läs planen för {plan.ar}", f"{plan.namnd}: {ord_}.", url, "Läs", i_brev=None
    )


def centralas(user, delade):
    """How far the city's boards have come, and the plans that they have shared."""
    if user.ar_central:
        yield from _stadens()
    for plan in delade:
        yield post(
            f"{plan.namnd} har delat sin plan för {plan.ar}",
            f"Nämnden har delat den med staden. Läge: {plan.lage}.",
            plan.get_absolute_url(),
            "Läs",
            i_brev=None,
        )


def _stadens():
    planer = [plan for _, plan in stadens_lage()]
    if not planer:
        return
    antal = Counter(plan.lage if plan else "Ingen plan" for plan in planer)
    # Only the first letter: «godkänd av KS».
    lagen = ", ".join(f"{o[0].lower()}{o[1:]} {nr}" for o, nr in antal.most_common())
    yield post(
        "Läget i staden",
        f"{ord_antal(len(planer), 'nämnd', 'nämnder')}, efter läget för den senaste "
        f"planen: {lagen}.",
        reverse("laget"),
        "Visa läget",
        i_brev=None,
    )


def forvaltarens(user):
    """Boards that are missing, or that nobody coordinates."""
    if not user.ar_forvaltare:
        return
    samordnade = Medlemskap.objects.filter(
        ratt=Ratt.SAMORDNARE, anvandare__is_active=True
    )
    namnder = list(Namnd.objects.verksamma().i_ordning())
    har = set(samordnade.values_list("namnd", flat=True))
    if not namnder:
        yield post(
            "Lägg in den första nämnden",
            "Sedan lägger du in dess samordnare. Har kommunen en enda plan räcker "
            "kommunstyrelsen.",
            reverse("namnd_ny"),
            "Ny nämnd",
        )
    for namnd in [n for n in namnder if n.pk not in har][:5]:
        yield post(
            f"{namnd} har ingen samordnare",
            "Lägg till en användare med rätten samordnare.",
            reverse("anvandare_ny"),
            "Lägg till",
        )
