"""The outbox when the mail server is down, refuses, hangs and comes back."""

import pytest

from tests.organisation.brev import lagg, senare
from vbeplan.organisation.models import Brev
from vbeplan.organisation.post import skicka_vantande
from vbeplan.organisation.post.servern import NERE

pytestmark = pytest.mark.django_db
Status = Brev.Status


def test_a_server_that_is_down_loses_nothing_and_stops_no_deed(
    namnd, server, efter_dad
):
    server.stanna()
    with efter_dad():
        brev = lagg(namnd)

    brev.refresh_from_db()
    assert (brev.status, brev.forsok, brev.fel) == (Status.VANTAR, 1, NERE)
    assert brev.text == "Hej nr 1."

    server.starta()
    assert skicka_vantande().skickade == 0, "its pause isn't over"
    with senare(minutes=6):
        assert skicka_vantande().skickade == 1
    assert server.adresser == ["linden1@granby.example"]


def test_while_the_server_is_known_to_be_down_no_deed_waits_for_it(
    namnd, server, efter_dad
):
    server.hanger = "hej"
    with efter_dad():
        lagg(namnd)
    assert server.samtal == 1

    with efter_dad():
        brev = lagg(namnd, 2)

    assert server.samtal == 1
    brev.refresh_from_db()
    assert (brev.status, brev.forsok) == (Status.VANTAR, 0)


def test_the_pauses_grow(namnd, server):
    server.stanna()
    lagg(namnd)
    skicka_vantande()
    vantat = 0
    for nr, paus in enumerate((5, 15, 60, 180, 360, 360), start=1):
        with senare(minutes=vantat + paus - 1):
            skicka_vantande()
            assert Brev.objects.get().forsok == nr
        vantat += paus + 1
        with senare(minutes=vantat):
            skicka_vantande()
            assert Brev.objects.get().forsok == nr + 1


def test_after_four_days_it_is_given_up_and_keeps_its_text(namnd, server):
    server.stanna()
    brev = lagg(namnd)
    for dagar in range(1, 6):
        with senare(days=dagar):
            skicka_vantande()

    brev.refresh_from_db()
    assert (brev.status, brev.forsok) == (Status.UPPGIVET, 4)
    assert brev.text == "Hej nr 1."


def test_a_letter_that_nobody_tried_for_a_week_is_not_given_up_at_once(namnd, server):
    server.stanna()
    brev = lagg(namnd)
    with senare(days=7):
        skicka_vantande()

    brev.refresh_from_db()
    assert brev.status == Status.VANTAR


def test_a_clock_set_back_holds_no_letter(namnd, server):
    server.stanna()
    with senare(days=30):
        lagg(namnd)
        skicka_vantande()
    server.starta()

    assert skicka_vantande().skickade == 1


def test_an_address_that_is_refused_is_given_up_and_stops_no_other(
    namnd, server, efter_dad
):
    server.nekar["linden1@granby.example"] = 550
    with efter_dad():
        lagg(namnd, 1)
        lagg(namnd, 2)

    assert server.adresser == ["linden2@granby.example"]
    nekat = Brev.objects.get(nyckel="prov:1")
    assert nekat.status == Status.UPPGIVET
    assert "550" in nekat.fel


def test_a_server_that_wants_to_see_it_again_gets_it_again(namnd, server, efter_dad):
    """Greylisting: «451, try later»."""
    server.nekar["linden1@granby.example"] = 451
    with efter_dad():
        lagg(namnd)
    assert Brev.objects.get().status == Status.VANTAR

    server.nekar.clear()
    with senare(minutes=6):
        skicka_vantande()
    assert server.adresser == ["linden1@granby.example"]


@pytest.mark.parametrize(("kod", "status"), [(554, "uppgivet"), (452, "vantar")])
def test_a_letter_that_the_server_will_not_have(namnd, server, kod, status):
    server.data_svar = kod
    brev = lagg(namnd)

    assert skicka_vantande().misslyckade == 1

    brev.refresh_from_db()
    assert (brev.status, str(kod) in brev.fel) == (status, True)


@pytest.mark.parametrize("hur", ["hej", "data"])
def test_a_server_that_hangs_is_let_go_and_the_letters_wait(namnd, server, hur):
    server.hanger = hur
    for nr in range(5):
        lagg(namnd, nr)

    skicka_vantande()

    assert server.samtal <= 2
    assert set(Brev.objects.values_list("status", flat=True)) == {Status.VANTAR}
    server.hanger = None
    with senare(minutes=6):
        assert skicka_vantande().skickade == 5
    assert len(server.mottagna) == 5
