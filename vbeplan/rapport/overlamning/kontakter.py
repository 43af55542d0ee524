"""Whom one works with: functions and their addresses, never persons."""

from django.db.models import Count
from django.utils.formats import date_format

from aktiviteter.bilagor import Bilagsdel, tabell
from lagesbild.models import Lagesbild
from vbeplan.organisation.models import Roll

INGA_KALLOR = "Det finns ingen lägesbild med källor för planens år."


def kontakter(plan, idag):
    """Return who is asked, who decides, and which roles answer for activities."""
    tabeller = [t for t in (_samrad(plan), _rollerna(plan, idag)) if t]
    namnd = plan.namnd
    epost = namnd.sekreterare_epost or "adress saknas"
    stycken = [
        f"Planen beslutas av {namnd.beslutar_i_text}. Nämndsekreteraren: {epost}."
    ]
    if namnd.ks_godkanner:
        stycken.append("Kommunstyrelsen godkänner planen efter beslutet.")
    return (Bilagsdel(stycken=tuple(stycken), tabeller=tuple(tabeller)),)


def _samrad(plan):
    rader = [
        (rad.part, rad.get_slag_display(), rad.epost) for rad in plan.samraden.all()
    ]
    kolumner = ("Vem", "Slag", "E-post")
    return rader and tabell("De som frågas om planen", kolumner, rader)


def _rollerna(plan, idag):
    roller = Roll.objects.filter(ansvar__aktivitet__plan=plan)
    roller = roller.annotate(antal=Count("ansvar__aktivitet", distinct=True))
    rader = [
        (
            str(roll),
            str(roll.antal),
            "Finns" if roll.nuvarande_innehav(idag) else "Saknas",
        )
        for roll in roller.prefetch_related("innehav")
    ]
    kolumner = ("Roll", "Aktiviteter", "Innehavare")
    return rader and tabell("Roller som ansvarar för aktiviteter", kolumner, rader)


def kallor(plan):
    """Return where the picture's material comes from, and how far it has come."""
    bild = Lagesbild.objects.filter(namnd=plan.namnd_id, ar=plan.ar).first()
    rader = [
        (
            kalla.namn,
            "\n".join(filter(None, (kalla.tillfragad, kalla.epost))),
            _lage(kalla),
        )
        for kalla in (bild.kallor.all() if bild else ())
    ]
    if not rader:
        return (Bilagsdel(stycken=(INGA_KALLOR,)),)
    kolumner = ("Källa", "Vem", "Läge")
    return (Bilagsdel(tabeller=(tabell("Källorna", kolumner, rader),)),)


def _lage(kalla):
    dagar = [("begärd", kalla.begard), ("inkom", kalla.inkom)]
    if kalla.ar_begard:
        dagar.append(("svar senast", kalla.svar_senast))
    ord_ = [f"{vad} {date_format(dag, 'j F Y')}" for vad, dag in dagar if dag]
    return "\n".join((kalla.get_status_display(), *ord_))
