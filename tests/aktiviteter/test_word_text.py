"""Running text: marks, links, notes, lists, line breaks, and what cannot come along."""

import pytest

from tests.aktiviteter.wordfil import docx, fotnot, las, p, r, rubriker, slag, tabell

FALT = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve">{0}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{1}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def text(*stycken: str, **val) -> str:
    """The text of the only chapter."""
    plan = las(p("Kapitel", stil="Rubrik1"), *stycken, p("Slut", stil="Rubrik1"), **val)
    return plan["avsnitt"][0]["text"]


def anmarkta(*stycken: str, **val) -> dict[str, str]:
    plan = las(p("Kapitel", stil="Rubrik1"), *stycken, p("Slut", stil="Rubrik1"), **val)
    return {a["slag"]: f"{a['plats']}: {a['text']}" for a in plan["anmarkningar"]}


def test_bold_and_italic_are_kept_with_spaces_outside():
    assert (
        text(
            p(
                inre=r("Det är ")
                + r("viktigt ", fet=True)
                + r("och ")
                + r("nytt", kursiv=True)
            )
        )
        == "<p>Det är <strong>viktigt</strong> och <em>nytt</em></p>"
    )


def test_signs_of_html_are_only_text():
    assert text(p("<script>1 & 2</script>")) == (
        "<p>&lt;script&gt;1 &amp; 2&lt;/script&gt;</p>"
    )


def test_links_by_relation_and_by_field():
    lank = f'<w:hyperlink r:id="l1">{r("här")}</w:hyperlink>'
    falt = FALT.format('HYPERLINK "mailto:a@granby.example"', r("skriv"))
    assert text(p(inre=lank + r(" ") + falt), lankar={"l1": "https://granby.se/"}) == (
        '<p><a href="https://granby.se/">här</a> '
        '<a href="mailto:a@granby.example">skriv</a></p>'
    )


def test_a_link_to_a_script_keeps_its_words_only():
    lank = f'<w:hyperlink r:id="l1">{r("här")}</w:hyperlink>'
    assert text(p(inre=lank), lankar={"l1": "javascript:alert(1)"}) == "<p>här</p>"


def test_a_footnote_stands_at_its_call():
    assert (
        text(p(inre=r("Text.") + fotnot(1) + r(" Mer.")), fotnoter={1: "Källa: Brå"})
        == '<p>Text.<span class="fotnot">Källa: Brå</span> Mer.</p>'
    )


def test_nested_lists():
    assert (
        text(p("a", num=1), p("b", num=1, ilvl=1), p("c", num=1), p("1", num=2))
        == "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>\n<ol><li>1</li></ol>"
    )


@pytest.mark.parametrize("tecken", ["- ", "– ", "• ", "· ", "* ", "o\t", "•\t", "-\t"])
def test_typed_bullets_become_a_list(tecken):
    assert text(p(f"{tecken}ett"), p(f"{tecken}två")) == (
        "<ul><li>ett</li><li>två</li></ul>"
    )


def test_typed_rings_under_a_dot_are_one_level_down():
    assert text(p("• a"), p("o\tb"), p("o\tc"), p("• d")) == (
        "<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>"
    )


@pytest.mark.parametrize(
    ("ett", "tva"), [("1. ", "2. "), ("1)\t", "2)\t"), ("a) ", "b) ")]
)
def test_typed_numbers_in_order_become_a_list(ett, tva):
    assert text(p(f"{ett}ett"), p(f"{tva}två")) == "<ol><li>ett</li><li>två</li></ol>"


def test_a_lone_typed_number_stays_text():
    assert text(p("1. ensam")) == "<p>1. ensam</p>"


def test_a_line_break_makes_a_new_block():
    assert text(p("Rad ett\nRad två")) == "<p>Rad ett</p>\n<p>Rad två</p>"


def test_soft_hyphens_and_hard_spaces_are_plain():
    assert text(p("verksam\u00adhet\u00a0och\u200b e\u2011post")) == (
        "<p>verksamhet och e-post</p>"
    )


def test_special_marks_in_runs():
    inre = (
        "<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t>"
        "<w:tab/><w:t>d</w:t><w:cr/><w:t>e</w:t></w:r>"
    )
    assert text(p(inre=inre)) == "<p>ab-c d</p>\n<p>e</p>"


def test_a_run_inside_a_run_and_smart_tags_are_read():
    inre = f"<w:r><w:r>{r('inre')}</w:r></w:r><w:smartTag>{r(' tagg')}</w:smartTag>"
    assert text(p(inre=inre)) == "<p>inre tagg</p>"


def test_content_controls_are_opened():
    kontroll = f"<w:sdt><w:sdtContent>{p('I kontroll')}</w:sdtContent></w:sdt>"
    assert text(kontroll) == "<p>I kontroll</p>"


def test_styled_third_levels_and_bold_lines_are_headings_in_the_text():
    assert text(
        p("Tre", stil="Rubrik3"), p("Text."), p("Fet rad", fet=True), p("Mer.")
    ) == ("<h3>Tre</h3>\n<p>Text.</p>\n<h3>Fet rad</h3>\n<p>Mer.</p>")


@pytest.mark.parametrize(
    ("skriven", "ren"),
    [
        ("1 Ansvar", "Ansvar"),
        ("1. Ansvar", "Ansvar"),
        ("2.1 Ansvar", "Ansvar"),
        ("2.1. Ansvar", "Ansvar"),
        ("3) Ansvar", "Ansvar"),
        ("Kapitel 4: Ansvar", "Ansvar"),
        ("IV. Ansvar", "Ansvar"),
        ("1\tAnsvar", "Ansvar"),
        ("2025 års aktiviteter", "2025 års aktiviteter"),
        ("112 – ring alltid", "112 – ring alltid"),
        ("10 punkter för trygghet", "10 punkter för trygghet"),
        ("Vad är extremism?", "Vad är extremism?"),
    ],
)
def test_chapter_numbers_are_stripped_from_headings(skriven, ren):
    plan = las(p(skriven, stil="Rubrik1"), p("Text."), p("Slut", stil="Rubrik1"))
    assert rubriker(plan)[0] == (1, ren)


def test_the_contents_field_is_dropped_and_only_it():
    falt = '<w:r><w:fldChar w:fldCharType="{0}"/></w:r>'
    innehall = (
        p(
            inre=falt.format("begin")
            + '<w:r><w:instrText>TOC \\o "1-2"</w:instrText></w:r>'
            + falt.format("separate")
            + r("Kapitel\t2")
        )
        + p("Slut\t3")
        + p(inre=falt.format("end"))
    )
    plan = las(
        p("Innehåll", fet=True),
        innehall,
        p("Kapitel", stil="Rubrik1"),
        p("Text."),
        p("Slut", stil="Rubrik1"),
    )
    assert rubriker(plan) == [(1, "Kapitel"), (1, "Slut")]
    assert plan["anmarkningar"] == [
        a for a in plan["anmarkningar"] if a["slag"] == "inga_aktiviteter"
    ]


def test_a_contents_field_that_never_ends_swallows_nothing():
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    assert text(p(inre=start + r("Viktig text."))) == "<p>Viktig text.</p>"


def test_a_typed_contents_is_dropped():
    plan = las(
        p("Innehållsförteckning"),
        p("1. Inledning .......... 3"),
        p("2. Slut .......... 4"),
        p("1. Inledning", stil="Rubrik1"),
        p("Text."),
        p("2. Slut", stil="Rubrik1"),
    )
    assert rubriker(plan) == [(1, "Inledning"), (1, "Slut")]


def test_page_numbers_in_the_body_are_no_text():
    assert text(p(inre=r("Sida") + FALT.format(" PAGE ", r("7")))) == "<p>Sida</p>"


def test_tracked_changes_are_read_as_accepted_and_told():
    inre = (
        r("Det ")
        + f'<w:ins w:id="1">{r("nya ")}</w:ins>'
        + '<w:del w:id="2"><w:r><w:delText>gamla </w:delText></w:r></w:del>'
        + r("ordet")
    )
    flyttat = f'<w:moveFrom w:id="3">{p("Borta")}</w:moveFrom>'
    hit = f'<w:moveTo w:id="4">{p("Hit")}</w:moveTo>'
    assert text(p(inre=inre), flyttat, hit) == "<p>Det nya ordet</p>\n<p>Hit</p>"
    assert "spårade ändringar" in anmarkta(p(inre=inre))["sparade_andringar"]


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next():
    borttagen = (
        '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + r("Först ") + "</w:p>"
    )
    assert text(borttagen, p("sist.")) == "<p>Först sist.</p>"


def test_a_comment_is_told_at_its_place():
    fynd = anmarkta(
        p("Ett."),
        p(inre=r("Två.") + '<w:r><w:commentReference w:id="5"/></w:r>'),
        kommentarer={5: "Stämmer det?"},
    )
    assert fynd["kommentar"].startswith("Kapitel 1 Kapitel, stycke 2: ")
    assert "”Stämmer det?”" in fynd["kommentar"]


def test_pictures_formulas_hidden_text_and_placeholders_are_told():
    bild = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Flödesschema"/>'
        "</wp:inline></w:drawing></w:r>"
    )
    formel = "<w:r/><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    dold = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hemligt</w:t></w:r>"
    ruta = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + r("Klicka här")
        + "</w:sdtContent></w:sdt>"
    )
    fynd = anmarkta(p(inre=r("x") + bild), p(inre=formel), p(inre=dold), p(inre=ruta))
    assert "”Flödesschema”" in fynd["bild"]
    assert "”a+b”" in fynd["formel"]
    assert "”hemligt”" in fynd["dold_text"]
    assert "”Klicka här”" in fynd["platshallare"]


def test_text_in_a_box_is_kept_once_and_told():
    val = f"<w:txbxContent>{p('I rutan.')}</w:txbxContent>"
    ruta = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{val}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:textbox>{val}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert text(p(inre=r("Före.") + ruta)) == "<p>Före.</p>\n<p>I rutan.</p>"
    assert "textruta" in anmarkta(p(inre=ruta))


def test_the_words_of_a_flow_chart_are_kept_as_a_list():
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ruta = f'<w:r><w:drawing><d:relIds xmlns:d="{dgm}" r:dm="g1"/></w:drawing></w:r>'
    data = (
        f'<d:dataModel xmlns:d="{dgm}" xmlns:a="{a}">'
        "<a:p><a:r><a:t>Oro</a:t></a:r></a:p>"
        "<a:p><a:r><a:t>Ring 112</a:t></a:r></a:p></d:dataModel>"
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="g1" Type="{rel}/diagramData" '
        'Target="diagrams/data1.xml"/><Relationship Id="s" '
        f'Type="{rel}/styles" Target="styles.xml"/></Relationships>'
    )
    assert (
        text(
            p(inre=ruta),
            delar={
                "word/_rels/document.xml.rels": rels,
                "word/diagrams/data1.xml": data,
            },
        )
        == "<ul><li>Oro</li><li>Ring 112</li></ul>"
    )


def test_another_table_is_a_list_and_a_box_is_paragraphs():
    forum = tabell(["Forum", "Deltagare"], ["SSPF", ["Polis", "Skola"]])
    ruta = tabell([["Viktigt att veta", "för alla"]])
    assert text(forum, ruta) == (
        "<p><strong>Forum – Deltagare</strong></p>\n"
        "<ul><li>SSPF – Polis; Skola</li></ul>\n"
        "<p>Viktigt att veta</p>\n<p>för alla</p>"
    )
    assert "tabell_som_text" in anmarkta(forum)


def test_a_paragraph_that_starts_with_a_full_stop_is_told():
    fynd = anmarkta(p("Bra."), p(". Arbetet riktar sig till alla."))
    assert fynd["borjar_med_skiljetecken"].startswith("Kapitel 1 Kapitel, stycke 2")


def test_the_same_sentence_twice_is_told_once():
    mening = "Nämnden arbetar förebyggande i hela stadsdelen."
    plan = las(
        p("A", stil="Rubrik1"), p(mening), p("B", stil="Rubrik1"), p(f"Ja. {mening}")
    )
    traffar = [a for a in plan["anmarkningar"] if a["slag"] == "upprepad_mening"]
    assert [a["plats"] for a in traffar] == ["Kapitel 2 B, stycke 1"]


def test_text_before_the_first_heading_is_kept_and_told():
    plan = las(
        p("Handlingsplan mot extremism", stil="Rubrik"),
        p("Omslagsfoto: Kommunens bildarkiv"),
        p("Sammanfattning som står före den första rubriken och är lång. " * 3),
        p("Inledning", stil="Rubrik1"),
        p("Text."),
        p("Slut", stil="Rubrik1"),
    )
    forst = plan["avsnitt"][0]
    assert forst["rubrik"] == "Text från framsidan"
    assert "Omslagsfoto: Kommunens bildarkiv" in forst["text"]
    assert "Sammanfattning som står" in forst["text"]
    assert "text_fran_framsidan" in slag(plan)


def test_another_year_than_asked_for_is_told():
    delar = (
        p("Handlingsplan mot extremism 2019", stil="Rubrik"),
        p("Inledning", stil="Rubrik1"),
        p("Text."),
        p("Slut", stil="Rubrik1"),
    )
    assert "annat_ar" in slag(las(*delar, ar=2025))
    plan = las(*delar, ar=None)
    assert (plan["ar"], "annat_ar" in slag(plan)) == (2019, False)


def test_the_document_part_may_be_read_twice_with_the_same_result():
    data = docx(p("A", stil="Rubrik1"), p("Text."), p("B", stil="Rubrik1"))
    from aktiviteter.word import las_word

    assert las_word(data, ar=2025) == las_word(data, ar=2025)
