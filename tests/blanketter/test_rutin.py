"""The routine in its three layers: the program's words, the city's, the board's."""

import pytest

from blanketter.handlingar.ordna_rutinen import (
    dolj_steg,
    flytta_steg,
    ta_bort_text,
)
from blanketter.models import Kontakt, Rutinsteg
from blanketter.rutin import rutinen
from tests import bygge
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
STANDARD = ["akut", "brott", "barn", "skola", "blankett"]


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


def koder(namnd=None):
    return [steg.kod for steg in rutinen(namnd).steg]


def test_a_fresh_installation_has_the_five_steps_with_the_national_numbers(namnd):
    rutin = rutinen(namnd)

    assert koder(namnd) == STANDARD
    assert rutin.steget("akut").telefon == "112"
    assert rutin.steget("brott").telefon == "114 14"
    assert not any(steg.eget for steg in rutin.steg)


def test_a_board_follows_the_citys_words_until_it_has_its_own(namnd):
    bygge.ny_stegtext(None, "skola", fraga="Stadens fråga?")
    bygge.ny_stegtext(None, "brott", fraga="Stadens brott?")

    bygge.ny_stegtext(namnd, "skola", fraga="Nämndens fråga?")

    skola, brott = (rutinen(namnd).steget(kod) for kod in ("skola", "brott"))
    assert (skola.fraga, skola.eget) == ("Nämndens fråga?", True)
    assert (brott.fraga, brott.eget) == ("Stadens brott?", False)
    assert rutinen().steget("skola").fraga == "Stadens fråga?"


def test_a_step_that_the_city_adds_comes_to_every_board(namnd):
    bygge.ny_stegtext(None, "eget-1", fraga="Gäller det en vuxen?")

    assert koder(namnd) == [*STANDARD[:-1], "eget-1", "blankett"]


def test_another_boards_words_and_contacts_are_not_here(namnd):
    annan = bygge.ny_namnd("sjovik")
    bygge.ny_stegtext(annan)
    bygge.ny_kontakt(annan)

    steg = rutinen(namnd).steget("barn")

    assert "sjovik" not in steg.fraga
    assert steg.kontakter == ()


def test_the_boards_contacts_stand_before_the_citys(namnd):
    bygge.ny_kontakt(None, funktion="Socialjouren", jour=True)
    bygge.ny_kontakt(namnd, funktion="Mottagningen")

    steg = rutinen(namnd).steget("barn")

    assert [k.funktion for k in steg.kontakter] == ["Mottagningen", "Socialjouren"]
    assert [k.funktion for k in steg.dagtid] == ["Mottagningen"]
    assert [k.funktion for k in steg.jour] == ["Socialjouren"]


def test_no_layer_changes_112(namnd):
    bygge.ny_stegtext(None, "akut", telefon="010-123 45 67")
    bygge.ny_stegtext(namnd, "akut", telefon="")

    assert rutinen(namnd).steget("akut").telefon == "112"
    assert rutinen(namnd).steget("akut").tel == "tel:112"


def test_a_step_moves_one_place_and_leaves_a_trace(namnd, samordnare):
    assert flytta_steg(namnd, "skola", "upp", av=samordnare)

    assert koder(namnd) == ["akut", "brott", "skola", "barn", "blankett"]
    assert koder() == STANDARD
    assert Spar.objects.get(namnd=namnd).objekt == "rutinens ordning"


@pytest.mark.parametrize(
    ("kod", "vart"),
    [("brott", "upp"), ("skola", "ner"), ("akut", "ner"), ("blankett", "upp")],
)
def test_the_emergency_stays_first_and_the_form_last(namnd, samordnare, kod, vart):
    assert not flytta_steg(namnd, kod, vart, av=samordnare)
    assert koder(namnd) == STANDARD


def test_what_the_board_has_ordered_holds_when_the_city_adds_a_step(namnd, samordnare):
    flytta_steg(namnd, "skola", "upp", av=samordnare)

    bygge.ny_stegtext(None, "eget-1", fraga="Gäller det en vuxen?")

    # After the step that it follows in the city's own order.
    assert koder(namnd) == ["akut", "brott", "skola", "eget-1", "barn", "blankett"]


def test_a_hidden_step_is_kept_for_the_board_and_shown_to_others(namnd, samordnare):
    assert dolj_steg(namnd, "skola", True, av=samordnare)
    assert "skola" not in koder(namnd)
    assert rutinen(namnd).steget("skola").dolt
    assert "skola" in koder(bygge.ny_namnd("sjovik"))

    dolj_steg(namnd, "skola", False, av=samordnare)
    assert "skola" in koder(namnd)


def test_what_the_city_hides_is_hidden_in_every_board(namnd, samordnare):
    dolj_steg(None, "skola", True, av=samordnare)

    assert "skola" not in koder(namnd)


@pytest.mark.parametrize("kod", ["akut", "blankett"])
def test_the_emergency_and_the_form_are_never_hidden(namnd, samordnare, kod):
    assert not dolj_steg(namnd, kod, True, av=samordnare)
    assert kod in koder(namnd)


def test_back_to_the_citys_words_keeps_the_contacts(namnd, samordnare):
    bygge.ny_stegtext(namnd)
    bygge.ny_kontakt(namnd)

    ta_bort_text(namnd, "barn", av=samordnare)

    steg = rutinen(namnd).steget("barn")
    assert not steg.eget
    assert len(steg.kontakter) == 1


def test_a_step_of_ones_own_goes_away_with_its_contacts(namnd, samordnare):
    bygge.ny_stegtext(namnd, "eget-1")
    bygge.ny_kontakt(namnd, "eget-1")

    ta_bort_text(namnd, "eget-1", av=samordnare)

    assert koder(namnd) == STANDARD
    assert not Kontakt.objects.exists()


def test_a_board_keeps_its_words_of_a_step_that_the_city_takes_away(namnd, samordnare):
    bygge.ny_stegtext(None, "eget-1")
    bygge.ny_stegtext(namnd, "eget-1", fraga="Nämndens?")
    bygge.ny_kontakt(namnd, "eget-1")
    bygge.ny_kontakt(bygge.ny_namnd("sjovik"), "eget-1")

    ta_bort_text(None, "eget-1", av=samordnare)

    assert rutinen(namnd).steget("eget-1").fraga == "Nämndens?"
    assert [k.namnd for k in Kontakt.objects.all()] == [namnd]
    assert Rutinsteg.objects.count() == 1


def test_the_routine_is_read_with_three_questions(namnd, django_assert_num_queries):
    for nr in range(30):
        bygge.ny_stegtext(namnd, f"eget-{nr}")
        bygge.ny_kontakt(namnd, f"eget-{nr}")

    with django_assert_num_queries(3):
        rutin = rutinen(namnd)
        assert len(rutin.steg) == 35
        assert all(steg.i_ord for steg in rutin.steg)
