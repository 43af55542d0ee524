"""Whom one works with: functions and their addresses, never persons."""

from django.db.models import Count

from aktiviteter.bilagor import Bilagsdel, tabell
from lagesbild.kallage import folj
from lagesbild.kalltabell import rader_och_brister
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
    roller = Roll.objects.i_bruk().filter(ansvar__aktivitet__plan=plan)
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
    """Return where the picture's material comes from, how far it has come, what is
    missing.
    """
    bild = Lagesbild.objects.filter(namnd=plan.namnd_id, ar=plan.ar).first()
    alla = list(bild.kallor.all()) if bild else []
    if not alla:
        return (Bilagsdel(stycken=(INGA_KALLOR,)),)
    raderna, brister = rader_och_brister(bild, alla, folj(bild, alla))
    rader = [
        (
            kalla.namn,
            "\n".join(filter(None, (kalla.tillfragad, kalla.epost))),
            _lage(rad),
        )
        for kalla, rad in zip(alla, raderna, strict=True)
    ]
    kallorna = tabell("Källorna", ("Källa", "Vem", "Läge"), rader)
    return (Bilagsdel(stycken=brister, tabeller=(kallorna,)),)


def _lage(rad):
    tider = rad.tider.capitalize()
    if tider.startswith(rad.lage_ord):  # «Begärd 3 mars» says both
        return tider
    return "\n".join(filter(None, (rad.lage_ord, tider)))
