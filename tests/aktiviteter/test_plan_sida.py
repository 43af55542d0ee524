"""The plan's page."""

import pytest

from aktiviteter.models import Avsnitt
from tests.aktiviteter.sida import adress, ord_pa, skicka, trad
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

PLAN = "/planer/ekhamra/2027/"


def rubriker(svar):
    noder = trad(svar).xpath("//section[contains(@class,'kapitel')]//h2|//section//h3")
    return [" ".join("".join(n.itertext()).split()) for n in noder]


def test_the_page_shows_title_box_texts_and_rows(klient, plan):
    sida = ord_pa(klient.get(PLAN))
    for ord_ in (
        "Handlingsplan i ekhamra 2027",
        "EKHAMRA 2027/88-1.3",
        "Samordnaren i ekhamra",
        "Text 2 i ekhamra",
        "Not i ekhamra",
        "1 Aktivitet 1 i ekhamra",
        "Enhetschef i ekhamra i samråd med Kurator 1 i ekhamra",
        "Löpande",
        "Tertialrapport 1",
    ):
        assert ord_ in sida


def test_chapters_are_numbered_in_reading_order_with_their_sections(klient, kapitel):
    plan = kapitel[0].plan
    Avsnitt.objects.create(plan=plan, rubrik="Sist", ordning=9)
    Avsnitt.objects.create(plan=plan, rubrik="Del b", overordnat=kapitel[1], ordning=2)
    Avsnitt.objects.create(plan=plan, rubrik="Del a", overordnat=kapitel[1], ordning=1)
    assert rubriker(klient.get(PLAN)) == [
        "1 Kapitel 1 i ekhamra",
        "2 Kapitel 2 i ekhamra",
        "2.1 Del a",
        "2.2 Del b",
        "3 Kapitel 3 i ekhamra",
        "4 Sist",
    ]


def test_the_contents_lead_to_every_chapter(klient, kapitel):
    sida = trad(klient.get(PLAN))
    lankar = sida.xpath("(//nav[@aria-label='Kapitel'])[1]//a/@href")
    assert lankar == [f"#avsnitt-{k.pk}" for k in kapitel]
    for lank in lankar:
        assert sida.get_element_by_id(lank[1:]) is not None


def test_a_row_stands_in_its_own_chapter(klient, kapitel, rader):
    kapitel_tre = trad(klient.get(PLAN)).get_element_by_id(kapitel[2].ankare)
    assert kapitel_tre.xpath(".//tr/@id") == ["aktivitet-1", "aktivitet-2"]


def test_the_coordinator_sees_remarks_and_ways_to_change(klient, plan):
    svar = klient.get(PLAN)
    assert "Läs om i ekhamra." in ord_pa(svar)
    lankar = trad(svar).xpath("//main//a/@href")
    assert adress("plan_redigera", "ekhamra", 2027) in lankar


@pytest.mark.parametrize("ratt", [Ratt.LASARE, Ratt.ANSVARIG])
def test_a_reader_sees_neither_remarks_nor_ways_to_change(client, namnd, plan, ratt):
    client.force_login(ny_anvandare(ratt, namnd))
    svar = client.get(PLAN)
    assert "Aktivitet 1 i ekhamra" in ord_pa(svar)
    assert "Läs om i ekhamra." not in ord_pa(svar)
    lankar = trad(svar).xpath("//main//a/@href | //main//form/@action")
    assert not [x for x in lankar if "redigera" in x or "aktivitet/" in x]
    assert not [x for x in lankar if "kapitel" in x or "dela" in x]


def test_a_plan_is_a_draft_until_it_is_dated(klient, plan):
    status = "//span[contains(@class,'status')]"
    assert ord_pa(klient.get(PLAN), status) == "Utkast"
    plan.datum = "2027-03-11"
    plan.save()
    assert ord_pa(klient.get(PLAN), status) == "Daterad"


def test_an_empty_plan_says_what_to_do_first(klient, namnd):
    ny_plan(namnd, 2027, aktiviteter=0, kapitel=0)
    svar = klient.get(PLAN)
    assert "Planen är tom än så länge" in ord_pa(svar)
    ny = adress("avsnitt_nytt", "ekhamra", 2027)
    assert trad(svar).xpath(f"//main//a[@href='{ny}']")


def test_the_page_tells_when_anything_in_the_plan_was_saved(
    client, samordnare, kapitel, time_machine
):
    time_machine.move_to("2028-05-17T10:00:00+02:00")
    client.force_login(samordnare)
    skicka(client, adress("avsnitt_redigera", kapitel[0].pk), rubrik="Ny rubrik")
    assert "Sparad 17 maj 2028" in ord_pa(client.get(PLAN))
    assert "17 maj 2028" in ord_pa(client.get("/planer/"))


def test_more_rows_ask_no_more_questions(
    klient, namnd, plan, django_assert_max_num_queries
):
    ny_plan(namnd, 2028, aktiviteter=40)
    klient.get(PLAN)  # reads the municipality, once a minute
    with django_assert_max_num_queries(15) as fem:
        klient.get(PLAN)
    with django_assert_max_num_queries(15) as fyrtio:
        klient.get("/planer/ekhamra/2028/")
    assert len(fem) == len(fyrtio)


def test_a_foreign_plan_and_one_that_is_not_there_are_not_found(klient, plan):
    ny_plan(ny_namnd("sjovik"))
    assert klient.get("/planer/sjovik/2027/").status_code == 404
    assert klient.get("/planer/ekhamra/2031/").status_code == 404
    assert klient.get("/planer/ekhamra/99999999999999999999/").status_code == 404
