"""A chapter as HTML: one template for page and paper, set once for each content."""

from dataclasses import replace

from lxml import html

from tests.rapport.exempel import avsnitt, rad
from vbeplan.tema.kapitel import antal_noter, kapitel_html, kapitlen_html

NOT = '<p>Ord<span class="fotnot">{}</span></p>'
FULL = avsnitt(
    0,
    text=NOT.format("källa ett"),
    aktiviteter=(rad(0, beskrivning=NOT.format("källa två")), rad(1)),
)


def ord_i(text):
    trad = html.fromstring(text)
    for bort in trad.xpath("//*[@class='fotnoter']|//sup|//span[@class='fotnot']"):
        bort.drop_tree()
    return " ".join(trad.text_content().replace("\u00ad", "").split())


def test_page_and_paper_show_the_same_words():
    pa_sidan, pa_papper = kapitel_html(FULL), kapitel_html(FULL, papper=True)
    assert ord_i(pa_sidan) == ord_i(pa_papper)
    for rad_ in FULL.aktiviteter:
        for etikett, varde in rad_.fakta:
            assert f"{etikett}: {varde}" in ord_i(pa_papper)


def test_only_who_may_change_it_gets_links_to_do_so():
    assert "data-oppna" not in kapitel_html(FULL)
    assert "data-oppna" not in kapitel_html(FULL, papper=True)
    assert kapitel_html(FULL, redigera=True).count("data-oppna") == 4


def test_shown_numbers_run_on_and_ids_belong_to_their_text():
    andra = avsnitt(1, text=NOT.format("källa tre"))
    sida = html.fragment_fromstring(kapitlen_html([FULL, andra]), create_parent=True)
    assert sida.xpath("//sup/a/text()") == ["1", "2", "3"]
    ider = sida.xpath("//sup/@id")
    assert len(set(ider)) == 3
    assert ider[2] == f"{andra.ankare}-not-1-kalla"
    assert antal_noter(FULL) == 2


def test_an_unchanged_chapter_is_set_once():
    kapitel_html.cache_clear()
    for _ in range(3):
        kapitlen_html([FULL, avsnitt(1)])
    kapitlen_html([replace(FULL, rubrik="Ny rubrik"), avsnitt(1)])
    assert kapitel_html.cache_info().misses == 3


def test_a_changed_word_is_shown():
    kapitel_html(FULL)
    assert "Ny rubrik" in kapitel_html(replace(FULL, rubrik="Ny rubrik"))
