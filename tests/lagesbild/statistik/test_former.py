"""Small tables as people type them: what is counted, and what is left out of it."""

import pytest

from lagesbild.statistikfil.inlasning import foresla
from lagesbild.statistikfil.las import las_statistik
from tests.lagesbild.statistik.test_korpus import KODER

FORMER = {
    "antal per dag": ("Datum;Antal\n2024-01-01;3\n2024-01-02;0\n2024-01-03;4", 3, 7),
    "tom hörna": (";jan;feb\nHot;1;2\nVåld;2;2\nTotalt;3;4", 2, 7),
    "år och vecka": ("År;Vecka;Typ;Antal\n2024;1;Hot;2\n2024;12;Hot;3", 2, 5),
    "delområden som kolumner": (
        "Månad;Ekbacken;Åsen;Summa\njanuari;1;2;3\nfebruari;1;2;3\nSumma;2;4;6",
        2,
        6,
    ),
    "två år och en andel": (
        "Typ;Antal 2023;Antal 2024;Förändring %\nHot;3;4;33,3\nKlotter;1;2;100",
        2,
        10,
    ),
    "summan överst": ("Typ;jan;feb\nTotalt;3;5\nHot;1;2\nVåld;2;3", 2, 8),
    "år, månad och anmälda brott": (
        "Region;Brott;År;Månad;Anmälda brott\nX;Hets;2024;Januari;3\n"
        "X;Hets;2024;Februari;4",
        2,
        7,
    ),
    "uppgifter ovanför": (
        "Rapport;\nPeriod:;2024-01-01 - 2024-12-31\nSkapad:;2025-01-10\n;\n"
        "Typ;Antal\nHot;3\nKlotter;4\n;\nTotalt;7",
        2,
        7,
    ),
    "tertial och helår": ("Typ;Tertial 1;Tertial 2;Helår\nHot;1;2;3\nMer;2;2;4", 2, 7),
    "månader i spann": ("Typ;2023;2024\n;jan-apr;jan-apr\nHot;3;4", 1, 7),
    "hela stadsdelen": (
        "Delområde;jan;feb\nEkbacken;;3\nÅsen;1;\nHela Ekhamra;1;3",
        2,
        4,
    ),
    "heltal med decimaler": ("Typ;jan;feb\nHot;1,0;2,0\nVåld;3,0;1,0", 2, 7),
    "slag som kolumner per dag": (
        "Inkom datum;Klotter;Klistermärke\n2024-01-05;1;0\n2024-02-05;3;2",
        2,
        6,
    ),
    "timmar är inget antal": (
        "Nr;Datum;Antal timmar;Typ\n1;2024-01-05;3;Hot\n2;2024-01-06;4;Hot",
        2,
        2,
    ),
    "händelsens dag före registreringens": (
        "Händelsedatum;Registreringsdatum;Typ\n2024-01-05;2024-02-01;Klotter\n"
        "2024-01-06;2024-02-01;Klotter",
        2,
        2,
    ),
    "dag, månad och år": ("Dag;Månad;År;Typ\n5;1;2024;Hot\n6;2;2024;Hot", 2, 2),
    "hela staden bredvid": (
        "Stadsdel;Antal\nÅsen;5\nEkbacken;6\nHela staden;300",
        2,
        11,
    ),
    "bara summakolumn": ("Typ;Totalt\nHot;3\nKlotter;4", 2, 7),
    "komma i citat": ('Datum,Typ,Antal\n2024-01-05,"Hot, våld","1 200"', 1, 1200),
}


def las(text):
    blad = las_statistik(text.encode())["blad"]
    return foresla(blad, KODER, "fil-2024.csv")[0].utfall


@pytest.mark.parametrize("namn", FORMER)
def test_a_table_is_counted_as_its_reader_would(namn):
    text, rader, summa = FORMER[namn]

    utfall = las(text)

    assert (utfall.rader, utfall.summa, utfall.avvisade) == (rader, summa, [])
    assert all("staden" in mening for mening in utfall.kontroller)


def test_a_sum_that_differs_is_told():
    utfall = las("Typ;jan;feb;Totalt\nHot;1;2;3\nVåld;2;3;9\nSumma;3;6;9")

    assert utfall.summa == 8
    assert utfall.kontroller == [
        "Rad 4 (Summa): filens egen summa är 9, men raderna ovanför blir 8. "
        "Kontrollera filen innan du sparar.",
        "Rad 3: filens egen summa är 9, men talen på raden blir 5.",
    ]


def test_a_word_among_counts_costs_its_cell_and_not_the_row():
    utfall = las("Typ;jan;feb;mar\nHot;1;många;3\nHets;2;2;1\nVåld;1;2,5;1\nMer;1;1;1")

    assert (utfall.rader, utfall.summa) == (3, 12)
    (ord_, decimal) = utfall.avvisade
    assert (ord_[0], ord_[1][-23:]) == (2, "Resten av raden räknas.")
    assert decimal[0] == 4
    assert "decimaler" in decimal[1]


def test_a_hidden_number_is_not_nought():
    utfall = las("Typ;jan;feb\nHot;<5;2\nVåld;..;3\nAnnat;uppgift saknas;1")

    assert (utfall.summa, utfall.dolda) == (6, 3)


@pytest.mark.parametrize(
    ("dag", "ord_"),
    [
        ("2020-31-12", "Menar du 2020-12-31?"),
        ("2023-02-30", "Menar du 2023-02-28?"),
        ("31.13.2024", "finns inte i kalendern"),
        ("2042-01-01", "kan inte stämma"),
        ("i våras", "är inget datum"),
        ("", "Datum saknas"),
    ],
)
def test_a_day_that_is_none_is_refused_with_what_to_do(dag, ord_):
    utfall = las(
        f"Ärende;Datum;Typ\nK1;2024-01-01;Hot\nK2;{dag};Hot\nK3;2024-01-02;Hot"
    )

    [(rad, skal)] = utfall.avvisade
    assert (utfall.rader, rad) == (2, 3)
    assert ord_ in skal
    assert skal.endswith((".", "?"))
