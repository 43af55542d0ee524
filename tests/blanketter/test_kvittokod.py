"""The receipt code: one for each form; copied wrong it is told and is no guess."""

import pytest

from blanketter import kvitto

pytestmark = pytest.mark.django_db


@pytest.fixture
def kod():
    return kvitto.ny_kod("ett bevis")


def test_a_form_sent_twice_has_one_code_and_another_form_another(kod):
    assert kvitto.ny_kod("ett bevis") == kod
    assert kvitto.ny_kod("ett annat bevis") != kod


def test_it_is_five_groups_of_four_digits(kod):
    assert [len(grupp) for grupp in kod.split()] == [4] * 5
    assert kvitto.ar_kod(kod)


def test_however_it_is_grouped_and_typed_it_is_the_same_code(kod):
    siffror = kod.replace(" ", "")
    arabiska = "".join(chr(0x660 + int(s)) for s in siffror)
    skrivna = [
        siffror,
        kod.replace(" ", "-"),
        kod.replace(" ", ", "),
        f"  Kod: {kod}.\n",
        kod.replace("0", "O").replace("1", "l"),
        arabiska,
    ]

    assert {kvitto.hasha(s) for s in skrivna} == {kvitto.hasha(kod)}
    assert all(kvitto.ar_kod(s) for s in skrivna)
    assert {kvitto.i_grupper(s) for s in skrivna} == {kod}


def test_every_single_wrong_digit_and_every_swap_of_neighbours_is_told(kod):
    siffror = kvitto.rensa(kod)
    fel = {
        siffror[:i] + str(annan) + siffror[i + 1 :]
        for i in range(len(siffror))
        for annan in range(10)
    }
    fel |= {
        siffror[:i] + siffror[i + 1] + siffror[i] + siffror[i + 2 :]
        for i in range(len(siffror) - 1)
    }

    assert not any(kvitto.ar_kod(s) for s in fel - {siffror})


@pytest.mark.parametrize("skrivet", ["", "hej", "1234", "0" * 21, "²" * 3])
def test_what_is_no_code_is_none(skrivet):
    assert not kvitto.ar_kod(skrivet)


def test_what_is_stored_is_not_the_code(kod):
    assert kvitto.rensa(kod) not in kvitto.hasha(kod)
    assert len(kvitto.hasha(kod)) == 64
