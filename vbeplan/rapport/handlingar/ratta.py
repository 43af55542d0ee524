"""Corrects what was typed wrong about a sealed decision, beside the seal."""

from django.db import transaction

from aktiviteter.handlingar.gang import ratta_beslut
from aktiviteter.models import Beslut
from vbeplan.organisation.models import Namnd
from vbeplan.rapport.forsegling import FAKTA, pateckningens_sigill
from vbeplan.rapport.handlingar.stampla import stampla
from vbeplan.rapport.models import Rattelse, Utgava


class RedanRattad(Exception):  # noqa: N818 — Swedish: corrected already
    """Somebody has just corrected it, or there is nothing to correct."""


@transaction.atomic
def ratta(utgava, uppgifter, *, skal, sedd, av):
    """Note what the minutes really say (`Uppgifter`) and return the `Rattelse`.

    `sedd` is how many corrections there were when it was looked at. The entry of the
    decision is corrected with it. Raises RedanRattad; then nothing is done.
    """
    Namnd.objects.select_for_update().get(pk=utgava.namnd_id)
    rader = (
        Utgava.objects.utan_filerna().select_related("plan__namnd").med_pateckningar()
    )
    utgava = rader.get(pk=utgava.pk)
    forra = utgava.rattelserna
    if len(forra) != sedd or not utgava.gallande.skillnad(uppgifter):
        raise RedanRattad
    fakta = {falt: getattr(uppgifter, falt) for falt in FAKTA}
    rattelse = Rattelse(utgava=utgava, nummer=len(forra) + 1, skal=skal, av=av, **fakta)
    fore = forra[-1].sigill if forra else utgava.sigill
    rattelse.sigill = pateckningens_sigill(fore, rattelse)
    rattelse.save(force_insert=True)
    beslut = Beslut.objects.gallande().get(
        plan=utgava.plan, utfall=Beslut.Utfall.BESLUTAD, omgang=utgava.omgang
    )
    beslut.plan = utgava.plan
    nytt = Beslut(utfall=Beslut.Utfall.BESLUTAD, **fakta)
    ratta_beslut(beslut, nytt, skal=skal, av=av)
    # Last: all deeds hold the plan before the chain, or two would wait for each other.
    stampla(utgava.namnd_id)
    return rattelse
