"""What proof-reading adds to a plan's page: read anew, after a change, unchanged."""

import time

from django.template.loader import render_to_string
from django.utils import timezone

from aktiviteter.granskning import glom, granska
from aktiviteter.models import Handlingsplan
from aktiviteter.sammanstallning import granskningen, plan_innehall
from vbeplan.start.matning.data import PROV
from vbeplan.start.matning.sidor import MANGA
from vbeplan.start.matning.tabell import Rad

GRUPP = "Granskning"
HOGST_MS = 30
MALL = "aktiviteter/granskning.html"


def mat_granskning(stad, varv):
    """Return rows for the plan of `MANGA` activities and for an ordinary one."""
    prov, vanlig = _plan(PROV, MANGA), _plan(stad.namnd, stad.ar)
    return [
        _rad(
            f"Granskning av {MANGA} aktiviteter, första gången",
            _tider(prov, varv, glom.allt),
            HOGST_MS,
        ),
        _rad(
            f"Granskning av {MANGA} aktiviteter, efter en ändring",
            _tider(prov, varv, glom.planer),
        ),
        _rad("Granskning av en oförändrad plan, med mall", _sidans(vanlig, varv)),
    ]


def _plan(kort, ar):
    return Handlingsplan.objects.select_related("namnd").get(namnd__kort=kort, ar=ar)


def _rad(namn, tider, hogst=None):
    return Rad(GRUPP, namn, "ms", tider, hogst={"median": hogst} if hogst else {})


def _tider(plan, varv, glom_):
    innehall, idag = plan_innehall(plan), timezone.localdate()
    ut = []
    for _ in range(varv):
        glom_()
        start = time.perf_counter()
        granska(innehall, plan.namnd.kort, idag)
        ut.append((time.perf_counter() - start) * 1000)
    return ut


def _sidans(plan, varv):
    """The margin of the page: both queries, its remarks and its template."""
    ut = []
    for _ in range(varv + 1):
        innehall = plan_innehall(plan)  # its words are new objects, as in a request
        start = time.perf_counter()
        varden = {
            "granskning": granskningen(plan, innehall),
            "plan": innehall,
            "namnd_kort": plan.namnd.kort,
        }
        render_to_string(MALL, varden)
        ut.append((time.perf_counter() - start) * 1000)
    return ut[1:]  # the first compiles the template
