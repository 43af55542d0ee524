"""The board's one page: what it tells, and that it is one however much there is."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from aktiviteter.andringar.sammanfattning import sammanfattning
from aktiviteter.handlingar import borja_revidering
from aktiviteter.models import Handlingsplan
from tests import bygge
from tests.rapport.taggtrad import LastPdf
from tests.rapport.verapdf import granska
from vbeplan.organisation.models import Ratt
from vbeplan.rapport import process
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.sammanfattning import skapa_pdf

pytestmark = pytest.mark.django_db
LANG = "Samverkan kring stöd till föräldrar, skolor och föreningar i hela stadsdelen "


@pytest.fixture(autouse=True)
def eget_forrad(settings, tmp_path):
    forrad = {**settings.CACHES["pdf"], "LOCATION": str(tmp_path / "pdf")}
    settings.CACHES = {**settings.CACHES, "pdf": forrad}


@pytest.fixture
def plan():
    """A plan for 2028 that was begun from one of five activities."""
    namnd = bygge.ny_namnd()
    ny = Handlingsplan.objects.create(namnd=namnd, ar=2028)
    borja_revidering(ny, bygge.ny_plan(namnd, 2027))
    return ny


@pytest.fixture
def klient(plan):
    klient = Client()
    klient.force_login(bygge.ny_anvandare(Ratt.LASARE, plan.namnd))
    return klient


def adress(plan, namn="plan_sammanfattning"):
    return reverse(namn, args=[plan.namnd.kort, plan.ar])


def test_it_tells_what_is_changed_and_what_the_board_is_asked_to_decide(klient, plan):
    bygge.andra(plan.aktiviteter.get(nummer=1), titel="Läxhjälp")
    sida = klient.get(adress(plan)).content.decode()
    assert "Det här har ändrats sedan planen för 2027." in sida
    assert "1. Läxhjälp" in sida
    assert "föreslås besluta att" in sida
    assert "kommunstyrelsen" in sida


def test_ks_is_not_asked_where_it_does_not_approve(plan):
    plan.namnd.ks_godkanner = False
    assert len(sammanfattning(plan).forslag) == 1


def test_of_a_decided_plan_it_tells_every_decision_that_stands(plan):
    plan.status = "godkand"
    besluten = plan.besluten
    fel = besluten.create(organ="N", utfall="beslutad", dag=date(2018, 4, 22))
    falt = {"organ": "Nämnden", "utfall": "beslutad", "paragraf": "§ 47"}
    besluten.create(**falt, dag=date(2028, 4, 22), rattar=fel)
    besluten.create(organ="Kommunstyrelsen", utfall="villkor", dag=date(2028, 6, 9))
    assert sammanfattning(plan).forslag == (
        "Nämnden 22 april 2028, § 47: beslutad",
        "Kommunstyrelsen 9 juni 2028: godkänd med villkor",
    )


def test_what_was_changed_without_a_reason_is_said_as_that(plan):
    rad = plan.aktiviteter.get(nummer=1)
    bygge.andra(rad, mal="Fler unga")
    andras = next(x for x in sammanfattning(plan).listor if x.rubrik == "Ändras")
    assert andras.rader[0][1] == "ändrat i mål"


def test_a_first_plan_has_a_page_too(plan):
    forsta = bygge.ny_plan(bygge.ny_namnd("bergby"), 2027)
    ut = sammanfattning(forsta)
    assert "första plan" in ut.ingress
    assert (5, "aktiviteter") in ut.siffror


def test_it_is_one_page_to_both_standards_however_much_has_changed(plan, tmp_path):
    stor = bygge.ny_plan(plan.namnd, 2040, aktiviteter=60, kapitel=40)
    ny = Handlingsplan.objects.create(namnd=plan.namnd, ar=2041, titel=LANG[:60] * 3)
    borja_revidering(ny, stor)
    for rad in ny.aktiviteter.all():
        bygge.andra(rad, titel=f"{LANG * 2}{rad.nummer}"[-200:])
    for rad in ny.avsnitt.all():
        bygge.andra(rad, text=f"<p>{LANG}</p>")
    filer = []
    for nr, ett in enumerate((plan, ny)):
        fil = tmp_path / f"{nr}.pdf"
        fil.write_bytes(skapa_pdf(sammanfattning(ett)))
        assert len(LastPdf(fil.read_bytes()).pdf.pages) == 1
        filer.append(fil)
    for utslag in granska(filer):
        assert {profil: dom.brutna for profil, dom in utslag.items()} == {
            "ua1": (),
            "2a": (),
        }
        assert all(dom.klarar for dom in utslag.values())


def test_the_pdf_is_fetched_by_who_works_for_the_board_alone(klient, plan):
    svar = klient.get(adress(plan, "plan_sammanfattning_pdf"))
    assert svar.headers["Content-Type"] == "application/pdf"
    assert "Sammanfattning" in svar.headers["Content-Disposition"]
    plan.dela(True, av=None)
    central = Client()
    central.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    assert central.get(adress(plan)).status_code == 404


def test_a_pdf_that_can_not_be_set_leads_back_with_the_reason(
    klient, plan, monkeypatch
):
    def nej(*_, **__):
        raise PdfFel("PDF:en kunde inte göras. Försök igen.")

    monkeypatch.setattr(process, "satt_i_barn", nej)
    svar = klient.get(adress(plan, "plan_sammanfattning_pdf"), follow=True)
    assert svar.redirect_chain[-1][0] == adress(plan)
    assert "Försök igen." in svar.content.decode()
