"""Files that are no plan: each refused in bounded time, saying what to do."""

import re

import pytest

from aktiviteter.word import las_word
from tests.aktiviteter.wordfil import NS, R, W, docx, p, r, tabell
from tests.underprocess import atgang
from vbeplan.filer.fel import FilFel

RAD = ["Café", "Rektor", "Löpande", "VB"]
HUVUD = ["Aktivitet", "Ansvarig", "Tidplan", "Uppföljning"]


def refuses(data: bytes) -> str:
    start = atgang()
    with pytest.raises(FilFel) as fel:
        las_word(data, ar=2025)
    assert atgang() - start < 10
    # A sentence that ends, and a second one that says what to do.
    assert re.search(r"[.:] .+\.$", str(fel.value))
    return str(fel.value)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"PK\x03\x04", b"hej", docx(p("Hej"))[:-300]]
)
def test_what_is_no_docx_is_refused(data):
    assert refuses(data)


@pytest.mark.parametrize("kropp", ["", p(), p("  ") + tabell(["", ""])])
def test_an_empty_document_is_refused(kropp):
    assert "tomt" in refuses(docx(kropp))


def test_a_document_without_a_body_is_refused():
    assert "saknar text" in refuses(docx(dokument=f"<w:document {NS}/>"))


def test_xml_that_is_broken_is_refused():
    assert "trasig" in refuses(docx(dokument=f"<w:document {NS}><w:body>"))


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY x "&a;&a;&a;&a;">]>',
        '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">',
    ],
)
def test_a_document_type_is_refused(dtd):
    ref = "&x;" if "ENTITY x" in dtd else "x"
    xml = (
        f"{dtd}<w:document {NS}><w:body><w:p><w:r><w:t>{ref}</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    assert "entiteter" in refuses(docx(dokument=xml))


def test_a_document_type_in_another_part_is_refused():
    stilar = (
        f'<!DOCTYPE s [<!ENTITY x "y">]><w:styles xmlns:w="{W}"><w:style/></w:styles>'
    )
    assert "entiteter" in refuses(docx(p("Hej"), delar={"word/styles.xml": stilar}))


def test_billions_of_laughs_are_refused():
    rader = "".join(
        f'<!ENTITY l{i} "{"".join(f"&l{i - 1};" for _ in range(10))}">'
        for i in range(1, 10)
    )
    xml = (
        f'<!DOCTYPE d [<!ENTITY l0 "ha">{rader}]><w:document {NS}><w:body><w:p><w:r>'
        "<w:t>&l9;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert "entiteter" in refuses(docx(dokument=xml))


def test_ten_thousand_rows_are_refused_with_their_number():
    text = refuses(docx(tabell(HUVUD, *[RAD] * 10_000)))
    assert "10001 tabellrader" in text
    assert "högst" in text


def test_more_activities_than_any_plan_are_refused():
    assert "2100 aktiviteter" in refuses(docx(tabell(HUVUD, *[RAD] * 2_100)))


def test_two_thousand_activities_are_read_in_bounded_time():
    start = atgang()
    plan = las_word(docx(tabell(HUVUD, *[RAD] * 2_000)), ar=2025)
    assert len(plan["aktiviteter"]) == 2_000
    assert atgang() - start < 15


def test_two_million_characters_are_the_limit():
    assert "tecken" in refuses(docx(*[p("ord " * 30_000)] * 17))


def test_a_long_single_paragraph_is_read_in_bounded_time():
    start = atgang()
    plan = las_word(
        docx(p("Kapitel", stil="Rubrik1"), p("Ett ord. " * 100_000)), ar=2025
    )
    assert len(plan["avsnitt"][-1]["text"]) > 800_000
    assert atgang() - start < 15


def test_elements_inside_each_other_beyond_reason_are_refused():
    djup = r("x")
    for _ in range(300):
        djup = f"<w:r>{djup}</w:r>"
    assert refuses(docx(p(inre=djup)))


def test_a_table_wider_than_word_allows_costs_no_memory():
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>' + p("Text") + "</w:tc>"
    )
    plan = las_word(docx(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"), ar=2025)
    assert "Text" in plan["avsnitt"][0]["text"]


@pytest.mark.parametrize(
    "del_",
    [
        {"word/styles.xml": f'<w:styles xmlns:w="{W}"><w:style w:styleId="A">'
         '<w:basedOn w:val="A"/></w:style></w:styles>'},
        {"word/numbering.xml": f'<w:numbering xmlns:w="{W}"><w:num/></w:numbering>'},
        {"word/_rels/document.xml.rels": "<Relationships/>"},
        {"word/_rels/document.xml.rels": '<Relationships><Relationship Id="a" '
         f'Type="{R}/footnotes" Target="../../../../etc/passwd"/></Relationships>'},
    ],
)  # fmt: skip
def test_odd_parts_beside_the_text_do_no_harm(del_):
    plan = las_word(docx(p("Kvar", stil="A"), delar=del_), ar=2025)
    assert "Kvar" in str(plan)


def test_control_characters_and_lone_marks_are_read():
    plan = las_word(docx(p("Åre\u0301 \u202e\ufeff och A\u030a")), ar=2025)
    assert "Å" in str(plan)
