"""The menu leads everybody who works for a board to its follow-up and its wheel."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import bygge, bygge_uppfoljning
from tests.aktiviteter.sida import adress, ord_pa
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
UPPFOLJNING, ARSHJUL = reverse("uppfoljningar"), reverse("arshjulen")


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def lasare(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.LASARE, namnd))
    return client


def test_a_reader_finds_both_in_the_menu(lasare):
    meny = {post["text"]: post["url"] for post in lasare.get("/").context["meny"]}
    assert (meny["Uppföljning"], meny["Årshjul"]) == (UPPFOLJNING, ARSHJUL)


def test_who_works_for_no_board_does_not(client):
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    assert "Årshjul" not in {p["text"] for p in client.get("/").context["meny"]}


def test_every_follow_up_of_her_boards_stands_with_its_report(lasare, namnd):
    plan = bygge_uppfoljning.beslutad_plan(namnd, 2026, aktiviteter=2)
    stangt = bygge_uppfoljning.stangt_tillfalle(
        plan, "t1", rapporter=[{"nummer": 1, "status": "pagar"}]
    )
    annan = bygge_uppfoljning.beslutad_plan(bygge.ny_namnd("sjovik"), 2026)
    bygge_uppfoljning.nytt_tillfalle(annan, "t2")

    svar = lasare.get(UPPFOLJNING)

    assert [lage.tillfalle for lage in svar.context["lagen"]] == [stangt]
    assert "1 av 2" in ord_pa(svar)
    assert adress("tillfalle_rapport", stangt.pk) in svar.content.decode()
    assert "att rapportera" not in ord_pa(svar)


def test_who_answers_for_a_role_is_led_to_what_she_has_left(client, namnd):
    roll = bygge.ny_roll(namnd, "Rektor")
    ansvarig = bygge.ny_anvandare(Ratt.ANSVARIG, namnd)
    ansvarig.medlemskap.get().roller.add(roll)
    plan = bygge_uppfoljning.beslutad_plan(namnd, 2026, roll=roll, aktiviteter=3)
    ett = bygge_uppfoljning.nytt_tillfalle(plan, "t1")
    client.force_login(ansvarig)
    assert "Du har 2 aktiviteter att rapportera" in ord_pa(client.get(UPPFOLJNING))
    for nummer in (1, 2):
        bygge_uppfoljning.ny_rapport(ett, nummer=nummer, status="pagar")
    svar = client.get(UPPFOLJNING)
    assert "Du har rapporterat alla dina aktiviteter" in ord_pa(svar)
    assert reverse("mina_rapporter") in svar.content.decode()


def test_before_anything_is_decided_both_say_what_comes(lasare, namnd):
    assert "när nämnden har beslutat planen" in ord_pa(lasare.get(UPPFOLJNING))
    assert "När nämnden har en plan" in ord_pa(lasare.get(ARSHJUL))


def test_the_wheel_of_the_newest_plan_opens_and_leads_to_the_years_before(
    lasare, namnd
):
    for ar in (2025, 2026, 2027):
        namnd.planer.create(ar=ar, sammantrade=date(ar, 4, 22))
    svar = lasare.get(ARSHJUL, follow=True)
    assert svar.redirect_chain[-1][0] == adress("plan_arshjul", namnd.kort, 2027)
    assert adress("plan_arshjul", namnd.kort, 2026) in svar.content.decode()


def test_who_has_several_boards_chooses_among_their_wheels(client, namnd):
    sjovik = bygge.ny_namnd("sjovik")
    user = bygge.ny_anvandare(Ratt.LASARE, namnd)
    user.medlemskap.create(namnd=sjovik, ratt=Ratt.LASARE)
    for en in (namnd, sjovik):
        en.planer.create(ar=2027)
    client.force_login(user)
    assert "Sammanträdet har ingen dag än" in ord_pa(client.get(ARSHJUL))
    assert len(client.get(ARSHJUL).context["hjulen"]) == 2


def test_thirty_follow_ups_cost_no_more_questions_than_one(lasare, namnd):
    def lagg(ar):
        plan = bygge_uppfoljning.beslutad_plan(namnd, ar)
        bygge_uppfoljning.stangt_tillfalle(plan, "t1")

    def antal():
        with CaptureQueriesContext(connection) as fragor:
            assert lasare.get(UPPFOLJNING).status_code == 200
        return len(fragor)

    lagg(2015)
    antal()
    fore = antal()
    for ar in range(2016, 2026):
        lagg(ar)
    assert antal() == fore
