"""The pages of a plan's way ask the database as often for 30 of each as for one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import bygge, bygge_brev, bygge_lagesbild
from tests.bygge_samrad import nytt_samrad, nytt_yttrande
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(client):
    namnd = bygge.ny_namnd()
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    bygge_lagesbild.ny_lagesbild(namnd, bygge.AR)
    return bygge.ny_plan(namnd)


def gangens(plan, nr):
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


def samradets(plan, nr):
    """Give the plan one more body with remarks, source, finding and given-up letter."""
    samrad = nytt_samrad(plan, f"Part {nr}", fragad=40)
    nytt_yttrande(samrad)
    nytt_yttrande(samrad, utfall="senare", svar="Sedan.")
    bild = plan.namnd.lagesbilder.get()
    bygge_lagesbild.ny_kalla(bild, f"Källa {nr}")
    bygge_lagesbild.ny_iakttagelse(bild, f"Rutin {nr}", ordning=nr)
    bygge_brev.uppgivet_brev(plan.namnd)


@pytest.mark.parametrize(
    ("namn", "rad", "mest"),
    [
        ("plan_gang", gangens, 20),
        ("plan_till_namnd", gangens, 16),
        ("plan_samrad", samradets, 20),
        ("samrad_fraga", samradets, 12),
        ("samrad_paminn", samradets, 12),
        ("plan_overlamning", samradets, 34),
    ],
)
def test_the_page_costs_the_same_with_1_and_30(client, plan, namn, rad, mest):
    adress = reverse(namn, args=[plan.namnd.kort, plan.ar])

    def antal():
        client.get(adress)  # what is worked out once is then there
        with CaptureQueriesContext(connection) as fragor:
            assert client.get(adress).status_code == 200
        return len(fragor)

    rad(plan, 0)
    fore = antal()
    for nr in range(1, 31):
        rad(plan, nr)

    assert antal() <= fore <= mest, (fore, antal())


def test_a_body_with_30_remarks_costs_what_one_with_one_does(client, plan):
    samrad = nytt_samrad(plan)
    nytt_yttrande(samrad)

    def antal():
        with CaptureQueriesContext(connection) as fragor:
            assert client.get(samrad.get_absolute_url()).status_code == 200
        return len(fragor)

    antal()
    fore = antal()
    for _ in range(30):
        nytt_yttrande(samrad)
    assert antal() <= fore <= 10
