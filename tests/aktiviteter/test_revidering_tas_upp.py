"""A plan that came out of Word is revised against last year's all the same."""

import pytest

from aktiviteter import handlingar, historia
from aktiviteter.andringar import andringar
from aktiviteter.models import Aktivitet, Andring
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


@pytest.fixture
def omdopt(upptagen):
    """The third of 2027 stands in 2028 with a new name, and so a new number."""
    forsta = upptagen.aktiviteter.first()
    Aktivitet.objects.create(
        plan=upptagen, avsnitt=forsta.avsnitt, nummer=4, titel="Feriejobb för unga"
    )
    return upptagen


def koppla(klient, plan, rad, nummer, **fler):
    falt = {"koppla": rad.pk, f"blev-{rad.pk}": nummer} | fler
    return klient.post(SIDA, falt, follow=True)


def test_one_with_a_new_name_is_said_to_be_the_same(klient, omdopt):
    assert "Finns i planen med nytt namn" in ord_pa(klient.get(SIDA))
    rad = omdopt.revideringar.get(nummer=3)
    svar = koppla(klient, omdopt, rad, 4)
    assert "nu nummer 4" in besked(svar)
    assert "Hade nummer 3 i planen för" in ord_pa(svar)
    assert "nytt namn" not in ord_pa(svar)
    skicka(klient, SIDA, **val(omdopt, 4, "andra", "Fler ska med."))
    ut = andringar(omdopt)
    assert not ut.nya
    assert not ut.upphorda
    (ett,) = [a for a in ut.andrade if a.nummer == 4]
    assert (ett.gammalt_nummer, ett.skal) == (3, "Fler ska med.")


def test_what_was_chosen_in_other_rows_is_saved_with_it(klient, omdopt):
    rad = omdopt.revideringar.get(nummer=3)
    fler = val(omdopt, 1, "avsluta", "Ingen kom.")
    etta = omdopt.revideringar.get(nummer=1)
    fler |= {f"rad-{etta.pk}-version": etta.version}
    koppla(klient, omdopt, rad, 4, **fler)
    etta.refresh_from_db()
    assert etta.val == "avsluta"
    assert omdopt.revideringar.filter(nummer=4).exists()


@pytest.mark.parametrize("nummer", ["2", "99", "x", ""])
def test_one_that_is_another_s_or_none_is_refused(klient, omdopt, nummer):
    rad = omdopt.revideringar.get(nummer=3)
    assert koppla(klient, omdopt, rad, nummer).status_code == 200
    rad.refresh_from_db()
    assert rad.nummer == 3


def test_it_can_be_undone(klient, omdopt, samordnare):
    rad = omdopt.revideringar.get(nummer=3)
    koppla(klient, omdopt, rad, 4)
    handlingar.angra(Andring.objects.filter(plan=omdopt).first(), av=samordnare)
    rad.refresh_from_db()
    assert rad.nummer == 3
