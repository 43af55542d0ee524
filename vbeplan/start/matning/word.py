"""What it costs to write a plan as a Word file, from the database to the bytes."""

import time
import tracemalloc

from aktiviteter.models import Handlingsplan
from aktiviteter.word_ut import plan_som_word
from vbeplan.start.matning.tabell import Rad

MIB = 1024**2
HOGST_S, HOGST_MIB = 1, 20


def mat_word_ut(stad, varv):
    """Return rows for the same plan as the PDF's, written `varv` times."""
    plan = Handlingsplan.objects.select_related("namnd__logotyp").get(
        namnd__kort=stad.namnd, ar=stad.ar
    )
    minne = _topp(plan)
    tider = [_tid(plan) for _ in range(varv)]
    return [
        Rad(
            "Word ut",
            "Samma plan som PDF:en",
            "s",
            tider,
            minne_mib=minne,
            hogst={"median": HOGST_S, "minne_mib": HOGST_MIB},
        )
    ]


def _tid(plan):
    start = time.perf_counter()
    plan_som_word(plan)
    return time.perf_counter() - start


def _topp(plan):
    """The most that one writing holds at once, in MiB."""
    tracemalloc.start()
    plan_som_word(plan)
    topp = tracemalloc.get_traced_memory()[1] / MIB
    tracemalloc.stop()
    return topp
