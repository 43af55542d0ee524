"""What it costs to write a plan as a Word file, from the database to the bytes."""

import time

from aktiviteter.models import Handlingsplan
from aktiviteter.word_ut import plan_som_word
from vbeplan.start.matning.tabell import Rad

HOGST_S = 1


def mat_word_ut(stad, varv):
    """Return rows for the same plan as the PDF's, written `varv` times."""
    plan = Handlingsplan.objects.select_related("namnd__logotyp").get(
        namnd__kort=stad.namnd, ar=stad.ar
    )
    plan_som_word(plan, med_bilagor=False)  # to warm up
    tider = [_tid(plan) for _ in range(varv)]
    return [
        Rad(
            "Word ut",
            "Samma plan som PDF:en",
            "s",
            tider,
            hogst={"median": HOGST_S},
        )
    ]


def _tid(plan):
    start = time.perf_counter()
    plan_som_word(plan, med_bilagor=False)
    return time.perf_counter() - start
