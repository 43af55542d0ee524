"""Makes a plan out of plan data, as a file brought it."""

from django.db import IntegrityError, transaction

from aktiviteter import historia
from aktiviteter.handlingar.innehall import skriv_innehall
from aktiviteter.models import Andring, Handlingsplan
from aktiviteter.models.handlingsplan import FINNS_REDAN
from aktiviteter.utbyte import UtbyteFel
from vbeplan.organisation.models import Spar


@transaction.atomic
def importera_plan(data, *, namnd, ar, av=None):
    """Make a plan out of checked plan data (`utbyte.granska`) and return it.

    Raises UtbyteFel when the board has a plan for the year; then nothing is changed.
    `av` is None on the command line.
    """
    if finns := Handlingsplan.objects.filter(namnd=namnd, ar=ar).first():
        raise UtbyteFel(plan_finns(finns))
    try:
        plan = _skriv_plan(data, namnd=namnd, ar=ar, av=av)
    except IntegrityError as fel:  # somebody was quicker
        raise UtbyteFel(FINNS_REDAN) from fel
    skriv_innehall(plan, data)
    historia.skriv_plan(Andring.Handling.IMPORTERAD, plan, av=av)
    Spar.objects.skriv(Spar.Handling.IMPORTERAD, plan, av=av, namnd=namnd)
    return plan


def _skriv_plan(data, *, namnd, ar, av):
    return Handlingsplan.objects.create(
        namnd=namnd,
        ar=ar,
        titel=data["titel"],
        dnr=data["dnr"],
        datum=data["datum"],
        dokumenttyp=data["dokument"]["typ"],
        dokumentagare=data["dokument"]["agare"],
        giltig_till=data["dokument"]["giltig_till"],
        budgetmal=data["dokument"]["budgetmal"],
        nasta_revidering=data["dokument"]["nasta_revidering"],
        andrad_av=av,
    )


def plan_finns(plan):
    return (
        f"{plan.namnd} har redan en plan för {plan.ar}. Välj ett annat år, eller öppna "
        "den plan som finns och ändra i den. Inget har ändrats."
    )
