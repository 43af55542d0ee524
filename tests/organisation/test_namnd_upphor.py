"""A board ends: merged with another, split in two, or closed with nobody after it."""

from datetime import date, timedelta

import pytest
import time_machine

from aktiviteter.models import Handlingsplan
from blanketter.models import Blankett
from tests.aktiviteter.sida import ord_pa
from tests.blanketter.blanketten import ifylld
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from tests.organisation.test_namnder import UPPGIFTER, text
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
IDAG = date(2027, 3, 1)
IGAR = IDAG - timedelta(days=1)


@pytest.fixture(autouse=True)
def klocka():
    with time_machine.travel(f"{IDAG}T09:00:00+01:00"):
        yield


@pytest.fixture
def ekhamra():
    return ny_namnd()


@pytest.fixture
def ekvik():
    return ny_namnd("ekvik")


@pytest.fixture
def uppgatt(ekhamra, ekvik):
    """Ekhamra, which Ekvik took over yesterday."""
    ekhamra.upphor = IGAR
    ekhamra.save()
    ekhamra.efterfoljare.add(ekvik)
    return ekhamra


@pytest.fixture
def samordnare(ekhamra, ekvik):
    """The coordinator of both."""
    person = ny_anvandare(Ratt.SAMORDNARE, ekhamra)
    person.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=ekvik)
    return person


def spara(client, namnd, **falt):
    client.force_login(ny_anvandare(Ratt.FORVALTARE))
    falt = UPPGIFTER | {"namn": namnd.namn, "kort": namnd.kort} | falt
    return client.post(namnd.get_absolute_url(), falt, follow=True)


# --- The förvaltare says it -------------------------------------------------------


def test_the_day_and_who_takes_over_are_written_and_what_is_left_is_said(
    client, ekhamra, ekvik
):
    svar = text(spara(client, ekhamra, upphor="2026-01-01", efterfoljare=[ekvik.pk]))
    assert "upphörde den 1 januari 2026. Ekvik stadsdelsnämnd har tagit över." in svar
    assert "rätten samordnare i Ekhamra stadsdelsnämnd också" in svar
    assert "(upphörde 1 januari 2026)" in svar
    assert list(ekhamra.efterfoljare.all()) == [ekvik]


def test_who_takes_over_without_a_day_is_refused(client, ekhamra, ekvik):
    svar = spara(client, ekhamra, efterfoljare=[ekvik.pk])
    assert "Skriv vilken dag nämnden upphör" in text(svar)
    assert not ekhamra.efterfoljare.exists()


def test_two_boards_cannot_become_each_other(client, uppgatt, ekvik):
    falt = {"upphor": "2026-01-01", "efterfoljare": [uppgatt.pk]}
    assert "har själv gått upp i" in text(spara(client, ekvik, **falt))


def test_a_new_board_is_not_asked_how_it_ends(client, ekhamra):
    client.force_login(ny_anvandare(Ratt.FORVALTARE))
    assert "upphor" not in text(client.get("/organisation/namnder/ny/"))


# --- Who comes to it --------------------------------------------------------------


@pytest.mark.parametrize("sida", ["", "utskrift/", "blankett/"])
def test_the_old_sheet_s_address_leads_to_the_board_that_took_over(
    client, uppgatt, ekvik, sida
):
    svar = client.get(f"/oro/{uppgatt.kort}/{sida}")
    assert svar["Location"] == f"/oro/{ekvik.kort}/"


def test_of_two_that_it_became_one_chooses(client, uppgatt):
    uppgatt.efterfoljare.add(ny_namnd("ekas"))
    ny_namnd("sjovik")
    ord_ = ord_pa(client.get(f"/oro/{uppgatt.kort}/"))
    assert "Ekhamra stadsdelsnämnd finns inte längre" in ord_
    assert "Ekas" in ord_
    assert "Sjovik" not in ord_


def test_of_one_that_was_closed_the_others_are_offered(client, uppgatt, ekvik):
    uppgatt.efterfoljare.clear()
    ord_ = ord_pa(client.get(f"/oro/{uppgatt.kort}/"))
    assert "finns inte längre" in ord_
    assert str(ekvik) in ord_


def test_it_is_not_in_the_list(client, uppgatt):
    ny_namnd("sjovik")
    assert uppgatt.namn not in text(client.get("/oro/"))


def test_a_form_that_was_opened_before_is_still_received(client, ekhamra):
    falt = ifylld(ekhamra)
    ekhamra.upphor = IDAG
    ekhamra.save()
    assert client.post(f"/oro/{ekhamra.kort}/blankett/", falt).status_code == 200
    assert Blankett.objects.filter(namnd=ekhamra).exists()


# --- Plans ------------------------------------------------------------------------


def test_the_desk_leads_from_the_old_plan_to_the_new_board_s(
    client, uppgatt, ekvik, samordnare
):
    plan = ny_plan(uppgatt, 2027, aktiviteter=2)
    client.force_login(samordnare)
    ord_ = ord_pa(client.get("/"))
    assert "Ekvik stadsdelsnämnd har ingen plan än" in ord_
    assert "Ekhamra stadsdelsnämnd 2027" in ord_
    assert "anmärkning" not in ord_  # of the draft that nobody goes on with
    sida = client.get("/planer/ny/?namnd=ekvik")
    form = sida.context["form"]
    assert form.initial["borja_med"] == str(plan.pk)
    assert list(form.fields["namnd"].queryset) == [ekvik]
    svar = client.post(
        "/planer/ny/",
        {"namnd": ekvik.pk, "ar": 2028, "titel": "Plan", "borja_med": plan.pk},
    )
    assert svar.status_code == 302
    assert Handlingsplan.objects.get(namnd=ekvik).revideringar.count() == 2


def test_both_parts_of_a_board_begin_from_its_plan(client, uppgatt, ekvik, samordnare):
    ekas = ny_namnd("ekas")
    uppgatt.efterfoljare.add(ekas)
    samordnare.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=ekas)
    plan = ny_plan(uppgatt, 2027, aktiviteter=2)
    client.force_login(samordnare)
    for namnd in (ekvik, ekas):
        falt = {"namnd": namnd.pk, "ar": 2028, "titel": "Plan", "borja_med": plan.pk}
        client.post("/planer/ny/", falt)
        ny = Handlingsplan.objects.get(namnd=namnd)
        assert sorted(ny.aktiviteter.values_list("nummer", flat=True)) == [1, 2]


def test_another_board_s_plan_is_still_refused(client, ekhamra, ekvik, samordnare):
    plan = ny_plan(ekhamra, 2027, aktiviteter=1)
    client.force_login(samordnare)
    falt = {"namnd": ekvik.pk, "ar": 2028, "titel": "Plan", "borja_med": plan.pk}
    assert "hör till samma nämnd" in text(client.post("/planer/ny/", falt))


def test_a_plan_for_a_year_when_the_board_is_no_more_is_refused(
    client, ekhamra, samordnare
):
    ekhamra.upphor = date(2099, 1, 1)
    ekhamra.save()
    client.force_login(samordnare)
    falt = {"namnd": ekhamra.pk, "ar": 2099, "titel": "Plan", "borja_med": "tom"}
    assert "Välj den nämnd som tar över" in text(client.post("/planer/ny/", falt))


def test_who_coordinates_only_that_board_reads_where_the_plans_are_made(
    client, uppgatt
):
    plan = ny_plan(uppgatt, 2027, aktiviteter=1)
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, uppgatt))
    ord_ = ord_pa(client.get("/planer/ny/"))
    assert "Ekvik stadsdelsnämnd har tagit över. Den får inga nya planer." in ord_
    assert client.get(plan.get_absolute_url()).status_code == 200


def test_the_city_is_not_told_that_it_lacks_a_plan(client, uppgatt):
    client.force_login(ny_anvandare(Ratt.CENTRAL))
    ord_ = ord_pa(client.get("/planer/laget/"))
    assert "Ekhamra" not in ord_
    assert "Ekvik" in ord_


def test_nobody_has_to_coordinate_it(client, uppgatt):
    client.force_login(ny_anvandare(Ratt.FORVALTARE))
    assert "Ekhamra stadsdelsnämnd har ingen" not in ord_pa(client.get("/"))


def test_its_open_page_stays_and_tells_who_took_over(client, uppgatt):
    ord_ = ord_pa(client.get(f"/oppet/{uppgatt.kort}/"))
    assert "Ekvik stadsdelsnämnd har tagit över." in ord_
