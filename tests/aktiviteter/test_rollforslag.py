"""Roles offered while one is typed: the board's own, and the name as a new one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.aktiviteter.sida import adress, trad
from tests.bygge import ny_namnd, ny_roll
from vbeplan.organisation.models import Roll


@pytest.fixture
def foresla(klient, plan):
    """Ask which roles a name may be; return the answer."""

    def fraga(ord_):
        dit = adress("plan_rollforslag", "ekhamra", 2027)
        return klient.post(dit, {"roll": ord_})

    return fraga


def val(svar):
    """Return the choices' words, in order."""
    return [" ".join(v.text_content().split()) for v in trad(svar).xpath("//li")]


def varden(svar):
    return [v.get("data-varde") for v in trad(svar).xpath("//li")]


def test_a_role_is_found_by_any_of_its_words(foresla, namnd):
    ny_roll(namnd, "Biträdande förskolerektor")
    for ord_ in ("bitr", "FÖRSKOLE", "rektorn", "rek bit"):
        assert varden(foresla(ord_))[0] == "Biträdande förskolerektor"


def test_who_holds_it_and_how_much_it_has_stand_beside(foresla, namnd):
    ny_roll(namnd, "Rektor", innehavare="Anna Ek")
    ny_roll(namnd, "Rektor norr", innehavare="Bo Ek", till="2021-01-01")
    ny_roll(namnd, "Rektor söder")
    assert val(foresla("rektor")) == [
        "Rektor Anna Ek · ingen aktivitet i planen",
        "Rektor norr vakant · ingen aktivitet i planen",
        "Rektor söder ingen aktivitet i planen",
    ]
    assert "2 aktiviteter i planen" in val(foresla("Enhetschef i ekhamra"))[0]


def test_an_unknown_name_can_become_a_new_role_and_comes_last(foresla, namnd):
    ny_roll(namnd, "Rektor norr")
    svar = foresla("  Rektor   n ")
    assert varden(svar) == ["Rektor norr", "Rektor n"]
    assert val(svar)[-1] == "Lägg till ”Rektor n” som ny roll"
    assert Roll.objects.filter(namn="Rektor n").count() == 0


@pytest.mark.parametrize("ord_", ["rektor norr", "REKTOR NORR", " Rektor  norr"])
def test_a_known_name_can_not_become_a_second_role(foresla, namnd, ord_):
    ny_roll(namnd, "Rektor norr")
    assert varden(foresla(ord_)) == ["Rektor norr"]


def test_a_name_nearly_like_a_role_is_warned_about_and_the_role_offered(foresla, namnd):
    ny_roll(namnd, "Avdelningschef")
    svar = foresla("Avd.chef")
    assert varden(svar) == ["Avdelningschef", "Avd.chef"]
    assert "Liknar ”Avdelningschef”, som redan finns." in val(svar)[-1]
    assert trad(svar).xpath("//template//button/@value") == ["Avdelningschef"]


def test_nothing_typed_offers_some_roles_and_says_that_there_are_more(foresla, namnd):
    for nr in range(20):
        ny_roll(namnd, f"Roll {nr:02}")
    svar = foresla("")
    assert len(varden(svar)) == 8
    assert "och 15 till" in svar.content.decode()


def test_another_boards_roles_are_never_offered(foresla, namnd):
    ny_roll(ny_namnd("sjovik"), "Hemlig samordnare")
    svar = foresla("hemlig")
    assert varden(svar) == ["hemlig"]
    assert b"Hemlig" not in svar.content


@pytest.mark.parametrize("ord_", ["<img src=x>", "ß" * 200, "\x00a", "(", "{{ 7 }}"])
def test_any_words_are_only_words(foresla, ord_):
    svar = foresla(ord_)
    assert svar.status_code == 200
    assert b"<img" not in svar.content


def test_a_name_too_long_to_be_a_role_is_not_offered_as_one(foresla):
    assert varden(foresla("ß" * 150)) == []


def test_it_costs_five_queries_however_many_roles_there_are(foresla, namnd):
    antal = []
    for antal_nya in (1, 40):
        for nr in range(antal_nya):
            ny_roll(namnd, f"Roll {antal_nya} {nr}", innehavare="Anna Ek")
        with CaptureQueriesContext(connection) as fragor:
            foresla("roll")
        antal.append(len(fragor))
    assert antal == [5, 5]
