"""A real process decides and is killed on the way; two decide at once."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from aktiviteter.models import Beslut, Handlingsplan, Planstatus, Steg
from tests import bygge
from tests.bygge_utgava import plan_hos_namnden
from tests.underprocess import ROOT, miljo
from vbeplan.organisation.models import Brev, Ratt, Spar
from vbeplan.rapport.handlingar.besluta import sett_nu
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
        "UPDATE rapport_kedja",
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


def test_a_database_that_goes_away_after_the_file_is_set_decides_nothing(plan, client):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, plan.namnd))
    client.raise_request_exception = False
    adress = reverse("plan_besluta", args=[plan.namnd.kort, plan.ar])
    falt = {"organ": "Nämnden", "dag": "2026-11-12", "paragraf": "47"}
    falt["sett"] = sett_nu(plan)
    with connection.execute_wrapper(_borta):
        svar = client.post(adress, falt)
    assert (svar.status_code, antal()[0][:3]) == (503, [0, 0, 0])

    assert client.post(adress, falt).status_code == 302

    assert antal()[0][:3] == [1, 1, 1]
    assert verifiera().fel == []


def _borta(execute, sql, params, many, context):
    if sql.replace('"', "").startswith("INSERT INTO rapport_utgava"):
        raise OperationalError("server closed the connection unexpectedly")
    return execute(sql, params, many, context)


def test_two_who_decide_at_once_make_one_edition(plan, tmp_path):
    barnen = [barn(plan, tmp_path) for _ in range(2)]

    assert [ett.wait(120) for ett in barnen] == [0, 0]
    assert antal()[0][:4] == [1, 1, 1, 1]
