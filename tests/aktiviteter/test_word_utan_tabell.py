"""Activities that a plan writes as lines, list items or cards, without a table."""

import pytest

from tests.aktiviteter.wordfil import (
    las,
    p,
    r,
    rubriker,
    sammanslagen,
    slag,
    tabell,
    vem,
)

BROD = "Kommunen arbetar tillsammans med polis och föreningar för en trygg vardag."


def rader(*par, fet=False):
    return "".join(
        p(inre=r(f"{etikett}: ", fet=fet) + r(varde)) for etikett, varde in par
    )


def kort(plan):
    return [
        (a["avsnitt"], a["titel"], a["tidplan"]["text"], a["uppfoljning"]["text"])
        for a in plan["aktiviteter"]
    ]


def test_a_numbered_heading_with_labelled_lines_is_an_activity_and_no_chapter():
    def akt(rubrik, text, vem_, nar, uppf):
        return (
            p(rubrik, stil="Rubrik2")
            + p(text)
            + rader(("Ansvarig", vem_), ("Tidplan", nar), ("Uppföljning", uppf))
        )

    plan = las(
        p("1 Inledning", stil="Rubrik1"),
        p(BROD),
        p("2 Förebyggande åtgärder", stil="Rubrik1"),
        p("Här följer årets åtgärder."),
        akt("2.1 Utbildning", "All personal.", "Rektor", "Hösten 2025", "VB"),
        akt("2.2 Samverkan", "En kväll.", "Fritidschef i samråd med polis", "2025", ""),
        p("3 Revidering", stil="Rubrik1"),
        p(BROD + " Igen."),
    )
    assert rubriker(plan) == [
        (1, "Inledning"),
        (1, "Förebyggande åtgärder"),
        (1, "Revidering"),
    ]
    assert kort(plan) == [
        ("Förebyggande åtgärder", "Utbildning", "Hösten 2025", "VB"),
        ("Förebyggande åtgärder", "Samverkan", "2025", ""),
    ]
    assert plan["aktiviteter"][0]["beskrivning"] == "<p>All personal.</p>"
    assert vem(plan["aktiviteter"][1]) == [
        ("Fritidschef", "huvudansvarig"),
        ("polis", "i_samrad_med"),
    ]
    assert plan["avsnitt"][1]["text"] == "<p>Här följer årets åtgärder.</p>"
    (anm,) = [a for a in plan["anmarkningar"] if a["slag"] == "rader_som_aktivitet"]
    assert anm["avsnitt_nr"] == 1
    assert "2 aktiviteter" in anm["text"]


def test_a_bold_title_with_labels_in_one_paragraph_of_line_breaks():
    etiketter = "Vad: En heldag\nAnsvar: Verksamhetschef\nKlart: {}\nFöljs upp: VB"
    plan = las(
        p("Aktiviteter", stil="Rubrik1"),
        p("Kunskapsdag", fet=True),
        p(etiketter.format("2025-05-31")),
        p("Nätverk", fet=True),
        p(etiketter.format("Löpande")),
        p("Uppföljning", stil="Rubrik1"),
        p(BROD),
    )
    assert kort(plan) == [
        ("Aktiviteter", "Kunskapsdag", "2025-05-31", "VB"),
        ("Aktiviteter", "Nätverk", "Löpande", "VB"),
    ]
    assert "En heldag" in plan["aktiviteter"][0]["beskrivning"]


def test_headings_that_are_labels_when_they_come_again():
    def akt(titel, **falt):
        return p(titel, stil="Rubrik2") + "".join(
            p(etikett, stil="Rubrik3") + p(varde) for etikett, varde in falt.items()
        )

    plan = las(
        p("Inledning", stil="Rubrik1"),
        p("Ansvar", stil="Rubrik2"),
        p("Kommunstyrelsen leder."),
        p("Aktiviteter", stil="Rubrik1"),
        akt("Café", Genomförande="Varje vecka.", Ansvarig="Rektor", Tidplan="2025"),
        akt("Läxhjälp", Genomförande="Med biblioteket.", Ansvarig="HR", Tidplan="2026"),
    )
    assert rubriker(plan) == [(1, "Inledning"), (2, "Ansvar"), (1, "Aktiviteter")]
    assert [(a["titel"], a["tidplan"]["text"]) for a in plan["aktiviteter"]] == [
        ("Café", "2025"),
        ("Läxhjälp", "2026"),
    ]
    assert "Varje vecka." in plan["aktiviteter"][0]["beskrivning"]


def test_activities_named_by_a_label_below_each_other():
    def akt(*varden):
        namn = ("Aktivitet", "Syfte", "Ansvarig", "Genomförs")
        return "".join(
            p(inre=r(f"{n}:\t", fet=True) + r(v))
            for n, v in zip(namn, varden, strict=True)
        )

    plan = las(
        p("Aktiviteter", stil="Rubrik1"),
        p("Det här görs."),
        akt("Webbkurs", "Kunskap", "HR", "Löpande"),
        akt("Vandring", "Trygghet", "Fritidschef", "Maj 2025"),
        p("Ekonomi", stil="Rubrik1"),
        p(BROD),
    )
    assert [(a["titel"], a["mal"]) for a in plan["aktiviteter"]] == [
        ("Webbkurs", "Kunskap"),
        ("Vandring", "Trygghet"),
    ]
    assert plan["avsnitt"][0]["text"] == "<p>Det här görs.</p>"


@pytest.mark.parametrize("lista", [0, 1])
def test_a_line_that_ends_with_who_and_when(lista):
    plan = las(
        p("Förebygga", stil="Rubrik1"),
        p("Under året ska kommunen:"),
        p("Utbilda personal (Ansvarig: Rektor, klart: hösten 2025)", num=lista),
        p("Informera (Ansvarig: Kommunikatör, klart: 2025-04-30)", num=lista),
        p("Samverkan", stil="Rubrik1"),
        p("polisen", num=1),
    )
    assert [
        (a["titel"], vem(a)[0][0], a["tidplan"]["text"]) for a in plan["aktiviteter"]
    ] == [
        ("Utbilda personal", "Rektor", "hösten 2025"),
        ("Informera", "Kommunikatör", "2025-04-30"),
    ]
    assert {a["strategiomrade"] for a in plan["aktiviteter"]} == {"forebygga"}
    assert plan["avsnitt"][1]["text"] == "<ul><li>polisen</li></ul>"


def test_a_whole_activity_in_one_paragraph():
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        p("1. Kurs. En halvdag. Ansvarig: Rektor. Tidplan: 2025. Uppföljning: VB."),
        p("2. Rutin. Tas fram. Ansvarig: HR. Tidplan: maj 2025. Uppföljning: VB."),
    )
    assert [(a["nummer"], *vem(a)[0]) for a in plan["aktiviteter"]] == [
        (1, "Rektor", "huvudansvarig"),
        (2, "HR", "huvudansvarig"),
    ]
    assert kort(plan)[0][1:] == ("Kurs", "2025", "VB")
    assert plan["aktiviteter"][0]["beskrivning"] == "<p>En halvdag.</p>"


def test_an_area_of_the_strategy_is_never_an_activitys_title():
    plan = las(
        p("Områden", stil="Rubrik1"),
        p("Skydda", stil="Rubrik2"),
        p(inre=r("Säker reception. ", fet=True) + r("Den byggs om.")),
        rader(("Ansvar", "Fastighetschef"), ("Klart", "2027")),
        p("Slut", stil="Rubrik1"),
        p(BROD),
    )
    (a,) = plan["aktiviteter"]
    assert (a["avsnitt"], a["titel"]) == ("Skydda", "Säker reception")
    assert a["strategiomrade"] == "skydda"


@pytest.mark.parametrize(
    "kortet",
    [
        p("Åtgärd 1: Kväll", stil="Rubrik2")
        + tabell(["Ansvarig", "Rektor", "Tidplan", "2025"], ["Uppföljning", "VB"]),
        tabell(
            sammanslagen("Åtgärd 1: Kväll", 2),
            ["Ansvarig", "Rektor"],
            ["Tidplan", "2025"],
            ["Uppföljning", "VB"],
        ),
    ],
)
def test_a_card_with_its_title_above_it(kortet):
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        kortet,
        p("Revidering", stil="Rubrik1"),
        p(BROD),
    )
    assert kort(plan) == [("Åtgärder", "Kväll", "2025", "VB")]
    assert plan["aktiviteter"][0]["nummer"] == 1


@pytest.mark.parametrize(
    "kropp",
    [
        rader(
            ("Ansvarig", "Säkerhetschef"), ("Diarienummer", "KS 2025/1"), ("Tid", "år")
        ),
        p("Möten: varje månad. Kontakt: samordnaren."),
        rader(("Ansvarig", "Kommunstyrelsen")),
        p("Ansvar", stil="Rubrik2")
        + p("KS.")
        + p("Tidplan", stil="Rubrik2")
        + p("År."),
    ],
)
def test_labels_of_something_else_are_no_activity(kropp):
    plan = las(p("Organisation", stil="Rubrik1"), kropp, p("Slut", stil="Rubrik1"))
    assert plan["aktiviteter"] == []
    assert rubriker(plan)[0] == (1, "Organisation")
    assert "rader_som_aktivitet" not in slag(plan)


def test_a_table_between_the_lines_stays_where_it_was():
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        p("Kostnader"),
        tabell(["Post", "Belopp"], ["Kurs", "40 000"]),
        p("Kurs för personal"),
        rader(("Ansvarig", "HR"), ("Tid", "2025")),
    )
    assert [a["titel"] for a in plan["aktiviteter"]] == ["Kurs för personal"]
    assert "40 000" in plan["avsnitt"][0]["text"]


def test_see_above_follows_the_activity_above_in_the_chapter():
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        *(
            p(titel, stil="Rubrik2")
            + rader(("Ansvarig", "Rektor"), ("Tid", "2025"), ("Uppföljning", uppf))
            for titel, uppf in (("Kurs", "VB"), ("Nätverk", "Se ovan"))
        ),
    )
    assert plan["aktiviteter"][1]["uppfoljning"]["hanvisning"] == "VB"
