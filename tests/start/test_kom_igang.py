"""A new coordinator's first steps: until they are done, or she puts them away."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import bygge
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
UNDAN = reverse("kom_igang_undan")


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def maria(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, maria):
    client.force_login(maria)
    return client


def stegen(klient):
    """Return the steps on the desk: their words, and whether each is done."""
    lista = klient.get(reverse("skrivbord")).context["kom_igang"]
    return {s["vad"]: s["klart"] for s in lista.steg} if lista else {}


def test_a_new_coordinator_is_told_three_things_to_do_each_with_its_page(klient):
    svar = klient.get(reverse("skrivbord"))

    steg = svar.context["kom_igang"].steg
    assert [s["vad"] for s in steg] == [
        "Se över rutinens kontakter",
        "Lägg in enheterna",
        "Sätt upp anslaget i personalrummen",
    ]
    for ett in steg:
        assert f'href="{ett["url"]}"' in svar.content.decode()
        assert klient.get(ett["url"]).status_code == 200


@pytest.mark.parametrize("stadens", [False, True])
def test_what_is_done_is_said_and_the_list_goes_by_itself(klient, namnd, stadens):
    bygge.ny_kontakt(None if stadens else namnd)
    assert list(stegen(klient).values()) == [True, False, False]
    assert "Klart" in klient.get(reverse("skrivbord")).content.decode()

    bygge.ny_enhet(namnd)

    assert stegen(klient) == {}
    assert "Kom igång" not in klient.get(reverse("skrivbord")).content.decode()


def test_another_boards_contacts_and_units_are_none_of_hers(klient):
    annan = bygge.ny_namnd("sjovik")
    bygge.ny_kontakt(annan)
    bygge.ny_enhet(annan)

    assert list(stegen(klient).values()) == [False, False, False]


def test_it_can_be_put_away_by_each_for_herself(klient, client, namnd):
    svar = klient.post(UNDAN, follow=True)

    assert "Listan är undanlagd" in svar.content.decode()
    assert stegen(klient) == {}
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    assert stegen(client)


def test_a_board_that_comes_later_has_its_own(klient, maria):
    klient.post(UNDAN)
    sjovik = bygge.ny_namnd("sjovik")
    maria.medlemskap.create(namnd=sjovik, ratt=Ratt.SAMORDNARE)

    lista = klient.get(reverse("skrivbord")).context["kom_igang"]

    assert lista.namnd == sjovik


@pytest.mark.parametrize(
    "ratt", [Ratt.ANSVARIG, Ratt.LASARE, Ratt.CENTRAL, Ratt.FORVALTARE]
)
def test_others_have_none_and_can_put_none_away(client, namnd, ratt):
    stadens = ratt in (Ratt.CENTRAL, Ratt.FORVALTARE)
    client.force_login(bygge.ny_anvandare(ratt, None if stadens else namnd))

    assert stegen(client) == {}
    assert client.post(UNDAN).status_code == 404


def test_it_costs_the_same_for_one_board_and_many(
    klient, maria, django_assert_max_num_queries
):
    with CaptureQueriesContext(connection) as en:
        klient.get(reverse("skrivbord"))
    for nr in range(3):
        namnd = bygge.ny_namnd(f"n{nr}")
        maria.medlemskap.create(namnd=namnd, ratt=Ratt.SAMORDNARE)
        bygge.ny_kontakt(namnd)
        bygge.ny_enhet(namnd)

    with django_assert_max_num_queries(len(en)):
        klient.get(reverse("skrivbord"))
