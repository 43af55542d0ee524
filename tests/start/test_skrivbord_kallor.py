"""The desk tells the coordinator of late sources and of requests not sent."""

from datetime import date

import pytest
import time_machine

from tests import bygge, bygge_lagesbild
from vbeplan.organisation.models import Ratt
from vbeplan.start.skrivbord.bilden import samordnades_bilder
from vbeplan.start.skrivbord.lagesbild import kallornas

pytestmark = pytest.mark.django_db
FEB, MARS = date(2027, 2, 10), date(2027, 3, 10)


@pytest.fixture
def bild():
    return bygge_lagesbild.ny_lagesbild(bygge.ny_namnd())


@pytest.fixture
def samordnare(bild):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, bild.namnd)


def vad(user, dag=FEB):
    return [post["vad"] for post in posterna(user, dag)]


def posterna(user, dag):
    return kallornas(samordnades_bilder(user, dag), dag)


def test_requests_are_to_go_in_january_and_february(bild, samordnare):
    bygge_lagesbild.ny_kalla(bild)
    bygge_lagesbild.ny_kalla(bild, "Blanketter", art="blanketter")
    assert vad(samordnare) == ["1 källa att begära"]
    assert vad(samordnare, MARS) == []
    assert vad(samordnare, date(2026, 2, 10)) == []  # the picture of the year after


def test_a_source_past_its_day_waits_all_year(bild, samordnare):
    kalla = bygge_lagesbild.ny_kalla(bild)
    kalla.bli_begard(date(2027, 1, 11), date(2027, 2, 9))
    kalla.save()
    (post,) = posterna(samordnare, MARS)
    assert post["vad"] == "1 källa har inte svarat"
    assert "svarsdagen gick ut den 9 februari" in post["varfor"]
    assert vad(samordnare, date(2027, 2, 9)) == []  # the whole of its day


def test_what_has_been_read_in_waits_for_nothing(bild, samordnare):
    bygge_lagesbild.ny_kalla(bild, "Klotter", art="klotter")
    bygge_lagesbild.ny_serie(bild.namnd, art="klotter")
    assert vad(samordnare) == []


def test_a_finished_picture_waits_for_nothing(bild, samordnare):
    bygge_lagesbild.ny_kalla(bild)
    bild.status = bild.Status.KLAR
    bild.save()
    assert vad(samordnare) == []


def test_others_and_other_boards_see_nothing(bild):
    bygge_lagesbild.ny_kalla(bild)
    lasare = bygge.ny_anvandare(Ratt.LASARE, bild.namnd)
    annan = bygge.ny_anvandare(Ratt.SAMORDNARE, bygge.ny_namnd("sjovik"))
    assert vad(lasare) == vad(annan) == []


def test_many_boards_cost_one_query(bild, django_assert_num_queries):
    namnder = [bild.namnd, *(bygge.ny_namnd(f"n{nr}") for nr in range(5))]
    for namnd in namnder[1:]:
        bygge_lagesbild.ny_kalla(bygge_lagesbild.ny_lagesbild(namnd))
    bygge_lagesbild.ny_kalla(bild)
    user = bygge.ny_anvandare(Ratt.SAMORDNARE, bild.namnd)
    for namnd in namnder[1:]:
        user.medlemskap.create(namnd=namnd, ratt=Ratt.SAMORDNARE)
    user.medlemskapen  # noqa: B018 — read once per request, before the desk
    with django_assert_num_queries(1):
        assert len(vad(user)) == 6


def test_it_stands_on_the_start_page(client, bild, samordnare):
    bygge_lagesbild.ny_kalla(bild)
    with time_machine.travel("2027-02-10 09:00+01:00", tick=False):
        client.force_login(samordnare)
        assert "1 källa att begära" in client.get("/").content.decode()
