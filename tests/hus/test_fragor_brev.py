"""The page of letters asks the database as often for 30 letters as for one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import bygge, bygge_brev
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


def test_the_letters_cost_the_same_with_1_and_30(client):
    namnd = bygge.ny_namnd()
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))

    def antal():
        with CaptureQueriesContext(connection) as fragor:
            assert client.get(reverse("brevlada")).status_code == 200
        return len(fragor)

    def lagg():
        bygge_brev.uppgivet_brev(namnd)
        bygge_brev.skickat_brev(namnd)

    lagg()
    fore = antal()
    for _ in range(30):
        lagg()

    assert antal() <= fore <= 8
