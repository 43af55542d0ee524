"""The year that a new picture is suggested for."""

from datetime import date

import pytest

from lagesbild.models.bild import planens_ar


@pytest.mark.parametrize(
    ("idag", "ar"),
    [
        (date(2027, 1, 11), 2027),  # when the year's requests go out
        (date(2027, 6, 30), 2027),
        (date(2027, 7, 1), 2028),
        (date(2027, 12, 31), 2028),
    ],
)
def test_in_spring_it_is_the_years_own_plan_and_then_the_next(idag, ar):
    assert planens_ar(idag) == ar
