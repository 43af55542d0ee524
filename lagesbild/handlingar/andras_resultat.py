"""Keep what other boards' enkäter showed."""

from django.db import transaction

from lagesbild.models import AnnatResultat
from vbeplan.organisation.models import Spar


@transaction.atomic
def ta_in(bild, resultat, *, av):
    """Keep results from a file; what the same board told of the same question before
    gives way, so a file that is taken in twice doubles nothing."""
    for ett in resultat:
        AnnatResultat.objects.update_or_create(
            lagesbild=bild,
            fran=ett.fran,
            fraga=ett.fraga,
            defaults={
                "svarande": ett.svarande,
                "tillfragade": ett.tillfragade,
                "antal": ett.antal,
            },
        )
    for fran in sorted({ett.fran for ett in resultat}):
        _skriv(Spar.Handling.IMPORTERAD, bild, fran, av)


@transaction.atomic
def spara(rad, *, av):
    """Save one that was written by hand."""
    handling = Spar.Handling.ANDRAD if rad.pk else Spar.Handling.SKAPAD
    rad.save()
    _skriv(handling, rad.lagesbild, rad.fran, av)


@transaction.atomic
def ta_bort(rad, *, av):
    rad.delete()
    _skriv(Spar.Handling.BORTTAGEN, rad.lagesbild, rad.fran, av)


def _skriv(handling, bild, fran, av):
    vad = f"enkätresultat från {fran}"
    Spar.objects.skriv(handling, vad, av=av, namnd=bild.namnd)
