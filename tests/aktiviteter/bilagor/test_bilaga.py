"""An appendix: kept as JSON, drawn by one template, in Word and not read back."""

import io
import json

import docx
from django.template.loader import render_to_string
from lxml import html

from aktiviteter.bilagor import Bilaga
from aktiviteter.word import las_word
from aktiviteter.word_ut import skriv_word
from lagesbild.som_json import fran_json, till_json
from tests.bygge_bilaga import bilaga

PLAN = {
    "format": "vbeplan-plan/1",
    "kommun": "Granby stad",
    "namnd": "Ekhamra stadsdelsnämnd",
    "ar": 2027,
    "titel": "Handlingsplan",
    "dnr": "",
    "datum": None,
    "dokument": dict.fromkeys(("typ", "agare", "budgetmal", "nasta_revidering"), "")
    | {"giltig_till": None},
    "avsnitt": [
        {"rubrik": "Inledning", "niva": 1, "text": "<p>Ett.</p>"},
        {"rubrik": "Samverkan", "niva": 1, "text": "<p>Två.</p>"},
    ],
    "aktiviteter": [],
    "anmarkningar": [],
}


def test_an_appendix_comes_back_from_json_as_it_was():
    data = json.loads(json.dumps(till_json((bilaga(),))))
    assert fran_json(tuple[Bilaga, ...], data) == (bilaga(),)


def test_the_page_marks_what_is_new_and_what_is_gone():
    trad = html.fromstring(
        render_to_string("komponenter/bilagor.html", {"bilagor": (bilaga(),)})
    )
    assert trad.xpath("string(//h2)").strip() == (
        "Bilaga 1. Ändringar sedan föregående plan"
    )
    assert trad.xpath("//ins/text()") == ["2027"]
    assert trad.xpath("//del/text()") == ["2026"]
    assert trad.xpath("//tbody/tr[1]/td[1]/@data-etikett")[0] == "Förra planen"
    assert "–" in trad.xpath("//table[2]//td/text()")


def test_word_carries_the_appendix_on_a_page_and_in_the_contents():
    dokument = docx.Document(io.BytesIO(skriv_word(PLAN, bilagor=(bilaga(),))))
    rubrik = next(s for s in dokument.paragraphs if s.style.name == "VBE bilaga")
    assert rubrik.text == "Bilaga 1. Ändringar sedan föregående plan"
    assert rubrik.style.paragraph_format.page_break_before
    cell = dokument.tables[-2].cell(1, 2)
    assert [s.text for s in cell.paragraphs] == ["Hösten 2027", "T.o.m. VT & sen"]
    assert [r.text for r in cell.paragraphs[0].runs if r.underline] == ["2027"]
    assert [
        r.text for r in dokument.tables[-2].cell(1, 1).paragraphs[0].runs
        if r.font.strike
    ] == ["2026"]  # fmt: skip
    innehall = dokument.element.xpath("//w:sdtContent//w:hyperlink")
    assert len(innehall) == 3


def test_a_word_file_with_appendices_is_read_back_without_them():
    med = las_word(skriv_word(PLAN, bilagor=(bilaga(),)), ar=2027)
    utan = las_word(skriv_word(PLAN), ar=2027)
    assert med == utan
    assert [a["rubrik"] for a in med["avsnitt"]] == ["Inledning", "Samverkan"]


def test_a_plan_without_appendices_shows_no_trace_of_them():
    assert render_to_string("komponenter/bilagor.html", {"bilagor": ()}).strip() == ""
