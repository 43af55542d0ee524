"""What a receipt code shows: how it went for one form, in words for its writer.

The words tell of this form only, never of another, and days but no times.
"""

from dataclasses import dataclass

from django.utils.formats import date_format

from blanketter.gallring.besked import gallras_dag, gallras_nar_den_ar_bedomd
from blanketter.handlingar.dialog import hinder
from blanketter.models import Blankett, Meddelande

_S = Blankett.Status
_MENINGAR = {
    _S.NY: "Samordnaren har inte läst din blankett än.",
    _S.LAST: "Samordnaren har läst din blankett.",
    _S.KLASSAD: "Samordnaren har läst din blankett. Den tas med när nästa lägesbild "
    "skrivs.",
    _S.INGAR: "Din blankett är med i nämndens lägesbild.",
    _S.DUBBLETT: "Samordnaren har läst din blankett och kände redan till händelsen. En "
    "händelse räknas en gång i lägesbilden.",
    _S.EJ_VBE: "Samordnaren har läst din blankett och bedömt att den inte handlar om "
    "våldsbejakande extremism. Därför räknas den inte i lägesbilden. Är du "
    "fortfarande orolig hjälper rutinen dig vidare.",
    _S.ATERTAGEN: "Du har tagit tillbaka blanketten. Ingen läser den, och den räknas "
    "inte i lägesbilden.",
}


@dataclass(frozen=True)
class Kvittolage:
    """`steg` are (words, "klart" | "nu" | ""); `dialog` the messages in order."""

    blankett: Blankett
    steg: list
    mening: str
    om_texten: str
    dialog: list[Meddelande]

    @property
    def kan_ta_tillbaka(self):
        return self.blankett.status == _S.NY

    @property
    def kan_svara(self):
        return bool(self.dialog) and not hinder(self.blankett)

    @property
    def vantar_pa_svar(self):
        return self.kan_svara and self.dialog[-1].ar_fraga


def kvittolage(blankett):
    """Return how it has gone for the form."""
    return Kvittolage(
        blankett=blankett,
        steg=_steg(blankett),
        mening=_MENINGAR[_S(blankett.status)],
        om_texten=_om_texten(blankett, gallras_dag(blankett)),
        dialog=list(blankett.meddelanden.all()),
    )


def _steg(blankett):
    mottagen = f"Mottagen den {date_format(blankett.inkom, 'j F Y')}"
    match blankett.status:
        case _S.NY:
            return [(mottagen, "nu"), ("Läst", ""), ("Med i lägesbilden", "")]
        case _S.ATERTAGEN:
            return [(mottagen, "klart"), ("Återtagen av dig", "nu")]
        case _S.INGAR:
            med = f"Ingår i lägesbilden {blankett.lagesbild_ar or ''}".strip()
            return [(mottagen, "klart"), ("Läst", "klart"), (med, "nu")]
        case _S.EJ_VBE:
            inte = "Räknas inte i lägesbilden"
            return [(mottagen, "klart"), ("Läst", "klart"), (inte, "nu")]
        case _S.DUBBLETT:
            return [(mottagen, "klart"), ("Läst", "klart"), ("Redan känd", "nu")]
        case _:
            return [(mottagen, "klart"), ("Läst", "nu"), ("Med i lägesbilden", "")]


def _om_texten(blankett, dag):
    if blankett.gallrad:
        return (
            f"Din text är gallrad sedan den {date_format(blankett.gallrad, 'j F Y')}, "
            "efter nämndens beslut. Det du valde i listorna finns kvar som statistik."
        )
    if dag:
        return (
            f"Din text förstörs tidigast den {date_format(dag, 'j F Y')}, efter "
            "nämndens beslut om gallring. Det du valde i listorna finns kvar som "
            "statistik."
        )
    if gallras_nar_den_ar_bedomd(blankett):
        return (
            "En blankett som har kommit in är en allmän handling. Nämnden har beslutat "
            "när texten får förstöras, men först ska samordnaren ha bedömt den."
        )
    return (
        "En blankett som har kommit in är en allmän handling. Texten får bara "
        "förstöras efter ett beslut om gallring, och nämnden har inget sådant än."
    )
