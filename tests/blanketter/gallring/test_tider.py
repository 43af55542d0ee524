"""When a period ends: the law's way of counting, and the rule's two ways back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blanketter.gallring.tider import om_manader
from blanketter.models import Gallringsregel

DAGAR = st.dates(date(1995, 1, 1), date(2100, 12, 31))
TIDER = st.builds(
    Gallringsregel,
    antal=st.integers(1, 400),
    enhet=st.sampled_from(Gallringsregel.Enhet.values),
    raknas=st.sampled_from(Gallringsregel.Raknas.values),
)


@pytest.mark.parametrize(
    ("fran", "manader", "till"),
    [
        (date(2025, 3, 15), 24, date(2027, 3, 15)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2028, 2, 29), 48, date(2032, 2, 29)),
        (date(2027, 2, 28), 12, date(2028, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
    ],
)
def test_a_period_of_months_ends_on_the_day_with_the_same_number(fran, manader, till):
    assert om_manader(fran, manader) == till


def test_a_period_from_the_year_is_counted_from_its_last_day():
    regel = Gallringsregel(antal=24, enhet="manader", raknas="aret")

    assert regel.slutdag(date(2025, 1, 1)) == date(2027, 12, 31)
    assert regel.slutdag(date(2025, 12, 31)) == date(2027, 12, 31)


def test_a_period_of_days_is_counted_in_days():
    regel = Gallringsregel(antal=90, enhet="dagar", raknas="dagen")

    assert regel.slutdag(date(2027, 1, 1)) == date(2027, 4, 1)


@given(TIDER, DAGAR)
def test_the_newest_day_that_has_passed_is_where_the_period_turns(regel, idag):
    senaste = regel.senaste(idag)

    assert regel.slutdag(senaste) < idag
    assert regel.slutdag(senaste + timedelta(days=1)) >= idag


@given(TIDER, DAGAR, st.integers(0, 800))
def test_what_came_later_is_never_due_earlier(regel, dag, senare):
    assert regel.slutdag(dag) <= regel.slutdag(dag + timedelta(days=senare))


def test_the_period_is_told_in_words_with_an_example():
    regel = Gallringsregel(klass="klassad", antal=24, enhet="manader", raknas="dagen")
    dialog = Gallringsregel(klass="dialog", antal=1, enhet="dagar", raknas="aret")

    assert regel.tid == "24 månader efter att blanketten kom in"
    assert dialog.tid == (
        "1 dag efter utgången av året då det sista meddelandet skrevs"
    )
    assert "gallras det tidigast den" in regel.exempel
