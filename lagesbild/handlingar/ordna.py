"""Moves a source or a finding a step; the order is the whole list's."""

from django.db import transaction

STEG = {"upp": -1, "ner": 1}


@transaction.atomic
def flytta(rad, syskon, steg):
    """Let `rad` change places with the one before or after; tell whether it moved.

    `syskon` is the queryset of all that stand in the same list.
    """
    rader = list(syskon.select_for_update().order_by("ordning", "pk"))
    har = next((i for i, ett in enumerate(rader) if ett.pk == rad.pk), None)
    if har is None or not 0 <= har + steg < len(rader):
        return False
    rader.insert(har + steg, rader.pop(har))
    for plats, ett in enumerate(rader):
        ett.ordning = plats
    type(rad).objects.bulk_update(rader, ["ordning"])
    return True
