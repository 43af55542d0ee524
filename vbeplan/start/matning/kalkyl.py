"""What it costs to give a plan's activities as a workbook, and to take it back."""

import time

from aktiviteter.kalkyl.skillnader import kapitelord, skillnader
from aktiviteter.kalkyl.skriv import arbetsbok
from aktiviteter.models import Handlingsplan
from vbeplan.filer.barn import mat_i_barn
from vbeplan.filer.filslag import EXCEL
from vbeplan.start.matning.data import PROV
from vbeplan.start.matning.sidor import MANGA
from vbeplan.start.matning.tabell import Rad

GRUPP = "Excel"
HOGST_S, HOGST_MIB = 1, 150
LASARE = "aktiviteter.kalkyl.las:las_arbetsbok"


def mat_kalkyl(stad, varv):
    """Return rows for the plan of `MANGA` activities, out and back `varv` times."""
    plan = Handlingsplan.objects.select_related("namnd").get(namnd__kort=PROV, ar=MANGA)
    fil = _ut(plan)
    ut = [_tid(lambda: _ut(plan))[0] for _ in range(varv)]
    in_ = [_tid(lambda: _in(plan, fil)) for _ in range(max(1, varv // 4))]
    return [
        Rad(GRUPP, f"Ut: {MANGA} aktiviteter", "s", ut, hogst={"median": HOGST_S}),
        Rad(
            GRUPP,
            f"Tillbaka: {MANGA} rader lästa i barn och jämförda",
            "s",
            [tid for tid, _ in in_],
            minne_mib=max(minne for _, minne in in_),
            hogst={"median": HOGST_S, "minne_mib": HOGST_MIB},
        ),
    ]


def _ut(plan):
    rader = plan.aktiviteter.order_by("ordning", "pk").med_ansvar()
    return arbetsbok(rader, kapitel=kapitelord(plan), titel=str(plan))


def _in(plan, fil):
    rader, matt = mat_i_barn(LASARE, fil, slag=EXCEL)
    skillnader(plan, rader)
    return matt.minne_mib


def _tid(gor):
    start = time.perf_counter()
    svar = gor()
    return time.perf_counter() - start, svar
