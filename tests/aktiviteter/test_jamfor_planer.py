"""A whole plan at two moments, or two years' plans: what differs, as on the paper."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aktiviteter import handlingar
from aktiviteter.historia.avtryck import avtryck, samma_i_ett_annat_ar
from aktiviteter.historia.jamforelse import jamfor_planer
from aktiviteter.sammanstallning import plan_innehall
from tests.aktiviteter.sida import adress, ord_pa, skicka
from tests.bygge import andra, ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

JAMFOR = "/planer/ekhamra/2027/jamfor/"


@pytest.fixture
def fore(plan):
    """The plan's imprint as it was before the test's own changes."""
    return avtryck(plan)


def slag(jamforelse):
    return [(a.nummer, a.slag) for a in jamforelse.avsnitt]


def test_an_imprint_is_the_plan_as_its_page_shows_it(plan, kapitel):
    handlingar.flytta(kapitel[2], -1, av=None)
    sida, bild = plan_innehall(plan), avtryck(plan)
    assert [(a.nummer, a.rubrik, a.text) for a in bild.avsnitt] == [
        (a.nummer, a.rubrik, a.text) for a in sida.avsnitt
    ]
    assert [[r.nummer for r in a.aktiviteter] for a in bild.avsnitt] == [
        [r.nummer for r in a.aktiviteter] for a in sida.avsnitt
    ]


def test_an_imprint_of_a_moment_is_what_the_plan_was_then(plan, kapitel, rader):
    var = avtryck(plan)
    stund = plan.andringar.first().pk
    andra(kapitel[0], rubrik="Nytt")
    andra(rader[0], titel="Nytt")
    handlingar.flytta(kapitel[2], -1, av=None)
    handlingar.ta_bort_avsnitt(kapitel[1], av=None)
    assert avtryck(plan, vid=stund) == var
    assert avtryck(plan) != var


def test_nothing_differs_in_an_untouched_plan(plan, fore):
    jamforelse = jamfor_planer(fore, avtryck(plan))
    assert jamforelse.lika
    assert jamforelse.i_ord == []
    assert {a.slag for a in jamforelse.avsnitt} == {"lika"}


def test_changed_new_and_removed_are_told_apart_and_counted(
    klient, plan, kapitel, rader, fore
):
    andra(kapitel[0], text="<p>Text 1 i ekhamra och Bergby</p>")
    handlingar.ta_bort_avsnitt(kapitel[1], av=None)
    skicka(klient, adress("aktivitet_ny", kapitel[2].pk), titel="Läxhjälp")
    handlingar.ta_bort_aktivitet(rader[0], av=None)
    jamforelse = jamfor_planer(fore, avtryck(plan))
    assert slag(jamforelse) == [("1", "andrat"), ("2", "borta"), ("2", "andrat")]
    assert jamforelse.i_ord == [
        "2 kapitel ändrade",
        "1 kapitel borttaget",
        "1 aktivitet ny",
        "1 aktivitet borttagen",
    ]
    sist = jamforelse.avsnitt[-1]
    assert [(r.nummer, r.slag) for r in sist.aktiviteter] == [(1, "borta"), (3, "nytt")]
    assert sist.lika_rader == 1
    assert "<ins>och Bergby</ins>" in jamforelse.avsnitt[0].block[0].markerat


def test_a_changed_row_shows_only_the_fields_that_differ(plan, rader, fore):
    andra(rader[0], malgrupp="Alla i årskurs 8")
    jamforelse = jamfor_planer(fore, avtryck(plan))
    (rad,) = jamforelse.avsnitt[2].aktiviteter
    (par,) = rad.falt
    assert (par.etikett, par.markerat) == ("Målgrupp", "<ins>Alla i årskurs 8</ins>")
    assert rad.slag == "andrat"


def test_a_moved_chapter_and_a_row_in_another_chapter_are_told(
    klient, plan, kapitel, rader, fore
):
    handlingar.flytta(kapitel[0], 1, av=None)
    sida = adress("aktivitet_redigera", rader[0].pk)
    skicka(klient, sida, avsnitt=kapitel[0].pk)
    jamforelse = jamfor_planer(fore, avtryck(plan))
    flyttat = [a.rubrik for a in jamforelse.avsnitt if a.flyttad]
    assert len(flyttat) == 1
    (rad,) = next(a for a in jamforelse.avsnitt if a.aktiviteter).aktiviteter
    assert (rad.slag, rad.flyttad, rad.fran) == ("lika", True, "Kapitel 3 i ekhamra")


def test_a_role_with_a_new_name_is_no_change(plan, rader, fore):
    roll = rader[0].ansvar.first().roll
    roll.namn = "Områdeschef"
    roll.save()
    andra(rader[0])
    jamforelse = jamfor_planer(
        avtryck(plan, vid=plan.andringar.last().pk), avtryck(plan)
    )
    assert jamforelse.lika


def test_years_are_matched_by_number_and_heading(klient, namnd, plan, kapitel):
    falt = {"namnd": namnd.pk, "ar": 2028, "titel": plan.titel, "borja_med": plan.pk}
    klient.post(adress("plan_ny"), falt)
    nasta = namnd.planer.get(ar=2028)
    andra(nasta.avsnitt.i_lasordning()[1], rubrik="Kapitel 2 för ekhamra")
    andra(nasta.aktiviteter.get(nummer=2), titel="Nytt namn")
    jamforelse = jamfor_planer(
        avtryck(plan), avtryck(nasta), samma=samma_i_ett_annat_ar
    )
    assert slag(jamforelse) == [("1", "lika"), ("2", "andrat"), ("3", "andrat")]
    assert jamforelse.avsnitt[1].rubrik == (
        "Kapitel 2 <del>i</del> <ins>för</ins> ekhamra"
    )
    assert jamforelse.i_ord == ["2 kapitel ändrade", "2 aktiviteter ändrade"]


def test_the_comparison_itself_asks_the_database_nothing(plan, rader, fore):
    andra(rader[0], titel="Nytt")
    efter = avtryck(plan)
    with CaptureQueriesContext(connection) as fragor:
        jamfor_planer(fore, efter)
    assert len(fragor) == 0


def test_the_page_begins_with_the_summary_and_folds_what_is_unchanged(
    klient, plan, kapitel
):
    andra(kapitel[0], rubrik="Syfte")
    sida = ord_pa(klient.get(JAMFOR))
    assert "I korthet 1 kapitel ändrat" in sida
    assert "2 till 3: 2 kapitel är oförändrade" in sida


def test_the_page_of_an_untouched_plan_says_so(klient, plan):
    assert "Inget skiljer" in ord_pa(klient.get(JAMFOR))


def test_any_deed_is_a_moment_and_nonsense_is_the_beginning(klient, plan, kapitel):
    forsta = andra(kapitel[0], rubrik="Ett")
    andra(kapitel[1], rubrik="Två")
    sida = ord_pa(klient.get(JAMFOR, {"fran": forsta.pk}))
    assert "1 kapitel ändrat" in sida
    assert "Den ändring du valde" in sida
    for fran in ("x", "9" * 30, "-1", "ar-1900", "²"):
        assert "2 kapitel ändrade" in ord_pa(klient.get(JAMFOR, {"fran": fran}))


def test_a_deed_of_another_plan_is_no_moment(klient, plan, kapitel):
    andra(kapitel[0], rubrik="Ett")
    frammande = ny_plan(ny_namnd("sjovik")).andringar.get()
    sida = ord_pa(klient.get(JAMFOR, {"fran": frammande.pk, "till": frammande.pk}))
    assert "1 kapitel ändrat" in sida
    assert "sjovik" not in sida


def test_last_years_plan_can_be_chosen(klient, plan, namnd):
    ny_plan(namnd, 2026, aktiviteter=3)
    sida = ord_pa(klient.get(JAMFOR, {"fran": "ar-2026"}))
    assert "1 aktivitet borttagen" in sida
    assert "År 2026 2027" in sida


def test_an_empty_plan_can_be_compared(klient, namnd):
    falt = {"namnd": namnd.pk, "ar": 2027, "titel": "Plan", "borja_med": "tom"}
    klient.post(adress("plan_ny"), falt)
    assert "Inget skiljer" in ord_pa(klient.get(JAMFOR))


def test_a_plan_without_any_history_answers_all_the_same(klient, namnd):
    namnd.planer.create(ar=2027, titel="Plan")
    for sida in (JAMFOR, adress("plan_historik", "ekhamra", 2027)):
        assert klient.get(sida).status_code == 200


def test_a_shared_plans_reader_in_the_city_does_not_see_its_drafts(client, plan):
    plan.dela(True, av=None)
    client.force_login(ny_anvandare(Ratt.CENTRAL))
    assert client.get(plan.get_absolute_url()).status_code == 200
    assert "Vad har ändrats" not in ord_pa(client.get(plan.get_absolute_url()))
    assert client.get(JAMFOR).status_code == 404
