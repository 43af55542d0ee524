"""Move a read form on to another status, or back."""

from django.db import transaction

from blanketter.handlingar.spara_over import NagonHannFore, spara_over
from blanketter.models import Blankett
from vbeplan.organisation.models import Spar

Status = Blankett.Status
INGENSTANS = {"lagesbild_ar": None, "dubblett_av": None}
OKLASSAD = {"klass_slag": (), "klass_miljo": "", "bedomning": ""}


def ta_med(blankett, ar, *, av, sedd):
    """Count a classed form in the picture of the year."""
    _byt(blankett, Status.INGAR, av=av, sedd=sedd, lagesbild_ar=ar)


def ar_dubblett(blankett, av_vilken, *, av, sedd):
    """Say that a form tells of what another one of its board tells of already.

    Its own doubles follow to that one, so that no double hangs on a double.
    """
    forsta = av_vilken.dubblett_av or av_vilken
    if forsta == blankett:
        raise NagonHannFore  # the other one was made a double of this one meanwhile
    with transaction.atomic():
        _byt(blankett, Status.DUBBLETT, av=av, sedd=sedd, dubblett_av=forsta)
        blankett.dubbletter.update(dubblett_av=forsta)


def ej_vbe(blankett, *, av, sedd):
    """Say that what the form tells of is not violent extremism."""
    _byt(blankett, Status.EJ_VBE, av=av, sedd=sedd)


def steg_tillbaka(blankett, *, av, sedd):
    """Take back the last step: out of the picture, out of the doubles, unclassed."""
    if blankett.status == Status.KLASSAD:
        return _byt(blankett, Status.LAST, av=av, sedd=sedd, **OKLASSAD)
    till = Status.KLASSAD if blankett.ar_klassad else Status.LAST
    return _byt(blankett, till, av=av, sedd=sedd)


@transaction.atomic
def _byt(blankett, till, *, av, sedd, **falt):
    if not blankett.ar_last:
        raise NagonHannFore
    spara_over(blankett, sedd, status=till, **INGENSTANS | falt)
    Spar.objects.skriv(
        Spar.Handling.ANDRAD, f"{blankett}: {blankett.lage}", av=av,
        namnd=blankett.namnd,
    )  # fmt: skip
