"""Read: the small rows that a picture is made of, all in one question.

They are also what tells a picture from another: whatever is shown of them, a name too,
is part of their fingerprint. Of what there are many of only counts are read here.
"""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, F, Max, Min, Sum
from django.db.models.functions import JSONObject
from django.utils import timezone

from blanketter.models import (
    Blankett,
    Enhet,
    Enhetssvar,
    Frageversion,
    Rapportering,
)
from lagesbild.models import (
    AnnatResultat,
    Enkat,
    Enkatsvar,
    Frysning,
    Iakttagelse,
    Inbjudan,
    Kalla,
    Lagesbild,
    Serie,
    Statistikimport,
)
from lagesbild.tabellasning import las_tabeller
from vbeplan.organisation.models import Delomrade
from vbeplan.text.svenska import i_svensk_ordning

Iakttagelsekalla = Iakttagelse.kallor.through


@dataclass(frozen=True)
class Bildrader:
    """What was read, in the order that the page has it; `tecken` is all of it.

    `versioner` are the form's questions, the newest first; `importer` have their
    `serie`; `enkater` are the picture's and `forra_enkater` the closed ones of the year
    before, `inbjudna` a dict for each enkät, group and `har_svarat`, with `antal`.
    `iakttagelsekallor` is {finding's id: [source]}. `forsta_blankett`: when one came.
    """

    lagesbild: Lagesbild
    versioner: tuple[Frageversion, ...]
    delomraden: tuple[Delomrade, ...]
    enheter: tuple[Enhet, ...]
    rapportering: Rapportering
    importer: tuple[Statistikimport, ...]
    enkater: tuple[Enkat, ...]
    forra_enkater: tuple[Enkat, ...]
    inbjudna: tuple[dict, ...]
    kallor: tuple[Kalla, ...]
    andras: tuple[AnnatResultat, ...]
    iakttagelser: tuple[Iakttagelse, ...]
    iakttagelsekallor: dict[int, list[Kalla]]
    frysningar: tuple[Frysning, ...]
    forsta_blankett: date | None
    tecken: list = field(repr=False)

    @property
    def gallande(self):
        """Return the questions that a form is filled in with today."""
        idag = timezone.localdate()
        alla = (v for v in self.versioner if v.galler_fran <= idag)
        return next(alla, self.versioner[-1])


def bildrader(lagesbild):
    """Return the `Bildrader` of a picture (with `namnd` loaded)."""
    last, tecken = las_tabeller(_fragor(lagesbild), _summor(lagesbild))
    serier = {serie.pk: serie for serie in last["serier"]}
    for en in last["importer"]:
        en.serie = serier[en.serie_id]
    forra = Lagesbild.ny(lagesbild.namnd, lagesbild.ar - 1)
    for enkater, bild in (("enkater", lagesbild), ("forra_enkater", forra)):
        for enkat in last[enkater]:
            bild.pk = enkat.lagesbild_id
            enkat.lagesbild = bild
    for frysning in last["frysningar"]:
        frysning.lagesbild = lagesbild
    forst = next((summa["forst"] for summa in last["blanketter"]), None)
    return Bildrader(
        lagesbild,
        versioner=tuple(last["versioner"]) or (Frageversion.objects.gallande(),),
        rapportering=next(
            iter(last["rapportering"]), Rapportering(namnd=lagesbild.namnd)
        ),
        iakttagelsekallor=_kallorna(last),
        forsta_blankett=date.fromisoformat(forst) if forst else None,
        tecken=tecken,
        **{
            namn: tuple(last[namn])
            for namn in (
                *("delomraden", "enheter", "importer", "enkater", "forra_enkater"),
                *("inbjudna", "kallor", "andras", "iakttagelser", "frysningar"),
            )
        },
    )


def _fragor(bild):
    namnd = bild.namnd_id
    importer = Statistikimport.objects.filter(serie__namnd=namnd)
    forra = {"lagesbild__namnd": namnd, "lagesbild__ar": bild.ar - 1}
    enkater = Enkat.objects.defer("brev", "paminnelse", "amne")
    return {
        "versioner": Frageversion.objects.order_by("-galler_fran", "-nummer"),
        "delomraden": Delomrade.objects.filter(namnd=namnd).order_by(
            i_svensk_ordning("namn")
        ),
        "enheter": Enhet.objects.filter(namnd=namnd).defer("nyckel", "epost"),
        "rapportering": Rapportering.objects.filter(namnd=namnd),
        "serier": Serie.objects.filter(namnd=namnd),
        "importer": importer.order_by("serie__namn", "pk").defer("ersatte", "avvisade"),
        "enkater": enkater.filter(lagesbild=bild),
        "forra_enkater": enkater.filter(status=Enkat.Status.STANGD, **forra),
        "kallor": Kalla.objects.filter(lagesbild=bild).defer("begaran", "anteckning"),
        "andras": AnnatResultat.objects.filter(lagesbild=bild).order_by("fran", "pk"),
        "iakttagelser": Iakttagelse.objects.filter(lagesbild=bild),
        "iakttagelsekallor": Iakttagelsekalla.objects.filter(
            iakttagelse__lagesbild=bild
        ),
        "frysningar": Frysning.objects.filter(lagesbild=bild).defer("data"),
    }


def _summor(bild):
    """Return the counts of what there is much of; they follow every change of it."""
    namnd = bild.namnd_id
    svar = Enhetssvar.objects.filter(enhet__namnd=namnd)
    enkatsvar = Enkatsvar.objects.filter(enkat__lagesbild__namnd=namnd)
    inbjudna = Inbjudan.objects.filter(enkat__lagesbild=bild)
    tidigare = Frysning.objects.filter(lagesbild__namnd=namnd)
    return {
        "blanketter": Blankett.objects.filter(namnd=namnd)
        .order_by()
        .values("namnd")
        .annotate(
            rad=JSONObject(antal=Count("pk"), summa=Sum("rakning"), forst=Min("inkom"))
        ),
        "enhetssvar": svar.order_by()
        .values("enhet__namnd")
        .annotate(rad=JSONObject(antal=Count("pk"))),
        "enkatsvar": enkatsvar.order_by()
        .values("enkat", "raknas")
        .annotate(
            rad=JSONObject(enkat=F("enkat"), raknas=F("raknas"), antal=Count("pk"))
        ),
        "inbjudna": inbjudna.order_by()
        .values("enkat", "grupp", "har_svarat")
        .annotate(
            rad=JSONObject(
                enkat=F("enkat"),
                grupp=F("grupp"),
                har_svarat=F("har_svarat"),
                antal=Count("pk"),
            )
        ),
        "publicerat": tidigare.order_by()
        .values("lagesbild__namnd")
        .annotate(rad=JSONObject(antal=Count("pk"), sist=Max("pk"))),
    }


def _kallorna(last):
    """Return {finding's id: its sources, in the sources' order}."""
    kopplade = {(r.iakttagelse_id, r.kalla_id) for r in last["iakttagelsekallor"]}
    return {
        rad.pk: [kalla for kalla in last["kallor"] if (rad.pk, kalla.pk) in kopplade]
        for rad in last["iakttagelser"]
    }
