"""The command: a file in, rows and sums out, and what it could not place."""

import json

import pytest
from django.core.management import CommandError, call_command

from lagesbild.models import Manadstal, Oversattning, Serie, Statistikimport
from tests import bygge
from tests.lagesbild.statistik.korpus import DELAR, bok, csv, fall, lista

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    namnd = bygge.ny_namnd()
    for namn in DELAR:
        namnd.delomraden.create(namn=namn)
    return namnd


@pytest.fixture
def importera(tmp_path, namnd, capsys):
    """Return a function: a file's bytes in, the command's object out."""

    def kor(data, namn="klotter.csv", **val):
        fil = tmp_path / namn
        fil.write_bytes(data)
        val = {"namnd": "ekhamra", "kalla": "Klotter", "json": True, **val}
        try:
            call_command("importera_statistik", str(fil), **val)
        except CommandError:
            return json.loads(capsys.readouterr().out)
        return json.loads(capsys.readouterr().out)

    return kor


def summan():
    return sum(Manadstal.objects.values_list("antal", flat=True))


def test_rows_sums_and_categories_are_told_and_stored(importera):
    rader = fall(90)

    svar = importera(csv(lista(rader)))

    assert (svar["rader"], svar["summa"], svar["sparat"]) == (90, 90, True)
    assert sum(svar["per_kategori"]["Budskap"].values()) == 90
    assert svar["kolumner"]["Ärende"] == "läses inte"
    assert (svar["fran"], svar["till"]) == ("2024-01-01", "2024-12-31")
    assert summan() == 90
    vit_makt = Manadstal.objects.filter(miljo="vit_makt").values_list(
        "antal", flat=True
    )
    assert sum(vit_makt) == sum(r[3] == "Vitmakt" for r in rader)


def test_the_series_is_made_with_its_kind_and_remembers_the_words(importera):
    importera(csv(lista(fall(20))))

    serie = Serie.objects.get()
    assert (serie.art, serie.raknar) == ("klotter", "ärenden")
    ord_ = Oversattning.objects.get(falt="miljo", ord="vitmakt")
    assert ord_.kod == "vit_makt"


def test_the_same_file_twice_does_not_double(importera):
    data = csv(lista(fall(30)))
    importera(data)

    svar = importera(data)

    assert svar["sparat"] is False
    assert "Inget är ändrat" in svar["varningar"][0]
    assert summan() == 30
    assert Statistikimport.objects.count() == 1


def test_a_newer_extract_takes_the_place_of_its_months(importera):
    rader = sorted(fall(60))
    importera(csv(lista(rader[:30])))

    svar = importera(csv(lista(rader)))

    assert svar["sparat"] is True
    assert svar["andringar"][-1]["fore"] < svar["andringar"][-1]["efter"]
    assert summan() == 60


def test_prova_stores_nothing(importera):
    svar = importera(csv(lista(fall(10))), prova=True)

    assert (svar["summa"], svar["sparat"]) == (10, False)
    assert not Serie.objects.exists()


def test_bad_rows_are_told_by_number_and_the_good_are_taken(importera):
    rader = lista(fall(5))
    rader[2][1] = "2020-31-12"

    svar = importera(csv(rader))

    assert svar["rader"] == 4
    [avvisad] = svar["avvisade"]
    assert avvisad["rad"] == 3
    assert "Menar du 2020-12-31" in avvisad["skal"]
    assert Statistikimport.objects.get().avvisade[0][0] == 3


def test_what_stood_in_a_refused_cell_is_not_stored(importera):
    rader = [["Typ", "jan 2024", "feb 2024"], ["Hot", "Anna Ask", "2"], ["Våld", 1, 2]]

    svar = importera(csv(rader))

    assert "Anna Ask" in svar["avvisade"][0]["skal"]
    assert "Anna" not in Statistikimport.objects.get().avvisade[0][1]


def test_other_boards_districts_are_left_out_and_told(importera):
    bygge.ny_namnd("sjovik", namn="Sjöviks stadsdelsnämnd").delomraden.create(
        namn="Hamnen"
    )
    rader = lista(fall(6))
    rader[1][2], rader[2][2], rader[3][2] = "Hamnen", "Sjövik", "Lillbyn"

    svar = importera(csv(rader))

    assert svar["utelamnade"] == {"delomrade": {"Hamnen": 1, "Sjövik": 1}}
    assert svar["oplacerade"] == {"delomrade": {"Lillbyn": 1}}
    assert (svar["rader"], svar["summa"], summan()) == (4, 4, 4)


def test_a_new_category_is_told_and_counted_as_unknown(importera):
    rader = lista(fall(4))
    for rad in rader[1:]:
        rad[4] = "Månskensfolket"

    svar = importera(csv(rader))

    assert svar["oplacerade"] == {"miljo": {"Månskensfolket": 4}}
    assert set(Manadstal.objects.values_list("miljo", flat=True)) == {"oklart"}
    assert not Oversattning.objects.filter(ord="månskensfolket").exists()


def test_a_remembered_word_is_used(importera):
    rader = lista(fall(4))
    importera(csv(rader))
    serie = Serie.objects.get()
    serie.oversattningar.create(falt="miljo", ord="månskensfolket", kod="annan")
    for rad in rader[1:]:
        rad[4] = "Månskensfolket"

    svar = importera(csv(rader))

    assert svar["oplacerade"] == {}
    assert set(Manadstal.objects.values_list("miljo", flat=True)) == {"annan"}


def test_numbers_for_a_whole_year_are_kept_as_such(importera):
    importera(csv([["Typ", "2023", "2024"], ["Hot", 4, 5]]))

    rader = Manadstal.objects.values_list("manad__year", "precision", "antal")
    assert sorted(rader) == [(2023, "ar", 4), (2024, "ar", 5)]


def test_quarters_that_come_one_by_one_stand_side_by_side(importera):
    importera(csv([["Typ", "Kv 1 2024"], ["Hot", 4]]))
    svar = importera(csv([["Typ", "Kv 2 2024"], ["Hot", 5]]))

    assert svar["andringar"] == []
    rader = Manadstal.objects.values_list("manad__month", "precision", "antal")
    assert sorted(rader) == [(1, "3", 4), (4, "3", 5)]

    svar = importera(csv([["Typ", "2024"], ["Hot", 11]]))
    assert svar["andringar"] == [
        {"manad": "2024-01–03", "fore": 4, "efter": 0},
        {"manad": "2024-04–06", "fore": 5, "efter": 0},
    ]
    assert list(Manadstal.objects.values_list("precision", "antal")) == [("ar", 11)]


@pytest.mark.parametrize(("val", "kvar"), [({}, [3, 4]), ({"omraden": "ersatt"}, [3])])
def test_an_extract_of_one_part_leaves_the_others_unless_told(importera, val, kvar):
    huvud = ["Månad", "Delområde", "Antal"]
    importera(csv([huvud, ["2024-01", "Ekbacken", 2], ["2024-01", "Åsen", 4]]))

    svar = importera(csv([huvud, ["2024-01", "Ekbacken", 3]]), **val)

    assert sorted(Manadstal.objects.values_list("antal", flat=True)) == kvar
    assert any("inga rader för Åsen (4)" in mening for mening in svar["varningar"])


def test_a_chosen_sheet_is_read(importera):
    data = bok(("2023", [["Typ", "jan", "feb"], ["Hot", 1, 2]]),
               ("2024", [["Typ", "jan", "feb"], ["Hot", 3, 4]]))  # fmt: skip

    svar = importera(data, "ia.xlsx", blad="2024")

    assert (svar["blad"], svar["summa"], svar["fran"]) == ("2024", 7, "2024-01-01")


def test_without_a_year_the_file_is_refused_until_one_is_given(importera):
    data = csv([["Typ", "jan", "feb"], ["Hot", 1, 2]])

    assert "--ar" in importera(data, "ia.csv")["fel"]
    assert importera(data, "ia.csv", ar=2024)["summa"] == 3


@pytest.mark.parametrize(
    ("data", "vad"),
    [
        (b"", "tom"),
        (b"Datum;Typ\n", "inga rader"),
        (b"%PDF-1.7 x", "en PDF"),
        (csv([["Datum", "Typ"], ["i juni", "Hot"], ["i maj", "Hot"]]), "Ingen rad"),
    ],
)
def test_when_nothing_can_be_taken_it_says_why_and_fails(
    importera, tmp_path, namnd, data, vad
):
    assert vad in importera(data)["fel"]
    with pytest.raises(CommandError, match=vad):
        call_command(
            "importera_statistik", str(tmp_path / "klotter.csv"),
            namnd="ekhamra", kalla="X",
        )  # fmt: skip
    assert not Serie.objects.exists()


def test_a_file_that_is_not_there_is_named(namnd):
    with pytest.raises(CommandError, match="finns inte"):
        call_command("importera_statistik", "borta.csv", namnd="ekhamra", kalla="X")


def test_in_words_it_tells_the_same(tmp_path, namnd, capsys):
    fil = tmp_path / "klotter.csv"
    fil.write_bytes(csv(lista(fall(12))))

    call_command("importera_statistik", str(fil), namnd="ekhamra", kalla="Klotter")

    ut = capsys.readouterr()
    assert "12 rader, summa 12" in ut.out
    assert "Sparar." in ut.err
