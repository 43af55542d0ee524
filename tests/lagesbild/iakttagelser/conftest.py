"""A board's picture for 2027 with a source, its coordinator, a day in February."""

import pytest
import time_machine

from tests import bygge, bygge_lagesbild
from vbeplan.organisation.models import Ratt


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-02-10 09:00+01:00", tick=False):
        yield


@pytest.fixture
def namnd(db):
    return bygge.ny_namnd()


@pytest.fixture
def bild(namnd):
    return bygge_lagesbild.ny_lagesbild(namnd)


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


@pytest.fixture
def kalla(bild):
    return bygge_lagesbild.ny_kalla(bild)
