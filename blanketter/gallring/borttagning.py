"""Take texts away, a few forms at a time, with the protocol in the same transaction."""

from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F

from blanketter.gallring.urval import forfaller, utan_stopp
from blanketter.handlingar.bortredigera import bortredigera
from blanketter.handlingar.maskera import spannen
from blanketter.models import (
    Blankett,
    Forvarning,
    Gallringsklass,
    Gallringskorning,
    Gallringsprotokoll,
    Gallringsregel,
    Maskering,
    Meddelande,
)
from vbeplan.nycklar.ring import GarInteAttLasa

BUNT = 200


def mogna(namnd, regel, idag):
    """The forms whose day has come, of which it was told, and that no stop holds."""
    varnade = Forvarning.objects.mogna(idag).filter(regel=regel, klass=regel.klass)
    rader = forfaller(namnd, regel, idag).filter(pk__in=varnade.values("blankett"))
    return utan_stopp(rader, namnd, regel.klass, idag)


class Bunt(NamedTuple):
    """What became of some forms: how many were done, the last one's key (None when
    there were none) and (form, why) for those that can't be read."""

    antal: int = 0
    sist: UUID | None = None
    olasliga: tuple = ()


@transaction.atomic
def ta_bort_en_bunt(namnd, regel, idag, bunt=BUNT, efter=None):
    """Remove what a rule is about in some forms, those after the key `efter`; return
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
    rader, olasliga = _lasta(pk, regel.klassen), []
    if regel.klassen == Gallringsklass.PERSONUPPGIFTER:
        rader, olasliga = _ta_bort_maskerat_ur(rader)
    if rader:
        _ta_bort(rader, regel.klassen, idag)
        Gallringsprotokoll.objects.rakna(regel, namnd, idag, len(rader))
    return Bunt(len(rader), pk[-1] if pk else None, tuple(olasliga))


def _lasta(pk, klass):
    rader = Blankett.objects.filter(pk__in=pk, gallrad=None).order_by("pk")
    if klass.statusar:
        rader = rader.filter(status__in=klass.statusar)
    return list(rader.select_for_update())


def _ta_bort(rader, klass, idag):
    if klass != Gallringsklass.PERSONUPPGIFTER:
        hela = bool(klass.statusar)
        allt = {"text": None, "nyckel": None, "gallrad": idag}
        _ta_bort_text(rader, allt if hela else {})
        maskerat = Maskering.objects.filter(blankett__in=rader)
        (maskerat if hela else maskerat.exclude(meddelande=None)).delete()
    varningar = Forvarning.objects.filter(blankett__in=rader)
    (varningar if klass.statusar else varningar.filter(klass=klass)).delete()


def _ta_bort_text(rader, falt):
    Meddelande.objects.filter(blankett__in=rader).update(text=None, last=True)
    alla = Blankett.objects.filter(pk__in=[b.pk for b in rader])
    alla.update(rakning=F("rakning") + 1, **falt)


def _ta_bort_maskerat_ur(rader):
    """Return the forms that were done, and (form, why) of those left as they were."""
    klara, olasliga = [], []
    for blankett in rader:
        try:
            with transaction.atomic():
                _ta_bort_maskerat(blankett)
            klara.append(blankett)
        except GarInteAttLasa as fel:
            olasliga.append((blankett, fel))
    return klara, olasliga


def _ta_bort_maskerat(blankett):
    maskerat = blankett.maskeringar.order_by("meddelande", "start")
    maskerat = maskerat.select_related("meddelande")
    for meddelande, delar in groupby(maskerat, lambda m: m.meddelande):
        bortredigera(
            blankett,
            spannen(delar),
            av=None,
            sedd=blankett.rakning,
            meddelande=meddelande,
        )
