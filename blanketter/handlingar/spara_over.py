"""Save fields of a form over what was seen, and over nothing else."""

from django.db.models import F

from blanketter.models import Blankett


class NagonHannFore(Exception):  # noqa: N818 — «somebody came first»
    """The form has changed since it was seen; nothing is saved."""


def spara_over(blankett, sedd, **falt):
    """Save `falt` if the form's counter is still `sedd`; raises NagonHannFore."""
    rader = Blankett.objects.filter(pk=blankett.pk, rakning=sedd)
    if not rader.update(rakning=F("rakning") + 1, **falt):
        raise NagonHannFore
    for namn, varde in falt.items():
        setattr(blankett, namn, varde)
    blankett.rakning = sedd + 1
