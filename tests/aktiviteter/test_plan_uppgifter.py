"""The plan's own facts: what stands on the cover and in the document box."""

import pytest

from aktiviteter.models import Handlingsplan
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, skicka
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

REDIGERA = "/planer/ekhamra/2027/redigera/"
ALLT = {
    "titel": "Handlingsplan VBE",
    "dnr": "EKH 2027/12-1.3",
    "datum": "2027-03-11",
    "giltig_till": "2028-04-30",
    "dokumenttyp": "Plan",
    "dokumentagare": "Avdelningschef trygghet",
    "budgetmal": "Granby är en trygg stad",
    "nasta_revidering": "I samband med T1 2028",
}


def test_every_fact_is_saved_and_shown(klient, plan, samordnare):
    svar = skicka(klient, REDIGERA, **ALLT)
    assert svar.redirect_chain == [("/planer/ekhamra/2027/", 302)]
    assert "Sparat" in besked(svar)
    for varde in ALLT.values():
        assert varde in ord_pa(svar)
    plan.refresh_from_db()
    assert plan.andrad_av == samordnare


def test_the_form_shows_what_is_saved(klient, plan):
    skicka(klient, REDIGERA, **ALLT)
    formular = ifyllt(klient.get(REDIGERA))
    assert formular.pop("skribent")
    assert formular == {**ALLT, "ar": "2027", "version": "2"}


def test_another_year_moves_the_plan(klient, plan):
    svar = skicka(klient, REDIGERA, ar=2028)
    assert svar.redirect_chain == [("/planer/ekhamra/2028/", 302)]
    assert klient.get("/planer/ekhamra/2027/").status_code == 404


def test_a_year_that_is_taken_is_refused_with_all_words_kept(klient, plan, namnd):
    ny_plan(namnd, 2028)
    svar = skicka(klient, REDIGERA, **ALLT, ar=2028)
    assert "Nämnden har redan en plan för det året. Välj ett annat år" in fel_pa(svar)
    formular = ifyllt(svar)
    assert formular.pop("skribent")
    assert formular == {**ALLT, "ar": "2028", "version": "1"}
    plan.refresh_from_db()
    assert (plan.ar, plan.titel) == (2027, "Handlingsplan i ekhamra")


def test_another_board_s_plan_does_not_take_the_year(klient, plan):
    ny_plan(ny_namnd("sjovik"), 2028)
    skicka(klient, REDIGERA, ar=2028)
    plan.refresh_from_db()
    assert plan.ar == 2028


@pytest.mark.parametrize(
    ("falt", "varde", "ord_"),
    [
        ("titel", "", "Titel"),
        ("titel", "t" * 201, "200"),
        ("dnr", "d" * 61, "60"),
        ("dokumenttyp", "d" * 81, "80"),
        ("dokumentagare", "d" * 201, "200"),
        ("budgetmal", "b" * 301, "300"),
        ("nasta_revidering", "n" * 201, "200"),
        ("datum", "2027-31-12", "datum"),
        ("giltig_till", "snart", "datum"),
        ("ar", "2009", "2010"),
        ("ar", "2101", "2100"),
    ],
)
def test_a_fact_that_cannot_be_is_refused_and_kept(klient, plan, falt, varde, ord_):
    svar = skicka(klient, REDIGERA, **{**ALLT, falt: varde})
    assert ord_ in fel_pa(svar)
    assert ifyllt(svar)[falt] == varde
    plan.refresh_from_db()
    assert plan.dnr == "EKHAMRA 2027/88-1.3"


def test_a_reader_may_not_change_the_facts(client, namnd, plan):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert client.get(REDIGERA).status_code == 403
    assert client.post(REDIGERA, {"titel": "x", "ar": 2027}).status_code == 403
    assert Handlingsplan.objects.get().titel == "Handlingsplan i ekhamra"


def test_a_foreign_plan_s_facts_are_not_found(klient, plan):
    ny_plan(ny_namnd("sjovik"))
    assert klient.get(adress("plan_redigera", "sjovik", 2027)).status_code == 404
