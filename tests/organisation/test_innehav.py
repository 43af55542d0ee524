"""Who holds a role over time: handing over, overlap, days that are none."""

from datetime import date

import pytest
from django.urls import reverse

from tests.bygge import ny_namnd, ny_roll
from tests.organisation.formular import innehav, redigera, text
from vbeplan.organisation.models import Roll

pytestmark = pytest.mark.django_db
REGISTER = reverse("roller")


def test_the_role_passes_from_one_holder_to_the_next_in_one_save(samordnare, namnd):
    roll = ny_roll(namnd, innehavare="Anna Ek", fran=date(2020, 1, 1))
    anna = roll.innehav.get()

    svar = redigera(
        samordnare,
        roll,
        ("Anna Ek", "2020-01-01", "2027-03-31", anna.pk),
        ("Per Öst", "2027-04-01", ""),
        finns=1,
    )

    assert svar.status_code == 302
    assert roll.nuvarande_innehav(date(2027, 3, 31)).namn == "Anna Ek"
    assert Roll.objects.get().nuvarande_innehav(date(2027, 4, 1)).namn == "Per Öst"


@pytest.mark.parametrize(
    ("fran", "till"),
    [
        ("2027-01-01", ""),
        ("2019-01-01", "2020-01-01"),
        ("2019-01-01", ""),
        ("2021-01-01", "2021-02-01"),
    ],
)
def test_two_holders_at_the_same_time_are_refused(samordnare, namnd, fran, till):
    roll = ny_roll(namnd, innehavare="Anna Ek", fran=date(2020, 1, 1))
    anna = roll.innehav.get()

    svar = redigera(
        samordnare,
        roll,
        ("Anna Ek", "2020-01-01", "", anna.pk),
        ("Per Öst", fran, till),
        finns=1,
    )

    assert "Anna Ek har rollen under samma tid" in text(svar)
    assert "Per Öst" in text(svar)
    assert roll.innehav.count() == 1


def test_two_holders_at_the_same_time_are_refused_on_a_new_role_too(samordnare, namnd):
    data = {
        "namnd": namnd.pk,
        "namn": "Kurator",
        **innehav(("Anna Ek", "2027-01-01", ""), ("Per Öst", "2027-02-01", "")),
    }

    svar = samordnare.post(reverse("roll_ny"), data)

    assert "har rollen under samma tid" in text(svar)
    assert not Roll.objects.exists()


def test_a_last_day_before_the_first_is_refused(samordnare, namnd):
    roll = ny_roll(namnd)

    svar = redigera(samordnare, roll, ("Anna Ek", "2027-02-01", "2027-01-31"))

    assert "Slutdatum ligger före startdatum." in text(svar)
    assert not roll.innehav.exists()


@pytest.mark.parametrize("fran", ["", "2027-02-30", "i våras"])
def test_a_first_day_that_is_no_day_is_refused_with_the_name_kept(
    samordnare, namnd, fran
):
    svar = redigera(samordnare, ny_roll(namnd), ("Anna Ek", fran, ""))

    assert svar.context["rader"].errors[0].keys() == {"fran"}
    assert "Anna Ek" in text(svar)


def test_a_holder_can_be_removed(samordnare, namnd):
    roll = ny_roll(namnd, innehavare="Anna Ek")
    anna = roll.innehav.get()

    redigera(samordnare, roll, ("Anna Ek", "2020-01-01", "", anna.pk, "on"), finns=1)

    assert not roll.innehav.exists()


def test_a_holder_of_another_boards_role_can_not_be_touched(samordnare, namnd):
    egen = ny_roll(namnd)
    deras = ny_roll(ny_namnd("sjovik"), innehavare="Anna Ek").innehav.get()

    redigera(samordnare, egen, ("Stulen", "2020-01-01", "", deras.pk), finns=1)

    deras.refresh_from_db()
    assert deras.namn == "Anna Ek"


@pytest.mark.parametrize("antal", ["", "x", "-1", "99999"])
def test_a_number_of_rows_that_no_page_of_ours_sends_is_survived(
    samordnare, namnd, antal
):
    roll = ny_roll(namnd, innehavare="Anna Ek")
    data = {"namn": roll.namn, "innehav-TOTAL_FORMS": antal}

    svar = samordnare.post(roll.get_absolute_url(), data)

    assert svar.status_code == 200
    assert len(svar.context["rader"].forms) <= 150
    assert roll.innehav.count() == 1


def test_a_row_is_taken_away_in_the_words_of_the_house(samordnare, namnd):
    roll = ny_roll(namnd, innehavare="Anna Ek")

    sida = samordnare.get(roll.get_absolute_url()).content.decode()

    assert "Ta bort</label>" in sida
    assert "Radera" not in sida
