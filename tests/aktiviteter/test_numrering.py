"""A Word plan's rows get the numbers that follow the activities over the years."""

import pytest

from aktiviteter.models import Aktivitet
from aktiviteter.numrering import numrera
from tests.bygge import ny_namnd, ny_plan

pytestmark = pytest.mark.django_db


def wordplan(*titlar, ar=2027, anmarkningar=()):
    rader = [{"nummer": i, "titel": t} for i, t in enumerate(titlar, 1)]
    return {"ar": ar, "aktiviteter": rader, "anmarkningar": list(anmarkningar)}


def nummer(data):
    return [a["nummer"] for a in data["aktiviteter"]]


@pytest.fixture
def namnd():
    """A board whose plan for 2026 has Läxhjälp as 7 and Fältarbete as 3."""
    namnd = ny_namnd()
    plan = ny_plan(namnd, ar=2026, aktiviteter=2)
    for aktivitet, (nr, titel) in zip(
        plan.aktiviteter.all(), [(7, "Läxhjälp"), (3, "Fältarbete")], strict=True
    ):
        Aktivitet.objects.filter(pk=aktivitet.pk).update(nummer=nr, titel=titel)
    return namnd


def test_a_known_title_keeps_its_number_and_a_new_one_takes_the_next(namnd):
    data = wordplan("Ny sak", "fältarbete ", "Läxhjälp")

    numrera(data, namnd=namnd, ar=2027)

    assert nummer(data) == [8, 3, 7]


def test_two_rows_of_one_title_do_not_share_a_number(namnd):
    data = wordplan("Läxhjälp", "Läxhjälp")

    numrera(data, namnd=namnd, ar=2027)

    assert nummer(data) == [7, 8]


def test_remarks_follow_their_rows(namnd):
    data = wordplan("Ny", "Läxhjälp", anmarkningar=[{"aktivitet": 2}, {"text": "x"}])

    numrera(data, namnd=namnd, ar=2027)

    assert data["anmarkningar"] == [{"aktivitet": 7}, {"text": "x"}]


def test_the_nearest_year_decides_when_a_title_has_had_two_numbers(namnd):
    aldre = ny_plan(namnd, ar=2020, aktiviteter=1)
    Aktivitet.objects.filter(plan=aldre).update(nummer=99, titel="Läxhjälp")
    data = wordplan("Läxhjälp")

    numrera(data, namnd=namnd, ar=2027)

    assert nummer(data) == [7]


def test_the_first_plan_of_a_board_is_numbered_as_its_rows_stand():
    data = wordplan("A", "B")

    numrera(data, namnd=ny_namnd(), ar=2027)

    assert nummer(data) == [1, 2]
