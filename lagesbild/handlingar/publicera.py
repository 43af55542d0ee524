"""Publishes a picture: what it shows is frozen, in one transaction."""

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from lagesbild.innehall import levande_innehall
from lagesbild.models import Frysning, Lagesbild
from lagesbild.som_json import avtryck, till_json

Status = Lagesbild.Status


class NagotNytt(Exception):  # noqa: N818 — Swedish: something new
    """Something has come in since whoever publishes looked at it."""


@transaction.atomic
def publicera(bild, *, sett, av, dag=None):
    """Freeze what the picture shows as its next version and return the `Frysning`.

    `sett` is the fingerprint (`avtryck`) of the content that was looked at: nothing is
    published unseen. Pressed twice it is published once. `dag` is when, today.
    Raises NagotNytt.
    """
    rad = Lagesbild.objects.select_for_update(of=("self",)).get(pk=bild.pk)
    if rad.status != Status.SAMRADD:
        return rad.frysningar.last()
    data = till_json(levande_innehall(rad))
    if avtryck(data) != sett:
        raise NagotNytt
    frysning = Frysning.objects.create(
        lagesbild=rad,
        nummer=rad.frysningar.count() + 1,
        dag=dag or timezone.localdate(),
        troskel=settings.SMATALSGRANS,
        data=data,
        sha256=avtryck(data),
    )
    rad.byt_lage(Status.SAMRADD, Status.KLAR, av=av)
    bild.status = rad.status
    return frysning
