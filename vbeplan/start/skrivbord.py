"""Read: what waits on a user's desk, each thing with its reason and one link."""

from collections import Counter, defaultdict

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Aktivitet, Anmarkning, Ansvar, Avfardad, Handlingsplan
from aktiviteter.tidsprak import Tidtyp
from vbeplan.organisation.models import Innehav, Medlemskap, Namnd, Ratt
from vbeplan.organisation.models.medlemskap import NAMNDENS
from vbeplan.start.bordspost import ord_antal, post, samordnade
from vbeplan.start.skrivbord_blanketter import blanketternas, gallringens, reglernas
from vbeplan.text.svenska import ordningsnyckel


def skrivbord(user, *, nu=None):
    """Return the start page's context for a user at a local time."""
    nu = nu or timezone.localtime()
    egna, delade = _egna(user), _delade(user)
    poster = [
        *blanketternas(user),
        *gallringens(user, nu.date()),
        *_samordnarens(user, egna, nu.date()),
        *_ansvarigas(user, nu.date()),
        *_lasarens(user, egna),
        *_centralas(delade),
        *_forvaltarens(user),
        *reglernas(user),
    ]
    return {
        "halsning": f"{_halsning(nu.hour)}, {user.get_short_name()}",
        "ingress": _ingress(len(poster)),
        "poster": poster,
        "sidokort": _sidokort((egna or delade)[:2]),
    }


def _egna(user):
    """The plans of the boards she works with, the newest first."""
    namnder = user.namnd_id(*NAMNDENS)
    return list(Handlingsplan.objects.filter(namnd__in=namnder).nyast_forst())


def _delade(user):
    """The newest plans that boards have shared, for the city's coordinator."""
    if not user.ar_central:
        return []
    return list(Handlingsplan.objects.filter(delad=True).nyast_forst()[:5])


def _halsning(timme):
    if 5 <= timme < 10:
        return "God morgon"
    return "God kväll" if timme >= 18 or timme < 5 else "Hej"


def _ingress(antal):
    if not antal:
        return "Inget väntar på dig just nu."
    return "En sak väntar på dig." if antal == 1 else f"{antal} saker väntar på dig."


def _samordnarens(user, egna, idag):
    namnder = samordnade(user)
    if not namnder:
        return
    senaste = {}
    for plan in egna:
        senaste.setdefault(plan.namnd_id, plan)
    tal = _tal([senaste[n.pk] for n in namnder if n.pk in senaste])
    for namnd in namnder:
        plan = senaste.get(namnd.pk)
        if plan is None:
            yield post(
                f"{namnd} har ingen plan än",
                "Hämta in förra årets plan från Word, eller börja på en ny.",
                reverse("plan_importera"),
                "Hämta in",
            )
        else:
            yield from _planens(plan, tal[plan.pk])
    if vakanta := _vakanta(user, idag):
        yield post(
            ord_antal(len(vakanta), "roll är vakant", "roller är vakanta"),
            f"Ingen svarar just nu för {vakanta[0]}"
            + (" med flera." if len(vakanta) > 1 else "."),
            reverse("roller"),
            "Visa roller",
        )


def _tal(planer):
    """Return by plan what is to be mended in it, as numbers; three queries."""
    tal = {plan.pk: Counter() for plan in planer}
    anmarkningar = Anmarkning.objects.oppna().filter(plan__in=tal).order_by()
    fel = ~Q(tidplan__fel="") & Q(tidplan__fel__isnull=False)
    idag = timezone.localdate().isoformat()
    pagar = Q(tidplan__slut=None) | Q(tidplan__slut__gte=idag)
    utan_avstamning = pagar & Q(tidplan__typ=Tidtyp.LOPANDE, avstamning=None)
    utan_ansvar = ~Exists(Ansvar.objects.filter(aktivitet=OuterRef("pk")))
    aktiviteter = Aktivitet.objects.filter(plan__in=tal).order_by().values("plan")
    avfardade = _avfardade(tal)

    def kvar(slag):
        return ~Q(pk__in=avfardade[slag]) if slag in avfardade else Q()

    for rader in (
        anmarkningar.values("plan").annotate(anmarkningar=Count("pk")),
        aktiviteter.annotate(
            fel=Count("pk", filter=fel & kvar("omojligt_datum")),
            utan_avstamning=Count(
                "pk", filter=utan_avstamning & kvar("utan_avstamning")
            ),
            utan_ansvar=Count("pk", filter=utan_ansvar & kvar("utan_ansvarig")),
        ),
    ):
        for rad in rader:
            tal[rad.pop("plan")].update(rad)
    return tal


def _avfardade(planer):
    """Return by kind the activities whose remark somebody has put away.

    Whatever their words: the margin tells when those have changed.
    """
    av_slag = defaultdict(list)
    rader = Avfardad.objects.filter(plan__in=planer, aktivitet__isnull=False)
    for slag, aktivitet in rader.order_by().values_list("slag", "aktivitet"):
        av_slag[slag].append(aktivitet)
    return av_slag


def _planens(plan, tal):
    adress, titel = (
        f"{plan.get_absolute_url()}#granskning",
        f"Planen för {plan.ar}, {plan.namnd}",
    )
    if tal["anmarkningar"]:
        yield post(
            ord_antal(tal["anmarkningar"], "anmärkning", "anmärkningar")
            + " från inläsningen att gå igenom",
            f"{titel}: det som inte gick att tolka står kvar som text.",
            adress,
            "Gå igenom",
        )
    if tal["fel"]:
        yield post(
            ord_antal(tal["fel"], "tid som inte finns", "tider som inte finns"),
            f"{titel}: rätta innan planen går till nämnden.",
            adress,
            "Rätta",
        )
    if tal["utan_avstamning"]:
        yield post(
            ord_antal(
                tal["utan_avstamning"],
                "löpande aktivitet saknar avstämning",
                "löpande aktiviteter saknar avstämning",
            ),
            f"{titel}: välj en dag då ni ser efter hur det går.",
            adress,
            "Välj dag",
        )
    if tal["utan_ansvar"]:
        yield post(
            ord_antal(
                tal["utan_ansvar"],
                "aktivitet saknar ansvarig",
                "aktiviteter saknar ansvarig",
            ),
            f"{titel}: skriv vilken roll som svarar för den.",
            adress,
            "Välj roll",
        )


def _ansvarigas(user, idag):
    """The nearest check dates of the activities that her roles answer for."""
    if not user.namnd_id(Ratt.ANSVARIG):
        return
    aktiviteter = (
        Aktivitet.objects.filter(ansvar__roll__medlemskap__anvandare=user)
        .filter(avstamning__gte=idag)
        .select_related("plan__namnd")
        .order_by("avstamning", "pk")
        .distinct()
    )
    for aktivitet in aktiviteter[:5]:
        yield post(
            f"{aktivitet.titel}: avstämning {aktivitet.avstamning.isoformat()}",
            f"Din roll svarar för aktiviteten i planen för {aktivitet.plan.ar}.",
            aktivitet.get_absolute_url(),
            "Läs",
        )


def _lasarens(user, egna):
    namnder = user.namnd_id(Ratt.LASARE)
    if plan := next((plan for plan in egna if plan.namnd_id in namnder), None):
        yield post(
            f"Läs planen för {plan.ar}", str(plan.namnd), plan.get_absolute_url(), "Läs"
        )


def _centralas(delade):
    for plan in delade:
        yield post(
            f"{plan.namnd} har delat sin plan för {plan.ar}",
            "Nämnden har delat den med staden.",
            plan.get_absolute_url(),
            "Läs",
        )


def _forvaltarens(user):
    if not user.ar_forvaltare:
        return
    samordnade = Medlemskap.objects.filter(
        ratt=Ratt.SAMORDNARE, anvandare__is_active=True
    )
    namnder = list(Namnd.objects.i_ordning())
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


def _vakanta(user, idag):
    """Return the names of roles that had a holder once, but have none today."""
    innehav = Innehav.objects.filter(roll__namnd__in=user.namnd_id(Ratt.SAMORDNARE))
    hafta, innehavda = {}, set()
    for rad in innehav.select_related("roll"):
        hafta[rad.roll_id] = rad.roll.namn
        if rad.galler(idag):
            innehavda.add(rad.roll_id)
    vakanta = [namn for roll, namn in hafta.items() if roll not in innehavda]
    return sorted(vakanta, key=ordningsnyckel)


def _sidokort(planer):
    antal = Aktivitet.objects.filter(plan__in=planer).order_by().values_list("plan")
    antal = dict(antal.annotate(Count("pk")))
    return [
        {
            "rubrik": f"Planen {plan.ar}",
            "status": plan.lage,
            "text": f"{plan.namnd}: {antal.get(plan.pk, 0)} aktiviteter",
            "url": plan.get_absolute_url(),
            "lanktext": "Öppna planen",
        }
        for plan in planer
    ]
