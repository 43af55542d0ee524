"""Read: what waits on a coordinator's desk about plans and roles."""

from collections import Counter, defaultdict

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Aktivitet, Anmarkning, Ansvar, Avfardad
from aktiviteter.tidsprak import Tidtyp
from vbeplan.organisation.models import Innehav, Ratt
from vbeplan.start.skrivbord.post import ord_antal, post, samordnade
from vbeplan.text.svenska import ordningsnyckel


def samordnarens(user, egna, idag):
    """What is missing in the newest plans (`egna`, the newest first) and roles."""
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
