"""Which year a text was last written: carried over, and told to who revises."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from aktiviteter import handlingar, historia
from aktiviteter.handlingar import borja_revidering
from aktiviteter.models import Andring
from aktiviteter.sammanstallning import granskningen, plan_innehall
from tests.aktiviteter.sida import adress, ord_pa, skicka
from tests.bygge import andra, ny_anvandare, ny_plan
from vbeplan.organisation.models import Ratt

SIDA = "/planer/ekhamra/2028/"


@pytest.fixture
def nya(plan, namnd, samordnare):
    """The plan for 2028, begun from that for 2027 whose last chapter is from 2024."""
    gammalt = plan.avsnitt.i_lasordning()[-1]
    andra(gammalt, text_ar=2024, text="<p>Det här skrevs för länge sedan.</p>")
    ny = namnd.planer.create(ar=2028)
    borja_revidering(ny, plan)
    historia.skriv_plan(Andring.Handling.SKAPAD, ny, av=samordnare)
    return ny


def aren(plan):
    return [a.text_ar for a in plan.avsnitt.i_lasordning()]


def test_what_is_new_is_of_the_plan_s_year(klient, plan, kapitel):
    assert aren(plan) == [2027, 2027, 2027]
    skicka(klient, "/planer/ekhamra/2027/nytt-kapitel/", rubrik="Nytt")
    skicka(
        klient, adress("aktivitet_ny", kapitel[0].pk), titel="Ny", tidplan_text="2027"
    )
    assert aren(plan)[-1] == 2027
    assert set(plan.aktiviteter.values_list("text_ar", flat=True)) == {2027}


def test_the_next_plan_keeps_the_years_of_what_it_takes_over(nya):
    assert aren(nya) == [2027, 2027, 2024]
    assert set(nya.aktiviteter.values_list("text_ar", flat=True)) == {2027}


def test_a_save_that_changes_words_makes_it_this_year_s(klient, nya):
    sist = nya.avsnitt.i_lasordning()[-1]
    sida = adress("avsnitt_redigera", sist.pk)
    skicka(klient, sida)
    assert aren(nya)[-1] == 2024
    skicka(klient, sida, text="<p>Nya ord.</p>")
    assert aren(nya)[-1] == 2028


def test_an_activity_s_roles_are_words_and_its_place_is_none(klient, nya):
    rad = nya.aktiviteter.get(nummer=1)
    sida = adress("aktivitet_redigera", rad.pk)
    annat = nya.avsnitt.i_lasordning()[0]
    skicka(klient, sida, avsnitt=annat.pk, avstamning="2028-06-01")
    rad.refresh_from_db()
    assert (rad.avsnitt, rad.text_ar) == (annat, 2027)
    skicka(klient, sida, **{"ansvar-0-roll": "Rektor"})
    rad.refresh_from_db()
    assert rad.text_ar == 2028


def test_an_undo_gives_the_words_their_year_back(klient, nya, samordnare):
    sist = nya.avsnitt.i_lasordning()[-1]
    skicka(klient, adress("avsnitt_redigera", sist.pk), text="<p>Ett.</p>")
    assert aren(nya)[-1] == 2028
    handlingar.angra(Andring.objects.filter(plan=nya).first(), av=samordnare)
    assert aren(nya)[-1] == 2024


def test_the_coordinator_sees_how_old_the_words_are_and_readers_do_not(
    client, klient, nya, namnd
):
    assert "Oförändrad sedan planen för 2024" in ord_pa(klient.get(SIDA))
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert "Oförändrad" not in ord_pa(client.get(SIDA))


def test_the_margin_asks_to_read_what_nobody_has_touched_for_three_years(nya):
    samling = granskningen(nya, plan_innehall(nya))
    rubriker = [p.rubrik for grupp in samling.grupper for p in grupp.poster]
    assert rubriker.count("Gammal text") == 1


@pytest.mark.django_db(transaction=True)
def test_texts_from_before_are_of_their_own_plan_s_year(namnd):
    plan = ny_plan(namnd, 2026, aktiviteter=1)
    fore, efter = "0018_text_ar", "0019_text_ar_planens"
    plan.avsnitt.update(text_ar=None)
    plan.aktiviteter.update(text_ar=None)
    vandring = MigrationExecutor(connection)
    apps = vandring.loader.project_state([("aktiviteter", fore)]).apps
    vandring.loader.get_migration("aktiviteter", efter).operations[0].code(apps, None)
    assert set(aren(plan)) == {2026}
    assert plan.aktiviteter.get().text_ar == 2026
