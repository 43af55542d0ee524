"""Who sends a plan on while others press, write or take it back: one comes first."""

import pytest

from aktiviteter.gang import hinder
from aktiviteter.models import Handlingsplan, Steg
from tests.aktiviteter.sida import adress
from tests.aktiviteter.test_historia_samtidigt import las_om, samtidigt
from tests.bygge import ny_namnd, ny_plan

pytestmark = pytest.mark.django_db(transaction=True)
GANGEN = "/planer/ekhamra/2027/gang/"


@pytest.fixture
def plan(transactional_db):
    return ny_plan(ny_namnd(), 2027, aktiviteter=4, kapitel=4)


def status(plan):
    return Handlingsplan.objects.get(pk=plan.pk).status


def alla_godtagna(plan):
    return {"godtagna": [h.nyckel for h in hinder(plan)]}


def test_of_four_who_press_at_once_one_goes(plan):
    svar = samtidigt(plan, *((f"{GANGEN}samrad/", {}) for _ in range(4)))
    assert svar == [302] * 4
    assert Steg.objects.count() == 1
    assert status(plan) == "samrad"


def test_of_those_who_hand_it_to_the_board_and_to_consultation_each_is_one_step(plan):
    godtagna = alla_godtagna(plan)
    samtidigt(
        plan,
        (f"{GANGEN}till-namnd/", godtagna),
        (f"{GANGEN}till-namnd/", godtagna),
        (f"{GANGEN}samrad/", {}),
    )
    steg = list(Steg.objects.values_list("fran", "till"))
    assert steg in (
        [("utkast", "till_namnd")],
        [("utkast", "samrad"), ("samrad", "till_namnd")],
    )
    assert status(plan) == "till_namnd"


def test_who_writes_while_it_is_sent_is_saved_before_or_refused(plan):
    kapitel, rad = plan.avsnitt.first(), plan.aktiviteter.first()
    godtagna = alla_godtagna(plan)
    svar = samtidigt(
        plan,
        (f"{GANGEN}till-namnd/", godtagna),
        (adress("avsnitt_redigera", kapitel.pk), {"version": 1, "rubrik": "Sist"}),
        (adress("aktivitet_flytta", rad.pk, "ner"), {}),
        (adress("aktivitet_ta_bort", plan.aktiviteter.last().pk), {}),
    )
    assert set(svar) <= {200, 302, 403}
    kapitel.refresh_from_db()
    assert (kapitel.rubrik == "Sist") == (svar[1] == 302)
    assert plan.aktiviteter.count() == (3 if svar[3] == 302 else 4)
    las_om(plan)


def test_who_takes_it_back_twice_takes_one_step(plan):
    Handlingsplan.objects.filter(pk=plan.pk).update(status="till_namnd")
    falt = {"till": "samrad", "skal": "Fel diarienummer."}
    samtidigt(plan, *((f"{GANGEN}tillbaka/", falt) for _ in range(3)))
    assert list(Steg.objects.values_list("fran", "till")) == [("till_namnd", "samrad")]
