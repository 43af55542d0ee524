"""Tables as they are laid out to be read: stacked, hidden, with measures among rows."""

import pytest

from lagesbild.statistikfil.inlasning import foresla
from lagesbild.statistikfil.las import las_statistik
from tests.lagesbild.statistik.korpus import bok
from tests.lagesbild.statistik.test_korpus import KODER


def forslagen(data, filnamn="fil-2025.csv"):
    data = data if isinstance(data, bytes) else data.encode()
    return foresla(las_statistik(data)["blad"], KODER, filnamn)


def test_tables_of_one_year_each_are_read_as_one():
    text = (
        "Klotter 2024;;\nTyp;jan;feb\nHot;1;2\nHets;0;1\nTotalt;1;3\n;;\n"
        "Klotter 2025;;\nTyp;jan;feb\nHot;4;0\nHets;0;5\nTotalt;4;5"
    )
    [ett] = forslagen(text, "fil.csv")

    assert dict(ett.utfall.per_manad) == {
        "2024-01": 1, "2024-02": 3, "2025-01": 4, "2025-02": 5
    }  # fmt: skip
    assert not ett.utfall.kontroller


def test_the_same_events_told_twice_are_read_once_and_the_rest_is_told_of():
    text = (
        "Tabell 1. Per typ;;\nTyp;jan;feb\nHot;1;2\nHets;0;1\nTotalt;1;3\n;;\n"
        "Tabell 2. Per område;;\nOmråde;jan;feb\nEkbacken;1;1\nÅsen;0;2\nTotalt;1;3"
    )
    ett, annat = forslagen(text)

    assert (ett.utfall.summa, annat.utfall.summa) == (4, 4)
    [mening] = [m for m in ett.varningar if "Bara" in m]
    assert "abellen på rad" in mening
    assert ett.utfall.avvisade == annat.utfall.avvisade == []


def test_rows_keep_their_numbers_in_the_second_table():
    text = (
        "Typ;jan;feb\nHot;1;2\nHets;0;1\n;;\nOmråde;jan;feb\nEkbacken;många;1\nÅsen;0;2"
    )
    andra = next(f for f in forslagen(text) if "rad 5" in f.namn)

    assert [rad for rad, _ in andra.utfall.avvisade] == [6]


def test_another_sheet_with_rows_is_told_of():
    rader = [["Ärende", "Datum", "Typ"], ["K1", "2025-01-03", "Hot"]]
    forslag = forslagen(bok(("Jan", rader), ("Feb", rader)))

    assert any("Bara Jan läses in" in m for m in forslag[0].varningar)


@pytest.mark.parametrize(
    "rad", ["Medel;9;9", "Medelvärde 2020–2024;9;9", "varav hatbrott;1;1", "Andel;50;2"]
)
def test_a_measure_or_a_part_is_told_of_and_not_counted(rad):
    [ett] = forslagen(f"Typ;jan;feb\nHot;1;2\n{rad}\nHets;0;1")

    assert ett.utfall.summa == 4
    assert any("Radnummer: 3 (”" in m for m in ett.varningar)


def test_what_was_cleared_up_is_no_event_of_its_own():
    [ett] = forslagen(
        "Månad;Anmälda brott;Uppklarade brott\njan-25;5;2\nfeb-25;7;3", "fil.csv"
    )

    assert dict(ett.utfall.per_manad) == {"2025-01": 5, "2025-02": 7}


@pytest.mark.parametrize("rubrik", ["Mål", "Personuppklarade", "Rullande 12 månader"])
def test_a_goal_or_a_measure_beside_the_count_is_none(rubrik):
    [ett] = forslagen(f"Månad;Utfall;{rubrik}\njan 2025;3;5\nfeb 2025;4;5", "fil.csv")

    assert ett.utfall.summa == 7


def test_a_ticked_column_is_no_count():
    [ett] = forslagen("Nr;Datum;Hot;Hets\n1;2025-01-02;x;\n2;2025-02-02;;x")

    assert (ett.utfall.summa, ett.utfall.dolda) == (2, 0)


def test_years_over_months_with_sums_between_them():
    [ett] = forslagen(
        "Antal;Kolumnetiketter;;;;;\n;2024;;2024 Totalt;2025;2025 Totalt;Totalsumma\n"
        "Radetiketter;nov;dec;;jan;;\nHot;1;2;3;4;4;7\nTotalsumma;1;2;3;4;4;7",
        "fil.csv",
    )

    assert dict(ett.utfall.per_manad) == {"2024-11": 1, "2024-12": 2, "2025-01": 4}


def test_the_sum_in_the_corner_is_held_to_the_sums():
    [ett] = forslagen("Typ;jan;feb;Totalt\nHot;1;2;3\nVåld;2;3;5\nSumma;3;5;15")

    assert ett.utfall.kontroller == [
        "Rad 4: filens egen summa är 15, men talen på raden blir 8."
    ]


@pytest.mark.parametrize(
    ("ord_", "antal"),
    [("1 204,0", 1204), ("1\u00a0204,00", 1204), ("'7", 7), ("7 1)", 7)],
)
def test_a_count_is_read_as_it_is_printed(ord_, antal):
    [ett] = forslagen(f"Månad;Antal\n2025-01;{ord_}\n2025-02;0")

    assert ett.utfall.summa == antal


def test_other_boards_by_their_short_names_are_left_out():
    assert KODER.gissa("delomrade", "SDF Norrmark").kod == "-"
    assert KODER.gissa("delomrade", f"SDF {KODER.namnd.split()[0]}").kod == ""
