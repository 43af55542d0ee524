"""Open a closed enkät again: what its result has shown is remembered."""

from django.db import transaction

from lagesbild.enkatresultat.visat import visade_svar
from lagesbild.models import Enkat
from vbeplan.organisation.models import Spar


def oppna_igen(enkat, stanger, *, av):
    """Let a closed one be answered until the day `stanger`; tell whether it went.

    Not when the list of who was asked is removed: nobody has a link any more. What has
    been shown stays with whoever took it home, so the next result is protected with it.
    """
    with transaction.atomic():
        rad = Enkat.objects.select_for_update().get(pk=enkat.pk)
        if rad.status != Enkat.Status.STANGD or rad.hinder_for_ny_oppning:
            return False
        visade = visade_svar(rad)
        if visade and visade not in rad.visat:
            rad.visat = [*rad.visat, visade]
        rad.status, rad.stanger = Enkat.Status.OPPEN, stanger
        rad.save(update_fields=["status", "stanger", "visat"])
        rad.spar(Spar.Handling.ANDRAD, f"{rad}: öppnade igen till {stanger}", av)
    return True
