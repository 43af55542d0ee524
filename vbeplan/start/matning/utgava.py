"""What it costs to seal a decided plan, and to verify all that are sealed."""

import time
from unittest.mock import patch

from django.core.cache import caches
from django.utils import timezone

from aktiviteter.models import Handlingsplan
from vbeplan.rapport.forsegling import Uppgifter
from vbeplan.rapport.handlingar import besluta as handling
from vbeplan.rapport.planens_pdf import planens_pdf
from vbeplan.rapport.verifiering import verifiera
from vbeplan.start.matning.data import PROV
from vbeplan.start.matning.sidor import MANGA
from vbeplan.start.matning.tabell import Rad

GRUPP = "Utgåvan"
UTGAVOR = 200
MS_PER_UTGAVA = 5  # 200 a second


def mat_utgavan(stad):
    """Return rows for sealing a plan with many activities and for verifying many.

    Last in the run: what is decided can't be changed by what is measured after.
    """
    planer = Handlingsplan.objects.select_related("namnd__logotyp")
    plan = planer.get(namnd__kort=PROV, ar=MANGA)
    pdf = _sekunder(lambda: planens_pdf(plan))
    forsegling = _sekunder(lambda: _besluta(plan))
    _manga(planer, plan.utgavor.get().pdf, min(UTGAVOR, stad.planer // 2))
    antal, tid = 0, 0.0
    while tid < 1:
        start = time.perf_counter()
        utfall = verifiera()
        tid += time.perf_counter() - start
        antal += utfall.antal
        if utfall.fel:
            raise SystemExit(f"Mätningens utgåvor är inte hela: {utfall.fel[0]}")
    return [
        Rad(GRUPP, f"PDF, {MANGA} aktiviteter, ocachad", "s", [pdf]),
        Rad(
            GRUPP,
            "Besluta och försegla samma plan",
            "s",
            [forsegling],
            kvot=forsegling / pdf,
            hogst={"kvot": 3},
        ),
        Rad(
            GRUPP,
            f"Verifiera, var och en av {utfall.antal} utgåvor",
            "ms",
            [1000 * tid / antal],
            hogst={"median": MS_PER_UTGAVA},
        ),
    ]


def _sekunder(gor):
    caches["pdf"].clear()
    start = time.perf_counter()
    gor()
    return time.perf_counter() - start


def _besluta(plan):
    idag = timezone.localdate()
    uppgifter = Uppgifter("Provnämnden", idag, "§ 47", "PROV 2027/1", efterhand=True)
    handling.besluta(plan, uppgifter, sett=handling.sett_nu(plan), av=None)


def _manga(planer, pdf, antal):
    """Seal plans of the city with one real file each, for setting each takes hours."""
    with patch.object(handling, "skapa_pdf", lambda *_: bytes(pdf)):
        for plan in planer.exclude(namnd__kort=PROV).order_by("namnd", "ar")[:antal]:
            _besluta(plan)
