"""How a time is understood, asked for while it is being typed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aktiviteter.models import Aktivitet
from tests.aktiviteter.sida import adress, ord_pa, skicka, trad
from tests.bygge import ny_plan


@pytest.fixture
def tolka(klient, rader):
    """Ask about words in the second activity; return the answer."""

    def fraga(**falt):
        return klient.post(adress("aktivitet_tolka", rader[1].pk), falt)

    return fraga


def ord_i(svar):
    return ord_pa(svar, "//p")


def knappar(svar):
    return [(k.get("data-fyll"), k.get("value")) for k in trad(svar).xpath("//button")]


def test_a_time_is_answered_as_the_form_shows_it(tolka):
    svar = tolka(tidplan_text="Hösten", avstamning="")
    assert "Så förstås det: Hösten 2027 (september–november)" in ord_i(svar)
    assert knappar(svar) == []


def test_a_follow_up_is_answered_too(tolka):
    assert "Tertialrapport 2 2027" in ord_i(tolka(uppfoljning_text="T2"))


def test_an_impossible_day_comes_with_a_proposal_for_its_field(tolka):
    svar = tolka(tidplan_text="T.o.m. 2027-31-12", avstamning="")
    assert "Det går inte att förstå som en tid" in ord_i(svar)
    assert knappar(svar) == [("", "T.o.m. 2027-12-31")]


@pytest.mark.parametrize("ord_", ["Löpande", "Pågående", "Tills vidare"])
def test_what_runs_on_comes_with_a_day_to_look_at_it(tolka, ord_):
    svar = tolka(tidplan_text=ord_, avstamning="")
    assert knappar(svar) == [("avstamning", "2027-04-30")]


@pytest.mark.parametrize(
    ("ord_", "dag"), [("Löpande", "2027-06-01"), ("Hösten", ""), ("T1", "")]
)
def test_no_day_is_proposed_where_there_is_one_or_none_is_needed(tolka, ord_, dag):
    assert knappar(tolka(tidplan_text=ord_, avstamning=dag)) == []


def test_a_day_half_typed_is_no_fault(tolka):
    svar = tolka(tidplan_text="Löpande", avstamning="2027-4")
    assert svar.status_code == 200
    assert "Löpande" in ord_i(svar)


@pytest.mark.parametrize("ord_", ["", "   ", "å" * 301])
def test_no_words_or_more_than_the_field_takes_give_nothing(tolka, ord_):
    assert tolka(tidplan_text=ord_).content.strip() == b""


@pytest.mark.parametrize("ord_", ["<script>x</script>", "\x00\u202e", "{{ 7 }}", "””"])
def test_any_words_are_only_words(tolka, ord_):
    svar = tolka(tidplan_text=ord_)
    assert svar.status_code == 200
    assert b"<script" not in svar.content


def test_nothing_asked_is_answered_with_nothing(tolka):
    assert tolka().content.strip() == b""


def test_see_above_means_the_row_above(klient, rader, tolka):
    ovan = adress("aktivitet_redigera", rader[0].pk)
    skicka(klient, ovan, tidplan_text="Hösten 2027", uppfoljning_text="VB")
    assert "Hösten 2027" in ord_i(tolka(tidplan_text="Se ovan"))
    assert "Verksamhetsberättelsen 2027" in ord_i(tolka(uppfoljning_text="Se 1"))


def test_a_new_activity_stands_below_the_chapters_rows(klient, rader, kapitel):
    skicka(klient, adress("aktivitet_redigera", rader[1].pk), tidplan_text="Våren")
    ny = adress("aktivitet_ny_tolka", kapitel[2].pk)
    assert "Våren 2027" in ord_i(klient.post(ny, {"tidplan_text": "Se ovan"}))


def test_nothing_is_stored(tolka, rader):
    tolka(tidplan_text="Hösten", uppfoljning_text="VB")
    rader[1].refresh_from_db()
    assert (rader[1].tidplan.text, rader[1].version) == ("Löpande", 1)
    assert Aktivitet.objects.count() == 2


def test_it_costs_four_queries_however_large_the_plan(klient, namnd, samordnare):
    antal = []
    for ar, aktiviteter in ((2030, 1), (2031, 30)):
        plan = ny_plan(namnd, ar, aktiviteter=aktiviteter, av=samordnare)
        dit = adress("aktivitet_tolka", plan.aktiviteter.last().pk)
        with CaptureQueriesContext(connection) as fragor:
            klient.post(dit, {"tidplan_text": "Hösten"})
        antal.append(len(fragor))
    assert antal == [4, 4]
