"""Moves a chapter or an activity: among its siblings, or to another chapter."""

from django.db import transaction

from aktiviteter import historia
from aktiviteter.historia.skriv import namn_pa, ny_andring, skriv_versioner
from aktiviteter.models import Andring


class OrdningAndrad(Exception):  # noqa: N818 — Swedish: the order has changed
    """What stands where something is put is not what the user saw there."""


@transaction.atomic
def flytta(ett, steg, *, av):
    """Move one step, -1 up or +1 down; None at the end of the row, where it stays.

    Returns the `Andring`.
    """
    historia.las_planen(ett.plan)
    if not ett.flytta(steg):
        return None
    return historia.skriv(Andring.Handling.FLYTTAD, ett, av=av)


@transaction.atomic
def flytta_till(ett, kapitel, plats, *, sedda=None, av):
    """Put a chapter or an activity in its place under `kapitel`, None for the plan.

    `plats` counts from 0 among those it will stand with, None is last. `sedda` are the
    ids that the user saw there, in order and with its own if it was among them; raises
    OrdningAndrad when they are others now, and ValidationError when it can't stand
    there. Returns the place it took, how many stand there, and the `Andring`.
    """
    historia.las_planen(ett.plan)
    ett.refresh_from_db()
    nytt = ett.lagg_under(kapitel)
    ett.clean()
    rad = list(ett.syskon().order_by("ordning", "pk").values_list("pk", flat=True))
    if sedda is not None and rad != sedda:
        raise OrdningAndrad
    if nytt:
        ett.spara_over(ett.version, av=av)
    tog = ett.stall(plats)
    andring = ny_andring(Andring.Handling.FLYTTAD, ett.plan, namn_pa(ett), av=av)
    # A row in a new chapter is a new version of it: whoever has it open must see that.
    skriv_versioner(andring, [ett] if nytt else (), ordning=True)
    return tog, ett.syskon().count(), andring
