"""See to it that the database's files hold nothing of what was removed."""

from django.apps import apps

from blanketter.gallring.slag import alla_slag
from blanketter.models import Gallringsprotokoll
from vbeplan.nycklar.falt import krypterade_falt
from vbeplan.nycklar.rensning import rensa_filerna
from vbeplan.organisation.models import Spar


def modeller():
    """Return every model with words that can be removed, in whichever room it lies."""
    andra = [modell for slag in alla_slag() for modell in slag.modeller]
    return list(dict.fromkeys([*(f.model for f in krypterade_falt(apps)), *andra]))


def behovs(sedan):
    """Tell whether something has gone that was not cleared, or went since the day."""
    bort = Spar.objects.filter(handling=Spar.Handling.BORTREDIGERAD)
    if sedan:
        bort = bort.filter(tid__date__gte=sedan)
    return Gallringsprotokoll.objects.filter(stadad=None).exists() or bort.exists()


def rensa(idag, *, talamod=1):
    """Clear the files and note it in the protocols; False when somebody was in the way.

    Must not be called in a transaction. `talamod`: see `rensa_filerna`.
    """
    # Before the work: what others remove meanwhile is not cleared by it.
    vantar = list(Gallringsprotokoll.objects.filter(stadad=None).values("pk", "antal"))
    klart = rensa_filerna(modeller(), talamod=talamod)
    if klart:
        for protokoll in vantar:
            Gallringsprotokoll.objects.filter(**protokoll).update(stadad=idag)
    return klart
