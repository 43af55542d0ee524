"""Take words away, some records at a time, the protocol in the same transaction."""

from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from blanketter.gallring.slag import slaget
from blanketter.gallring.urval import forfaller, utan_stopp
from blanketter.models import Gallringskorning, Gallringsprotokoll, Gallringsregel

BUNT = 200


def mogna(namnd, regel, idag):
    """The records whose day has come, of which it was told, and that no stop holds."""
    slag = slaget(regel.klass)
    varnade = slag.forvarning.objects.mogna(idag)
    varnade = varnade.filter(regel=regel, klass=regel.klass)
    rader = forfaller(namnd, regel, idag)
    rader = rader.filter(pk__in=varnade.values(slag.post))
    return utan_stopp(rader, namnd, regel.klass, idag)


class Bunt(NamedTuple):
    """What became of some records: how many were done, the last one's key (None when
    there were none) and (record, why) for those that can't be read."""

    antal: int = 0
    sist: UUID | int | None = None
    olasliga: tuple = ()


@transaction.atomic
def ta_bort_en_bunt(namnd, regel, idag, bunt=BUNT, efter=None):
    """Remove what a rule is about in some records, those after the key `efter`; return
    the Bunt.

    Holds the board's row, so that two runs and a new stop come after one another, and
    looks at rule, warning and stop once it has it.
    """
    korning = Gallringskorning.objects.las(namnd)
    galler = Gallringsregel.objects.per_klass(namnd).get(regel.klass) == regel
    if not galler or [k.senast for k in korning] != [idag]:
        return Bunt()
    kvar = mogna(namnd, regel, idag).order_by("pk")
    kvar = kvar.filter(pk__gt=efter) if efter else kvar
    pk = list(kvar.values_list("pk", flat=True)[:bunt])
    if not pk:
        return Bunt()
    antal, olasliga = slaget(regel.klass).ta_bort(pk, regel.klassen, idag)
    if antal:
        Gallringsprotokoll.objects.rakna(regel, namnd, idag, antal)
    return Bunt(antal, pk[-1], tuple(olasliga))
