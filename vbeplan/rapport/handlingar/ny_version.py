"""Opens a decided plan for a new version, decided as another edition; lays it down."""

import json

from django.db import transaction

from aktiviteter.handlingar.gang import GALLANDE, aterta, las, ny_version
from aktiviteter.models.handlingsplan import OPPNA
from aktiviteter.radavtryck import radavtryck
from vbeplan.rapport.forsegling import pateckningens_sigill
from vbeplan.rapport.handlingar.stampla import stampla
from vbeplan.rapport.models import Oppning, Utgava


class ArAndrad(Exception):  # noqa: N818 — Swedish: is changed
    """The rows aren't as they were sealed, so the version can't be laid down."""


@transaction.atomic
def borja_ny_version(plan, *, skal, av):
    """Note on the plan's last edition that a new version is begun, and open the plan.

    The edition is in force until the new one is decided. Raises RedanGjort when the
    plan isn't decided, or has been replaced by a later year's.
    """
    las(plan, *GALLANDE)
    utgava = _utgavan(plan, plan.omgang)
    oppning = _anteckna(utgava, skal=skal, av=av)
    ny_version(plan, skal=skal, av=av)
    return oppning


@transaction.atomic
def lagg_ner(plan, *, skal, av):
    """Give the new version up: the plan stands decided again, as it was sealed.

    Raises RedanGjort when it isn't open any more, and ArAndrad when anything in it is
    otherwise than in the edition; then nothing is done.
    """
    las(plan, *OPPNA)
    utgava = _utgavan(plan, plan.omgang - 1)
    oppning = _anteckna(utgava, skal=skal, av=av, nedlagd=True)
    aterta(plan, datum=utgava.dag, skal=skal, av=av)
    forseglade = json.loads(utgava.innehall)["rader"]
    kolumner = {namn: rader["kolumner"] for namn, rader in forseglade.items()}
    if radavtryck([plan.pk], kolumner)[plan.pk] != forseglade:
        raise ArAndrad
    return oppning


def _utgavan(plan, omgang):
    rader = Utgava.objects.planens(plan).defer("pdf", "publik_pdf")
    return rader.med_pateckningar().get(omgang=omgang)


def _anteckna(utgava, **falt):
    """Add a note to an edition, sealed to the one before it."""
    forra = utgava.oppningarna
    ny = Oppning(utgava=utgava, nummer=len(forra) + 1, **falt)
    ny.sigill = pateckningens_sigill(forra[-1].sigill if forra else utgava.sigill, ny)
    ny.save(force_insert=True)
    stampla(utgava.namnd_id)
    return ny
