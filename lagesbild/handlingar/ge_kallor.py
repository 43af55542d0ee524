"""Gives a picture its sources: the city's set, and the board's own of last year."""

from django.db import IntegrityError, transaction

from lagesbild.models import Kalla, Lagesbild, Standardkalla
from lagesbild.models.standardkalla import FRAGANS
from lagesbild.standardkallor import STANDARD


def stadens_kallor():
    """Return the city's sources that are in use, as a list.

    A new installation gets the standard set the first time it is asked.
    """
    if not Standardkalla.objects.exists():
        try:
            with transaction.atomic():
                Standardkalla.objects.bulk_create(
                    Standardkalla(version=1, ordning=i, **falt)
                    for i, falt in enumerate(STANDARD)
                )
        except IntegrityError:  # another was first
            pass
    return list(Standardkalla.objects.i_bruk())


@transaction.atomic
def ge_kallor(lagesbild):
    """Add the city's sources and last year's own that the picture lacks; return them.

    Run again it adds only what has come since. E-mail addresses follow from last year,
    and so does which series a source is; nothing of what came does.
    """
    # Held, so that two who press at once don't add each source twice.
    Lagesbild.objects.select_for_update(of=["self"]).get(pk=lagesbild.pk)
    finns = set(lagesbild.kallor.values_list("namn", flat=True))
    fjolar = {kalla.namn: kalla for kalla in forra_arets_kallor(lagesbild)}
    nya = [
        Kalla.ur_standard(lagesbild, standard)
        for standard in stadens_kallor()
        if standard.namn not in finns
    ]
    namn = finns | {kalla.namn for kalla in nya}
    nya += [
        _egen(lagesbild, kalla)
        for kalla in fjolar.values()
        if kalla.standard_id is None and kalla.namn not in namn
    ]
    for kalla in nya:
        kalla.version = 1
        if forra := fjolar.get(kalla.namn):
            kalla.epost, kalla.serie_id = forra.epost, forra.serie_id
    return Kalla.objects.bulk_create(nya)


def forra_arets_kallor(lagesbild):
    """Return the sources of the board's latest picture before this one, as a list."""
    forra = Lagesbild.objects.filter(namnd=lagesbild.namnd_id, ar__lt=lagesbild.ar)
    forra = forra.order_by("-ar").first()
    return list(forra.kallor.all()) if forra else []


def _egen(lagesbild, kalla):
    falt = {namn: getattr(kalla, namn) for namn in FRAGANS}
    return Kalla(lagesbild=lagesbild, ordning=kalla.ordning, **falt)
