"""Tables that hold no activities: a page's frame, the document's box, its versions."""

from tests.aktiviteter.wordfil import las, p, rubriker, slag, tabell, tc

HUVUD = ["Aktivitet", "Ansvarig", "Tidplan", "Uppföljning"]
RAD = ["Ungdomsråd", "Samordnare", "Löpande", "VB"]
BROD = "Kommunen arbetar tillsammans med polis och föreningar för en trygg vardag."


def test_a_whole_plan_inside_one_table():
    plan = las(
        tabell(
            [tc(["Sundsby kommun"]), "Sida 1 (4)"],
            [
                "",
                tc(
                    [
                        p("Plan mot våldsbejakande extremism", stil="Rubrik"),
                        p("Inledning", stil="Rubrik1"),
                        p(BROD),
                        p("Åtgärder", stil="Rubrik1"),
                        tabell(HUVUD, RAD) + p(""),
                    ]
                ),
            ],
        )
    )
    assert rubriker(plan) == [(1, "Inledning"), (1, "Åtgärder")]
    assert [a["titel"] for a in plan["aktiviteter"]] == ["Ungdomsråd"]
    assert plan["kommun"] == "Sundsby kommun"
    assert plan["avsnitt"][0]["text"] == f"<p>{BROD}</p>"


def test_a_heading_inside_an_activity_table_opens_nothing():
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        tabell(HUVUD, [tc(p("Skola", stil="Rubrik2"), span=4)], RAD),
    )
    assert rubriker(plan) == [(1, "Åtgärder")]
    assert plan["aktiviteter"][0]["insatsomrade"] == "Skola"


def test_a_document_box_at_the_end_fills_what_the_cover_lacks():
    plan = las(
        p("Handlingsplan mot våldsbejakande extremism", stil="Rubrik"),
        p("Åtgärder", stil="Rubrik1"),
        tabell(HUVUD, RAD),
        p("Dokumentinformation", stil="Rubrik1"),
        tabell(
            ["Dokumentägare", "Förbundsdirektör"],
            ["Fastställd den", "2025-05-20"],
            ["Diarienummer", "RN 2025/7"],
        ),
    )
    assert (plan["datum"], plan["dnr"]) == ("2025-05-20", "RN 2025/7")
    assert plan["dokument"]["agare"] == "Förbundsdirektör"
    assert rubriker(plan) == [(1, "Åtgärder")]
    assert "dokumentruta" in slag(plan)


def test_the_dates_of_earlier_versions_are_not_the_plans():
    plan = las(
        p("Handlingsplan mot våldsbejakande extremism", stil="Rubrik"),
        tabell(
            ["Version", "Datum", "Ändring"],
            ["1.0", "2022-05-02", "Första versionen"],
        ),
        p("Åtgärder", stil="Rubrik1"),
        tabell(HUVUD, RAD),
    )
    assert plan["datum"] is None
    assert "Första versionen" in plan["avsnitt"][0]["text"]
