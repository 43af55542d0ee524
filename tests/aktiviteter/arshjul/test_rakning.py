"""The days of a plan's year, counted from the meeting and from the calendar."""

from datetime import date

import pytest

from aktiviteter.arshjul import raknade_dagar
from aktiviteter.arshjul.mall import STANDARD
from aktiviteter.models import Handlingsplan, Hjulpunkt, Moment
from vbeplan.organisation.models import Namnd


def planen(sammantrade=None, ar=2027, **namndens):
    return Handlingsplan(ar=ar, namnd=Namnd(**namndens), sammantrade=sammantrade)


def punkt(**falt):
    return Hjulpunkt(namn="Punkt", **falt)


def enda(plan, **falt):
    [raknad] = raknade_dagar(plan, [punkt(**falt)])
    return raknad


def test_days_are_counted_backwards_and_forwards_from_the_meeting():
    plan = planen(date(2027, 4, 28))

    assert enda(plan, dagar=-21).dag == date(2027, 4, 7)
    assert enda(plan, dagar=42).dag == date(2027, 6, 9)
    assert enda(plan, dagar=-21).ledig == ""


def test_a_day_off_is_moved_to_the_working_day_before_and_says_so():
    raknad = enda(planen(date(2027, 4, 28)), dagar=-30)

    assert raknad.egentlig == date(2027, 3, 29)
    assert raknad.ledig == "annandag påsk"
    assert raknad.dag == date(2027, 3, 25)


def test_the_meeting_itself_stays_where_it_is():
    assert enda(planen(date(2027, 5, 1)), dagar=0).dag == date(2027, 5, 1)


def test_without_a_meeting_only_days_of_the_year_have_a_day():
    plan = planen()

    assert enda(plan, dagar=-21).dag is None
    assert enda(plan, manad=9, dag=15).dag == date(2027, 9, 15)


def test_a_meeting_in_the_past_or_in_the_next_year_is_counted_from_all_the_same():
    assert enda(planen(date(2019, 4, 24)), dagar=-7).dag == date(2019, 4, 17)
    assert enda(planen(date(2028, 2, 9)), dagar=-42).dag == date(2027, 12, 29)
    assert enda(planen(date(2028, 2, 9)), manad=5, dag=14).dag == date(2027, 5, 14)


@pytest.mark.parametrize(
    ("ar", "dag"),
    [(2028, date(2028, 2, 29)), (2027, date(2027, 2, 26)), (2100, date(2100, 2, 26))],
)
def test_the_29th_of_february_is_the_28th_in_other_years(ar, dag):
    assert enda(planen(ar=ar), manad=2, dag=29).dag == dag


def test_a_leap_day_counts_as_a_day_before_a_meeting():
    assert enda(planen(date(2028, 3, 1)), dagar=-1).dag == date(2028, 2, 29)


def test_a_day_of_the_year_after_is_of_the_plans_own_year():
    raknad = enda(planen(), manad=1, dag=20, aret_efter=True)

    assert (raknad.ar, raknad.dag) == (2027, date(2028, 1, 20))


def test_a_plan_of_four_years_is_followed_up_in_each_of_them():
    plan = planen(date(2027, 4, 28), revideras_vart=4)

    aren = [r.ar for r in raknade_dagar(plan, [punkt(manad=9, dag=15)])]

    assert aren == [2027, 2028, 2029, 2030]
    assert len(raknade_dagar(plan, [punkt(dagar=-7)])) == 1


def test_nobody_approves_where_the_council_decides():
    ks = punkt(moment=Moment.KS, dagar=42)

    assert raknade_dagar(planen(ks_godkanner=False), [ks]) == []
    assert len(raknade_dagar(planen(), [ks])) == 1


@pytest.mark.parametrize(
    ("mote", "dagar", "vantad"),
    [
        (date(2027, 3, 30), -5, date(2027, 3, 25)),
        (date(2027, 11, 1), -3, date(2027, 10, 29)),
    ],
)
def test_a_night_when_the_clock_is_changed_is_one_night(mote, dagar, vantad):
    assert enda(planen(mote), dagar=dagar).dag == vantad


def test_the_standard_template_comes_in_the_order_of_the_year():
    raknade = raknade_dagar(
        planen(date(2027, 4, 28)), [Hjulpunkt(**f) for f in STANDARD]
    )
    dagar = [r.dag for r in raknade]

    assert dagar[0] == date(2027, 1, 13)
    assert dagar == [*sorted(dagar[:9]), date(2027, 6, 9), *sorted(dagar[10:])]
    assert {r.punkt.moment for r in raknade} == {*Moment} - {Moment.EGEN}
