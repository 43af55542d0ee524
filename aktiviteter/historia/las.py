"""Reads of one thing's history."""

from aktiviteter.models import Version


def version(objekt, nummer):
    """Return the content of a row's version as `innehall` wrote it, or None."""
    rader = Version.objects.for_objekt(objekt).filter(nummer=nummer)
    return rader.values_list("innehall", flat=True).first()
