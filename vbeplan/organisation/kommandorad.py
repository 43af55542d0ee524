"""What the commands share: finding the board that somebody named."""

from django.core.management.base import CommandError

from vbeplan.organisation.models import Namnd


def hitta_namnd(namn):
    """Return the board by name or short name; CommandError lists those there are."""
    if namnd := Namnd.objects.med_namn(namn).first():
        return namnd
    finns = ", ".join(str(n) for n in Namnd.objects.i_ordning())
    raise CommandError(
        f"Nämnden ”{namn}” finns inte. "
        + (f"De som finns: {finns}." if finns else "Det finns ingen nämnd än.")
    )
