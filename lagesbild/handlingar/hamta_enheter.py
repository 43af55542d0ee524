"""Take the board's own units into the register of respondents, and keep them alike."""

from dataclasses import dataclass

from django.db import transaction

from blanketter.models import Enhet
from lagesbild.models import Grupp, Respondent
from vbeplan.organisation.models import Spar
from vbeplan.text.svenska import normalisera


@dataclass
class Hamtade:
    """How many were new, and how many were made as their unit now is."""

    nya: int = 0
    andrade: int = 0


def hamta_enheter(namnd, *, av):
    """Make a respondent of each unit in use; one of the same name becomes the unit's.

    Those that are the units' already get their names, addresses and last days.
    """
    hamtade = Hamtade()
    with transaction.atomic():
        befintliga = list(Respondent.objects.select_for_update().filter(namnd=namnd))
        per_enhet = {r.enhet_id: r for r in befintliga if r.enhet_id}
        per_namn = {r.namn_norm: r for r in befintliga}
        for enhet in Enhet.objects.filter(namnd=namnd):
            rad = per_enhet.get(enhet.pk) or per_namn.get(normalisera(enhet.namn))
            _folj(enhet, rad, hamtade, per_namn)
        if hamtade.nya or hamtade.andrade:
            vad = f"respondenter ur enheterna: {hamtade.nya} nya"
            Spar.objects.skriv(Spar.Handling.ANDRAD, vad, av=av, namnd=namnd)
    return hamtade


def _folj(enhet, rad, hamtade, per_namn):
    if rad is None:
        if enhet.ar_avslutad:
            return
        rad, hamtade.nya = Respondent(namnd=enhet.namnd), hamtade.nya + 1
    elif _ar_lika(rad, enhet):
        return
    elif rad.enhet_id not in (None, enhet.pk):
        return  # another unit's, that bears this one's old name
    else:
        hamtade.andrade += 1
    rad.enhet, rad.grupp, rad.till = enhet, Grupp.EGEN, _till(rad, enhet)
    annan = per_namn.get(normalisera(enhet.namn))
    if annan is None or annan == rad:
        rad.namn = enhet.namn
    rad.epost = enhet.epost
    rad.save()
    per_namn[rad.namn_norm] = rad


def _ar_lika(rad, enhet):
    return (rad.enhet_id, rad.namn, rad.epost, rad.till) == (
        enhet.pk, enhet.namn, enhet.epost, _till(rad, enhet)
    )  # fmt: skip


def _till(rad, enhet):
    """Return the last day: one that is taken out of this register alone stays out."""
    return enhet.till or rad.till
