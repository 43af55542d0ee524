"""Say what a read form tells of, in the coordinator's judgement."""

from django.db import transaction

from blanketter.handlingar.spara_over import spara_over
from blanketter.models import Blankett
from vbeplan.organisation.models import Spar

Status = Blankett.Status
KLASSAS = (Status.LAST, Status.KLASSAD, Status.INGAR)


@transaction.atomic
def klassa(blankett, falt, *, av, sedd, lagesbild_ar=None):
    """Save the classing, and with a year that the form counts in that year's picture.

    `falt` are `klass_slag`, `klass_miljo` and `bedomning`, those that are to change.
    Raises NagonHannFore when the form is not as in `sedd`.
    """
    if blankett.status == Status.LAST:
        falt = {**falt, "status": Status.KLASSAD}
    if lagesbild_ar:
        falt = {**falt, "status": Status.INGAR, "lagesbild_ar": lagesbild_ar}
    spara_over(blankett, sedd, **falt)
    Spar.objects.skriv(Spar.Handling.KLASSAD, blankett, av=av, namnd=blankett.namnd)
    if lagesbild_ar:
        Spar.objects.skriv(
            Spar.Handling.ANDRAD,
            f"{blankett}: {blankett.lage}",
            av=av,
            namnd=blankett.namnd,
        )
