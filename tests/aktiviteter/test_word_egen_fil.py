"""Our own Word file, edited in Word by hand, is read without losing a word."""

import io
from copy import deepcopy

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.paragraph import Paragraph

from aktiviteter.handlingar import importera_plan
from aktiviteter.planfil import las_planfil
from aktiviteter.utbyte import granska, plan_data
from aktiviteter.word import las_word
from aktiviteter.word_ut import plan_som_word, skriv_word
from tests.aktiviteter.test_word_rundresa import utan_anmarkningar
from tests.bygge import ny_namnd, ny_plan


@pytest.fixture
def data(plan):
    """The plan's data as it stands in the database: two activities in chapter three."""
    return plan_data(plan)


@pytest.fixture
def dokument(data):
    """The plan opened in an editor."""
    return docx.Document(io.BytesIO(skriv_word(data)))


def last(dokument, ar=2027):
    fil = io.BytesIO()
    dokument.save(fil)
    return las_word(fil.getvalue(), ar=ar)


def aktivitetstabell(dokument):
    return dokument.tables[-1]


def ny_rad(dokument, *texter):
    """A row as Word makes it with Tab in the last cell: the last row's look, empty."""
    tabell = aktivitetstabell(dokument)
    rad = deepcopy(tabell.rows[-1]._tr)
    for tc, text in zip(rad.findall(qn("w:tc")), texter, strict=True):
        forst, *resten = tc.findall(qn("w:p"))
        for p in resten:
            tc.remove(p)
        for r in forst.findall(qn("w:r")):
            forst.remove(r)
        if text:
            Paragraph(forst, None).add_run(text)
    tabell._tbl.append(rad)


def slag(plan):
    return [a["slag"] for a in plan["anmarkningar"]]


def test_an_untouched_file_saved_by_another_program_is_the_same_plan(data, dokument):
    plan = last(dokument)
    for nyckel in ("avsnitt", "titel", "dnr", "datum", "dokument", "namnd", "kommun"):
        assert plan[nyckel] == data[nyckel]
    assert granska(plan)["aktiviteter"] == granska(data)["aktiviteter"]


def test_a_chapter_for_internal_use_stays_internal(data):
    data["avsnitt"][0]["intern"] = True
    dokument = docx.Document(io.BytesIO(skriv_word(data)))
    [raden] = [s for s in dokument.paragraphs if s.text.startswith("För internt bruk")]

    assert last(dokument)["avsnitt"] == data["avsnitt"]

    raden.add_run(" Fråga registratorn.")
    plan = last(dokument)
    assert [a["intern"] for a in plan["avsnitt"]] == [
        a["intern"] for a in data["avsnitt"]
    ]
    assert "Fråga registratorn." in plan["avsnitt"][0]["text"]


def test_a_row_added_at_the_end_becomes_an_activity_with_the_next_number(dokument):
    ny_rad(dokument, "Läxhjälp", "Rektor och kurator", "Hösten", "VB")
    plan = last(dokument)
    ny = plan["aktiviteter"][-1]
    assert (ny["nummer"], ny["titel"]) == (3, "Läxhjälp")
    assert [a["roll"] for a in ny["ansvariga"]] == ["Rektor", "kurator"]
    assert ny["tidplan"]["text"] == "Hösten"
    assert ny["uppfoljning"]["kanal"] == "verksamhetsberattelse"


def test_an_empty_row_that_tab_left_behind_is_no_activity(dokument):
    ny_rad(dokument, "", "", "", "")
    assert len(last(dokument)["aktiviteter"]) == 2


def test_a_row_without_a_title_is_kept_and_told(dokument):
    ny_rad(dokument, "", "Rektor", "Hösten", "VB")
    plan = last(dokument)
    assert plan["aktiviteter"][-1]["titel"] == "Aktivitet utan namn"
    assert "rad_utan_aktivitet" in slag(plan)


def test_a_removed_row_is_gone_and_the_others_keep_their_numbers(dokument):
    tabell = aktivitetstabell(dokument)
    tabell._tbl.remove(tabell.rows[1]._tr)
    plan = last(dokument)
    assert [a["nummer"] for a in plan["aktiviteter"]] == [2]


def test_a_row_that_was_copied_gets_a_number_of_its_own(dokument):
    tabell = aktivitetstabell(dokument)
    tabell._tbl.append(deepcopy(tabell.rows[1]._tr))
    plan = last(dokument)
    assert [a["nummer"] for a in plan["aktiviteter"]] == [1, 2, 3]
    assert plan["aktiviteter"][2]["titel"] == plan["aktiviteter"][0]["titel"]


def test_changed_words_are_the_plan_s_new_words(dokument):
    for stycke in dokument.paragraphs:
        for r in stycke.runs:
            r.text = r.text.replace("ekhamra", "Granby")
    cell = aktivitetstabell(dokument).rows[1].cells[0]
    cell.paragraphs[0].runs[-1].text = "Ny titel"
    cell.add_paragraph("En rad till utan stil: den stannar.")
    plan = last(dokument)
    assert "Granby" in plan["avsnitt"][0]["text"]
    assert plan["aktiviteter"][0]["titel"] == "Ny titel"
    assert plan["aktiviteter"][0]["nummer"] == 1
    assert "den stannar" in plan["aktiviteter"][0]["beskrivning"]


def test_a_fifth_column_is_kept_in_the_description_under_its_head(dokument):
    tabell = aktivitetstabell(dokument)
    for rad, text in zip(tabell.rows, ("Status", "Klar", ""), strict=True):
        tc = deepcopy(rad.cells[-1]._tc)
        rad._tr.append(tc)
        for p in tc.findall(qn("w:p"))[1:]:
            tc.remove(p)
        p = Paragraph(tc.find(qn("w:p")), None)
        for r in p.runs[1:]:
            r._r.getparent().remove(r._r)
        p.runs[0].text = text
    plan = last(dokument)
    assert "<p>Status: Klar</p>" in plan["aktiviteter"][0]["beskrivning"]
    assert "ej_placerat" in slag(plan)


def spara_som_andring(r, sort):
    """Wrap a run as a tracked insertion or deletion."""
    omslag = OxmlElement(f"w:{sort}")
    omslag.set(qn("w:id"), "900")
    omslag.set(qn("w:author"), "Karin")
    r.addprevious(omslag)
    omslag.append(r)
    if sort == "del":
        for t in r.findall(qn("w:t")):
            t.tag = qn("w:delText")


def test_tracked_changes_are_read_as_accepted_and_told(dokument):
    text = next(s for s in dokument.paragraphs if s.style.name == "Body Text")
    spara_som_andring(text.add_run(" Infogat.")._r, "ins")
    spara_som_andring(text.add_run(" Struket.")._r, "del")
    titel = aktivitetstabell(dokument).rows[1].cells[0].paragraphs[0]
    spara_som_andring(titel.add_run(" med mera")._r, "ins")
    plan = last(dokument)
    allt = str(plan)
    assert "Infogat." in allt
    assert "Struket." not in allt
    assert plan["aktiviteter"][0]["titel"].endswith(" med mera")
    assert "sparade_andringar" in slag(plan)


def test_a_row_deleted_with_tracking_on_is_gone(dokument):
    rad = aktivitetstabell(dokument).rows[1]._tr
    rad.get_or_add_trPr().append(OxmlElement("w:del"))
    plan = last(dokument)
    assert [a["nummer"] for a in plan["aktiviteter"]] == [2]
    assert "sparade_andringar" in slag(plan)


def test_a_comment_becomes_a_remark(dokument):
    stycke = next(s for s in dokument.paragraphs if s.style.name == "Body Text")
    dokument.add_comment(stycke.runs, "Stäm av med polisen", author="Karin")
    plan = last(dokument)
    assert any("Stäm av med polisen" in a["text"] for a in plan["anmarkningar"])
    assert "Stäm av" not in str(plan["avsnitt"])


def test_a_heading_text_and_table_of_another_s_making_are_kept(dokument):
    dokument.add_heading("Nytt kapitel", 1)
    dokument.add_paragraph("Egen text.")
    tabell = dokument.add_table(rows=2, cols=2)
    celler = (*tabell.rows[0].cells, *tabell.rows[1].cells)
    for cell, text in zip(celler, "Risk Vad A B".split(), strict=True):
        cell.text = text
    plan = last(dokument)
    assert plan["avsnitt"][-1]["rubrik"] == "Nytt kapitel"
    assert "<li>A – B</li>" in plan["avsnitt"][-1]["text"]
    assert "tabell_som_text" in slag(plan)


def test_text_on_the_cover_is_kept_as_a_chapter_with_a_remark(dokument):
    dokument.paragraphs[0].insert_paragraph_before("Förslag till nämnden")
    plan = last(dokument)
    assert plan["avsnitt"][0] == {
        "rubrik": "Text från framsidan",
        "niva": 1,
        "text": "<p>Förslag till nämnden</p>",
        "intern": False,
    }
    assert "text_fran_framsidan" in slag(plan)


def test_words_that_no_field_holds_are_kept_in_the_description_and_told(data):
    data["aktiviteter"][0] |= {"niva": "universell", "maltal": 5, "mal": "x"}
    fil = skriv_word(data)
    dokument = docx.Document(io.BytesIO(fil))
    for s in aktivitetstabell(dokument).rows[1].cells[0].paragraphs:
        if s.text.startswith(("Nivå", "Måltal")):
            s.runs[-1].text = " ganska hög"
        if s.text.startswith("Mål:"):
            s.runs[-1].text = " " + "m" * 501
    plan = last(dokument)
    beskrivning = plan["aktiviteter"][0]["beskrivning"]
    assert beskrivning.count("ganska hög") == 2
    assert "m" * 501 in beskrivning
    assert slag(plan).count("ej_placerat") == 3


@pytest.mark.parametrize("langd", [201, 400])
def test_a_title_and_a_heading_made_too_long_are_shortened_and_kept_whole(
    dokument, langd
):
    rubrik = next(s for s in dokument.paragraphs if s.style.name == "Heading 1")
    rubrik.runs[0].text = "r" * langd
    titel = aktivitetstabell(dokument).rows[1].cells[0].paragraphs[0]
    titel.runs[-1].text = " ".join(["ord"] * (langd // 4 + 1))
    plan = last(dokument)
    assert len(plan["avsnitt"][0]["rubrik"]) <= 200
    assert "r" * langd in plan["avsnitt"][0]["text"]
    assert len(plan["aktiviteter"][0]["titel"]) <= 200
    assert "lang_titel" in slag(plan)
    granska(plan)


def test_another_year_than_the_cover_s_is_told(dokument):
    plan = last(dokument, ar=2028)
    assert plan["ar"] == 2028
    assert "annat_ar" in slag(plan)
    assert last(dokument, ar=None)["ar"] == 2027


def test_a_file_without_our_cover_is_read_as_anybody_s_plan(dokument, data):
    for p in dokument.paragraphs:
        if p.style.name.startswith("VBE"):
            p._p.getparent().remove(p._p)
    plan = last(dokument)
    titlar = [a["titel"] for a in plan["aktiviteter"]]
    assert titlar == [a["titel"] for a in data["aktiviteter"]]
    assert all(a["text"] in str(plan["avsnitt"]) for a in data["avsnitt"])


def test_numbers_survive_a_change_of_title_in_the_board_s_own_file(db, namnd, plan):
    """Last year's plan knows the titles; this year's file still knows its numbers."""
    plan.aktiviteter.filter(nummer=2).update(nummer=7)
    fil = plan_som_word(plan)
    plan.delete()
    ny_plan(namnd, 2026, aktiviteter=2)
    dokument = docx.Document(io.BytesIO(fil))
    dokument.tables[-1].rows[2].cells[0].paragraphs[0].runs[-1].text = "Helt ny titel"
    ny_rad(dokument, "Tillagd", "Rektor", "Hösten", "VB")
    ut = io.BytesIO()
    dokument.save(ut)
    data = las_planfil("plan.docx", ut.getvalue(), namnd=namnd, ar=2027)
    assert [a["nummer"] for a in data["aktiviteter"]] == [1, 7, 8]
    assert "egna_nummer" not in data


def test_in_another_board_with_plans_the_rows_get_new_numbers(db, plan):
    fil = plan_som_word(plan)
    annan = ny_namnd("sjovik")
    ny_plan(annan, 2026, aktiviteter=1)
    data = las_planfil("plan.docx", fil, namnd=annan, ar=2027)
    assert [a["nummer"] for a in data["aktiviteter"]] == [2, 3]


def test_the_whole_plan_comes_back_to_an_empty_board(db, plan):
    annan = ny_namnd("sjovik")
    data = granska(las_planfil("plan.docx", plan_som_word(plan), namnd=annan, ar=2027))
    kopia = plan_data(importera_plan(data, namnd=annan, ar=2027))
    fore = plan_data(plan)
    assert utan_anmarkningar(kopia) == utan_anmarkningar({**fore, "namnd": annan.namn})
