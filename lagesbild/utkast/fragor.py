"""Questions that the figures leave open, for whoever knows the place to answer."""

from blanketter.models.fragor import OKLART
from lagesbild.barighet import Slag
from lagesbild.barighet.orden import liten
from lagesbild.models.kalla import Kalla
from lagesbild.utkast.delar import Del, Stycke
from lagesbild.utkast.siffrorna import ar_dold
from vbeplan.text.upprakning import uppraknat

SAKNAS = {Kalla.Status.BEGARD, Kalla.Status.UTEBLIVEN, Kalla.Status.EJ_BEGARD}
MEST_NAMN = 3  # sources that a question names
ERSATT = "Ersätt frågorna med nämndens egen bedömning"
INLEDNING = (
    f"Siffrorna svarar inte på det här. {ERSATT}, efter samråd med polisen och dem "
    "som arbetar i området."
)


def fragedel(underlag, kallor, meningar):
    """Return the open questions that this picture's figures give rise to."""
    fragor = [
        *_om_utvecklingen(meningar),
        *_om_oklart(underlag),
        *_om_dolt(underlag),
        *_om_kallor(kallor),
        "Vilka behov ser nämnden, och var finns det inget behov? Skriv slutsatsen "
        "under Ställningstagande.",
    ]
    return Del("Öppna frågor", (Stycke(INLEDNING, tuple(fragor)),))


def _om_utvecklingen(meningar):
    if any(m.slag in (Slag.PROV, Slag.SLUTSATS) for m in meningar):
        yield (
            "Har det hänt mer eller mindre än förut, eller är det rapporteringen som "
            "har ändrats? Vad säger de som arbetar i området?"
        )


def _om_oklart(underlag):
    serie = underlag.blanketter
    rad = serie.per_miljo.rad(OKLART) if serie and serie.per_miljo else None
    if rad is None or not rad.celler[0].tal or not serie.totalen.tal:
        return
    antal, alla = rad.celler[0], serie.totalen
    if antal.tal * 3 >= alla.tal:
        yield (
            f"Miljön var okänd i {antal.text} av {alla.text} händelser. Behöver "
            "medarbetarna mer kunskap för att känna igen miljöerna?"
        )


def _om_dolt(underlag):
    serie = underlag.blanketter
    if serie and any(ar_dold(rad.celler[0]) for rad in serie.per_miljo.rader):
        yield (
            "Några antal är för små för att visas. Finns det ändå något i dem som "
            "nämnden behöver arbeta med, och som kan beskrivas utan att peka ut någon?"
        )


def _om_kallor(kallor):
    saknade = [r.namn for r in kallor.rader if r.lage in SAKNAS] if kallor else []
    if len(saknade) > MEST_NAMN:
        yield "Vad skulle det underlag som saknas kunna ändra i bilden?"
    elif saknade:
        namn = uppraknat(map(liten, saknade))
        yield f"Vad skulle underlag från {namn} kunna ändra i bilden?"
