"""Time and follow-up in the coordinator's own words, and how they are understood."""

from datetime import date

import pytest

from aktiviteter.tidsprak import Kanal, Tidtyp
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, skicka

TOLKNING = "//*[starts-with(@class,'tolkning')]"


@pytest.fixture
def sida(rader):
    """The page of the second activity."""
    return adress("aktivitet_redigera", rader[1].pk)


@pytest.fixture
def sparad(rader):
    """Ask for the second activity as it is saved."""

    def fraga():
        rader[1].refresh_from_db()
        return rader[1]

    return fraga


def test_words_are_understood_when_saved(klient, sida, sparad):
    svar = skicka(klient, sida, tidplan_text="Vecka 43 2027", uppfoljning_text="VB")
    aktivitet = sparad()
    assert aktivitet.tidplan.text == "Vecka 43 2027"
    assert aktivitet.tidplan.start == date(2027, 10, 25)
    assert aktivitet.tidplan.slut == date(2027, 10, 31)
    assert aktivitet.uppfoljning.kanal == Kanal.VERKSAMHETSBERATTELSE
    assert "Vecka 43 2027" in ord_pa(svar)


def test_the_form_shows_how_they_were_understood(klient, sida):
    skicka(klient, sida, tidplan_text="Vecka 43 2027", uppfoljning_text="VB")
    tolkat = ord_pa(klient.get(sida), TOLKNING)
    assert "Så förstås det: 25–31 oktober 2027" in tolkat
    assert "Så förstås det: Verksamhetsberättelsen 2027" in tolkat


def test_what_runs_on_shows_its_next_check(klient, sida):
    assert "Löpande – nästa avstämning 30 april 2027" in ord_pa(
        klient.get(sida), TOLKNING
    )


def test_one_can_look_at_the_understanding_without_saving(klient, sida, sparad):
    svar = skicka(
        klient,
        sida,
        tidplan_text="Hösten 2027",
        uppfoljning_text="T2",
        titel="Ny titel",
        visa_tolkning="ja",
    )
    assert svar.redirect_chain == []
    tolkat = ord_pa(svar, TOLKNING)
    assert "hösten 2027 (september–november)" in tolkat.lower()
    assert "Tertialrapport 2 2027" in tolkat
    assert ifyllt(svar)["titel"] == "Ny titel"
    aktivitet = sparad()
    assert (aktivitet.titel, aktivitet.version) == ("Aktivitet 2 i ekhamra", 1)
    assert aktivitet.tidplan.text == "Löpande"


def test_looking_first_does_not_hinder_the_save(klient, sida, sparad):
    svar = skicka(klient, sida, tidplan_text="Hösten", visa_tolkning="ja")
    klient.post(sida, ifyllt(svar))
    assert sparad().tidplan.start == date(2027, 9, 1)


@pytest.mark.parametrize("ord_", ["Löpande", "Pågående", "Tills vidare"])
def test_what_runs_on_needs_a_day_to_look_at_it(klient, sida, sparad, ord_):
    svar = skicka(klient, sida, tidplan_text=ord_, avstamning="", titel="Ny titel")
    fel = fel_pa(svar)
    assert f"Det som är ”{ord_}” behöver en dag" in fel
    assert "Till exempel 2027-04-30." in fel
    assert ifyllt(svar)["titel"] == "Ny titel"
    assert sparad().titel == "Aktivitet 2 i ekhamra"


def test_with_the_proposed_day_it_is_saved(klient, sida, sparad):
    skicka(klient, sida, tidplan_text="Pågående", avstamning="2027-08-31")
    assert sparad().avstamning == date(2027, 8, 31)
    assert sparad().tidplan.typ == Tidtyp.LOPANDE


def test_what_has_an_end_needs_no_check(klient, sida, sparad):
    skicka(klient, sida, tidplan_text="T.o.m. 2027-12-31", avstamning="")
    assert sparad().avstamning is None
    assert sparad().tidplan.slut == date(2027, 12, 31)


def test_an_impossible_date_is_kept_told_and_answered_with_a_proposal(
    klient, sida, sparad
):
    svar = skicka(klient, sida, tidplan_text="T.o.m. 2027-31-12")
    assert "Menade du T.o.m. 2027-12-31?" in besked(svar)
    assert "Orden står kvar" in besked(svar)
    aktivitet = sparad()
    assert aktivitet.tidplan.text == "T.o.m. 2027-31-12"
    assert (aktivitet.tidplan.start, aktivitet.tidplan.slut) == (None, None)
    assert "T.o.m. 2027-31-12" in ord_pa(svar, "//table")
    tolkat = ord_pa(klient.get(sida), TOLKNING)
    assert "Det går inte att förstå som en tid" in tolkat
    assert "Menade du T.o.m. 2027-12-31?" in tolkat


def test_words_that_are_no_time_are_kept_and_asked_about(klient, sida, sparad):
    skicka(klient, sida, tidplan_text="Kanske", uppfoljning_text="Kanske")
    assert sparad().tidplan.text == "Kanske"
    assert "Stämmer det här?" in ord_pa(klient.get(sida), TOLKNING)


def test_no_words_at_all_are_allowed(klient, sida, sparad):
    skicka(klient, sida, tidplan_text="", uppfoljning_text="", avstamning="")
    assert sparad().tidplan.typ == Tidtyp.SAKNAS
    assert sparad().uppfoljning.kanal == Kanal.SAKNAS
    assert ord_pa(klient.get(sida), TOLKNING) == ""


def test_see_above_becomes_what_stands_above(klient, sida, sparad, rader):
    ovan = adress("aktivitet_redigera", rader[0].pk)
    skicka(klient, ovan, tidplan_text="Hösten 2027", uppfoljning_text="VB")
    svar = skicka(klient, sida, tidplan_text="Se ovan", uppfoljning_text="Se 1")
    assert sparad().tidplan.start == date(2027, 9, 1)
    assert sparad().tidplan.hanvisning == "Hösten 2027"
    assert sparad().uppfoljning.hanvisning == "VB"
    rad = ord_pa(svar, "//tr[@id='aktivitet-2']")
    assert "Hösten 2027" in rad
    assert "Se ovan" not in rad


def test_see_above_keeps_its_meaning_when_rows_change_places(
    klient, sida, sparad, rader
):
    ovan = adress("aktivitet_redigera", rader[0].pk)
    skicka(klient, ovan, tidplan_text="Hösten 2027", uppfoljning_text="VB")
    skicka(klient, sida, tidplan_text="Se ovan", uppfoljning_text="Se 1")
    klient.post(adress("aktivitet_flytta", rader[1].pk, "upp"))
    rad = ord_pa(klient.get("/planer/ekhamra/2027/"), "//tr[@id='aktivitet-2']")
    assert "Hösten 2027" in rad
    skicka(klient, sida, titel="Ny titel")
    assert sparad().tidplan.hanvisning == "Hösten 2027"
    skicka(klient, sida, uppfoljning_text="T1")
    assert sparad().tidplan.hanvisning == "Hösten 2027"
    assert sparad().uppfoljning.period == "T1 2027"


def test_see_above_in_the_first_row_is_kept_and_told(klient, rader):
    forsta = adress("aktivitet_redigera", rader[0].pk)
    svar = skicka(klient, forsta, tidplan_text="Se ovan")
    assert "det finns ingen rad ovanför" in besked(svar)
    assert "Se ovan" in ord_pa(svar, "//tr[@id='aktivitet-1']")


def test_see_above_looks_in_the_chapter_that_the_row_moves_to(
    klient, sida, sparad, kapitel
):
    ny = adress("aktivitet_ny", kapitel[0].pk)
    skicka(klient, ny, titel="Den andra", tidplan_text="Våren 2027")
    skicka(klient, ny, titel="Den sista", tidplan_text="Hösten 2027")
    skicka(klient, sida, avsnitt=kapitel[0].pk, tidplan_text="Se ovan")
    assert sparad().tidplan.hanvisning == "Hösten 2027"


def test_a_year_that_is_not_written_is_the_plan_s(klient, sida, sparad):
    skicka(klient, sida, tidplan_text="Våren", uppfoljning_text="Tertialrapport 2")
    assert sparad().tidplan.start.year == 2027
    assert sparad().uppfoljning.period == "T2 2027"
