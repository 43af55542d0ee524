"""Read: what waits on a coordinator's desk about plans and roles."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Aktivitet, Ansvar, Avfardad
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
    tal = _tal([p for n in namnder if (p := senaste.get(n.pk)) and p.ar_oppen])
    for namnd in namnder:
        plan = senaste.get(namnd.pk)
        if plan is None:
            yield post(
                f"{namnd} har ingen plan än",
                "Hämta in förra årets plan från Word, eller börja på en ny.",
                reverse("plan_importera"),
                "Hämta in",
            )
        elif plan.ar_oppen:
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
    """Return by plan what is to be mended in it, as numbers; one query."""
    tal = {p.pk: Counter(anmarkningar=p.anmarkningar_kvar) for p in planer}
    fel = ~Q(tidplan__fel="") & Q(tidplan__fel__isnull=False)
    idag = timezone.localdate().isoformat()
    pagar = Q(tidplan__slut=None) | Q(tidplan__slut__gte=idag)
    utan_avstamning = pagar & Q(tidplan__typ=Tidtyp.LOPANDE, avstamning=None)
    utan_ansvar = ~Exists(Ansvar.objects.filter(aktivitet=OuterRef("pk")))
    aktiviteter = Aktivitet.objects.filter(plan__in=tal).order_by().values("plan")
    for rad in aktiviteter.annotate(
        fel=Count("pk", filter=fel & _ar_kvar("omojligt_datum")),
        utan_avstamning=Count(
            "pk", filter=utan_avstamning & _ar_kvar("utan_avstamning")
        ),
        utan_ansvar=Count("pk", filter=utan_ansvar & _ar_kvar("utan_ansvarig")),
    ):
        tal[rad.pop("plan")].update(rad)
    return tal


def _ar_kvar(slag):
    """Tell that nobody has put the activity's remark of the kind away.

    Whatever its words: the margin tells when those have changed.
    """
    return ~Exists(Avfardad.objects.filter(aktivitet=OuterRef("pk"), slag=slag))


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
