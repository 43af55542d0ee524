"""A plan that came out of Word is revised against last year's all the same."""

import pytest

from aktiviteter import handlingar, historia
from aktiviteter.models import Andring
from aktiviteter.revideringen import revideringslaget, revideringsrader
from tests.aktiviteter.sida import adress, besked, ord_pa, skicka
from tests.bygge import ny_plan

SIDA = "/planer/ekhamra/2028/revidering/"


@pytest.fixture
def inlast(namnd, samordnare):
    """The plans for 2027 with three activities and for 2028, read in, with two."""
    ny_plan(namnd, 2027, aktiviteter=3, av=samordnare)
    return ny_plan(namnd, 2028, aktiviteter=2, av=samordnare)


@pytest.fixture
def upptagen(klient, inlast):
    klient.post(f"{SIDA}borja/")
    return inlast


def val(plan, nummer, val_, skal=""):
    prefix = f"rad-{plan.revideringar.get(nummer=nummer).pk}"
    return {f"{prefix}-val": val_, f"{prefix}-skal": skal}


def test_it_is_offered_and_each_activity_then_waits(klient, inlast):
    assert "fick något beslut" in ord_pa(klient.get(SIDA))
    gang = ord_pa(klient.get(adress("plan_gang", "ekhamra", 2028)))
    assert "Revidera aktiviteterna ur 2027" in gang
    svar = klient.post(f"{SIDA}borja/", follow=True)
    assert "varje aktivitet ur 2027" in besked(svar)
    assert revideringslaget(inlast) == (3, 3)
    assert inlast.aktiviteter.count() == 2
    rader = revideringsrader(inlast)
    assert [bool(rad.motsagt) for rad in rader] == [False, False, True]


def test_pressed_twice_is_once(klient, upptagen):
    klient.post(f"{SIDA}borja/")
    assert upptagen.revideringar.count() == 3


def test_what_was_left_out_is_ended_or_comes_in(klient, upptagen):
    skicka(klient, SIDA, **val(upptagen, 3, "avsluta", "Ingen kom."))
    assert revideringslaget(upptagen) == (2, 3)
    skicka(klient, SIDA, **val(upptagen, 3, "behall"))
    rad = upptagen.aktiviteter.get(nummer=3)
    forlaga = upptagen.revideringar.get(nummer=3).forlaga
    assert (rad.titel, rad.ansvar_i_ord) == (forlaga.titel, forlaga.ansvar_i_ord)
    assert rad.avsnitt.rubrik == forlaga.avsnitt.rubrik
    assert revideringslaget(upptagen) == (2, 3)


def test_the_beginning_is_not_undone_and_a_decision_is(klient, upptagen, samordnare):
    borjan = Andring.objects.filter(plan=upptagen).first()
    assert "revideringens början" in historia.angring(borjan).hinder
    skicka(klient, SIDA, **val(upptagen, 1, "avsluta", "Ingen kom."))
    handlingar.angra(Andring.objects.filter(plan=upptagen).first(), av=samordnare)
    assert revideringslaget(upptagen) == (3, 3)
    assert upptagen.aktiviteter.filter(nummer=1).exists()


def test_the_board_s_first_plan_has_nothing_to_revise(klient, namnd, samordnare):
    ny_plan(namnd, 2028, aktiviteter=2, av=samordnare)
    assert "Det finns inget att revidera" in ord_pa(klient.get(SIDA))
    klient.post(f"{SIDA}borja/")
    assert not namnd.planer.get().revideringar.exists()
