"""Columns that hold two things, and areas that are the national strategy's."""

import pytest

from tests.aktiviteter.wordfil import las, p, sammanslagen, slag, tabell, vem


def plan_med(huvud, *rader):
    return las(p("Aktiviteter", stil="Rubrik1"), tabell(huvud, *rader))


@pytest.mark.parametrize(
    "cell", [["Rektor", "VT 2025"], "Rektor / VT 2025", "Rektor, VT 2025"]
)
def test_who_and_when_in_one_column(cell):
    plan = plan_med(
        ["Aktivitet", "Ansvarig/Tidplan", "Uppföljning"], ["Café", cell, "VB"]
    )
    (a,) = plan["aktiviteter"]
    assert vem(a) == [("Rektor", "huvudansvarig")]
    assert (a["tidplan"]["text"], a["uppfoljning"]["text"]) == ("VT 2025", "VB")


def test_when_and_follow_up_in_one_column():
    plan = plan_med(
        ["Insats", "Ansvar", "Tid och uppföljning"],
        ["Kurs", "HR", ["Löpande", "Verksamhetsberättelsen 2025"]],
        ["Dag", "HR", "2025-11-12, följs upp i delårsrapporten"],
        ["Möte", "HR", "Maj 2025"],
    )
    assert [
        (a["tidplan"]["text"], a["uppfoljning"]["text"]) for a in plan["aktiviteter"]
    ] == [
        ("Löpande", "Verksamhetsberättelsen 2025"),
        ("2025-11-12", "följs upp i delårsrapporten"),
        ("Maj 2025", ""),
    ]


def test_words_of_neither_kind_stay_with_what_stands_before_them():
    plan = plan_med(
        ["Aktivitet", "Ansvarig/Tidplan", "Uppföljning"],
        ["Café", ["Rektor", "på Norra skolan", "2025"], "VB"],
    )
    (a,) = plan["aktiviteter"]
    assert "Norra skolan" in " ".join(roll for roll, _ in vem(a))
    assert a["tidplan"]["text"] == "2025"


@pytest.mark.parametrize(
    "rad", ["FÖREBYGGA", "Förebygga", "Strategiområde 1: Förebygga"]
)
def test_an_area_that_is_the_strategys_becomes_its_field(rad):
    plan = plan_med(
        ["Aktivitet", "Ansvarig", "Tidplan"],
        sammanslagen(rad, 3),
        ["Café", "Rektor", "2025"],
    )
    (a,) = plan["aktiviteter"]
    assert (a["strategiomrade"], a["insatsomrade"]) == ("forebygga", "")
    assert "ej_placerat" not in slag(plan)


def test_an_area_with_more_words_is_an_area_of_ones_own():
    plan = plan_med(
        ["Aktivitet", "Ansvarig", "Tidplan"],
        sammanslagen("Förebyggande arbete i skolan", 3),
        ["Café", "Rektor", "2025"],
    )
    (a,) = plan["aktiviteter"]
    assert (a["strategiomrade"], a["insatsomrade"]) == (
        "",
        "Förebyggande arbete i skolan",
    )


def test_level_and_area_in_other_words_are_not_told_as_lost():
    plan = plan_med(
        ["Strategins område", "Nivå", "Aktivitet", "Ansvarig", "Tidplan"],
        ["Hantera", "Universella", "Café", "Rektor", "2025"],
    )
    (a,) = plan["aktiviteter"]
    assert (a["strategiomrade"], a["niva"]) == ("hantera", "universell")
    assert "ej_placerat" not in slag(plan)


def test_the_parts_marked_in_the_cell_go_before_the_order():
    plan = plan_med(
        ["Aktivitet", "Ansvarig", "Tidplan"],
        ["Café", "Skolchef, Socialchef (huvudansvarig)", "2025"],
        ["Kurs", "Samordnare tillsammans med polis, skola och socialtjänst", "2025"],
    )
    assert vem(plan["aktiviteter"][0]) == [
        ("Skolchef", "medansvarig"),
        ("Socialchef", "huvudansvarig"),
    ]
    assert [roll for roll, _ in vem(plan["aktiviteter"][1])] == [
        "Samordnare",
        "polis",
        "skola",
        "socialtjänst",
    ]


def test_remarks_know_their_chapter_and_their_activity():
    plan = las(
        p("Inledning", stil="Rubrik1"),
        p("Nämnden arbetar för en trygg vardag."),
        p("Aktiviteter", stil="Rubrik1"),
        tabell(
            ["Aktivitet", "Ansvarig", "Tidplan", "Uppföljning"],
            ["Café", "", "2025-31-12", "VB"],
        ),
    )
    anm = {a["slag"]: (a["avsnitt_nr"], a["aktivitet"]) for a in plan["anmarkningar"]}
    assert anm["utan_ansvarig"] == anm["omojligt_datum"] == (1, 1)
