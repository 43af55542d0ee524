"""A foreign draft's words change nothing in what one finds in one's own plans."""

import re

import pytest
from django.urls import reverse

from aktiviteter.sok.index import ikapp
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
SOK, FILTER = "sok", "aktiviteter"


def skriv(namnd, text):
    plan = ny_plan(namnd)
    plan.avsnitt.filter(ordning=0).update(text=f"<p>{text}</p>")
    plan.aktiviteter.filter(nummer=1).update(titel=text)


def sida(client, namn, **fragat):
    html = client.get(reverse(namn), fragat).content.decode()
    return re.sub(r"csrfmiddlewaretoken\" value=\"[^\"]*", "", html)


@pytest.fixture
def klient(client):
    namnd = ny_namnd("ekhamra")
    skriv(namnd, "Stråmberg och kvarnhjulsaxel vid strand och blomster")
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


@pytest.mark.parametrize(
    ("fragat", "i_grannens"),
    [
        ({"q": "strämberg"}, "strämberg"),  # another word of the same letters
        ({"q": "kvarnhjul strand"}, "kvarnhjul"),  # the word that one's own begins with
        ({"q": "strand -kvarnhjul"}, "kvarnhjul"),
        ({"q": "blomstar"}, "blomstar"),  # one slip from one's own
        ({"q": "blomstar"}, "blomstra blomstas blomstat blomstag"),
        ({"q": '"strand kvarnhjul"'}, "kvarnhjul"),
    ],
)
def test_the_search_answers_the_same_whatever_a_neighbour_writes(
    klient, fragat, i_grannens
):
    fore = sida(klient, SOK, **fragat)
    skriv(ny_namnd("sjovik"), i_grannens)
    ikapp()
    assert sida(klient, SOK, **fragat) == fore


@pytest.mark.parametrize("ord_", ["strämberg", "kvarnhjul"])
def test_so_does_the_filter(klient, ord_):
    fore = sida(klient, FILTER, ord=ord_)
    skriv(ny_namnd("sjovik"), ord_)
    ikapp()
    assert sida(klient, FILTER, ord=ord_) == fore


def test_what_is_not_read_yet_is_told_without_its_number(klient, monkeypatch):
    monkeypatch.setattr("aktiviteter.views.sok.ikapp", lambda: 4711)
    assert "4711" not in sida(klient, SOK, q="strand")
    assert "4711" not in sida(klient, FILTER)


def test_the_city_s_people_find_a_board_by_its_name_s_beginning(klient, client):
    plan = ny_plan(ny_namnd("hamnvik"), delad=True)
    client.force_login(ny_anvandare(Ratt.CENTRAL))
    html = sida(client, FILTER, namnd="hamn")
    assert plan.aktiviteter.first().titel in html.replace("\u00ad", "")
    assert plan.aktiviteter.first().titel not in sida(client, FILTER, namnd="ek")


def test_no_sign_in_the_address_of_a_plan_is_a_fault(client):
    client.force_login(ny_anvandare(Ratt.CENTRAL))
    assert client.get(reverse(FILTER), {"plan": "a\x00-2027"}).status_code == 200
