"""An occasion of follow-up: opened, closed and opened again by the coordinator."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from aktiviteter.handlingar.uppfoljning import KanInteFoljasUpp, oppna_tillfalle
from aktiviteter.models import Hjuldag, Planstatus, Tillfalle
from aktiviteter.uppfoljning import uppfoljningslaget
from aktiviteter.uppfoljning.dagar import nasta_tillfalle
from tests import bygge, bygge_uppfoljning
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
IDAG = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def klocka():
    with time_machine.travel(f"{IDAG}T09:00:00+01:00"):
        yield


@pytest.fixture
def plan(namnd, roll):
    return bygge_uppfoljning.beslutad_plan(namnd, roll=roll)


@pytest.fixture
def samordnare(namnd, client):
    anvandare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(anvandare)
    return anvandare


def oppna(client, plan, **falt):
    adress = reverse("tillfalle_nytt", args=[plan.namnd.kort, plan.ar])
    falt = {"period": "t1", "ar": plan.ar, "senast": ""} | falt
    return client.post(adress, falt, follow=True)


def test_she_opens_an_occasion_and_sees_what_is_missing(client, plan, samordnare):
    svar = oppna(client, plan, senast=str(IDAG + timedelta(days=20)))
    ett = plan.tillfallen.get()
    assert ett.ar_oppet
    assert "3 av 3 aktiviteter saknar rapport" in svar.text
    assert "Siv Ek" in svar.text
    assert Spar.objects.filter(handling="oppnad", av=samordnare).count() == 1


def test_the_day_comes_from_the_wheel(client, plan, samordnare):
    dag = IDAG + timedelta(days=40)
    falt = {"moment": "t1", "namn": "Uppföljning", "dag": dag}
    Hjuldag.objects.create(plan=plan, ar=plan.ar, **falt)
    oppna(client, plan)
    assert plan.tillfallen.get().senast == dag


def test_a_day_that_has_been_is_refused_and_what_was_written_stays(
    client, plan, samordnare
):
    svar = oppna(client, plan, senast="2020-05-01")
    assert "Dagen har redan varit" in svar.text
    assert 'value="2020-05-01"' in svar.text
    assert not plan.tillfallen.exists()


def test_the_same_occasion_twice_is_refused(client, plan, samordnare):
    bygge_uppfoljning.nytt_tillfalle(plan)
    svar = oppna(client, plan, senast=str(IDAG + timedelta(days=20)))
    assert "Det tillfället finns redan" in svar.text
    assert plan.tillfallen.count() == 1


def test_two_who_open_it_at_once_get_one(plan, samordnare):
    falt = {"ar": plan.ar, "period": "t1", "senast": IDAG, "av": samordnare}
    oppna_tillfalle(plan, **falt)
    with pytest.raises(KanInteFoljasUpp, match="finns redan"):
        oppna_tillfalle(plan, **falt)
    assert plan.tillfallen.count() == 1


def test_a_plan_that_is_not_decided_has_no_follow_up(client, namnd, samordnare):
    plan = bygge.ny_plan(namnd, bygge.AR + 1)
    svar = oppna(client, plan)
    assert "Planen är inte beslutad än" in svar.text
    assert not plan.tillfallen.exists()
    assert uppfoljningslaget(plan).klar is None


def test_a_replaced_plan_is_still_followed_up(client, plan, samordnare):
    type(plan).objects.filter(pk=plan.pk).update(status=Planstatus.ERSATT)
    oppna(client, plan, period="vb", senast=str(IDAG + timedelta(days=20)))
    assert plan.tillfallen.get().period == "vb"


def test_closing_locks_it_and_says_what_is_missing(client, plan, samordnare):
    ett = bygge_uppfoljning.nytt_tillfalle(plan)
    bygge_uppfoljning.ny_rapport(ett, 1)
    adress = reverse("tillfalle_stang", args=[ett.pk])
    assert "2 aktiviteter saknar rapport" in client.get(adress).text
    svar = client.post(adress, follow=True)
    ett.refresh_from_db()
    assert not ett.ar_oppet
    assert ett.stangt == IDAG
    assert "Rapportera" not in svar.text
    client.post(adress)  # twice pressed is once
    assert Spar.objects.filter(handling="stangd").count() == 1


def test_opening_it_again_wants_a_day_and_why_and_leaves_a_trace(
    client, plan, roll, samordnare
):
    ett = bygge_uppfoljning.stangt_tillfalle(plan)
    lank = bygge_uppfoljning.ny_rapportlank(ett, roll)
    adress = reverse("tillfalle_oppna", args=[ett.pk])
    svar = client.post(adress, {"senast": "", "skal": "Skolan fattas."})
    assert "Välj en dag" in svar.text
    assert "Skolan fattas." in svar.text
    dag = IDAG + timedelta(days=5)
    assert "Fyll i fältet" in client.post(adress, {"senast": str(dag)}).text
    svar = client.post(
        adress, {"senast": str(dag), "skal": "Skolan fattas."}, follow=True
    )
    assert "Öppnat igen den" in svar.text
    assert "Skolan fattas." in svar.text
    ett.refresh_from_db()
    lank.refresh_from_db()
    assert ett.ar_oppet
    assert ett.senast == lank.giltig_till == dag
    assert Spar.objects.filter(handling="oppnad").count() == 1


def test_another_last_day_goes_for_the_links_too(client, plan, roll, samordnare):
    ett = bygge_uppfoljning.nytt_tillfalle(plan)
    lank = bygge_uppfoljning.ny_rapportlank(ett, roll)
    dag = IDAG + timedelta(days=60)
    client.post(reverse("tillfalle_dag", args=[ett.pk]), {"senast": str(dag)})
    lank.refresh_from_db()
    assert lank.giltig_till == dag


def test_how_far_it_has_come_in_words(plan):
    ett = bygge_uppfoljning.nytt_tillfalle(plan)
    assert uppfoljningslaget(plan).i_ord.startswith(
        f"Tertialrapport 1 {plan.ar}: 0 av 3 rapporterade, senast"
    )
    for nummer in (1, 2, 3):
        bygge_uppfoljning.ny_rapport(ett, nummer)
    lage = uppfoljningslaget(plan)
    assert lage.i_ord.endswith("alla 3 är rapporterade. Stäng tillfället.")
    assert not lage.forsenad


def test_it_is_late_when_the_day_has_passed(plan):
    igar = IDAG - timedelta(days=1)
    bygge_uppfoljning.nytt_tillfalle(plan, senast=igar)
    lage = uppfoljningslaget(plan)
    assert lage.forsenad
    assert lage.kvar == 3


def test_the_next_occasion_in_turn_is_offered(plan):
    assert nasta_tillfalle(plan) == (plan.ar, "t1")
    bygge_uppfoljning.nytt_tillfalle(plan, "t1")
    bygge_uppfoljning.nytt_tillfalle(plan, Tillfalle.Period.DELAR)
    assert nasta_tillfalle(plan) == (plan.ar, "vb")
    bygge_uppfoljning.nytt_tillfalle(plan, "vb")
    assert nasta_tillfalle(plan) == (plan.ar + 1, "t1")
