"""The year wheel asks the database as often for 30 days as for one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aktiviteter.arshjul import stadens_punkter
from aktiviteter.models import Hjullank
from tests import bygge
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


def antal(client, url):
    with CaptureQueriesContext(connection) as fragor:
        assert client.get(url).status_code == 200
    return len(fragor)


def test_the_wheel_and_its_feed_cost_the_same_with_1_and_30_days(client):
    namnd = bygge.ny_namnd()
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    plan = namnd.planer.create(ar=2027, sammantrade=date(2027, 4, 28))
    stadens_punkter()
    sidan = reverse("plan_arshjul", args=["ekhamra", 2027])
    flodet = Hjullank.for_namnd(namnd).lank()

    def lagg():
        nr = plan.hjuldagar.count()
        plan.hjuldagar.create(ar=2027, namn=f"Dag {nr}", dag=date(2027, 3, 1))

    lagg()
    antal(client, sidan)  # the municipality's name is asked once a minute
    fore = antal(client, sidan), antal(client, flodet)
    for _ in range(30):
        lagg()
        namnd.planer.create(ar=2030 + plan.hjuldagar.count())

    assert (antal(client, sidan), antal(client, flodet)) == fore
    assert fore[0] <= 10


def test_the_template_costs_the_same_with_13_and_43_points(client):
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    url = reverse("arshjulsmall")
    antal(client, url)  # lays the standard set
    fore = antal(client, url)
    for nr in range(30):
        type(stadens_punkter()[0]).objects.create(namn=f"Punkt {nr}", dagar=-nr)

    assert antal(client, url) == fore
