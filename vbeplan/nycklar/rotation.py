"""Seal every text anew with the active key, while the server runs.

What is sealed with the active key is left alone, so the work goes on where it stood,
however it ended, and two may do it at once. A row is changed only if it still holds
the value that was opened: what somebody saves meanwhile stays (and is sealed with the
active key already). Rows are taken by key, which is random: their new places tell of no
order.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.db.models import Count, ExpressionWrapper, F, TextField, Value
from django.db.models.functions import Greatest, Left, StrIndex

from vbeplan.nycklar.falt import Krypterad
from vbeplan.nycklar.ring import AR_NYCKELNAMN, GarInteAttLasa

BUNT = 500


@dataclass
class Utfall:
    """What became of some rows: how many were done, and each that can't be opened."""

    klara: int = 0
    fel: list[str] = field(default_factory=list)


def rotera(falt, bunt=BUNT):
    """Seal the values of a field anew; yields an Utfall after each batch of rows."""
    sist = None
    while rader := list(_gamla(falt, sist)[:bunt]):
        utfall = Utfall()
        with transaction.atomic():
            for pk, lagrat in rader:
                try:
                    utfall.klara += byt(falt, pk, lagrat)
                except GarInteAttLasa as fel:
                    utfall.fel.append(f"{falt}, rad {pk}: {fel}")
        yield utfall
        sist = rader[-1][0]


def byt(falt, pk, lagrat):
    """Seal one value anew; return 1, or 0 when the row no longer holds it."""
    nytt = falt.forsegla(falt.oppna(Krypterad(lagrat), pk), pk)
    return _rader(falt).filter(pk=pk, lagrat_varde=lagrat).update(**{falt.name: nytt})


def kontrollera(falt):
    """Open every value of a field; yields an Utfall for each."""
    for pk, lagrat in _rader(falt).values_list("pk", "lagrat_varde").iterator(BUNT):
        try:
            falt.oppna(Krypterad(lagrat), pk)
            yield Utfall(klara=1)
        except GarInteAttLasa as fel:
            yield Utfall(fel=[f"{falt}, rad {pk}: {fel}"])


def per_nyckel(falt):
    """Return how many values of a field are sealed with each key, by key id; "" for
    what names none."""
    kolon = StrIndex("lagrat_varde", Value(":"))
    nyckel = Left("lagrat_varde", Greatest(kolon - 1, 0))
    rader = _rader(falt).annotate(lagrat_under=nyckel).values("lagrat_under")
    return dict(rader.annotate(antal=Count("pk")).values_list("lagrat_under", "antal"))


def saknade_nycklar(falten):
    """Return how many values are sealed with keys that the ring lacks, by key id."""
    antal = sum((Counter(per_nyckel(falt)) for falt in falten), Counter())
    return {
        n: a
        for n, a in sorted(antal.items())
        if n not in settings.NYCKLAR and AR_NYCKELNAMN.fullmatch(n)
    }


def _gamla(falt, efter):
    rader = _rader(falt).exclude(lagrat_varde__startswith=f"{settings.NYCKLAR.aktiv}:")
    if efter is not None:
        rader = rader.filter(pk__gt=efter)
    return rader.order_by("pk").values_list("pk", "lagrat_varde")


def _rader(falt):
    """The rows that have a text, with the value as it lies: `lagrat_varde`."""
    lagrat = ExpressionWrapper(F(falt.name), output_field=TextField())
    rader = falt.model._base_manager.filter(**{f"{falt.name}__isnull": False})
    return rader.annotate(lagrat_varde=lagrat).order_by()
