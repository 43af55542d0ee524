"""The page where a decision is registered, and the edition's own."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Planstatus
from tests import bygge
from tests.bygge_utgava import beslutad_plan, plan_hos_namnden
from vbeplan.organisation.models import Ratt, Spar
from vbeplan.rapport.handlingar.besluta import sett_nu
from vbeplan.rapport.models import Utgava

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def plan(namnd):
    return plan_hos_namnden(namnd)


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def adress(plan, namn="plan_besluta"):
    return reverse(namn, args=[plan.namnd.kort, plan.ar])


def ifyllt(plan, **andra):
    falt = {
        "organ": "Ekhamra stadsdelsnämnd",
        "dag": "2026-11-12",
        "paragraf": "47",
        "dnr": "EKH 2026/47",
        "sett": sett_nu(plan),
    }
    return falt | andra


def test_the_decision_is_registered_and_the_plan_sealed(plan, klient):
    svar = klient.post(adress(plan), ifyllt(plan), follow=True)

    assert "förseglad" in svar.content.decode()
    utgava = Utgava.objects.get()
    assert (utgava.paragraf, utgava.dag) == ("§ 47", date(2026, 11, 12))
    assert utgava.avtryck_i_grupper[0] in svar.content.decode()


@pytest.mark.parametrize(
    ("andrat", "ord_"),
    [
        ({"dag": ""}, "Beslutets dag"),
        ({"paragraf": ""}, "Paragraf"),
        (
            {"dag": (timezone.localdate() + timedelta(days=1)).isoformat()},
            "Dagen har inte varit än",
        ),
        ({"dag": "2017-11-12"}, "Kontrollera årtalet"),
        ({"dag": "0001-01-01"}, "Kontrollera årtalet"),
        ({"sett": "något annat"}, "har ändrats sedan"),
    ],
)
def test_what_does_not_hold_is_said_and_nothing_typed_is_lost(
    plan, klient, andrat, ord_
):
    svar = klient.post(adress(plan), ifyllt(plan, **andrat))

    assert ord_ in svar.content.decode()
    assert "EKH 2026/47" in svar.content.decode()
    assert not Utgava.objects.exists()


def test_when_the_plan_has_changed_the_second_press_decides_it(plan, klient):
    svar = klient.post(adress(plan), ifyllt(plan, sett="förr"))
    nytt = svar.context["form"]["sett"].value()
    klient.post(adress(plan), ifyllt(plan, sett=nytt))

    assert Utgava.objects.count() == 1


def test_a_draft_is_sent_to_the_board_first(namnd, klient):
    plan = bygge.ny_plan(namnd)
    svar = klient.get(adress(plan), follow=True)

    assert "Skicka planen till" in svar.content.decode()


def test_a_decided_plan_leads_to_its_edition(plan, klient):
    beslutad_plan(plan)
    svar = klient.post(adress(plan), {})

    assert svar.url == adress(plan, "plan_utgava")


def test_a_reader_may_not_decide(plan, client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.LASARE, namnd))

    assert client.post(adress(plan), ifyllt(plan)).status_code == 403


def test_publishing_is_a_deed_with_a_trace_and_can_be_taken_back(plan, klient):
    beslutad_plan(plan)
    for publik, spar in (("ja", "publicerad"), ("nej", "avpublicerad")):
        for _ in range(2):  # a double click
            klient.post(adress(plan, "plan_publicera"), {"publik": publik})
        assert Spar.objects.filter(handling=spar).count() == 1
        assert Utgava.objects.publika().exists() is (publik == "ja")


def test_page_word_and_json_are_drawn_from_the_edition(plan, klient):
    utgava = beslutad_plan(plan)
    type(plan.namnd).objects.update(namn="Nya nämnden")
    sidan = klient.get(adress(plan, "plan")).content.decode()
    data = klient.get(adress(plan, "plan_json")).json()

    assert data["namnd"] == "Ekhamra stadsdelsnämnd"
    assert data["datum"] == "2026-11-12"
    assert "Redigera kapitel" not in sidan
    assert adress(plan, "plan_utgava") in sidan
    assert klient.get(adress(plan, "plan_word")).content.startswith(b"PK")
    assert klient.get(adress(plan, "plan_pdf")).content == bytes(utgava.pdf)
    plan.refresh_from_db()
    assert plan.status == Planstatus.BESLUTAD
