"""Rows of the activity tables: what one lacks, what all of them together show."""

from datetime import date

import pytest

from aktiviteter.granskning import brister
from aktiviteter.models import Aktivitet, Handlingsplan
from aktiviteter.tidsprak import tolka_tidplan, tolka_uppfoljning
from tests.aktiviteter.granskning.provplan import IDAG, anmarkt, hel_plan, rad


def om_rad(tidplan, uppfoljning="VB", *, ar=2027, avstamning=None, datum=None):
    """Return the kinds of what is said of a row in a plan for `ar`, read on IDAG."""
    aktivitet = Aktivitet(
        titel="Läxhjälp",
        tidplan=tolka_tidplan(tidplan, ar=ar),
        uppfoljning=tolka_uppfoljning(uppfoljning, ar=ar),
        avstamning=avstamning,
    )
    aktivitet.ansvariga = ["Rektor"]
    return [b.slag for b in brister(aktivitet, Handlingsplan(ar=ar, datum=datum), IDAG)]


def om(rader, slag):
    return [b for b in anmarkt(hel_plan(rader=rader)) if b.slag == slag]


@pytest.mark.parametrize(
    ("falt", "vantat"),
    [
        ({"tidplan": "T.o.m. 2026-12-31"}, ["tiden_forbi"]),  # before the plan's year
        ({"tidplan": "Hösten 2025"}, ["tiden_forbi"]),
        ({"tidplan": "Våren 2026", "ar": 2026}, ["tiden_forbi"]),  # a draft, late
        ({"tidplan": "2027", "uppfoljning": "VB 2026"}, ["gammal_rapport"]),
        (
            {"tidplan": "Hösten 2027", "uppfoljning": "T1 2027"},
            ["uppfoljning_fore_start"],
        ),
        (
            {"tidplan": "Löpande", "avstamning": date(2026, 8, 31)},
            ["avstamning_forbi"],
        ),
    ],
)  # fmt: skip
def test_a_row_that_does_not_go_with_the_plan_s_year_is_told(falt, vantat):
    assert om_rad(**falt) == vantat


@pytest.mark.parametrize(
    "falt",
    [
        {"tidplan": "2027"},
        {"tidplan": "T.o.m. 2028-12-31"},
        {"tidplan": "Hösten 2027", "uppfoljning": "T3 2027"},
        {"tidplan": "Hösten 2027", "uppfoljning": "T1 2028"},
        {"tidplan": "Hösten 2027", "uppfoljning": "I ordinarie verksamhetsuppföljning"},
        {"tidplan": "Löpande", "avstamning": date(2027, 4, 30)},
        {"tidplan": "2026–2028", "uppfoljning": "VB"},
        # What is decided is under way, and an old plan is over: nobody mends those.
        {"tidplan": "Våren 2026", "ar": 2026, "datum": date(2025, 12, 10)},
        {"tidplan": "Hösten 2024", "ar": 2024},
        {"tidplan": "Löpande", "ar": 2025, "avstamning": date(2025, 8, 31)},
    ],
)
def test_a_row_that_goes_with_the_plan_s_year_is_left_in_peace(falt):
    assert om_rad(**falt) == []


def test_nearly_everything_ongoing_is_advice_with_its_share():
    rader = [rad(n, lopande=n != 3) for n in range(1, 12)]
    [b] = om(rader, "allt_lopande")
    assert b.text.startswith("10 av 11 aktiviteter är löpande.")
    assert b.plats == "Hela planen"


@pytest.mark.parametrize("lopande", [(1, 1, 1), (1, 1, 1, 0, 0), (1, 0) * 5])
def test_some_ongoing_rows_are_left_in_peace(lopande):
    rader = [rad(n, lopande=bool(x)) for n, x in enumerate(lopande, 1)]
    assert om(rader, "allt_lopande") == []


def test_a_coordinator_on_most_rows_is_advice():
    rader = [
        rad(n, egna=("Lokal samordnare",) if n <= 8 else ("Rektor",))
        for n in range(1, 12)
    ]
    [b] = om(rader, "en_roll")
    assert b.text.startswith("Lokal samordnare ansvarar för 8 av 11 aktiviteter.")
    assert "håller ihop arbetet" in b.text


@pytest.mark.parametrize(
    "egna",
    [
        ["Rektor", "Kurator"] * 5,  # half is not most
        ["Respektive avdelningschef"] * 9,  # many, by name one
        ["Rektor"] * 3,  # too few rows to tell
    ],
)
def test_rows_that_many_answer_for_are_left_in_peace(egna):
    rader = [rad(n, egna=(roll,)) for n, roll in enumerate(egna, 1)]
    assert om(rader, "en_roll") == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Enhetschef ungdom och fritid", "Enhetschef fritid och ungdom"),
        ("Avdelningschef förskola", "Avdelningschef förskolan"),
        ("Säkerhetssamordnare", "Säkerhetsamordnare"),
        ("VBE-samordnare", "VBE samordnare"),
    ],
)
def test_one_role_in_two_spellings_is_advice(a, b):
    [b_] = om([rad(1, roller=(a,)), rad(2, roller=(b,))], "roll_tva_stavningar")
    assert a in b_.text
    assert b in b_.text
    assert b_.redigera == "/organisation/roller/"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Enhetschef 1", "Enhetschef 2"),
        ("Rektor", "Rektorer"),
        ("Avdelningschef förskola", "Avdelningschef grundskola"),
        ("Stadsdelsdirektör", "Förvaltningsdirektör"),
        ("Enhetschef norr", "Enhetschef söder"),
        ("Socialchef", "Skolchef"),
        ("Lokal samordnare", "Central samordnare"),
    ],
)
def test_two_roles_are_left_in_peace(a, b):
    assert om([rad(1, roller=(a,)), rad(2, roller=(b,))], "roll_tva_stavningar") == []


def test_one_title_twice_is_told_on_the_second_row():
    [b] = om([rad(1, titel="Läxhjälp"), rad(5, titel="läxhjälp.")], "dubbel_aktivitet")
    assert (b.ankare, b.text.startswith("Aktivitet 1 heter också")) == (
        "aktivitet-5",
        True,
    )
    skilda = [rad(1, titel="Läxhjälp i norr"), rad(2, titel="Läxhjälp i söder")]
    assert om(skilda, "dubbel_aktivitet") == []


@pytest.mark.parametrize(
    ("titel", "antal"),
    [
        ("Utbildningsdag 2024", 1),
        ("Uppföljning av enkäten 2026", 0),
        ("Samverkan enligt SOU 2013:81", 0),
        ("Agenda 2030 i skolan", 0),
    ],
)
def test_a_title_with_a_year_long_past_is_told(titel, antal):
    assert len(om([rad(1, titel=titel)], "gammalt_ar")) == antal


def test_words_to_be_filled_in_are_found_in_every_cell():
    rader = [rad(1, mal="XX ungdomar"), rad(2, roller=("N.N.",)), rad(3)]
    assert [b.kort for b in om(rader, "platshallare")] == ["1", "2"]


def test_lines_of_a_cell_need_no_stop_and_no_capital():
    cell = "<p>i samarbete med polisen och</p>\n<p>Målgrupp: unga</p>"
    assert [b.slag for b in anmarkt(hel_plan(rader=[rad(1, beskrivning=cell)]))] == []
