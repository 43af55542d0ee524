"""Whoever isn't signed in meets the sign-in page, never a plan and never a fault."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.aktiviteter.sida import adress, ord_pa, trad
from tests.bygge import LOSENORD, ny_anvandare
from vbeplan.organisation.models import Ratt


def test_the_way_back_leads_to_the_page_that_was_asked_for(client, namnd, plan):
    ny_anvandare(Ratt.LASARE, namnd, epost="las@granby.example", losenord=LOSENORD)
    svar = client.get("/planer/ekhamra/2027/", follow=True)
    assert "Logga in" in ord_pa(svar)
    formular = {
        **dict(trad(svar).xpath("//main//form")[0].form_values()),
        "login": "las@granby.example",
        "password": LOSENORD,
    }
    svar = client.post(svar.redirect_chain[-1][0], formular, follow=True)
    assert "Aktivitet 1 i ekhamra" in ord_pa(svar)


@pytest.mark.parametrize(
    "sida", ["plan", "plan_redigera", "plan_ta_bort", "plan_json", "avsnitt_nytt"]
)
def test_no_page_of_a_plan_is_open(client, plan, sida):
    svar = client.get(adress(sida, "ekhamra", 2027), follow=True)
    assert "Logga in" in ord_pa(svar)
    assert "ekhamra" not in ord_pa(svar)


@pytest.mark.parametrize(
    ("varifran", "dit"),
    [
        ("http://testserver/planer/ekhamra/2027/", "/planer/ekhamra/2027/"),
        ("https://annan.example/planer/", "/"),
        ("", "/"),
    ],
)
def test_the_way_back_from_a_lost_save_is_the_form_s_own_page(client, varifran, dit):
    svar = client.post("/planer/ny/", headers={"referer": varifran})
    fraga = parse_qs(urlsplit(svar["Location"]).query)
    assert fraga == {"next": [dit]}


@pytest.mark.parametrize("varifran", ["https://annan.example/", ""])
def test_nobody_else_can_put_words_on_a_page_of_ours(client, varifran):
    svar = client.post(
        "/planer/ny/", {"titel": "Ring 0900 nu genast"}, headers={"referer": varifran}
    )
    assert svar.status_code == 302
