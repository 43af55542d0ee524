"""Read: what waits on a coordinator's desk about her picture's sources."""

from django.db.models import Count, F, Min, Q
from django.urls import reverse
from django.utils.formats import date_format

from lagesbild.models import Kalla, Lagesbild
from vbeplan.organisation.models import Ratt
from vbeplan.start.skrivbord.post import ord_antal, post

BEGARS_TILL = 2  # the last month in which the year's requests go out


def kallornas(user, idag):
    """Sources past their reply date; requests not sent in January and February.

    One query, two rows of text for each board's picture.
    """
    namnder = user.namnd_id(Ratt.SAMORDNARE)
    for rad in _vantar(namnder, idag) if namnder else ():
        adress = [rad["kort"], rad["ar"]]
        bild = f"Lägesbild {rad['ar']}, {rad['namnd']}"
        if rad["sena"]:
            yield post(
                ord_antal(
                    rad["sena"], "källa har inte svarat", "källor har inte svarat"
                ),
                f"{bild}: svarsdagen gick ut den {date_format(rad['forst'], 'j F')}. "
                "Påminn, eller skriv att underlaget är uteblivet.",
                reverse("kallor", args=adress),
                "Visa källorna",
                dag=rad["forst"],
            )
        if rad["ej_begarda"]:
            yield post(
                ord_antal(rad["ej_begarda"], "källa", "källor") + " att begära",
                f"{bild}: breven går ut i januari och februari, så att svaren hinner "
                "komma.",
                reverse("kallor_begar", args=adress),
                "Begär underlag",
            )


def _vantar(namnder, idag):
    sena = Q(status=Kalla.Status.BEGARD, svar_senast__lt=idag)
    nu = idag.month <= BEGARS_TILL
    ej = Q(status=Kalla.Status.EJ_BEGARD, lagesbild__ar=idag.year if nu else 0)
    rader = Kalla.objects.begars().utan_husets().filter(sena | ej)
    rader = rader.filter(lagesbild__namnd__in=namnder)
    rader = rader.exclude(lagesbild__status=Lagesbild.Status.KLAR)
    return (
        rader.order_by()
        .values(
            ar=F("lagesbild__ar"),
            kort=F("lagesbild__namnd__kort"),
            namnd=F("lagesbild__namnd__namn"),
        )
        .annotate(
            sena=Count("pk", filter=sena),
            ej_begarda=Count("pk", filter=ej),
            forst=Min("svar_senast", filter=sena),
        )
        .order_by("namnd", "-ar")
    )
