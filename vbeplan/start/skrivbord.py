"""Read: what waits on a user's desk, each thing with its reason and one link."""

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Aktivitet, Ansvar, Handlingsplan
from aktiviteter.tidsprak import Tidtyp
from vbeplan.organisation.models import Innehav, Namnd, Ratt, Roll


def skrivbord(user, *, nu=None):
    """Return the start page's context for a user at a local time."""
    nu = nu or timezone.localtime()
    poster = [
        post
        for hitta in (_samordnarens, _ansvarigas, _lasarens, _centralas, _forvaltarens)
        for post in hitta(user, nu.date())
    ]
    return {
        "halsning": f"{_halsning(nu.hour)}, {user.get_short_name()}",
        "ingress": _ingress(len(poster)),
        "poster": poster,
        "sidokort": _sidokort(user),
    }


def _halsning(timme):
    if 5 <= timme < 10:
        return "God morgon"
    return "God kväll" if timme >= 18 or timme < 5 else "Hej"


def _ingress(antal):
    if not antal:
        return "Inget väntar på dig just nu."
    return "En sak väntar på dig." if antal == 1 else f"{antal} saker väntar på dig."


def _samordnarens(user, idag):
    namnder = list(Namnd.objects.samordnade_av(user).i_ordning())
    if not namnder:
        return
    planer = _med_tal(Handlingsplan.objects.redigerbara(user), idag).nyast_forst()
    senaste = {}
    for plan in planer:
        senaste.setdefault(plan.namnd_id, plan)
    for namnd in namnder:
        plan = senaste.get(namnd.pk)
        if plan is None:
            yield _post(
                f"{namnd} har ingen plan än",
                "Hämta in förra årets plan från Word, eller börja på en ny.",
                reverse("plan_importera"),
                "Hämta in",
            )
        else:
            yield from _planens(plan)
    vakanta = list(_vakanta(Roll.objects.redigerbara(user), idag).i_ordning()[:20])
    if vakanta:
        yield _post(
            _antal(len(vakanta), "roll är vakant", "roller är vakanta"),
            f"Ingen svarar just nu för {vakanta[0].namn}"
            + (" med flera." if len(vakanta) > 1 else "."),
            reverse("roller"),
            "Visa roller",
        )


def _med_tal(planer, idag):
    lopande = Q(aktiviteter__tidplan__typ=Tidtyp.LOPANDE)
    return planer.annotate(
        antal_anmarkningar=Count("anmarkningar", distinct=True),
        antal_fel=Count(
            "aktiviteter",
            filter=~Q(aktiviteter__tidplan__fel="")
            & Q(aktiviteter__tidplan__fel__isnull=False),
            distinct=True,
        ),
        antal_utan_avstamning=Count(
            "aktiviteter",
            filter=lopande & Q(aktiviteter__avstamning=None),
            distinct=True,
        ),
        antal_utan_ansvar=Count(
            "aktiviteter",
            filter=Q(aktiviteter__isnull=False)
            & ~Exists(Ansvar.objects.filter(aktivitet=OuterRef("aktiviteter__pk"))),
            distinct=True,
        ),
    )


def _planens(plan):
    adress, titel = (
        f"{plan.get_absolute_url()}#granskning",
        f"Planen för {plan.ar}, {plan.namnd}",
    )
    if plan.antal_anmarkningar:
        yield _post(
            _antal(plan.antal_anmarkningar, "anmärkning", "anmärkningar")
            + " från inläsningen att gå igenom",
            f"{titel}: det som inte gick att tolka står kvar som text.",
            adress,
            "Gå igenom",
        )
    if plan.antal_fel:
        yield _post(
            _antal(plan.antal_fel, "tid som inte finns", "tider som inte finns"),
            f"{titel}: rätta innan planen går till nämnden.",
            adress,
            "Rätta",
        )
    if plan.antal_utan_avstamning:
        yield _post(
            _antal(
                plan.antal_utan_avstamning,
                "löpande aktivitet saknar avstämning",
                "löpande aktiviteter saknar avstämning",
            ),
            f"{titel}: välj en dag då ni ser efter hur det går.",
            adress,
            "Välj dag",
        )
    if plan.antal_utan_ansvar:
        yield _post(
            _antal(
                plan.antal_utan_ansvar,
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
        yield _post(
            f"{aktivitet.titel}: avstämning {aktivitet.avstamning.isoformat()}",
            f"Din roll svarar för aktiviteten i planen för {aktivitet.plan.ar}.",
            aktivitet.get_absolute_url(),
            "Läs",
        )


def _lasarens(user, idag):
    namnder = user.namnd_id(Ratt.LASARE)
    plan = Handlingsplan.objects.filter(namnd__in=namnder).nyast_forst().first()
    if plan:
        yield _post(
            f"Läs planen för {plan.ar}", str(plan.namnd), plan.get_absolute_url(), "Läs"
        )


def _centralas(user, idag):
    if not user.ar_central:
        return
    for plan in Handlingsplan.objects.filter(delad=True).nyast_forst()[:5]:
        yield _post(
            f"{plan.namnd} har delat sin plan för {plan.ar}",
            "Nämnden har delat den med staden.",
            plan.get_absolute_url(),
            "Läs",
        )


def _forvaltarens(user, idag):
    if not user.ar_forvaltare:
        return
    utan = Namnd.objects.exclude(medlemskap__ratt=Ratt.SAMORDNARE).i_ordning()
    for namnd in utan[:5]:
        yield _post(
            f"{namnd} har ingen samordnare",
            "Lägg till en användare med rätten samordnare.",
            reverse("anvandare_ny"),
            "Lägg till",
        )


def _vakanta(roller, idag):
    """Roles that stand on an activity and had a holder once, but have none today."""
    innehav = Innehav.objects.filter(roll=OuterRef("pk"))
    nu = innehav.filter(Q(till=None) | Q(till__gte=idag), fran__lte=idag)
    return roller.filter(Exists(innehav), ~Exists(nu))


def _sidokort(user):
    planer = Handlingsplan.objects.for_user(user).nyast_forst()
    return [
        {
            "rubrik": f"Planen {plan.ar}",
            "status": plan.lage,
            "text": f"{plan.namnd}: {plan.antal_aktiviteter} aktiviteter",
            "url": plan.get_absolute_url(),
            "lanktext": "Öppna planen",
        }
        for plan in planer.annotate(antal_aktiviteter=Count("aktiviteter"))[:2]
    ]


def _antal(antal, en, flera):
    return f"1 {en}" if antal == 1 else f"{antal} {flera}"


def _post(vad, varfor, url, knapp):
    return {"vad": vad, "varfor": varfor, "url": url, "knapp": knapp}
