"""The days on which nobody works, against another reckoner and the calendar."""

from datetime import date

import pytest
from dateutil.easter import easter

from aktiviteter.arshjul.helgdagar import (
    arbetsdag_senast,
    helgdagar,
    ledig,
    paskdagen,
)


def test_easter_falls_on_the_same_day_as_dateutil_says():
    assert [paskdagen(ar) for ar in range(1900, 2200)] == [
        easter(ar) for ar in range(1900, 2200)
    ]


def test_a_year_has_its_sixteen_days():
    assert helgdagar(2027) == {
        date(2027, 1, 1): "nyårsdagen",
        date(2027, 1, 6): "trettondedag jul",
        date(2027, 3, 26): "långfredagen",
        date(2027, 3, 28): "påskdagen",
        date(2027, 3, 29): "annandag påsk",
        date(2027, 5, 1): "första maj",
        date(2027, 5, 6): "Kristi himmelsfärdsdag",
        date(2027, 5, 16): "pingstdagen",
        date(2027, 6, 6): "nationaldagen",
        date(2027, 6, 25): "midsommarafton",
        date(2027, 6, 26): "midsommardagen",
        date(2027, 11, 6): "alla helgons dag",
        date(2027, 12, 24): "julafton",
        date(2027, 12, 25): "juldagen",
        date(2027, 12, 26): "annandag jul",
        date(2027, 12, 31): "nyårsafton",
    }


@pytest.mark.parametrize("ar", range(2019, 2060))
def test_midsummer_and_all_saints_are_saturdays_within_their_week(ar):
    dagar = {namn: dag for dag, namn in helgdagar(ar).items()}
    midsommar, helgon = dagar["midsommardagen"], dagar["alla helgons dag"]

    assert date(ar, 6, 20) <= midsommar <= date(ar, 6, 26)
    assert date(ar, 10, 31) <= helgon <= date(ar, 11, 6)
    assert midsommar.weekday() == helgon.weekday() == 5


@pytest.mark.parametrize(
    ("dag", "skal", "arbetsdag"),
    [
        (date(2027, 3, 29), "annandag påsk", date(2027, 3, 25)),
        (date(2027, 6, 26), "midsommardagen", date(2027, 6, 24)),
        (date(2027, 11, 6), "alla helgons dag", date(2027, 11, 5)),
        (date(2027, 1, 1), "nyårsdagen", date(2026, 12, 30)),
        (date(2027, 4, 17), "lördag", date(2027, 4, 16)),
        (date(2027, 4, 18), "söndag", date(2027, 4, 16)),
        (date(2027, 4, 19), "", date(2027, 4, 19)),
    ],
)
def test_a_day_off_gives_way_to_the_working_day_before(dag, skal, arbetsdag):
    assert ledig(dag) == skal
    assert arbetsdag_senast(dag) == arbetsdag
