"""A decision seals the plan as an edition."""

import json
from datetime import date

import pytest

from aktiviteter.forseglat import forseglat, las_forseglat
from aktiviteter.models import Beslut, Planstatus
from tests import bygge
from tests.bygge_utgava import beslutad_plan, nya_uppgifter, plan_hos_namnden
from vbeplan.organisation.models import Brev, Ratt, Spar
from vbeplan.rapport.forsegling import sha256
from vbeplan.rapport.handlingar.besluta import NagotNytt, besluta, sett_nu
from vbeplan.rapport.innehall import levande_innehall
from vbeplan.rapport.models import Utgava

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return bygge.ny_namnd(sekreterare_epost="sekreterare@granby.example")


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def plan(namnd):
    return plan_hos_namnden(namnd)


def test_decision_and_edition_stand_together(plan, samordnare):
    utgava = besluta(plan, nya_uppgifter(), sett=sett_nu(plan), av=samordnare)
    plan.refresh_from_db()
    assert plan.status == Planstatus.BESLUTAD
    assert (plan.datum, plan.dnr) == (date(2026, 11, 12), "EKH 2026/47")
    beslut = Beslut.objects.get(plan=plan)
    assert (beslut.organ, beslut.paragraf) == (utgava.organ, utgava.paragraf)
    assert plan.stegen.last().till == Planstatus.BESLUTAD
    assert utgava.pdf_sha256 == sha256(bytes(utgava.pdf))
    assert bytes(utgava.pdf).startswith(b"%PDF")
    gjort = set(Spar.objects.values_list("handling", flat=True))
    assert {Spar.Handling.BESLUTAD, Spar.Handling.FORSEGLAD} <= gjort


def test_what_is_sealed_is_read_back_the_same(plan):
    utgava = beslutad_plan(plan)
    plan.refresh_from_db()
    last = las_forseglat(utgava.innehall)
    assert last.innehall == levande_innehall(plan)
    assert last == forseglat(plan)
    assert json.loads(utgava.innehall)["plan"] == last.data
