"""What the events and the independent series say together, and what they don't."""

from lagesbild.barighet.enhetsord import enheternas_riktning, riktning
from lagesbild.barighet.jamforelse import FARRE, FLER, LIKA, OVISST
from lagesbild.barighet.mening import Mening, Slag
from lagesbild.barighet.oberoende import samlat
from lagesbild.barighet.provning import FOR_FA

_VARKEN = (
    "Siffrorna visar varken att det har blivit mer eller mindre våldsbejakande "
    "extremism."
)
_SAMMA = "Siffrorna talar för att det har rapporterats i ungefär samma omfattning."
_UPP_NER = {FLER: ("ökar", "fler", "mer"), FARRE: ("minskar", "färre", "mindre")}


def slutsatser(grund, provning):
    """Return what can be concluded, at most two sentences."""
    if provning.utfall in (FLER, FARRE) and provning.per_enhet:
        text = _skillnad(provning.utfall, samlat(grund))
    elif provning.utfall in (OVISST, LIKA) and provning.per_enhet:
        text = _ingen_skillnad(grund, provning)
    elif provning.utfall == FOR_FA:
        return []
    elif provning.utfall in (OVISST, LIKA):
        text = _SAMMA if provning.utfall == LIKA else _VARKEN
    else:
        return []
    return [Mening(text, (), Slag.SLUTSATS)]


def _skillnad(utfall, oberoende):
    """The events per unit have changed: what of the series beside them?"""
    gar, antal, mangd = _UPP_NER[utfall]
    if oberoende == utfall:
        return (
            f"Både händelserna per enhet och de siffror som inte beror på personalen "
            f"{gar}. Det talar för att det verkligen har hänt {mangd}, inte bara att "
            f"{mangd} rapporteras."
        )
    om = (
        f"Siffrorna kan inte avgöra om händelserna har blivit {antal} eller om "
        f"enheterna rapporterar {mangd} av det de ser."
    )
    if oberoende in _UPP_NER:
        annat = _UPP_NER[oberoende][0]
        return (
            f"Händelserna per enhet {gar}, men de siffror som inte beror på personalen "
            f"{annat}. {om}"
        )
    if oberoende is None:
        return (
            f"Händelserna per enhet {gar}, men det finns ingen oberoende serie att "
            f"jämföra med. {om}"
        )
    return (
        f"Händelserna per enhet {gar}, men de siffror som inte beror på personalen "
        f"visar inte detsamma. {om}"
    )


def _ingen_skillnad(grund, provning):
    """The events per unit haven't changed for sure: what of the raw numbers?"""
    antal = riktning(grund.handelser.tal, grund.handelser_forr.tal)
    if antal and antal == enheternas_riktning(grund):
        ord_, mangd = ("Fler", "mer") if antal > 0 else ("Färre", "mindre")
        text = (
            f"{ord_} rapporterade händelser kan alltså förklaras av att {ord_.lower()} "
            f"enheter rapporterar. Siffrorna visar inte att det har blivit {mangd} "
            "våldsbejakande extremism."
        )
    else:
        text = _SAMMA if provning.utfall == LIKA else _VARKEN
    oberoende = samlat(grund)
    if oberoende in _UPP_NER:
        gar = _UPP_NER[oberoende][0]
        text += (
            f" De siffror som inte beror på personalen {gar} däremot; varför framgår "
            "inte av dem."
        )
    return text
