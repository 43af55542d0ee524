"""The feed of a board's days, and the link to it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from icalendar import Calendar

from aktiviteter.arshjul import hjulet, stadens_punkter
from aktiviteter.models import Hjullank
from aktiviteter.models.handlingsplan import Planstatus
from tests import bygge
from tests.aktiviteter.sida import ord_pa, trad
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
MOTE = date(2027, 4, 28)


@pytest.fixture
def plan():
    stadens_punkter()
    return bygge.ny_namnd().planer.create(ar=2027, sammantrade=MOTE)


@pytest.fixture
def sam(client, plan):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, plan.namnd))
    return client


def hamta(client, plan):
    return client.get(Hjullank.for_namnd(plan.namnd).lank())


def handelser(svar):
    return {str(h["uid"]): h for h in Calendar.from_ical(svar.content).walk("VEVENT")}


def test_who_has_the_link_gets_the_days_without_signing_in(client, plan):
    svar = hamta(client, plan)
    motet = next(
        h for h in handelser(svar).values() if str(h["summary"]).startswith("Nämnden")
    )

    assert svar["Content-Type"] == "text/calendar; charset=utf-8"
    assert len(handelser(svar)) == 13
    assert motet["summary"] == "Nämnden beslutar – Ekhamra stadsdelsnämnd"
    assert motet.decoded("dtstart") == MOTE
    assert motet.decoded("dtend") == MOTE + timedelta(1)
    assert b"DTSTART;VALUE=DATE:20270428\r\n" in svar.content
    assert b"X-WR-TIMEZONE:Europe/Stockholm\r\n" in svar.content


def test_the_feed_says_nothing_but_the_points_and_the_boards_names(client, plan):
    plan.hjuldagar.create(
        ar=2027, namn="Eget möte", beskrivning="Hemlig text", dag=MOTE, klar=MOTE
    )
    falt = {namn for h in handelser(hamta(client, plan)).values() for namn in h}

    assert falt == {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP"),
    }
    assert "Hemlig" not in hamta(client, plan).content.decode()


def test_the_feed_is_not_kept_by_anybody_and_sets_no_cookie(client, plan):
    svar = hamta(client, plan)

    assert "no-store" in svar["Cache-Control"]
    assert svar["X-Robots-Tag"] == "noindex"
    assert not svar.cookies


def test_the_feed_is_the_same_until_something_is_changed(client, plan):
    fore = hamta(client, plan).content
    with time_machine.travel("2030-03-31 03:30+02:00"):
        assert hamta(client, plan).content == fore

    plan.sammantrade = date(2027, 5, 26)
    plan.save()

    assert hamta(client, plan).content != fore


def test_a_moved_day_is_the_same_event(client, plan):
    fore = handelser(hamta(client, plan))
    forsta = hjulet(plan, MOTE).dagar[0]
    plan.hjuldagar.create(
        punkt=forsta.punkt, ar=2027, namn="", dag=date(2027, 1, 27), flyttad=True
    )
    efter = handelser(hamta(client, plan))
    uid = next(u for u in fore if forsta.nyckel in u)

    assert set(efter) == set(fore)
    assert efter[uid].decoded("dtstart") == date(2027, 1, 27)


def test_every_line_ends_as_the_standard_says_and_none_is_too_long(client, plan):
    plan.hjuldagar.create(ar=2027, namn="Ö" * 120, dag=MOTE)
    rader = hamta(client, plan).content.split(b"\r\n")

    assert rader[-1] == b""
    assert not any(b"\n" in rad for rad in rader)
    assert max(map(len, rader)) <= 75


def test_a_name_with_signs_of_the_standard_comes_out_as_it_was(client, plan):
    namn = "Möte; prata, skriv\\läs: klart"
    plan.hjuldagar.create(ar=2027, namn=namn, dag=MOTE)
    rubriker = {str(h["summary"]) for h in handelser(hamta(client, plan)).values()}

    assert f"{namn} – Ekhamra stadsdelsnämnd" in rubriker


def test_a_name_can_add_no_line_of_its_own(client, plan):
    plan.hjuldagar.create(ar=2027, namn="a\r\nEND:VEVENT\nX-ELAK:1", dag=MOTE)
    svar = hamta(client, plan)

    assert b"\r\nX-ELAK" not in svar.content
    assert len(handelser(svar)) == 14


def test_the_feed_holds_all_the_boards_plans_that_go_on_and_nobody_elses(client, plan):
    plan.namnd.planer.create(ar=2026, status=Planstatus.ERSATT, sammantrade=MOTE)
    ny = plan.namnd.planer.create(ar=2028)
    annan = bygge.ny_namnd("sjovik").planer.create(ar=2027, sammantrade=MOTE)

    planer = {uid.split("-")[1] for uid in handelser(hamta(client, plan))}

    assert planer == {str(plan.pk), str(ny.pk)}
    assert str(annan.pk) not in planer


def test_a_board_without_plans_has_an_empty_calendar(client):
    svar = client.get(Hjullank.for_namnd(bygge.ny_namnd("tom")).lank())

    assert svar.status_code == 200
    assert handelser(svar) == {}


@pytest.mark.parametrize("nyckel", ["x", "a" * 32, "0", "ekhamra"])
def test_a_wrong_link_is_404_and_asks_for_no_sign_in(client, plan, nyckel):
    Hjullank.for_namnd(plan.namnd)

    assert client.get(reverse("arshjul_kalender", args=[nyckel])).status_code == 404


def test_a_link_whose_case_was_changed_on_the_way_still_works(client, plan):
    nyckel = Hjullank.for_namnd(plan.namnd).lanknyckel.upper()

    assert client.get(reverse("arshjul_kalender", args=[nyckel])).status_code == 200


def test_the_link_is_shown_to_the_coordinator_and_is_the_same_each_time(sam, plan):
    url = reverse("plan_arshjul_lank", args=["ekhamra", 2027])
    [falt] = trad(sam.get(url)).xpath("//main//input[@readonly]")

    assert falt.get("value").endswith(Hjullank.for_namnd(plan.namnd).lank())
    assert falt.get("value") in sam.get(url).content.decode()
    assert Hjullank.objects.count() == 1


def test_a_new_link_ends_the_old_one_at_once(sam, plan):
    gammal = Hjullank.for_namnd(plan.namnd).lank()
    svar = sam.post(reverse("plan_arshjul_lank", args=["ekhamra", 2027]), follow=True)

    assert "en ny länk" in ord_pa(svar)
    assert sam.get(gammal).status_code == 404
    assert hamta(sam, plan).status_code == 200
    assert Spar.objects.get().objekt.startswith("länken till årshjulet")


def test_the_secret_is_stored_nowhere_and_is_another_in_each_board(plan):
    en, annan = Hjullank.for_namnd(plan.namnd), Hjullank.for_namnd(bygge.ny_namnd("b"))

    assert en.lanknyckel != annan.lanknyckel
    assert en.lanknyckel not in {en.nyckel, annan.nyckel}
    assert len(en.lanknyckel) == 32
