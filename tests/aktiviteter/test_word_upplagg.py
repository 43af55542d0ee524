"""Whole plans as Swedish municipalities write them: each layout read as meant."""

import io
from pathlib import Path

import docx as python_docx
import pytest

from aktiviteter.word import las_word
from tests.aktiviteter.wordfil import (
    docx,
    las,
    p,
    rubriker,
    sammanslagen,
    slag,
    stil,
    tabell,
    tc,
    vem,
)

HUVUD = ["Aktivitet", "Ansvarig", "Tidplan", "Uppföljning"]
BROD = "Nämnden arbetar tillsammans med polis och föreningar för en trygg vardag."
PLANER = Path(__file__).parents[3] / "shared" / "data" / "planer"


def titlar(plan):
    return [a["titel"] for a in plan["aktiviteter"]]


def test_a_city_district_with_styles_cover_box_and_contents():
    plan = las(
        p("Granby stad", storlek=20),
        p("Handlingsplan", stil="Rubrik"),
        p("mot våldsbejakande extremism", stil="Underrubrik"),
        tabell(
            ["Dokumenttyp", "Fastställd av", "Datum"],
            ["Handlingsplan", "Norra stadsdelsnämnden", "2025-03-12"],
            ["Dokumentägare", "Giltighetstid", "Diarienummer"],
            ["Stadsdelsdirektör", "2025-03-12–2027-12-31", "N123-0456/24"],
        ),
        p("Innehåll", stil="Innehllsfrteckningsrubrik"),
        p("1 Inledning\t3", stil="Innehll1"),
        p("2 Åtgärder\t4", stil="Innehll1"),
        p("1 Inledning", stil="Rubrik1"),
        p(BROD),
        p("2 Åtgärder", stil="Rubrik1"),
        tabell(HUVUD, ["Föräldracafé", "Rektor", "Löpande", "VB"]),
    )
    assert (plan["kommun"], plan["namnd"], plan["titel"], plan["dnr"]) == (
        "Granby stad",
        "Norra stadsdelsnämnden",
        "Handlingsplan mot våldsbejakande extremism",
        "N123-0456/24",
    )
    assert plan["datum"] == "2025-03-12"
    assert plan["dokument"] == {
        "typ": "Handlingsplan",
        "agare": "Stadsdelsdirektör",
        "giltig_till": "2027-12-31",
        "budgetmal": "",
        "nasta_revidering": "",
    }
    assert rubriker(plan) == [(1, "Inledning"), (1, "Åtgärder")]
    assert titlar(plan) == ["Föräldracafé"]
    assert "text_fran_framsidan" not in slag(plan)


def test_a_small_municipality_with_bold_lines_as_headings():
    plan = las(
        p("Sjövik kommun", fet=True),
        p("Plan mot våldsbejakande extremism", fet=True, storlek=36),
        p("Antagen av kommunstyrelsen 2025-02-11 § 43"),
        p("Dnr KS 2024/311"),
        p("Bakgrund", fet=True),
        p(BROD),
        p("Ansvar", fet=True),
        p("- Kommunstyrelsen leder"),
        p("- Nämnderna utför"),
        p("ÅTGÄRDER", fet=True),
        tabell(
            ["Insats", "När", "Ansvar"],
            ["Ta fram rutin", "Klart 2025-12-31", "Säkerhetssamordnaren"],
        ),
        ar=None,
    )
    assert (plan["ar"], plan["namnd"], plan["datum"]) == (
        2025,
        "Kommunstyrelsen",
        "2025-02-11",
    )
    assert rubriker(plan) == [(1, "Bakgrund"), (1, "Ansvar"), (1, "ÅTGÄRDER")]
    assert plan["avsnitt"][1]["text"] == (
        "<ul><li>Kommunstyrelsen leder</li><li>Nämnderna utför</li></ul>"
    )
    assert plan["aktiviteter"][0]["tidplan"]["slut"] == "2025-12-31"
    [rest] = [a for a in plan["anmarkningar"] if a["slag"] == "framsida_ord"]
    assert "§ 43" in rest["text"]


def test_plain_typed_numbers_make_chapters_and_subchapters():
    plan = las(
        p("1. Inledning"),
        p(BROD),
        p("2. Åtgärder"),
        p("2.1 Förebygga"),
        p(BROD + " Och lite till."),
        p("2.2 Förhindra"),
        p("Avhoppare får stöd av socialtjänsten när de själva vill det."),
        p("3. Uppföljning"),
        p("Planen följs upp varje år."),
    )
    assert rubriker(plan) == [
        (1, "Inledning"),
        (1, "Åtgärder"),
        (2, "Förebygga"),
        (2, "Förhindra"),
        (1, "Uppföljning"),
    ]


def test_a_numbered_list_in_the_text_is_no_chapters():
    plan = las(
        p("Inledning", stil="Rubrik1"),
        p("Vi gör tre saker:"),
        p("1. Lyssnar"),
        p("2. Lär"),
        p("3. Agerar"),
        p("Slut", stil="Rubrik1"),
        p("Klart."),
    )
    assert rubriker(plan) == [(1, "Inledning"), (1, "Slut")]
    assert (
        "<ol><li>Lyssnar</li><li>Lär</li><li>Agerar</li></ol>"
        in (plan["avsnitt"][0]["text"])
    )


def test_each_activity_in_a_small_table_of_its_own():
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        p("Förebygga", stil="Rubrik2"),
        tabell(
            ["Åtgärd", "Trygghetsvandring\nTvå gånger per år"],
            ["Ansvarig", "Trygghetssamordnare i samverkan med polisen"],
            ["Tidplan", "Hösten 2025"],
            ["Uppföljning", "T3"],
            ["Målgrupp", "Boende"],
            ["Indikator", "Minst 80 % deltar"],
        ),
        p(),
        tabell(
            ["Åtgärd", "Läxhjälp"],
            ["Ansvarig", "Bibliotekschef"],
            ["Tidplan", "Löpande"],
            ["Uppföljning", "Se ovan"],
        ),
    )
    ett, tva = plan["aktiviteter"]
    assert (ett["titel"], ett["beskrivning"]) == (
        "Trygghetsvandring",
        "<p>Två gånger per år</p>",
    )
    assert vem(ett) == [
        ("Trygghetssamordnare", "huvudansvarig"),
        ("polisen", "i_samrad_med"),
    ]
    assert (ett["malgrupp"], ett["mal"], ett["maltal"], ett["malenhet"]) == (
        "Boende",
        "Minst 80 % deltar",
        80,
        "procent",
    )
    assert tva["uppfoljning"]["hanvisning"] == "T3"


def test_each_activity_in_a_column_of_its_own():
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        tabell(
            ["Aktivitet", "Café", "Läxhjälp"],
            ["Ansvarig", "Rektor", "Bibliotekschef"],
            ["Tidplan", "Löpande", "Hösten 2025"],
            ["Uppföljning", "VB", "T2"],
        ),
    )
    assert [(a["titel"], a["uppfoljning"]["text"]) for a in plan["aktiviteter"]] == [
        ("Café", "VB"),
        ("Läxhjälp", "T2"),
    ]


def test_areas_as_merged_rows_and_as_a_vertically_merged_column():
    plan = las(
        p("Förebyggande arbete", stil="Rubrik1"),
        tabell(
            sammanslagen("Förebyggande arbete", 5),
            ["Insatsområde", *HUVUD],
            [tc("Skola", sam="restart"), "Ett", "Rektor", "Vecka 43", "VB"],
            [tc("", sam="continue"), "Två", "Kurator", "Löpande", "Se ovan"],
            ["Fritid", "Tre", "Fritidschef", "2025", "VB"],
            sammanslagen("Kompetens", 5),
            ["", "Fyra", "HR-chef", "2025", "VB"],
        ),
    )
    assert [(a["titel"], a["insatsomrade"]) for a in plan["aktiviteter"]] == [
        ("Ett", "Skola"),
        ("Två", "Skola"),
        ("Tre", "Fritid"),
        ("Fyra", "Kompetens"),
    ]


def test_goals_first_start_and_end_in_columns_of_their_own():
    plan = las(
        p("Handlingsplan 2025 mot extremism", stil="Rubrik1"),
        p("Barn- och utbildningsnämnden"),
        p("Bakgrund", stil="Rubrik2"),
        p(BROD),
        p("Mål och aktiviteter", stil="Rubrik2"),
        tabell(
            ["Mål", "Aktivitet", "Ansvarig", "Start", "Slut", "Uppföljning"],
            [
                tc("Mål 1: Öka kunskapen hos 200 medarbetare", sam="restart"),
                *("Utbilda", "HR-chef", "2025-01-01", "2025-06-30", "Delår"),
            ],
            [tc("", sam="continue"), "Mäta", "HR-chef", "", "2025-12-31", "Bokslut"],
        ),
    )
    assert plan["titel"] == "Handlingsplan 2025 mot extremism"
    assert rubriker(plan) == [(1, "Bakgrund"), (1, "Mål och aktiviteter")]
    ett, tva = plan["aktiviteter"]
    assert (ett["mal"], ett["maltal"], ett["malenhet"]) == (
        "Mål 1: Öka kunskapen hos 200 medarbetare",
        200,
        "medarbetare",
    )
    assert (ett["tidplan"]["start"], ett["tidplan"]["slut"]) == (
        "2025-01-01",
        "2025-06-30",
    )
    assert (tva["mal"], tva["tidplan"]["typ"]) == (ett["mal"], "till_och_med")


def test_a_table_over_two_pages_with_and_without_its_head():
    plan = las(
        p("Aktiviteter", stil="Rubrik1"),
        tabell(HUVUD, ["Ett", "Rektor", "Löpande", "VB"]),
        p(),
        tabell(["Två", "Skolchef", "2025", "Se ovan"]),
        tabell(HUVUD, ["Tre", "Rektor", "2025", "Se ovan"], HUVUD),
        p("Text efter tabellen."),
    )
    assert titlar(plan) == ["Ett", "Två", "Tre"]
    assert [a["uppfoljning"]["hanvisning"] for a in plan["aktiviteter"]] == [
        "",
        "VB",
        "VB",
    ]
    assert plan["avsnitt"][0]["text"] == "<p>Text efter tabellen.</p>"
    assert "tabell_utan_rubrikrad" in slag(plan)


def test_a_table_without_any_head_is_read_by_its_cells():
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        tabell(
            ["Stödja föräldrar i deras roll", "Enhetschef familj", "Löpande", "VB"],
            ["Träffa föreningar", "Föreningskonsulent", "Hösten 2025", "T2"],
        ),
    )
    assert [vem(a)[0][0] for a in plan["aktiviteter"]] == [
        "Enhetschef familj",
        "Föreningskonsulent",
    ]
    assert plan["aktiviteter"][1]["tidplan"]["typ"] == "period"
    assert "tabell_utan_rubrikrad" in slag(plan)


def test_no_headings_at_all():
    plan = las(
        p("Handlingsplan mot våldsbejakande extremism 2025"),
        p("Socialnämnden"),
        tabell(
            ["Ansvarig", "Aktivitet", "Tid"], ["Socialchef", "Avhopparstöd", "2025"]
        ),
    )
    assert plan["namnd"] == "Socialnämnden"
    assert rubriker(plan) == [(1, "Aktiviteter")]
    assert titlar(plan) == ["Avhopparstöd"]
    assert "inga_rubriker" in slag(plan)


def test_custom_styles_in_another_language_based_on_headings():
    stilar = (
        stil("berschrift1", "Überschrift 1", niva=0)
        + stil("KapitelGK", "GK Kapitel", arv="berschrift1")
        + stil("Otsikko2", "Otsikko 2")
        + stil("Ingress", "Ingress")
    )
    plan = las(
        p("Johdanto", stil="KapitelGK"),
        p("En ingress.", stil="Ingress"),
        p("Delen", stil="Otsikko2"),
        p("Text."),
        p("Nästa", stil="berschrift1"),
        stilar=stilar,
    )
    assert rubriker(plan) == [(1, "Johdanto"), (2, "Delen"), (1, "Nästa")]


def test_a_title_in_a_text_box_and_facts_in_the_page_header():
    ruta = p("Handlingsplan mot våldsbejakande extremism", storlek=60)
    val = f"<w:txbxContent>{ruta}</w:txbxContent>"
    plan = las(
        p(
            inre="<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
            f"<wps:txbx>{val}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<v:textbox>{val}</v:textbox></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        ),
        p("Inledning", stil="Rubrik1"),
        p(BROD),
        p("Slut", stil="Rubrik1"),
        sidhuvud=p("Södra stadsdelsnämnden\tDnr SDN 2025/12\t2025-05-02"),
    )
    assert (plan["titel"], plan["namnd"], plan["dnr"], plan["datum"]) == (
        "Handlingsplan mot våldsbejakande extremism",
        "Södra stadsdelsnämnden",
        "SDN 2025/12",
        "2025-05-02",
    )


def test_a_plan_written_with_python_docx():
    dokument = python_docx.Document()
    dokument.add_heading("Plan mot våldsbejakande extremism", 0)
    dokument.add_heading("Inledning", 1)
    dokument.add_paragraph(BROD)
    dokument.add_paragraph("en punkt", style="List Bullet")
    dokument.add_paragraph("ett tal", style="List Number")
    dokument.add_heading("Aktiviteter", 2)
    t = dokument.add_table(2, 4)
    for i, text in enumerate(HUVUD):
        t.cell(0, i).text = text
    for i, text in enumerate(["Café", "Rektor", "Vecka 43 2025", "VB"]):
        t.cell(1, i).text = text
    ut = io.BytesIO()
    dokument.save(ut)
    plan = las_word(ut.getvalue(), ar=2025)
    assert plan["titel"] == "Plan mot våldsbejakande extremism"
    assert rubriker(plan) == [(1, "Inledning"), (2, "Aktiviteter")]
    assert plan["avsnitt"][0]["text"].endswith(
        "<ul><li>en punkt</li></ul>\n<ol><li>ett tal</li></ol>"
    )
    assert plan["aktiviteter"][0]["avsnitt_nr"] == 1


def test_last_periods_results_are_not_this_periods_activities():
    plan = las(
        p("Resultat av föregående års aktiviteter", stil="Rubrik1"),
        tabell(
            ["Aktivitet", "Ansvarig", "Resultat"],
            ["Café", "Rektor", "Genomfört med 40 deltagare"],
        ),
        p("Aktiviteter 2025", stil="Rubrik1"),
        tabell(HUVUD, ["Läxhjälp", "Rektor", "2025", "VB"]),
    )
    assert titlar(plan) == ["Läxhjälp"]
    assert "Genomfört med 40 deltagare" in plan["avsnitt"][0]["text"]
    assert "tidigare_resultat" in slag(plan)


def test_a_document_in_the_strict_form_of_the_standard():
    data = docx(p("Inledning", stil="Rubrik1"), p(BROD), p("Slut", stil="Rubrik1"))
    assert las_word(_strikt(data), ar=2025)["avsnitt"][0]["text"] == f"<p>{BROD}</p>"


def _strikt(data: bytes) -> bytes:
    import zipfile

    from tests.aktiviteter.wordfil import zippa

    bas = b"http://schemas.openxmlformats.org/"
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        return zippa(
            {
                n: arkiv.read(n)
                .replace(
                    bas + b"wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
                .replace(
                    bas + b"officeDocument/2006/relationships",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships",
                )
                for n in arkiv.namelist()
            }
        )


@pytest.mark.skipif(not PLANER.is_dir(), reason="the sample plans are not here")
def test_the_first_sample_plan():
    plan = las_word((PLANER / "ekhamra-2025.docx").read_bytes(), ar=2025)
    assert (plan["dnr"], plan["datum"]) == ("EKH 2025/88-1.3", "2025-04-24")
    assert len(plan["avsnitt"]) == 16
    assert len(plan["aktiviteter"]) == 9
    assert plan["aktiviteter"][5]["uppfoljning"]["hanvisning"] == "VB"
    assert {
        "omojligt_datum",
        "gissad_kolumn",
        "tabell_utan_rubrikrad",
        "borjar_med_skiljetecken",
        "kapitel_utan_aktiviteter",
    } == slag(plan)


@pytest.mark.skipif(not PLANER.is_dir(), reason="the sample plans are not here")
def test_the_second_sample_plan():
    plan = las_word((PLANER / "sjovik-2024.docx").read_bytes(), ar=2024)
    assert (plan["kommun"], plan["namnd"], plan["dnr"]) == (
        "Sjövik",
        "Kultur- och fritidsnämnden",
        "KFN-2024-17",
    )
    assert [a["insatsomrade"] for a in plan["aktiviteter"]] == [
        "Förebyggande",
        "Förebyggande",
        "Föreningsstöd och lokaler",
        "Föreningsstöd och lokaler",
        "Utbildning",
    ]
    assert plan["aktiviteter"][1]["uppfoljning"]["hanvisning"] == (
        "Årligen inom ramen för ordinarie styrning"
    )
    assert plan["anmarkningar"] == []
