"""Goes on with last year's findings in this year's picture."""

from django.db import transaction
from django.db.models import Max

from lagesbild.models import Iakttagelse, Lagesbild
from vbeplan.organisation.models import Spar


@transaction.atomic
def ta_med_iakttagelser(lagesbild, tidigare, *, av):
    """Add findings that follow up last year's `tidigare`; return how many.

    Their words come along, their need doesn't: it is judged anew, from this year's
    sources. One that is already followed up is left.
    """
    # Held, so that two who press at once don't add each finding twice.
    Lagesbild.objects.select_for_update(of=["self"]).get(pk=lagesbild.pk)
    egna = lagesbild.iakttagelser
    foljs = set(egna.values_list("tidigare", flat=True))
    sist = egna.aggregate(sist=Max("ordning"))["sist"]
    nya = [
        Iakttagelse(
            lagesbild=lagesbild,
            tidigare=forra,
            rubrik=forra.rubrik,
            beskrivning=forra.beskrivning,
            miljo=forra.miljo,
            version=1,
            andrad_av=av,
        )
        for forra in tidigare
        if forra.pk not in foljs
    ]
    for plats, ny in enumerate(nya, start=0 if sist is None else sist + 1):
        ny.ordning = plats
    Iakttagelse.objects.bulk_create(nya)
    if nya:
        vad = f"{len(nya)} iakttagelser i lägesbilden {lagesbild.ar}"
        namnd = lagesbild.namnd
        Spar.objects.skriv(Spar.Handling.SKAPAD, vad, av=av, namnd=namnd)
    return len(nya)
