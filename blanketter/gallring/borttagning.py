"""Take texts away, a few forms at a time, with the protocol in the same transaction."""

from itertools import groupby

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

BUNT = 200


def mogna(namnd, regel, idag):
    """The forms whose day has come, of which it was told, and that no stop holds."""
    varnade = Forvarning.objects.mogna(idag).filter(regel=regel, klass=regel.klass)
    rader = forfaller(namnd, regel, idag).filter(pk__in=varnade.values("blankett"))
    return utan_stopp(rader, namnd, regel.klass, idag)


@transaction.atomic
def ta_bort_en_bunt(namnd, regel, idag, bunt=BUNT):
    """Remove what a rule is about in some forms; return how many they were.

    Holds the board's row, so that two runs and a new stop come after one another, and
    looks at rule, warning and stop once it has it.
    """
    korning = Gallringskorning.objects.las(namnd)
    galler = Gallringsregel.objects.per_klass(namnd).get(regel.klass) == regel
    if not galler or [k.senast for k in korning] != [idag]:
        return 0
    pk = mogna(namnd, regel, idag).order_by("pk").values_list("pk", flat=True)
    rader = _lasta(list(pk[:bunt]), regel.klassen)
    if rader:
        _ta_bort(rader, regel.klassen, idag)
        Gallringsprotokoll.objects.rakna(regel, namnd, idag, len(rader))
    return len(rader)


def _lasta(pk, klass):
    rader = Blankett.objects.filter(pk__in=pk, gallrad=None).order_by("pk")
    if klass.statusar:
        rader = rader.filter(status__in=klass.statusar)
    return list(rader.select_for_update())


def _ta_bort(rader, klass, idag):
    if klass == Gallringsklass.PERSONUPPGIFTER:
        for blankett in rader:
            _ta_bort_maskerat(blankett)
    else:
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
