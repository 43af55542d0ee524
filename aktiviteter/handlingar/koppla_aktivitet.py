"""Says that an earlier activity is one that the plan has under another number."""

from django.db import transaction

from aktiviteter.historia.skriv import (
    Handling,
    las_planen,
    ny_andring,
    skriv_versioner,
)
from aktiviteter.revideringen import lediga


@transaction.atomic
def koppla_aktivitet(plan, pk, nummer, *, av):
    """Let a Revidering, by its id, be about the plan's activity with a number.

    A plan out of Word may have it under a new name, and so with a new number. With a
    reason written it is «ändra», else its decision waits. Returns the `Andring`; None
    when the row has one in the plan already, or the number is somebody else's.
    """
    las_planen(plan)
    rad = plan.revideringar.filter(pk=pk).first()
    finns = rad and plan.aktiviteter.filter(nummer=rad.nummer).exists()
    if rad is None or finns or nummer not in {nr for nr, _ in lediga(plan)}:
        return None
    vad = f"att aktivitet {rad.nummer} nu är nummer {nummer}"
    andring = ny_andring(Handling.ANDRAD, plan, vad, av=av)
    rad.nummer, rad.val = nummer, rad.Val.ANDRA if rad.skal else ""
    rad.spara_over(rad.version, av=av)
    skriv_versioner(andring, [rad])
    plan.innehall_andrat()
    return andring
