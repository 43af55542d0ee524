"""A real process decides and is killed on the way; two decide at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from aktiviteter.models import Beslut, Handlingsplan, Planstatus, Steg
from tests import bygge
from tests.bygge_utgava import plan_hos_namnden
from tests.underprocess import ROOT, miljo
from vbeplan.organisation.models import Brev, Spar
from vbeplan.rapport.models import Utgava
from vbeplan.rapport.verifiering import verifiera

pytestmark = pytest.mark.django_db(transaction=True)
BARN = Path(__file__).with_name("besluta_i_barn.py")
ALDRIG = "ingen sats"


@pytest.fixture
def plan():
    namnd = bygge.ny_namnd(sekreterare_epost="sekreterare@granby.example")
    return plan_hos_namnden(namnd, aktiviteter=2)


def barn(plan, mapp, ord_=ALDRIG):
    val = {
        "DJANGO_SETTINGS_MODULE": "vbeplan.settings",
        "PYTHONPATH": str(ROOT),
        "EMAIL_URL": f"filemail:///{mapp}",
    }
    return subprocess.Popen(
        [sys.executable, BARN, str(plan.pk), ord_], cwd=ROOT, env=miljo(**val)
    )


def antal():
    return [
        modell.objects.count() for modell in (Utgava, Beslut, Steg, Brev, Spar)
    ], Handlingsplan.objects.get().status


@pytest.mark.parametrize(
    "ord_",
    [
        "UPDATE aktiviteter_handlingsplan SET dnr",
        "INSERT INTO rapport_utgava",
        "INSERT INTO aktiviteter_beslut",
        "INSERT INTO aktiviteter_steg",
        "INSERT INTO organisation_brev",
    ],
)
def test_killed_before_the_end_nothing_is_decided(plan, tmp_path, ord_):
    fore = antal()
    assert barn(plan, tmp_path, ord_).wait(120) == -9
    assert antal() == fore

    assert barn(plan, tmp_path).wait(120) == 0

    assert antal()[0][:4] == [1, 1, 1, 1]
    assert verifiera().fel == []


def test_killed_after_the_end_everything_is_decided_and_the_letter_waits(
    plan, tmp_path
):
    assert barn(plan, tmp_path, "UPDATE organisation_brev").wait(120) == -9

    assert antal()[0][:4] == [1, 1, 1, 1]
    assert Handlingsplan.objects.get().status == Planstatus.BESLUTAD
    assert verifiera().fel == []


def test_two_who_decide_at_once_make_one_edition(plan, tmp_path):
    barnen = [barn(plan, tmp_path) for _ in range(2)]

    assert [ett.wait(120) for ett in barnen] == [0, 0]
    assert antal()[0][:4] == [1, 1, 1, 1]
