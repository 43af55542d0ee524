"""What validators miss and a listener does not: the tag tree says what HTML says."""

import itertools
import re

import pytest

from tests.rapport.exempel import avsnitt, plan
from tests.rapport.taggtrad import LastPdf
from vbeplan.rapport import process, utskrift
from vbeplan.tema import farg

TYPSNITT = {
    "Source-Sans-3",
    "Source-Sans-3-Italic",
    "Source-Sans-3-Semi-Bold",
    "Source-Serif-4-Semi-Bold",
}
FOTNOT = "//span[@class='fotnot']"


@pytest.mark.parametrize(
    ("roll", "sokvag"),
    [
        ("Table", "//table"),
        ("THead", "//thead"),
        ("TR", "//tr"),
        ("TH", "//th"),
        ("TD", "//td"),
        ("Caption", "//caption"),
        ("H1", "//h1"),
        ("H2", "//h2"),
        ("H3", "//h3"),
        ("H4", "//h4"),
        ("Note", FOTNOT),
        ("Reference", f"{FOTNOT} | //nav//li"),
        ("TOCI", "//nav//li"),
        ("LI", "//main//li[not(ancestor::nav)]"),
        ("L", "//main//ul | //main//ol[not(ancestor::nav)]"),
        ("P", "//p"),
        ("Sect", "//section | //nav"),
        ("Link", "//a"),
    ],
)
def test_as_many_of_each_kind_as_in_the_html(fardig, trad, roll, sokvag):
    assert fardig.antal(roll) == len(trad.xpath(sokvag))


def test_some_table_really_runs_over_a_page_break(fardig):
    assert any(len(tabell.sidor) > 1 for tabell in fardig.med_roll("Table"))


def test_heading_levels_never_skip(fardig):
    nivaer = [int(t.roll[1]) for t in fardig.med_roll("H1", "H2", "H3", "H4")]
    assert nivaer[0] == 1
    assert nivaer.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(nivaer))


def test_every_header_cell_says_what_it_heads(fardig):
    for cell in fardig.med_roll("TH"):
        assert str(cell.objekt.A.Scope) in ("/Column", "/Row")


def test_every_cell_names_header_cells_that_exist(fardig):
    namn = {str(cell.objekt.ID) for cell in fardig.med_roll("TH")}
    celler = fardig.med_roll("TD")
    assert all(len(cell.objekt.A.Headers) == 1 for cell in celler)
    assert {str(n) for c in celler for n in c.objekt.A.Headers} <= namn


def test_each_note_follows_its_call_on_the_same_page(fardig):
    for tagg in fardig.rot.alla():
        for fore, not_ in zip(tagg.ordning, tagg.ordning[1:], strict=False):
            if getattr(not_, "roll", "") == "Note":
                assert fore.roll == "Reference"
                assert fore.sidor == not_.sidor
                assert not_.barn[0].roll == "Lbl"
                assert str(not_.objekt.ID)
    assert len({str(n.objekt.ID) for n in fardig.med_roll("Note")}) == 7


def test_every_link_is_called_by_its_text(fardig, trad):
    texter = {" ".join(a.text_content().split()) for a in trad.xpath("//a")}
    texter = {text.replace("\u00ad", "") for text in texter}
    assert {str(lank.Contents) for lank in fardig.lankar()} == texter
    assert not any(
        str(lank.Contents).startswith("avsnitt-") for lank in fardig.lankar()
    )


def test_each_link_has_one_annotation_per_line_and_no_doubles(fardig, trad):
    ytor = [tuple(map(float, lank.Rect)) for lank in fardig.lankar()]
    assert len(ytor) == len(set(ytor))
    assert len(fardig.lankar()) == len(trad.xpath("//a"))


def test_all_marked_content_belongs_to_the_tree_and_once_only(fardig):
    i_tradet = [mcid for tagg in fardig.rot.alla() for mcid in tagg.mcid]
    assert len(i_tradet) == len(set(i_tradet))
    assert set(i_tradet) == fardig.markt_innehall()


def test_running_heads_and_page_numbers_are_seen_but_not_in_the_tree(fardig):
    assert "Sida 3 (12)" in fardig.text(3)
    assert "Ekhamra stadsdelsnämnd" in fardig.text(3)


def test_the_parent_tree_leads_back_to_each_piece_of_content(fardig):
    nummer = fardig.pdf.Root.StructTreeRoot.ParentTree.Nums
    hallare = {int(nummer[i]): nummer[i + 1] for i in range(0, len(nummer), 2)}
    sidor = list(fardig.pdf.pages)
    for tagg in fardig.rot.alla():
        for sida, mcid in tagg.mcid:
            rad = hallare[int(sidor[sida - 1].obj.StructParents)]
            assert rad[mcid].objgen == tagg.objekt.objgen
    for lank in fardig.lankar():
        assert hallare[int(lank.StructParent)].S == "/Link"


def test_lists_say_how_they_are_numbered(fardig, trad):
    sorter = [str(lista.objekt.A.ListNumbering) for lista in fardig.med_roll("L")]
    assert sorter.count("/Decimal") == len(trad.xpath("//ol[not(ancestor::nav)]"))
    assert sorter.count("/Disc") == len(trad.xpath("//ul"))


def test_the_file_says_its_language_title_and_that_it_is_tagged(fardig):
    rot = fardig.pdf.Root
    assert str(rot.Lang) == "sv"
    assert rot.MarkInfo.Marked
    assert rot.ViewerPreferences.DisplayDocTitle
    assert str(fardig.pdf.docinfo.Title) == (
        "Handlingsplan mot våldsbejakande extremism 2025 – Ekhamra stadsdelsnämnd"
    )
    assert str(fardig.pdf.docinfo.Author) == "Ekhamra stadsdelsnämnd, Granby stad"


def test_the_bookmarks_are_the_headings(fardig, trad):
    rubriker = [
        " ".join(h.text_content().replace("\u00ad", "").split())
        for h in trad.xpath("//h1 | //h2 | //h3 | //h4")
    ]
    assert [" ".join(titel.split()) for titel in fardig.bokmarken()] == rubriker


def test_only_the_shipped_fonts_are_embedded(fardig):
    assert fardig.typsnitt() == TYPSNITT


def test_the_contents_name_the_page_that_each_chapter_stands_on(fardig):
    rubriker = {}
    for rubrik in fardig.med_roll("H2", "H3"):
        rubriker.setdefault(min(rubrik.sidor), 0)
        rubriker[min(rubrik.sidor)] += 1
    text = fardig.text(2)
    for sida in {s for s in rubriker if s > 2}:
        assert re.search(rf"\b{sida}\b", text), f"sida {sida} saknas i innehållet"


def test_a_logo_is_described_in_words_and_not_by_a_file_name():
    logotyp = (
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='40' "
        "height='20'><rect width='40' height='20' fill='%23a1261d'/></svg>"
    )
    innehall = plan(logotyp=logotyp, avsnitt=(avsnitt(0),))
    last = LastPdf(process.satt_i_barn(*utskrift.underlag(innehall)).pdf)
    (bild,) = last.med_roll("Figure")
    assert str(bild.objekt.Alt) == "Granby stads logotyp"


def test_words_in_another_language_keep_it():
    html = (
        '<html lang="sv"><title>Prov</title><main class="dokument"><h1>Prov</h1>'
        '<p>Metoden <span lang="en">Open Floor</span> prövas.</p></main>'
    )
    last = LastPdf(process.satt_i_barn(html, farg.stilmall("")).pdf)
    (ord_,) = last.med_roll("Span")
    assert str(ord_.objekt.Lang) == "en"
