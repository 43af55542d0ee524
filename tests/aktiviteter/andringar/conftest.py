"""A plan for 2028 that was begun from the one for 2027."""

import pytest

from aktiviteter.handlingar.borja_revidering import borja_revidering
from aktiviteter.models import Handlingsplan


@pytest.fixture
def nasta(plan, samordnare):
    """Next year's plan as it is when it has just been begun."""
    ny = Handlingsplan.objects.create(namnd=plan.namnd, ar=2028, titel=plan.titel)
    borja_revidering(ny, plan)
    return ny
