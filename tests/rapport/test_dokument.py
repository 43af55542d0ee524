"""The document's HTML: one template, safe words, right outline, nothing inline."""

import re
from dataclasses import fields, replace

import pytest
from lxml import html as lxml_html

from aktiviteter.bilagor import Bilaga
from tests.rapport.exempel import avsnitt, plan, rad
from vbeplan.rapport import utskrift

ELAK = '<script>alert("x")</script><img src=x onerror=y>&"\''


def satt(innehall):
    return lxml_html.document_fromstring(utskrift.underlag(innehall)[0])


def test_the_cover_carries_names_title_and_document_box(trad):
    assert trad.xpath("string(//p[@class='omslag-kommun'])") == "Granby stad"
    assert trad.xpath("string(//p[@class='omslag-band'])") == "Ekhamra stadsdelsnämnd"
    assert "2025" in trad.xpath("string(//h1)")
    ruta = dict(
        zip(
            trad.xpath("//table[@class='dokumentruta']//th/text()"),
            trad.xpath("//table[@class='dokumentruta']//td/text()"),
            strict=True,
        )
    )
    assert ruta["Diarienummer"] == "EKH 2025/88-1.3"
    assert ruta["Datum"] == "24 april 2025"
    assert ruta["Status"] == "Utkast"


def test_the_document_box_says_each_thing_once_and_dates_in_words():
    dokument = (
        ("Nämnd", "Ekhamra stadsdelsnämnd"),
        ("Diarienummer", "EKH 1"),
        ("Gäller till", "2026-04-30"),
    )
    trad = satt(plan(dokument=dokument, avsnitt=()))
    assert trad.xpath("//table[@class='dokumentruta']//th/text()") == [
        "Diarienummer",
        "Datum",
        "Status",
        "Gäller till",
    ]
    assert "30 april 2026" in trad.xpath("//table[@class='dokumentruta']//td/text()")


def test_a_title_that_holds_the_year_is_not_given_it_twice():
    trad = satt(plan(titel="Handlingsplan 2025", avsnitt=()))
    titel = trad.xpath("normalize-space(//h1)").replace("\u00ad", "")
    assert titel == "Handlingsplan 2025"


def test_every_chapter_is_in_the_contents_and_can_be_reached(trad):
    mal = [a.get("href")[1:] for a in trad.xpath("//nav//a")]
    assert mal == [h.get("id") for h in trad.xpath("//section[@id]")]
    sidor = trad.xpath("//nav//span[@class='sida']/@data-mal")
    assert sidor == [f"#{m}" for m in mal]


@pytest.mark.parametrize(
    ("kapitel", "bilagor", "klass"),
    [(24, 2, "innehall"), (24, 3, "innehall tat"), (29, 3, "innehall tat tatast")],
)
def test_a_long_list_of_contents_is_set_closer(kapitel, bilagor, klass):
    en = Bilaga("samrad", "Samråd")
    trad = satt(plan(avsnitt=(avsnitt(0),) * kapitel, bilagor=(en,) * bilagor))
    assert trad.xpath("//nav/@class") == [klass]


def test_headings_in_the_text_stand_one_step_below_their_chapter():
    text = "<h3>Vad vi vill</h3>\n<p>Allt.</p>"
    innehall = plan(
        avsnitt=(avsnitt(0, text=text), avsnitt(1, niva=2, nummer="1.1", text=text))
    )
    trad = satt(innehall)
    assert [h.tag for h in trad.xpath("//h2|//h3|//h4")] == [
        "h2",
        "h2",
        "h3",
        "h3",
        "h4",
    ]


@pytest.mark.parametrize(("tecken", "klass"), [(2500, "fotnot"), (2501, "not-i-text")])
def test_notes_that_no_page_foot_can_hold_stand_in_the_text(tecken, klass):
    not_ = '<span class="fotnot">{}</span>'
    halv = "x" * (tecken // 2)
    noter = not_.format(halv) + not_.format(halv + "x" * (tecken % 2))
    text = f"<p>Ett{noter}.</p>\n<p>Två{not_.format('y')}</p>"
    trad = satt(plan(avsnitt=(avsnitt(0, text=text),)))
    assert trad.xpath("//section//p/span/@class") == [klass, klass, "fotnot"]


def test_a_heading_inside_an_activity_becomes_bold_text():
    tabell = avsnitt(0, aktiviteter=(rad(0, beskrivning="<h3>Steg</h3>\n<p>Ett</p>"),))
    trad = satt(plan(avsnitt=(tabell,)))
    assert trad.xpath("string(//td//strong)") == "Steg"
    assert not trad.xpath("//td//h3")


def test_html_in_any_plain_field_is_only_words():
    texter = {f.name: ELAK for f in fields(rad(0)) if f.type in (str, "str")}
    texter |= {"ankare": "aktivitet-1", "beskrivning": ""}
    innehall = plan(
        kommun=ELAK,
        namnd=ELAK,
        titel=ELAK,
        dnr=ELAK,
        status=ELAK,
        dokument=((ELAK, ELAK),),
        avsnitt=(replace(avsnitt(0, aktiviteter=(rad(0, **texter),)), rubrik=ELAK),),
    )
    trad = satt(innehall)
    assert not trad.xpath("//script | //img | //*[@onerror]")
    assert trad.xpath("string(//p[@class='omslag-kommun'])") == ELAK


def test_the_page_has_no_style_or_script_of_its_own(underlag):
    assert not re.search(r"<style|<script|\sstyle=|\son\w+=", underlag[0])


def test_an_activity_shows_goal_target_group_and_level(trad):
    forsta = " ".join(trad.xpath("string(//tr[@id='aktivitet-1']/td)").split())
    assert "Mål: 60 föräldrar per termin" in forsta
    assert "Målgrupp: Föräldrar till barn 0–3 år · universell nivå" in forsta


@pytest.mark.parametrize(
    ("antal", "titel"), [(1, "1 Rubrik: 1 aktivitet"), (3, "1 Rubrik: 3 aktiviteter")]
)
def test_a_tables_caption_says_which_activities(antal, titel):
    rader = tuple(rad(i) for i in range(antal))
    trad = satt(plan(avsnitt=(avsnitt(0, rubrik="Rubrik", aktiviteter=rader),)))
    assert trad.xpath("string(//caption)") == titel
