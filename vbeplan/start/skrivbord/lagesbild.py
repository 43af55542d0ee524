"""Read: what waits on a coordinator's desk about her picture's sources."""

from django.db.models import Min, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.formats import date_format

from lagesbild.models import Kalla
from vbeplan.start.skrivbord.antal import antal_per
from vbeplan.start.skrivbord.post import ord_antal, post

BEGARS_TILL = 2  # the last month in which the year's requests go out


def med_kallor(bilder, idag):
    """Return a queryset of pictures with what their sources wait for.

    `sena` are past their reply date, the first since `sen_sedan`; `ej_begarda` have
    no request yet.
    """
    kallor = Kalla.objects.begars().utan_husets()
    sena = kallor.filter(status=Kalla.Status.BEGARD, svar_senast__lt=idag)
    forst = sena.filter(lagesbild=OuterRef("pk")).order_by().values("lagesbild")
    return bilder.annotate(
        sena=antal_per(sena, "lagesbild"),
        sen_sedan=Subquery(forst.annotate(dag=Min("svar_senast")).values("dag")[:1]),
        ej_begarda=antal_per(kallor.filter(Q(status=Kalla.Status.EJ_BEGARD)),
                             "lagesbild"),
    )  # fmt: skip


def kallornas(bilder, idag):
    """Sources past their reply date; requests not sent in January and February.

    `bilder` are read by `med_kallor`; a published one waits for nothing.
    """
    for bild in bilder:
        if not bild.ar_klar:
            yield from _bildens(bild, idag)


def _bildens(bild, idag):
    adress, namn = [bild.namnd.kort, bild.ar], f"Lägesbild {bild.ar}, {bild.namnd}"
    if bild.sena:
        yield post(
            ord_antal(bild.sena, "källa har inte svarat", "källor har inte svarat"),
            f"{namn}: svarsdagen gick ut den {date_format(bild.sen_sedan, 'j F')}. "
            "Påminn, eller skriv att underlaget är uteblivet.",
            reverse("kallor", args=adress),
            "Visa källorna",
            dag=bild.sen_sedan,
        )
    if bild.ej_begarda and bild.ar == idag.year and idag.month <= BEGARS_TILL:
        yield post(
            ord_antal(bild.ej_begarda, "källa", "källor") + " att begära",
            f"{namn}: breven går ut i januari och februari, så att svaren hinner "
            "komma.",
            reverse("kallor_begar", args=adress),
            "Begär underlag",
        )
