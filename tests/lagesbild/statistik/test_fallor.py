"""Tables that would give a wrong sum without a word: each is read right, or told of."""

import io

import pytest
import xlsxwriter

from lagesbild.statistikfil.inlasning import foresla, las_fil
from lagesbild.statistikfil.las import las_statistik
from tests.lagesbild.statistik.test_korpus import KODER
from tests.lagesbild.statistik.test_tabeller import forslagen
from vbeplan.filer.fel import FilFel

AREN = "Typ;2022;2023;2024\n"


def utfallet(text):
    return forslagen(text)[0].utfall


def _text(*rader):
    return "\n".join(";".join(map(str, rad)) for rad in rader)


def test_a_group_above_its_members_is_left_out_and_told_of():
    u = utfallet(f"{AREN}Våld;30;40;50\nMisshandel;20;30;40\nRån;10;10;10\nHot;1;2;3")

    assert (u.rader, u.summa) == (3, 126)
    assert "2 (”Våld”)" in u.upplysningar[0]


def test_a_row_that_is_the_sum_of_all_the_others_is_left_out_whatever_it_is_called():
    u = utfallet("Stadsdel;2022;2023;2024\nEkbacken;4;5;6\nÅsen;1;2;3\nEkhamra;5;7;9")

    assert (u.rader, u.summa) == (2, 21)
    assert "Ekhamra" in u.upplysningar[0]


def test_small_numbers_that_agree_by_chance_are_counted():
    u = utfallet(f"{AREN}Klotter;3;1;2\nHot;1;1;1\nHets;2;0;1")

    assert (u.summa, u.upplysningar, u.kontroller) == (12, [], [])


def test_one_number_that_agrees_is_counted_but_told_of():
    u = utfallet("Stadsdel;2025\nEkbacken;30\nÅsen;14\nEkhamra;44")

    assert u.summa == 88
    assert "Är det en summa" in u.kontroller[0]


def test_a_word_that_is_the_sum_of_the_others_in_its_column_is_left_out():
    rader = [
        (ar, kon, antal)
        for ar in (2023, 2024, 2025)
        for kon, antal in (("K", 40), ("M", 60), ("T", 100))
    ]

    u = utfallet(_text(("År", "Kön", "Antal"), *rader))

    assert (u.summa, u.per_kategori["Kön"]) == (300, {"K": 120, "M": 180})


def test_years_among_their_months_are_left_out_when_they_are_their_sum():
    manader = [(f"2024-{nr:02}", nr) for nr in range(1, 13)]

    u = utfallet(_text(("Månad", "Antal"), *manader, ("2024", 78), ("2025-01", 4)))

    assert u.summa == 82


def test_a_year_that_is_not_the_sum_of_its_months_is_told_of():
    u = utfallet("Tid;Antal\n2024;50\n2024-01;4\n2024-02;5")

    assert "som andra rader också räknar" in u.kontroller[0]


def test_a_total_above_its_rows_finds_the_groups_among_them():
    u = utfallet(
        "Brottstyp;2025\nSAMTLIGA BROTT;900\nBrott mot person;500\nMisshandel;300\n"
        "Olaga hot;200\nSkadegörelse;400\nKlotter;150\nAnnan skadegörelse;250"
    )

    assert (u.summa, u.summarader) == (900, 3)


def test_of_two_tables_beside_each_other_the_first_is_read():
    [ett] = forslagen(
        "Typ;2024;2025;;Stadsdel;2024;2025\nHot;1;2;;Ekbacken;2;1\nHets;3;4;;Åsen;2;5"
    )

    assert ett.utfall.summa == 10
    assert list(ett.utfall.per_kategori) == ["Typ"]
    assert "Flera kolumner gäller samma tid" in ett.val.skal[0]


@pytest.mark.parametrize(
    "rubrik", ["Antal sjukdagar", "Antal inblandade elever", "Antal rum", "Fakturanr"]
)
def test_a_list_of_cases_does_not_add_up_what_is_no_events(rubrik):
    rader = [(f"2025-{nr:02}-03", "Klotter", nr) for nr in range(1, 10)]

    u = utfallet(_text(("Datum", "Typ", rubrik), *rader))

    assert (u.rader, u.summa) == (9, 9)


def test_a_count_with_a_word_in_it_is_still_the_count():
    u = utfallet("Månad;Typ;Antal\n2025-01;Hot;12\n2025-02;Hot;fem\n2025-03;Hot;1O")

    assert (u.summa, [rad for rad, _ in u.avvisade]) == (12, [3, 4])


def test_a_decimal_under_a_year_refuses_its_row_and_not_its_column():
    u = utfallet("Typ;2024;2025\nKlotter;12,5;15\nHot;3;1")

    assert (u.summa, [rad for rad, _ in u.avvisade]) == (4, [2])


def test_shares_are_not_read_as_one_case_a_row():
    u = utfallet("Område;2024;2025\nEkbacken;24,5;26,1\nÅsen;31,0;30,2")

    assert u.rader == 0
    assert "inga hela antal" in u.avvisade[0][1]


@pytest.mark.parametrize("rubrik", ["2025 /100 000", "2025 per 100 000", "per 1000"])
def test_a_rate_beside_its_count_is_not_added_to_it(rubrik):
    assert utfallet(f"Brottstyp;2025 Antal;{rubrik}\nHot;4;90\nRån;1;80").summa == 5


def test_words_over_the_counts_that_are_no_known_kind_are_asked_about():
    [ett] = forslagen("Månad;2025 Inkomna;2025 Stängda\njan;4;3\nfeb;1;2")

    assert ett.utfall.summa == 10
    assert "ändra vad den är" in ett.val.skal[0]


def test_a_quotation_mark_that_never_ends_does_not_swallow_rows():
    text = 'Datum;Typ;Text\n2025-01-03;Hot;"oj\n2025-01-04;Hot;ja\n2025-01-05;Hot;ja\n'

    with pytest.raises(FilFel, match=r"Rad 2 .*citattecken"):
        las_statistik(text.encode())


def test_a_cell_with_its_own_lines_is_no_broken_quotation():
    text = 'Datum;Typ;Text\n2025-01-03;Hot;"oj; nej\nja"\n2025-01-04;Hot;"a\nb"\n'

    assert utfallet(text).rader == 2


@pytest.mark.parametrize("rubrik", ["Mål 2025", "Prognos 2026", "Riktvärde 2025"])
def test_a_goal_or_a_forecast_is_no_event(rubrik):
    assert utfallet(f"Typ;Utfall 2025;{rubrik}\nHot;4;9\nHets;1;9").summa == 5


def test_two_weeks_are_not_a_week_of_another_year():
    u = utfallet("Vecka;Antal\nv 9 - 10;4\nv 11 - 12;3\nv. 13/25;2")

    assert (u.summa, len(u.avvisade)) == (2, 2)


def test_notes_after_a_year_and_quarters_in_words_are_times():
    noter = utfallet("Typ;2023¹;2024²⁾;2025*\nHot;1;2;3\nHets;1;1;1")
    kvartal = utfallet("Typ;1:a kvartalet 2025;2:a kvartalet 2025\nHot;1;2\nHets;3;0")

    assert dict(noter.per_manad) == {"2023": 2, "2024": 3, "2025": 4}
    assert dict(kvartal.per_manad) == {"2025-01–03": 4, "2025-04–06": 2}


def test_files_laid_end_to_end_are_one_list():
    huvud = "Datum;Typ\n"
    en, tva = (f"{huvud}2025-0{m}-03;Hot\n2025-0{m}-04;Hets\n" for m in (1, 2))

    [ett] = forslagen(b"\xef\xbb\xbf" + f"{en}\ufeff{tva}".encode())

    assert ett.utfall.rader == 4


def test_a_pivot_with_months_down_and_kinds_across_is_read():
    u = utfallet(
        "Antal av Ärende;Kolumnetiketter;;\nRadetiketter;Hot;Hets;Totalsumma\n"
        "2025-01;4;1;5\n2025-02;2;2;4\n2025-03;0;1;1\n(tom);;;\nTotalsumma;6;4;10"
    )

    assert (u.summa, u.kontroller) == (10, [])
    assert dict(u.per_manad) == {"2025-01": 5, "2025-02": 4, "2025-03": 1}


def test_an_error_in_a_workbook_refuses_its_row_by_number():
    ut = io.BytesIO()
    with xlsxwriter.Workbook(ut) as bok:
        blad = bok.add_worksheet()
        blad.write_row(0, 0, ["Månad", "Typ", "Antal"])
        for nr in range(1, 7):
            blad.write_row(nr, 0, [f"2025-{nr:02}", "Hot", 3])
        blad.write_formula(3, 2, "=1/0", None, "#DIV/0!")

    u = foresla(las_statistik(ut.getvalue())["blad"], KODER, "fil.xlsx")[0].utfall

    assert (u.summa, [rad for rad, _ in u.avvisade]) == (15, [4])
    assert "#DIV/0!" in u.avvisade[0][1]


@pytest.mark.django_db
def test_a_column_of_names_is_dropped_whatever_its_heading_says():
    namn = ("Anna Lind", "Bo Ek", "Eva Berg")
    rader = [(f"2025-{nr:02}-03", "Hot", namn[nr % 3]) for nr in range(1, 10)]

    [blad] = las_fil(_text(("Datum", "Typ", "Berörd"), *rader).encode())

    assert blad["kolumner"][2]["slappt"] == "person"
    assert "Anna" not in str(blad)


def test_a_week_by_number_and_a_name_of_a_district_are_no_case_or_person():
    veckor = utfallet(
        _text(("År", "Vecka nr", "Antal"), *[(2025, v, 2) for v in range(1, 30)])
    )
    delar = utfallet("Datum;Stadsdelsnamn\n2025-01-03;Ekbacken\n2025-01-04;Åsen")

    assert veckor.summa == 58
    assert delar.per_kategori["Stadsdelsnamn"] == {"Ekbacken": 1, "Åsen": 1}
