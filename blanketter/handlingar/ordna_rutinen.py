"""The order of a routine's steps, which are hidden, and steps that go away."""

from django.db import transaction

from blanketter.models import Kontakt, Rutinsteg, Rutinval
from blanketter.rutin import rutinen
from vbeplan.organisation.models import Spar

STEG = {"upp": -1, "ner": 1}


@transaction.atomic
def flytta_steg(namnd, kod, vart, *, av):
    """Move a step one place "upp" or "ner"; tell whether it went.

    The first and the last of a routine stay where they are.
    """
    val = _val(namnd)
    koder = [steg.kod for steg in rutinen(namnd).alla if not steg.last]
    if kod not in koder:
        return False
    har = koder.index(kod)
    dit = har + STEG[vart]
    if not 0 <= dit < len(koder):
        return False
    koder[har], koder[dit] = koder[dit], koder[har]
    val.ordning = koder
    val.save()
    _skriv(Spar.Handling.ANDRAD, "rutinens ordning", namnd, av)
    return True


@transaction.atomic
def dolj_steg(namnd, kod, dolt, *, av):
    """Hide a step, or show it again; the text stays. Tell whether it was possible.

    The emergency and the form are in every routine, and what the city has hidden is
    hidden in every board.
    """
    val = _val(namnd)
    steg = rutinen(namnd).steget(kod)
    if steg.last or steg.stadens_val:
        return False
    val.dolda = [k for k in val.dolda if k != kod] + [kod] * dolt
    val.save()
    vad = "dolde" if dolt else "visade"
    _skriv(Spar.Handling.ANDRAD, f"rutinen ({vad}): {steg.fraga}", namnd, av)
    return True


@transaction.atomic
def visa_i_planen(namnd, visa, *, av):
    """Let the plan's chapter about the routine show its flow chart, or not."""
    val = _val(namnd)
    val.i_planen = visa
    val.save()
    vad = "med" if visa else "inte med"
    _skriv(Spar.Handling.ANDRAD, f"flödesschemat: {vad} i planen", namnd, av)


@transaction.atomic
def ta_bort_text(namnd, kod, *, av):
    """Take away a layer's own words of a step: it follows the layer below again.

    A step that is nowhere else goes away, and its contacts with it.
    """
    rader = Rutinsteg.objects.filter(namnd=namnd, kod=kod)
    if not (rad := rader.first()):
        return  # somebody has just done it
    rad.delete()
    if rutinen(namnd).steget(kod) is None:
        foraldralosa = Kontakt.objects.filter(kod=kod)
        if namnd is None:  # boards that have words of their own keep theirs
            egna = Rutinsteg.objects.filter(kod=kod).values("namnd")
            foraldralosa = foraldralosa.exclude(namnd__in=egna)
        else:
            foraldralosa = foraldralosa.filter(namnd=namnd)
        foraldralosa.delete()
    _skriv(Spar.Handling.BORTTAGEN, f"egen text i rutinen: {rad}", namnd, av)


def _val(namnd):
    """Return the choices of a board or the city, held until the transaction ends."""
    Rutinval.objects.get_or_create(namnd=namnd)
    return Rutinval.objects.select_for_update().get(namnd=namnd)


def _skriv(handling, vad, namnd, av):
    Spar.objects.skriv(handling, vad, av=av, namnd=namnd)
