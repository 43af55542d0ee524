"""Move a read form on to another status, or back."""

from django.db import transaction
from django.db.models import Q

from blanketter.handlingar.spara_over import NagonHannFore, spara_over
from blanketter.models import Blankett
from vbeplan.organisation.models import Namnd, Spar

Status = Blankett.Status
INGENSTANS = {"lagesbild_ar": None, "dubblett_av": None}
RUNT = (
    "Blankett {regnr} blev nyss dubblett av den här, av någon annan eller i ett annat "
    "fönster. Var de dubbletter av varandra skulle händelsen inte räknas alls, så det "
    "du tryckte på är inte gjort."
)
OKLASSAD = {"klass_slag": (), "klass_miljo": "", "bedomning": ""}


def ta_med(blankett, ar, *, av, sedd):
    """Count a classed form in the picture of the year."""
    _byt(blankett, Status.INGAR, av=av, sedd=sedd, lagesbild_ar=ar)


@transaction.atomic
def ar_dubblett(blankett, av_vilken, *, av, sedd):
    """Say that a form tells of what another one of its board tells of already.

    It points at the first, the one that is no double itself, and its own doubles follow
    to that one. Raises NagonHannFore, with words when the other one has become a double
    of this: then none of them would be counted.
    """
    rader, sedda = _las(blankett, av_vilken), {blankett.pk}
    forsta = rader[av_vilken.pk]
    while forsta.dubblett_av_id and forsta.pk not in sedda:
        sedda.add(forsta.pk)
        forsta = rader.get(forsta.dubblett_av_id) or forsta.dubblett_av
    if forsta.pk in sedda:
        raise NagonHannFore(RUNT.format(regnr=av_vilken.regnr))
    _byt(blankett, Status.DUBBLETT, av=av, sedd=sedd, dubblett_av=forsta)
    blankett.dubbletter.update(dubblett_av=forsta)


def _las(*blanketter):
    """Hold the forms and their doubles as they are now; return the rows by key.

    The board's row comes first, so that three that point round are taken in turn too.
    """
    namnd = blanketter[0].namnd_id
    Namnd.objects.select_for_update(no_key=True).get(pk=namnd)
    dessa = Q(pk__in=[b.pk for b in blanketter]) | Q(dubblett_av__in=blanketter)
    rader = Blankett.objects.filter(dessa, namnd=namnd).order_by("pk").defer("text")
    return {rad.pk: rad for rad in rader.select_for_update()}


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
