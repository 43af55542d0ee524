"""The forms as retention sees them: whose words go, and how."""

from itertools import groupby

from django.db import transaction
from django.db.models import F, OuterRef, Subquery

from blanketter.gallring.slag import Slag
from blanketter.handlingar.bortredigera import bortredigera
from blanketter.handlingar.maskera import spannen
from blanketter.models import (
    Blankett,
    Forvarning,
    Gallringsklass,
    Maskering,
    Meddelande,
)
from vbeplan.nycklar.ring import GarInteAttLasa

KLASSER = (
    *(Gallringsklass.KLASSAD, Gallringsklass.EJ_VBE, Gallringsklass.DUBBLETT),
    *(Gallringsklass.ATERTAGEN, Gallringsklass.DIALOG, Gallringsklass.PERSONUPPGIFTER),
)


def poster(namnd, klass):
    """The board's forms with something left of the class, `raknas` its day."""
    rader = Blankett.objects.filter(namnd=namnd, gallrad=None).order_by()
    if klass.statusar:
        return rader.filter(status__in=klass.statusar).annotate(raknas=F("inkom"))
    if klass == Gallringsklass.DIALOG:
        delar = Meddelande.objects.filter(text__isnull=False)
    else:
        delar = Maskering.objects.all()
    sist = delar.filter(blankett=OuterRef("pk")).order_by("-dag").values("dag")[:1]
    # The first condition spares the database from asking for every form's last part.
    med = rader.filter(pk__in=delar.filter(blankett__namnd=namnd).values("blankett"))
    return med.annotate(raknas=Subquery(sist))


def ta_bort(pk, klass, idag):
    """Remove from the forms what the class is about; see Slag."""
    rader, olasliga = _lasta(pk, klass), []
    if klass == Gallringsklass.PERSONUPPGIFTER:
        rader, olasliga = _ta_bort_maskerat_ur(rader)
    if rader:
        _ta_bort(rader, klass, idag)
    return len(rader), olasliga


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


BLANKETTERNA = Slag(("blankett", "blanketter"), KLASSER, Forvarning, poster, ta_bort)
