"""Stamps a board's chain, in the transaction that has added a seal to it."""

from vbeplan.rapport.models import Kedja
from vbeplan.rapport.sigillen import sigill_per_namnd, stampel


def stampla(namnd):
    """Stamp the chain of a board (its key) as it stands now."""
    rad, _ = Kedja.objects.get_or_create(namnd_id=namnd, defaults={"stampel": ""})
    # Held before the seals are read: of two deeds at once the last one sees both.
    rad = Kedja.objects.select_for_update().get(pk=rad.pk)
    rad.stampel = stampel(namnd, sigill_per_namnd([namnd])[namnd])
    rad.save(update_fields=["stampel"])
