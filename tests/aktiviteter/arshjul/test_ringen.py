"""The ring: every dated day of the first year has a dot of its own, in words too."""

from datetime import date, timedelta
from itertools import combinations
from math import hypot

import pytest
from django.template.loader import render_to_string
from lxml import etree

from aktiviteter.arshjul import hjulet
from aktiviteter.arshjul.ring import PRICK, SIDA, ringen
from tests import bygge

pytestmark = pytest.mark.django_db
IDAG = date(2027, 2, 1)


@pytest.fixture
def plan():
    return bygge.ny_namnd().planer.create(ar=2027, sammantrade=date(2027, 4, 28))


def ritad(ring):
    return etree.fromstring(
        render_to_string("aktiviteter/arshjul_ring.html", {"ring": ring})
    )


def test_the_dots_stand_apart_and_within_the_ring(plan):
    prickar = ringen(hjulet(plan, IDAG)).prickar

    assert [p.nummer for p in prickar] == list(range(1, 14))
    assert all(
        hypot(a.x - b.x, a.y - b.y) >= 2 * PRICK for a, b in combinations(prickar, 2)
    )
    assert all(PRICK < p.x < SIDA - PRICK for p in prickar)


@pytest.mark.parametrize("mote", [date(2027, m, 15) for m in range(1, 13)])
def test_no_month_of_the_meeting_puts_a_dot_on_another(plan, mote):
    plan.sammantrade = mote
    prickar = ringen(hjulet(plan, IDAG)).prickar

    assert len(prickar) == 13
    assert all(
        hypot(a.x - b.x, a.y - b.y) >= 2 * PRICK for a, b in combinations(prickar, 2)
    )


def test_january_is_at_the_top_and_april_to_the_right(plan):
    plan.hjuldagar.create(ar=2027, namn="Nyår", dag=date(2027, 1, 1))
    plan.hjuldagar.create(ar=2027, namn="Vår", dag=date(2027, 4, 2))
    hjul = hjulet(plan, IDAG)
    namn = {nr: d.namn for nr, d in enumerate(hjul.dagar, 1)}
    satta = {namn[p.nummer]: p for p in ringen(hjul).prickar}

    assert satta["Nyår"].x == 200
    assert satta["Nyår"].y < 100
    assert satta["Vår"].x > 300
    assert abs(satta["Vår"].y - 200) < 2


def test_the_year_after_is_told_from_the_year(plan):
    ring = ringen(hjulet(plan, IDAG))

    assert [p.nummer for p in ring.prickar if p.aret_efter] == [13]
    assert "Streckad kant: året efter." in ring.forklaringar


def test_of_a_plan_of_four_years_the_first_is_drawn(plan):
    plan.namnd.revideras_vart = 4
    ring = ringen(hjulet(plan, IDAG))

    assert ring.fler
    assert len(ring.prickar) == 13


def test_today_is_marked_only_within_the_year(plan):
    assert ringen(hjulet(plan, IDAG)).visare is not None
    assert ringen(hjulet(plan, date(2026, 11, 22))).visare is None


def test_only_the_looks_that_are_there_are_explained(plan):
    fore = ringen(hjulet(plan, date(2026, 11, 22))).forklaringar

    assert fore == ["Fylld: nästa.", "Streckad kant: året efter."]
    assert "Kvadrat: försenad." in ringen(hjulet(plan, IDAG)).forklaringar


def test_without_days_the_ring_is_empty_and_says_so(plan):
    plan.sammantrade = None
    hjul = hjulet(plan, IDAG)
    tom = type(hjul)(plan, IDAG, (), (), (), ())

    assert ringen(tom).titel == "Årshjulet 2027. Tomt."
    assert len(ringen(hjul).prickar) == 3
    assert ritad(ringen(tom)).get("role") == "img"


def test_many_days_at_once_are_all_drawn(plan):
    for nr in range(40):
        dag = date(2027, 3, 1) + timedelta(nr % 3)
        plan.hjuldagar.create(ar=2027, namn=f"Dag {nr}", dag=dag)

    assert len(ringen(hjulet(plan, IDAG)).prickar) == 53


def test_the_drawing_says_all_that_it_shows_and_needs_no_style(plan):
    svg = ritad(ringen(hjulet(plan, IDAG)))
    namn = "{http://www.w3.org/2000/svg}"

    assert "9. Nämnden beslutar 28 april 2027, kommer." in svg.findtext(f"{namn}title")
    assert len(svg.findall(f"{namn}rect")) == 2  # the late ones
    assert not any(nod.get("style") for nod in svg.iter())
