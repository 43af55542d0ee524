"""What it costs to tell what has changed since last year's plan."""

import time

from aktiviteter.andringar import andringar
from aktiviteter.models import Handlingsplan
from vbeplan.start.matning.tabell import Rad

HOGST_MS = 200


def mat_andringar(stad, varv):
    """Return the row for the same plan as the PDF's, compared `varv` times."""
    plan = Handlingsplan.objects.select_related("namnd").get(
        namnd__kort=stad.namnd, ar=stad.ar
    )
    andringar(plan)  # to warm up
    tider = [_tid(plan) for _ in range(varv)]
    return [
        Rad(
            "Ändringar",
            "Mot förra årets plan",
            "ms",
            tider,
            hogst={"median": HOGST_MS},
        )
    ]


def _tid(plan):
    start = time.perf_counter()
    andringar(plan)
    return 1000 * (time.perf_counter() - start)
