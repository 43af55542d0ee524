"""Who is responsible: roles split where a role begins, persons taken out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktiviteter.word.ansvar import ansvariga, ar_roll
from tests.aktiviteter.wordfil import las, p, slag, tabell, vem

H, M, S = "huvudansvarig", "medansvarig", "i_samrad_med"


@pytest.mark.parametrize(
    ("cell", "vantat"),
    [
        ("Rektor", [("Rektor", H)]),
        ("Respektive enhetschef", [("Respektive enhetschef", H)]),
        (
            "Avdelningschef förebyggande arbete och kultur",
            [("Avdelningschef förebyggande arbete och kultur", H)],
        ),
        ("Enhetschef ungdom och fritid", [("Enhetschef ungdom och fritid", H)]),
        (
            "Enhetschefer för ungdom och fritid samt skola",
            [("Enhetschefer för ungdom och fritid samt skola", H)],
        ),
        (
            "Avdelningschef barn, unga och familj",
            [("Avdelningschef barn, unga och familj", H)],
        ),
        (
            "Enhetschef ekonomi och förvaltning",
            [("Enhetschef ekonomi och förvaltning", H)],
        ),
        ("Kultur- och fritidschef", [("Kultur- och fritidschef", H)]),
        ("Skol- och förskolechefer", [("Skol- och förskolechefer", H)]),
        (
            "Chef för kommunikation och säkerhet",
            [("Chef för kommunikation och säkerhet", H)],
        ),
        (
            "Säkerhetssamordnare och Enhetschef ungdom och fritid",
            [("Säkerhetssamordnare", H), ("Enhetschef ungdom och fritid", M)],
        ),
        (
            "Enhetschef ungdom och fritid och säkerhetssamordnare",
            [("Enhetschef ungdom och fritid", H), ("säkerhetssamordnare", M)],
        ),
        (
            "Fastighetssamordnare / Föreningskonsulent",
            [("Fastighetssamordnare", H), ("Föreningskonsulent", M)],
        ),
        ("rektor/förskolechef", [("rektor", H), ("förskolechef", M)]),
        (
            "Rektor, kurator och fältare",
            [("Rektor", H), ("kurator", M), ("fältare", M)],
        ),
        ("Rektor\nSkolchef", [("Rektor", H), ("Skolchef", M)]),
        ("Rektor; samtliga chefer", [("Rektor", H), ("samtliga chefer", M)]),
        ("Enhetschef\nungdom och fritid", [("Enhetschef ungdom och fritid", H)]),
        ("Rektor och\nkurator", [("Rektor", H), ("kurator", M)]),
        (
            "Avdelningschef barn och unga i samråd med rektor och kurator",
            [("Avdelningschef barn och unga", H), ("rektor", S), ("kurator", S)],
        ),
        (
            "Trygghetssamordnare i samverkan med polisen",
            [("Trygghetssamordnare", H), ("polisen", S)],
        ),
        (
            "Socialchef tillsammans med kommunpolis",
            [("Socialchef", H), ("kommunpolis", S)],
        ),
        (
            "Enhetschef (i samråd med HR)",
            [("Enhetschef", H), ("HR", S)],
        ),
        (
            "Bibliotekschef med stöd av kommunikatör",
            [("Bibliotekschef", H), ("kommunikatör", S)],
        ),
        (
            "Rektor\nI samverkan med: elevhälsan, polisen",
            [("Rektor", H), ("elevhälsan", S), ("polisen", S)],
        ),
        ("Kommunpolis och socialtjänsten", [("Kommunpolis", H), ("socialtjänsten", M)]),
        (
            "Socialnämnden och kommunstyrelsen",
            [("Socialnämnden", H), ("kommunstyrelsen", M)],
        ),
        ("Ansvarig: Rektor", [("Rektor", H)]),
        ("• Rektor\n• Skolchef", [("Rektor", H), ("Skolchef", M)]),
        ("Rektor, rektor", [("Rektor", H)]),
        ("-", []),
        ("", []),
    ],
)
def test_a_cell_becomes_its_roles(cell, vantat):
    roller, namn = ansvariga(cell.split("\n"))
    assert [(a["roll"], a["art"]) for a in roller] == vantat
    assert namn == []


def test_a_role_that_the_board_knows_is_never_cut():
    kand = "Samordnare vård och socialtjänsten"
    assert vem({"ansvariga": ansvariga([kand], [kand])[0]}) == [(kand, H)]
    assert len(ansvariga([f"Rektor och {kand}"], [kand])[0]) == 2


def test_a_role_that_the_board_knows_cuts_what_no_noun_would():
    assert len(ansvariga(["Rektor och Trygg i Granby"])[0]) == 1
    delade = ansvariga(["Rektor och Trygg i Granby"], ["Trygg i Granby"])[0]
    assert [a["roll"] for a in delade] == ["Rektor", "Trygg i Granby"]


@pytest.mark.parametrize(
    ("cell", "roll", "namn"),
    [
        ("Rektor Anna Andersson", "Rektor", "Anna Andersson"),
        ("Lars Öberg, skolchef", "skolchef", "Lars Öberg"),
        ("Enhetschef ungdom (Sara Lind-Holm)", "Enhetschef ungdom", "Sara Lind-Holm"),
    ],
)
def test_a_persons_name_is_taken_out_and_told(cell, roll, namn):
    roller, funna = ansvariga([cell])
    assert ([a["roll"] for a in roller], funna) == ([roll], [namn])


def test_a_cell_with_only_a_name_keeps_it_and_says_so():
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        tabell(["Aktivitet", "Ansvarig", "Tid"], ["Café", "Anna Andersson", "2025"]),
    )
    assert vem(plan["aktiviteter"][0]) == [("Anna Andersson", H)]
    assert "personnamn" in slag(plan)


def test_the_columns_own_part_is_kept():
    plan = las(
        p("Åtgärder", stil="Rubrik1"),
        tabell(
            ["Aktivitet", "Huvudansvarig", "Medansvarig", "Samverkan med", "När"],
            ["Café", "Rektor", "Kurator", "Polisen, föreningar", "2025"],
        ),
    )
    assert vem(plan["aktiviteter"][0]) == [
        ("Rektor", H),
        ("Kurator", M),
        ("Polisen", S),
        ("föreningar", S),
    ]


ROLLER = st.sampled_from(
    ["Rektor", "Skolchef", "Enhetschef ungdom och fritid", "Kommunpolis", "HR-chef"]
)


@given(
    st.lists(ROLLER, min_size=1, max_size=4, unique=True),
    st.sampled_from([", ", " och ", " / ", "\n", "; "]),
)
def test_roles_joined_by_any_sign_come_apart_again(roller, tecken):
    delade = ansvariga(tecken.join(roller).split("\n"))[0]
    assert [a["roll"] for a in delade] == roller


@given(st.text(max_size=200))
def test_any_words_give_at_most_one_with_the_main_responsibility(text):
    roller, namn = ansvariga(text.split("\n"))
    assert sum(a["art"] == H for a in roller) <= 1
    assert all(a["roll"].strip() for a in roller)
    assert isinstance(ar_roll(text), bool)
    assert namn == []
