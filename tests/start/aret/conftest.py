"""A desk on a Monday in March, and a plan of which nothing waits."""

import pytest
import time_machine
from django.urls import reverse

from aktiviteter.models import Hjulpunkt, Moment
from tests import bygge
from tests.start.aret.bygge import IDAG, ny_plan
from vbeplan.organisation.models import Ratt


@pytest.fixture(autouse=True)
def idag():
    """A Monday morning a month before the board."""
    with time_machine.travel(f"{IDAG}T07:00:00+01:00", tick=False):
        yield


@pytest.fixture(autouse=True)
def mall(db):
    """The city's template: the papers, the board, the executive board."""
    for moment, dagar in ((Moment.UTSKICK, -10), (Moment.NAMND, 0), (Moment.KS, 42)):
        Hjulpunkt.objects.create(moment=moment, namn=moment.label, dagar=dagar)


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def plan(namnd):
    return ny_plan(namnd)


@pytest.fixture
def bord(client):
    """A function that returns a user's desk: what waits, by its words."""

    def las(user):
        client.force_login(user)
        svar = client.get(reverse("skrivbord"))
        for post in svar.context["poster"]:
            assert client.get(post["url"].partition("#")[0]).status_code == 200
        return {post["vad"]: post for post in svar.context["poster"]}, svar

    return las


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
