"""The förvaltare's overview of boards and users."""

import pytest
from django.urls import reverse
from lxml import html

from tests.bygge import ny_anvandare, ny_namnd
from vbeplan.organisation.models import Ratt
from vbeplan.organisation.views.forvaltning import PER_SIDA

pytestmark = pytest.mark.django_db
ORGANISATION = reverse("organisation")


@pytest.fixture
def forvaltare(client):
    """The förvaltare's browser."""
    client.force_login(ny_anvandare(Ratt.FORVALTARE))
    return client


def trad(svar):
    return html.fromstring(svar.content)


def rader(svar, lista):
    return trad(svar).xpath(f"//section[@aria-labelledby='{lista}']//tbody/tr")


def test_few_boards_and_users_stand_on_one_page(forvaltare):
    ny_namnd("ekhamra")
    svar = forvaltare.get(ORGANISATION)
    assert len(rader(svar, "namnder")) == len(rader(svar, "anvandare")) == 1
    assert not trad(svar).xpath("//nav[starts-with(@aria-label, 'Sidor')]")


def test_a_city_s_boards_are_shown_page_by_page_and_the_users_stay(forvaltare):
    for nr in range(PER_SIDA + 1):
        ny_namnd(f"namnd-{nr:02}")
    forsta = forvaltare.get(ORGANISATION)
    lankar = trad(forsta).xpath("//nav[@aria-label='Sidor med nämnder']/a/@href")
    andra = forvaltare.get(ORGANISATION + lankar[0])
    assert len(rader(forsta, "namnder")) == PER_SIDA
    assert len(rader(andra, "namnder")) == 1
    assert len(rader(andra, "anvandare")) == 1


def test_users_are_shown_page_by_page(forvaltare):
    for _ in range(PER_SIDA):
        ny_anvandare()
    svar = forvaltare.get(ORGANISATION, {"anvandare": 2})
    assert len(rader(svar, "anvandare")) == 1


def test_a_page_that_does_not_exist_becomes_the_last(forvaltare):
    svar = forvaltare.get(ORGANISATION, {"anvandare": 99, "namnder": "x"})
    assert len(rader(svar, "anvandare")) == 1
