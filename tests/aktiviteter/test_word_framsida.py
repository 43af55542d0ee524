"""The cover: each way to write its facts, and what is not recognised stays."""

import pytest

from tests.aktiviteter.wordfil import las, p, slag, tabell

SLUT = (p("Inledning", stil="Rubrik1"), p("Text."), p("Slut", stil="Rubrik1"))


def framsida(*stycken: str, ar: int | None = 2025) -> dict:
    return las(p("Plan mot extremism", stil="Rubrik"), *stycken, *SLUT, ar=ar)


@pytest.mark.parametrize(
    ("rad", "falt", "varde"),
    [
        ("Dnr: EKH 2025/88-1.3", "dnr", "EKH 2025/88-1.3"),
        ("Diarienummer KFN-2024-17", "dnr", "KFN-2024-17"),
        ("Dnr 1.2.1.-147/19", "dnr", "1.2.1.-147/19"),
        ("1.2.1.-147/19", "dnr", "1.2.1.-147/19"),
        ("Ärendenr: KS 2024/311", "dnr", "KS 2024/311"),
        ("2025-04-24", "datum", "2025-04-24"),
        ("24 april 2025", "datum", "2025-04-24"),
        ("Datum: 2025-04-24", "datum", "2025-04-24"),
        ("Fastställd av Norra nämnden 2025-04-24", "datum", "2025-04-24"),
        ("Beslutad 24 april 2025", "datum", "2025-04-24"),
        ("Ekhamra stadsdelsnämnd", "namnd", "Ekhamra stadsdelsnämnd"),
        ("Kultur- och fritidsnämnden, Sjövik", "namnd", "Kultur- och fritidsnämnden"),
        ("Kultur- och fritidsnämnden, Sjövik", "kommun", "Sjövik"),
        ("Nämnden för arbete och välfärd", "namnd", "Nämnden för arbete och välfärd"),
        ("Kommunstyrelsen", "namnd", "Kommunstyrelsen"),
        ("Fastställd av socialnämnden 2025-04-24", "namnd", "Socialnämnden"),
        ("Granby stad", "kommun", "Granby stad"),
        ("Sjöviks kommun 2025–2028", "kommun", "Sjöviks kommun"),
        ("Region Gotland", "kommun", "Region Gotland"),
        ("KULTUR- OCH FRITIDSNÄMNDEN", "namnd", "Kultur- och fritidsnämnden"),
        ("NORRVIKENS KOMMUN", "kommun", "Norrvikens kommun"),
        ("Stadsdelsnämnden Västra", "namnd", "Stadsdelsnämnden Västra"),
        ("Utbildningsnämnden i Klippsta", "kommun", "Klippsta"),
        ("Kommunstyrelsen 2025-02-25", "datum", "2025-02-25"),
        ("Kommunfullmäktige 2025-04-28 § 55", "datum", "2025-04-28"),
        ("Miljönämnden, Tuna kommun, 2025-05-06", "datum", "2025-05-06"),
        ("Miljönämnden, Tuna kommun, 2025-05-06", "kommun", "Tuna kommun"),
        ("Senast reviderad: 2025-03-17", "datum", "2025-03-17"),
    ],
)
def test_a_line_on_the_cover_becomes_its_fact(rad, falt, varde):
    plan = framsida(p(rad))
    assert plan[falt] == varde
    assert plan["avsnitt"][0]["rubrik"] == "Inledning"


@pytest.mark.parametrize(
    ("rad", "falt", "varde"),
    [
        ("Dokumenttyp: Handlingsplan", "typ", "Handlingsplan"),
        ("Dokumentägare: Stadsdelsdirektör", "agare", "Stadsdelsdirektör"),
        ("Dokumentansvarig: Säkerhetschef", "agare", "Säkerhetschef"),
        ("Giltig till 2026-04-30", "giltig_till", "2026-04-30"),
        ("Giltig t.o.m. 30 april 2026", "giltig_till", "2026-04-30"),
        ("Gäller: 2025-01-01–2026-12-31", "giltig_till", "2026-12-31"),
        ("2025–2027", "giltig_till", "2027-12-31"),
        ("Revideras: senast april 2026", "nasta_revidering", "senast april 2026"),
        ("Budgetmål: En trygg stad", "budgetmal", "En trygg stad"),
    ],
)
def test_a_line_becomes_its_place_in_the_document_box(rad, falt, varde):
    for form in (p(rad), tabell([rad.split(": ", 1)]) if ": " in rad else p(rad)):
        assert framsida(form)["dokument"][falt] == varde


@pytest.mark.parametrize(
    "tabellen",
    [
        tabell(["Diarienummer", "AB 2025/1"], ["Dokumentägare", "Rektor"]),
        tabell(["Diarienummer", "Dokumentägare"], ["AB 2025/1", "Rektor"]),
        tabell([["Diarienummer", "AB 2025/1"], ["Dokumentägare", "Rektor"]]),
        tabell(["Diarienummer", "AB 2025/1", "Dokumentägare", "Rektor"]),
        tabell(["Diarienummer:\nAB 2025/1"], ["Dokumentägare:\nRektor"]),
    ],
)
def test_a_document_box_in_any_shape(tabellen):
    plan = framsida(tabellen)
    assert (plan["dnr"], plan["dokument"]["agare"]) == ("AB 2025/1", "Rektor")
    assert plan["avsnitt"][0]["rubrik"] == "Inledning"


def test_several_facts_on_one_line():
    plan = framsida(p("Dnr: AB 2025/1\tDatum: 2025-04-24 | Socialnämnden"))
    assert (plan["dnr"], plan["datum"], plan["namnd"]) == (
        "AB 2025/1",
        "2025-04-24",
        "Socialnämnden",
    )


def test_a_month_without_a_day_is_told():
    plan = framsida(p("April 2025"))
    assert plan["datum"] is None
    assert "April 2025" in str(plan["anmarkningar"])


def test_an_impossible_date_is_kept_and_told():
    plan = framsida(p("Datum: 2025-02-30"))
    assert "2025-02-30" in plan["avsnitt"][0]["text"]
    assert {"omojligt_datum", "text_fran_framsidan"} <= slag(plan)


def test_spare_words_of_a_decision_are_told():
    plan = framsida(p("Fastställd av Norra nämnden 2025-04-24 § 43"))
    [rest] = [a for a in plan["anmarkningar"] if a["slag"] == "framsida_ord"]
    assert "§ 43" in rest["text"]


def test_an_unknown_row_of_the_document_box_is_kept_with_its_label():
    plan = framsida(tabell(["Diarienummer", "AB 2025/1"], ["Version", "2"]))
    assert plan["avsnitt"][0] == {
        "rubrik": "Text från framsidan",
        "niva": 1,
        "text": "<p>Version: 2</p>",
    }


def test_a_label_without_a_value_says_nothing():
    assert framsida(p("Datum:"))["avsnitt"][0]["rubrik"] == "Inledning"


def test_the_citys_name_in_the_titles_style_is_no_title():
    plan = las(
        p("Åsmåla kommun", stil="Rubrik"),
        p("Plan mot våldsbejakande extremism", stil="Underrubrik"),
        *SLUT,
    )
    assert plan["titel"] == "Plan mot våldsbejakande extremism"
    assert plan["kommun"] == "Åsmåla kommun"


def test_an_administration_is_told_and_page_numbers_are_no_text():
    plan = framsida(p("Stadsdelsförvaltningen Västra"), p("Sida 1 (9)"))
    assert plan["avsnitt"][0]["rubrik"] == "Inledning"
    (anm,) = [a for a in plan["anmarkningar"] if a["slag"] == "framsida_ord"]
    assert "Stadsdelsförvaltningen Västra" in anm["text"]


def test_the_title_repeated_on_the_second_page_is_one_title():
    plan = framsida(p("Plan mot extremism"))
    assert plan["titel"] == "Plan mot extremism"
    assert plan["avsnitt"][0]["rubrik"] == "Inledning"


def test_a_title_on_two_lines_is_one_title():
    plan = las(
        p("Handlingsplan mot", storlek=56),
        p("våldsbejakande extremism", storlek=56),
        *SLUT,
    )
    assert plan["titel"] == "Handlingsplan mot våldsbejakande extremism"


def test_a_title_written_as_a_chapter_is_the_title():
    plan = las(
        p("Handlingsplan mot våldsbejakande extremism", stil="Rubrik1"),
        p("Socialnämnden"),
        *SLUT,
    )
    assert plan["titel"] == "Handlingsplan mot våldsbejakande extremism"
    assert [a["rubrik"] for a in plan["avsnitt"]] == ["Inledning", "Slut"]


def test_the_year_comes_from_the_cover_when_none_is_given():
    assert framsida(p("2024-03-01"), ar=None)["ar"] == 2024
    assert framsida(p("2023–2025"), ar=None)["ar"] == 2023
