"""A board with its coordinator at her computer, and last year's plan."""

import pytest
from django.test import Client

from tests.aktiviteter.sida import besked, ifyllt
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt


@pytest.fixture
def namnd(db):
    return ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Karin Lind")


@pytest.fixture
def klient(client, samordnare):
    """The coordinator's browser."""
    client.force_login(samordnare)
    return client


@pytest.fixture
def annan(namnd):
    """Another coordinator of the board at his computer."""
    klient = Client()
    klient.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Nils Berg"))
    return klient


@pytest.fixture
def bada(klient, annan):
    """Both open a page; the other saves first, then we do. Returns our answer."""

    def skriv(sida, hans, vart):
        vi, han = ifyllt(klient.get(sida)), ifyllt(annan.get(sida))
        assert "Sparat" in besked(annan.post(sida, {**han, **hans}, follow=True))
        return klient.post(sida, {**vi, **vart}, follow=True)

    return skriv


@pytest.fixture
def plan(namnd, samordnare):
    """The plan for 2027: three chapters, two activities in the last, one remark."""
    return ny_plan(namnd, 2027, aktiviteter=2, av=samordnare)


@pytest.fixture
def kapitel(plan):
    """The plan's chapters in reading order."""
    return plan.avsnitt.i_lasordning()


@pytest.fixture
def rader(plan):
    """The plan's activities by their place."""
    return list(plan.aktiviteter.order_by("ordning"))
