"""What a file of statistics can't tell, asked for with the guess shown."""

from django.utils import timezone

from lagesbild.handlingar.ta_in_statistik import BEHALL, ERSATT, gissat
from lagesbild.statistikfil.kortar import ORDNINGAR, utskriven

SOMMAR = 6  # the month until which last year's figures are gathered


def om_omradena(g):
    """Return (label, choices): figures for delområden that the file doesn't tell of."""
    val = {
        BEHALL: "Låt dem stå kvar: filen gäller bara sina egna delområden",
        ERSATT: "Ta bort dem: filen gäller hela nämnden, och där hände inget",
    }
    tomt = [("", f"Välj (troligen: {val[gissat(g.underlag)].split(':')[0]})")]
    svar = [*([] if g.omraden else tomt), *val.items()]
    return "Vad gäller för delområden som inte är med i filen?", svar


def om_dagordningen(g):
    """Return (label, choices, the one that holds): days with two-digit years."""
    ordning = g.korta_ar
    nu = g.val.dagordning or (ordning.kod if ordning.saker else "")
    val = {
        kod: f"{ord_} ({utskriven(ordning.exempel, kod)})"
        for kod, ord_ in ORDNINGAR.items()
    }
    tomt = [] if nu else [("", f"Välj (troligen {val[ordning.kod]})")]
    return f"Hur ska {ordning.exempel} läsas?", [*tomt, *val.items()], nu


def om_aret(g):
    """Return what is said beside the field for the year."""
    if g.hela.saknar_ar:
        return f"Året står varken i filen eller i dess namn. Troligen {troligt_ar()}."
    return "Behövs bara när året inte står i tabellen."


def troligt_ar():
    """The year that files without one are about: until summer, the one before."""
    idag = timezone.localdate()
    return idag.year if idag.month > SOMMAR else idag.year - 1
