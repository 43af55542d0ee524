"""Rates and comparisons: as in the tables, and as in a plain sum."""

from fractions import Fraction
from math import comb, exp, factorial, inf, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagesbild.barighet import jamfor, takt
from lagesbild.barighet.jamforelse import NIVA, holm

ANTAL = st.integers(0, 400)
BAS = st.floats(0.5, 500)


# Garwood's limits, as printed in tables of Poisson limits.
@pytest.mark.parametrize(
    ("antal", "lag", "hog"),
    [
        (0, 0, 3.689),
        (1, 0.0253, 5.572),
        (2, 0.2422, 7.225),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (20, 12.217, 30.888),
        (50, 37.111, 65.919),
        (100, 81.364, 121.627),
    ],
)
def test_a_rates_interval_is_that_of_the_tables(antal, lag, hog):
    t = takt(antal)

    assert (t.per, round(t.lag, 3), round(t.hog, 3)) == (
        antal,
        pytest.approx(lag, abs=6e-4),
        pytest.approx(hog, abs=6e-4),
    )


def poisson_hogst(k, mu):
    """P(X <= k) as a plain sum."""
    return sum(exp(-mu) * mu**i / factorial(i) for i in range(k + 1))


@given(st.integers(0, 60))
def test_so_seldom_would_the_limits_give_more_or_fewer(antal):
    t = takt(antal)

    assert isclose(poisson_hogst(antal, t.hog), NIVA / 2, rel_tol=1e-6)
    if antal:
        assert isclose(1 - poisson_hogst(antal - 1, t.lag), NIVA / 2, rel_tol=1e-6)


@given(ANTAL, BAS)
def test_a_rate_is_per_unit_of_its_base(antal, bas):
    t = takt(antal, bas)

    assert t.lag <= t.per <= t.hog
    assert isclose(t.hog * bas, takt(antal).hog)


def test_without_a_base_there_is_no_rate():
    assert takt(7, 0).per is takt(7, 0).lag is takt(7, 0).hog is None


def binomiala_svansar(k, n, andel):
    """P(X <= k) and P(X >= k), exact fractions."""
    p = Fraction(andel).limit_denominator(10**6)
    sannolikt = [comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(n + 1)]
    return float(sum(sannolikt[: k + 1])), float(sum(sannolikt[k:]))


@given(st.integers(0, 40), st.integers(1, 30), st.integers(0, 40), st.integers(1, 30))
def test_p_is_twice_the_smaller_tail_of_the_plain_sum(a, basa, b, basb):
    if not a + b:
        return
    hogst, minst = binomiala_svansar(a, a + b, Fraction(basa, basa + basb))

    assert isclose(
        jamfor(a, basa, b, basb).p, min(1, 2 * min(hogst, minst)), rel_tol=1e-6
    )


def test_fourteen_of_thirty_one_and_nine_of_eighteen_are_no_different():
    j = jamfor(14, 31, 9, 18)

    assert j.ord == "ovisst"
    assert j.kvot == pytest.approx(14 / 31 * 18 / 9)
    # Clopper and Pearson for 14 of 23: 0.385 to 0.803.
    assert j.lag == pytest.approx(0.3854 / (1 - 0.3854) * 18 / 31, rel=2e-3)
    assert j.hog == pytest.approx(0.8029 / (1 - 0.8029) * 18 / 31, rel=2e-3)


@pytest.mark.parametrize(
    ("a", "b", "p", "ord_"),
    [
        (5, 0, 2 / 2**5, "ovisst"),
        (6, 0, 2 / 2**6, "fler"),
        (0, 6, 2 / 2**6, "farre"),
        (7, 0, 2 / 2**7, "fler"),
        (500, 505, None, "lika"),
        (31, 30, None, "ovisst"),
        (12, 12, 1, "ovisst"),
    ],
)
def test_two_years_on_the_same_base(a, b, p, ord_):
    j = jamfor(a, 1, b, 1)

    assert j.ord == ord_
    if p is not None:
        assert j.p == pytest.approx(p)


# The examples in the manual of R's `poisson.test`.
def test_a_rate_is_as_the_example_of_r():
    t = takt(137, 24.19893)

    assert (t.lag, t.hog) == (pytest.approx(4.753125), pytest.approx(6.692709))


def test_a_ratio_is_as_the_example_of_r():
    j = jamfor(11, 800, 6 + 8 + 7, 1083 + 1050 + 878)

    assert j.kvot == pytest.approx(1.971488, abs=1e-6)
    assert (j.lag, j.hog) == (
        pytest.approx(0.8584264, abs=1e-6),
        pytest.approx(4.2772659, abs=1e-6),
    )


def test_against_nought_there_is_a_lowest_ratio_but_no_highest():
    j = jamfor(20, 1, 0, 1)

    assert (j.kvot, j.hog) == (inf, inf)
    assert j.lag > 1


@pytest.mark.parametrize(
    "tal", [(0, 1, 0, 1), (5, 0, 3, 1), (5, 1, 3, 0), (0, 0, 0, 0)]
)
def test_without_events_or_base_nothing_is_compared(tal):
    j = jamfor(*tal)

    assert (j.kvot, j.lag, j.hog, j.p, j.ord) == (None, None, None, None, "gar_ej")


@pytest.mark.parametrize(
    "tal", [(-1, 1, 2, 1), (1, -1, 2, 1), (1.5, 1, 2, 1), (1, inf, 2, 1)]
)
def test_what_is_no_count_and_no_base_is_refused(tal):
    with pytest.raises(ValueError, match="Går inte att räkna på"):
        jamfor(*tal)


@given(ANTAL, BAS, ANTAL, BAS)
def test_the_test_and_the_interval_say_the_same(a, basa, b, basb):
    j = jamfor(a, basa, b, basb)
    if j.p is None or abs(j.p - NIVA) < 1e-9:
        return

    assert j.lag <= j.kvot <= j.hog
    assert (j.p < NIVA) == (not j.lag <= 1 <= j.hog)
    assert j.ar_skillnad == (j.p < NIVA)


@given(ANTAL, BAS, ANTAL, BAS)
def test_turned_round_it_is_the_same_difference(a, basa, b, basb):
    hit, dit = jamfor(a, basa, b, basb), jamfor(b, basb, a, basa)

    motsatt = {"fler": "farre", "farre": "fler", "lika": "lika"}
    assert motsatt.get(hit.ord, hit.ord) == dit.ord
    if hit.p is not None:
        assert isclose(hit.p, dit.p, rel_tol=1e-6)


@given(st.lists(st.none() | st.floats(0, 1), max_size=12))
def test_of_several_each_has_to_be_as_sure_as_its_place_asks(p):
    star = holm(p)

    talen = [ett for ett in p if ett is not None]
    assert all(p[i] is not None and p[i] < NIVA for i, ja in enumerate(star) if ja)
    assert any(star) == any(ett < NIVA / len(talen) for ett in talen)


def test_three_of_which_one_is_sure():
    assert holm([0.04, 0.01, None, 0.03]) == [False, True, False, False]
