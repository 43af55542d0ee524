"""«Planens gång» and its gate ask the database as often for 30 of each as for one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import bygge
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(client):
    namnd = bygge.ny_namnd()
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return bygge.ny_plan(namnd)


def rader(plan, nr):
    """Give the plan one more of each: step, decision, condition, remark, activity."""
    plan.stegen.create(fran="samrad", till="utkast", skal=f"Skäl {nr}")
    beslut = plan.besluten.create(
        organ="KS", utfall="villkor", dag=date(2026, 5, 1 + nr % 28)
    )
    beslut.villkoren.create(text=f"Villkor {nr}")
    samrad = plan.samraden.create(part=f"Part {nr}", slag="annat", status="fragad")
    samrad.yttranden.create(text=f"Synpunkt {nr}")
    rad = plan.aktiviteter.create(
        avsnitt=plan.avsnitt.last(), nummer=100 + nr, titel=f"Rad {nr}", ordning=nr
    )
    rad.tolka_tider("T.o.m. 2019-31-12", None)
    rad.save()


@pytest.mark.parametrize(("namn", "mest"), [("plan_gang", 38), ("plan_till_namnd", 24)])
def test_the_page_costs_the_same_with_1_and_30(client, plan, namn, mest):
    adress = reverse(namn, args=[plan.namnd.kort, plan.ar])

    def antal():
        client.get(adress)  # what is worked out once is then there
        with CaptureQueriesContext(connection) as fragor:
            assert client.get(adress).status_code == 200
        return len(fragor)

    rader(plan, 0)
    fore = antal()
    for nr in range(1, 31):
        rader(plan, nr)

    assert antal() <= fore <= mest, (fore, antal())
