"""All that can be said of a picture's figures, in the order in which one says it."""

from lagesbild.barighet.handelser import handelsemeningar
from lagesbild.barighet.jamforelse import FARRE, FLER, LIKA, OVISST
from lagesbild.barighet.mening import Mening, Slag
from lagesbild.barighet.miljoer import miljomeningar
from lagesbild.barighet.oberoende import oberoende_meningar, seriemening
from lagesbild.barighet.provning import prova
from lagesbild.barighet.slutsats import slutsatser
from lagesbild.barighet.svaren import svarsmeningar, taktmeningar

METOD = (
    "Prövningen räknar med att händelserna kommer var för sig. Rapporteras samma sak "
    "flera gånger är osäkerheten större. Uppdelningar efter händelse, plats och tid är "
    "inte prövade: ju fler jämförelser, desto oftare skiljer sig någon av en slump."
)


def meningar(grund):
    """Return a tuple of `Mening`: each only if the figures that bear it are shown."""
    provning = prova(grund)
    ut = [
        *handelsemeningar(grund, provning),
        *oberoende_meningar(grund),
        *(seriemening(par, grund, Slag.BEROENDE) for par in grund.beroende),
        *slutsatser(grund, provning),
        *miljomeningar(grund),
        *taktmeningar(grund),
        *svarsmeningar(grund),
    ]
    if provning.utfall in (FLER, FARRE, LIKA, OVISST):
        ut.append(Mening(METOD, (), Slag.METOD))
    return tuple(ut)
