"""The same form as a page of its own, and in its place on the plan's page."""

import json

import pytest

from aktiviteter.models import Handlingsplan
from tests.aktiviteter.sida import adress, fel_pa, ifyllt, ord_pa, trad

PLAN = "/planer/ekhamra/2027/"
I_RUTA = {"HX-Request": "true"}


@pytest.fixture
def adresser(plan, kapitel, rader):
    """The forms that open in their place, by what stands there."""
    return {
        "planen": adress("plan_redigera", "ekhamra", 2027),
        "kapitel": adress("avsnitt_redigera", kapitel[0].pk),
        "nytt kapitel": adress("avsnitt_nytt", "ekhamra", 2027),
        "aktivitet": adress("aktivitet_redigera", rader[0].pk),
        "ny aktivitet": adress("aktivitet_ny", kapitel[2].pk),
    }


def spara(klient, url, **andrat):
    """Save the form in its place."""
    return klient.post(url, {**ifyllt(klient.get(url)), **andrat}, headers=I_RUTA)


def andrad(svar):
    """Return what the answer tells the page of the change."""
    return json.loads(svar["HX-Trigger"])["plan:andrad"]


NAMN = ["planen", "kapitel", "nytt kapitel", "aktivitet", "ny aktivitet"]


@pytest.mark.parametrize("namn", NAMN)
def test_in_its_place_only_the_form_is_answered(klient, adresser, namn):
    url = adresser[namn]
    hel, bar = klient.get(url), klient.get(url, headers=I_RUTA)
    assert b"<main" in hel.content
    assert b"<main" not in bar.content
    assert b"<html" not in bar.content
    for svar in (hel, bar):
        assert "HX-Request" in svar["Vary"]
    form = trad(bar).xpath(f"//form[@data-hx-post='{url}'][@action='{url}']")
    assert len(form) == 1
    assert not trad(bar).xpath("//h1")


def test_forms_that_are_open_at_once_share_no_id(klient, adresser):
    ider = []
    for namn in NAMN:
        svar = klient.get(adresser[namn], headers=I_RUTA)
        ider += trad(svar).xpath("//@id")
    assert [ett for ett in set(ider) if ider.count(ett) > 1] == []


@pytest.mark.parametrize("namn", NAMN)
def test_every_label_has_its_field(klient, adresser, namn):
    for headers in ({}, I_RUTA):
        sida = trad(klient.get(adresser[namn], headers=headers))
        for label in sida.xpath("//form//label/@for"):
            assert sida.xpath(f"//*[@id='{label}'][@name]"), label


def test_a_saved_activity_closes_and_keeps_focus(klient, adresser, rader):
    svar = spara(klient, adresser["aktivitet"], titel="På plats")
    assert svar.status_code == 204
    assert andrad(svar)["ankare"] == "aktivitet-1"
    rader[0].refresh_from_db()
    assert rader[0].titel == "På plats"


def test_the_page_then_fetches_what_is_new_with_its_message(klient, adresser, kapitel):
    svar = spara(klient, adresser["kapitel"], rubrik="Ny rubrik")
    assert andrad(svar)["ankare"] == kapitel[0].ankare
    plan = trad(klient.get(PLAN, headers=I_RUTA))
    assert plan.xpath("//*[@id='besked']")[0].text_content().split()[:3] == [
        "Sparat:", "Ny", "rubrik.",
    ]  # fmt: skip
    assert "Ny rubrik" in plan.xpath("//*[@class='ark']")[0].text_content()
    assert not plan.xpath("//header")


def test_what_is_new_gets_focus_where_it_stands(klient, adresser):
    svar = spara(klient, adresser["ny aktivitet"], titel="Den nya")
    assert andrad(svar)["ankare"] == "aktivitet-3"


def test_what_must_be_mended_stays_in_the_frame(klient, adresser):
    svar = spara(klient, adresser["aktivitet"], titel="")
    assert svar.status_code == 200
    assert "Aktivitet" in fel_pa(svar)
    lank = trad(svar).xpath("//*[@class='felsammanfattning']//a/@href")[0]
    assert trad(svar).get_element_by_id(lank[1:]).get("name") == "titel"


def test_another_year_is_another_page(klient, adresser):
    svar = spara(klient, adresser["planen"], ar=2029)
    assert svar["HX-Redirect"] == "/planer/ekhamra/2029/"
    assert Handlingsplan.objects.get().ar == 2029


def test_a_removal_is_asked_and_done_in_its_place(klient, rader, plan):
    url = adress("aktivitet_ta_bort", rader[0].pk)
    fraga = klient.get(url, headers=I_RUTA)
    assert b"<main" not in fraga.content
    assert "Ta bort aktivitet 1" in ord_pa(fraga, "/*")
    svar = klient.post(url, headers=I_RUTA)
    assert andrad(svar)["ankare"] == rader[0].avsnitt.ankare
    assert plan.aktiviteter.count() == 1
