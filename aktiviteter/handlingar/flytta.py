"""Moves a chapter or an activity among its siblings."""

from django.db import transaction

from aktiviteter import historia
from aktiviteter.models import Andring


@transaction.atomic
def flytta(ett, steg, *, av):
    """Move one step, -1 up or +1 down; None at the end of the row, where it stays.

    Returns the `Andring`.
    """
    historia.las_planen(ett.plan)
    if not ett.flytta(steg):
        return None
    return historia.skriv(Andring.Handling.FLYTTAD, ett, av=av)
