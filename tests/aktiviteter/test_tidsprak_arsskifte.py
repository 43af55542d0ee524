"""A time that only has moved on with the year isn't told as a change."""

import pytest

from aktiviteter.tidsprak.arsskifte import relativt


@pytest.mark.parametrize(
    ("gammal", "ny"),
    [
        ("Vecka 43 2026", "Vecka 43 2027"),
        ("T.o.m. 2026-12-31", "T.o.m. 2027-12-31"),
        ("20260901", "20270901"),
        ("2026–2028", "2027–2029"),
        ("VB 2026", "VB 2027"),
        ("Löpande", "Löpande"),
    ],
)
def test_a_time_that_moves_on_with_the_year_is_the_same(gammal, ny):
    assert relativt(gammal, 2026) == relativt(ny, 2027)


@pytest.mark.parametrize(
    ("gammal", "ny"),
    [
        ("Hösten 2026", "Våren 2027"),
        ("2026-12-31", "2026-12-31"),
        ("T.o.m. 2028", "T.o.m. 2028"),
        ("2026-10-15", "2027-10-14"),
    ],
)
def test_another_day_or_a_year_that_stands_still_is_a_change(gammal, ny):
    assert relativt(gammal, 2026) != relativt(ny, 2027)


def test_numbers_that_are_no_years_stay():
    assert relativt("Dnr 120261 och 2026123", 2026) == "Dnr 120261 och 2026123"
