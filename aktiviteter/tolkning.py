"""How a written time was understood, in words for whoever wrote it."""

from django.utils import timezone

from aktiviteter.tidsprak import (
    Kanal,
    Tidtyp,
    beskriv_tidplan,
    beskriv_uppfoljning,
    foresla_avstamning,
)


def forstadd_tid(tidplan, *, avstamning, ar):
    """Return what the form says of a Tidplan; None when nothing is written.

    `ar` is the plan's year; `dag` in the answer is a day to look at what is ongoing,
    when `avstamning` has none.
    """
    svar = _svar(tidplan, oklar=tidplan.typ == Tidtyp.OKLAR)
    if svar and not tidplan.fel:
        svar["text"] = beskriv_tidplan(tidplan, avstamning=avstamning)
        if tidplan.typ == Tidtyp.LOPANDE and avstamning is None:
            idag = timezone.localdate()
            svar["dag"] = foresla_avstamning(tidplan, ar=ar, idag=idag)
    return svar


def forstadd_uppfoljning(uppfoljning):
    """Return what the form says of an Uppfoljning; None when nothing is written."""
    svar = _svar(uppfoljning, oklar=uppfoljning.kanal == Kanal.OKLAR)
    if svar and not uppfoljning.fel:
        svar["text"] = beskriv_uppfoljning(uppfoljning)
    return svar


def _svar(varde, *, oklar):
    if not varde.text:
        return None
    slag = "fel" if varde.fel else "fraga" if oklar else ""
    return {"text": varde.fel, "slag": slag, "forslag": varde.forslag, "dag": None}
