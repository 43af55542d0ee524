"""The desk says what the picture waits for."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lagesbild.models import Lagesbild
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, publicera_bild, skriv_klart
from vbeplan.organisation.models import Ratt
from vbeplan.start.skrivbord.bilden import att_borja, bildernas, oppna_bilder

pytestmark = pytest.mark.django_db
Status = Lagesbild.Status


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


def vad(user):
    return [rad["vad"] for rad in bildernas(oppna_bilder(user))]


def test_each_state_says_its_next_deed_with_a_link_there(namnd, samordnare):
    bild = ny_lagesbild(namnd, status=Status.UTKAST)
    assert vad(samordnare) == ["Skriv lägesbildens texter"]

    skriv_klart(bild)
    assert vad(samordnare) == ["Publicera lägesbilden"]

    Lagesbild.objects.update(status=Status.UTKAST)
    [rad] = bildernas(oppna_bilder(samordnare))
    assert rad["vad"] == "Gå igenom lägesbilden med polisen"
    assert rad["url"] == bild.get_absolute_url()


def test_a_draft_of_a_plan_asks_for_its_picture_until_there_is_one(namnd, samordnare):
    gammal, plan = bygge.ny_plan(namnd, 2026), bygge.ny_plan(namnd, 2027)

    [rad] = att_borja(samordnare, [plan, gammal])
    assert rad["vad"] == "Lägesbilden för 2027 är inte påbörjad"
    assert not list(att_borja(bygge.ny_anvandare(Ratt.LASARE, namnd), [plan]))

    ny_lagesbild(namnd, 2027)
    assert not list(att_borja(samordnare, [plan, gammal]))


def test_a_dated_plan_asks_for_none(namnd, samordnare):
    plan = bygge.ny_plan(namnd, 2027)
    plan.datum = date(2027, 4, 1)

    assert not list(att_borja(samordnare, [plan]))


def test_a_published_one_waits_for_nothing_nor_does_an_older(namnd, samordnare):
    ny_lagesbild(namnd, 2026, status=Status.UTKAST)
    publicera_bild(ny_lagesbild(namnd, 2027))

    assert vad(samordnare) == []


def test_a_readers_desk_says_nothing_of_it(namnd):
    ny_lagesbild(namnd, status=Status.UTKAST)

    assert vad(bygge.ny_anvandare(Ratt.LASARE, namnd)) == []


def test_as_many_questions_for_thirty_years_as_for_one(namnd, samordnare):
    def antal():
        with CaptureQueriesContext(connection) as fragor:
            assert len(vad(samordnare)) == 1
        return len(fragor)

    ny_lagesbild(namnd, 2041, status=Status.UTKAST)
    en = antal()
    for ar in range(2011, 2041):
        ny_lagesbild(namnd, ar, status=Status.UTKAST)

    assert antal() <= en
