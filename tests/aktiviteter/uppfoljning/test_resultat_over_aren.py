"""The results over the years follow the activity, whatever number it had."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aktiviteter.handlingar import borja_revidering
from aktiviteter.models import Handlingsplan
from aktiviteter.uppfoljning.rapport import rapport_over_aren
from tests.bygge import andra, ny_namnd, ny_plan
from tests.bygge_uppfoljning import beslutad_plan, ny_rapport, nytt_tillfalle

pytestmark = pytest.mark.django_db


@pytest.fixture
def ekhamra():
    return ny_namnd()


def nasta(*forlagor, namnd=None, ar=2028):
    plan = Handlingsplan.objects.create(namnd=namnd or forlagor[0].namnd, ar=ar)
    borja_revidering(plan, *forlagor)
    return plan


def rapporterad(plan, nummer, resultat, status="pagar"):
    tillfalle = plan.tillfallen.first() or nytt_tillfalle(plan, "vb")
    ny_rapport(tillfalle, nummer, status, resultat=resultat)


def rader(plan):
    """Return {the row's words: [its cells]}, of the plan's activities and earlier."""
    ut = {}
    for del_ in rapport_over_aren(plan).delar:
        for tabell in del_.tabeller:
            for rad in tabell.rader:
                ord_ = ["".join(text for text, _ in cell) for cell in rad]
                ut[ord_[0]] = ord_[1:]
    return ut


@pytest.fixture
def ekvik(ekhamra):
    """Two boards' plan for 2028; number 1 and 2 of Sjövik became 3 and 4."""
    ena = beslutad_plan(ekhamra, aktiviteter=2)
    andra_ = beslutad_plan(ny_namnd("sjovik"), aktiviteter=2)
    rapporterad(ena, 1, "Läst i Ekhamra.")
    rapporterad(andra_, 1, "Läst i Sjövik.")
    return nasta(ena, andra_, namnd=ny_namnd("ekvik"))


def test_both_boards_results_stand_on_the_rows_that_they_became(ekvik):
    ut = rader(ekvik)
    assert ut["1. Aktivitet 1 i ekhamra"] == [
        "Ekhamra stadsdelsnämnd, nummer 1:\nPågår\nLäst i Ekhamra."
    ]
    assert ut["3. Aktivitet 1 i sjovik"] == [
        "Sjovik stadsdelsnämnd, nummer 1:\nPågår\nLäst i Sjövik."
    ]


def test_an_ended_one_stands_among_the_earlier_with_its_board(ekvik):
    ekvik.aktiviteter.get(nummer=3).delete()
    assert "1. Aktivitet 1 i sjovik (Sjovik stadsdelsnämnd)" in rader(ekvik)


def test_they_follow_on_to_the_plan_after(ekvik):
    ut = rader(nasta(ekvik, ar=2029))
    assert "Läst i Sjövik." in ut["3. Aktivitet 1 i sjovik"][0]


def test_two_that_were_made_one_show_both(ekvik):
    ekvik.aktiviteter.get(nummer=3).delete()
    ekvik.revideringar.filter(nummer=3).update(nummer=1)
    (cell,) = rader(ekvik)["1. Aktivitet 1 i ekhamra"]
    assert "Läst i Ekhamra." in cell
    assert "Läst i Sjövik." in cell


def test_a_number_that_the_revision_changed_is_told(ekhamra):
    gammal = beslutad_plan(ekhamra, aktiviteter=2)
    rapporterad(gammal, 2, "Två träffar.")
    plan = nasta(gammal)
    andra(plan.aktiviteter.get(nummer=2), nummer=7)
    plan.revideringar.filter(nummer=2).update(nummer=7)
    ut = rader(plan)
    assert ut["7. Aktivitet 2 i ekhamra"] == ["Nummer 2:\nPågår\nTvå träffar."]


def test_a_new_one_under_an_old_number_inherits_nothing(ekhamra):
    gammal = beslutad_plan(ekhamra, aktiviteter=2)
    rapporterad(gammal, 2, "Två träffar.")
    plan = nasta(gammal)
    plan.revideringar.filter(nummer=2).update(nummer=9, val="avsluta", skal="Nej.")
    andra(plan.aktiviteter.get(nummer=2), titel="En helt annan")
    ut = rader(plan)
    assert ut["2. En helt annan"] == ["–"]
    assert "Två träffar." in ut["2. Aktivitet 2 i ekhamra"][0]


def test_plans_that_were_read_in_go_by_number_and_a_year_may_be_skipped(ekhamra):
    for ar in (2023, 2024):
        rapporterad(beslutad_plan(ekhamra, ar, aktiviteter=2), 1, f"Läst {ar}.")
    plan = nasta(beslutad_plan(ekhamra, 2026, aktiviteter=2), ar=2027)
    assert [
        cell.split("\n")[-1] for cell in rader(plan)["1. Aktivitet 1 i ekhamra"]
    ] == ["Läst 2023.", "Läst 2024."]


def test_it_asks_as_often_for_any_number_of_years(ekhamra):
    def fragor(plan):
        with CaptureQueriesContext(
            connection,
        ) as fragor:
            rapport_over_aren(plan)
        return len(fragor)

    plan = ny_plan(ekhamra, 2021, aktiviteter=1)
    forst = fragor(nasta(plan, ar=2022))
    for ar in range(2023, 2028):
        plan = nasta(plan.namnd.planer.get(ar=ar - 1), ar=ar)
    assert fragor(plan) == forst <= 8
