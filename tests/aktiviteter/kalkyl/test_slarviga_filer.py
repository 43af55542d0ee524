"""Workbooks as people leave them: nothing is taken away that nobody has taken away."""

import io

import pytest
import xlsxwriter

from aktiviteter.forms.kalkyl import KalkylForm
from aktiviteter.kalkyl.kolumner import CellFel, las_dag
from aktiviteter.kalkyl.las import las_arbetsbok
from aktiviteter.kalkyl.skillnader import skillnader
from tests.aktiviteter.arbetsbok import rader_ur
from tests.bygge import ny_arbetsbok, ny_plan
from vbeplan.filer.fel import FilFel


def skriven(fyll):
    """Return a workbook that `fyll` has written in."""
    ut = io.BytesIO()
    bok = xlsxwriter.Workbook(ut)
    fyll(bok)
    bok.close()
    return ut.getvalue()


def test_a_sheet_of_sums_before_ours_is_not_taken_for_it():
    def fyll(bok):
        bok.add_worksheet("Summor").write_row(0, 0, ["Nr", "Aktivitet", "Antal"])
        blad = bok.add_worksheet("Aktiviteter")
        blad.write_row(0, 0, ["Nr", "Aktivitet", "Mål", "Enhet"])
        blad.write_row(1, 0, [1, "Feriejobb", "40", "platser"])

    assert [r["mål"] for r in las_arbetsbok(skriven(fyll))] == ["40"]


def test_two_columns_of_one_heading_are_refused():
    def fyll(bok):
        blad = bok.add_worksheet()
        blad.write_row(0, 0, ["Nr", "Aktivitet", "Mål", "Mål"])
        blad.write_row(1, 0, [1, "A", "B"])

    with pytest.raises(FilFel, match="Rubriken Mål står över två kolumner"):
        las_arbetsbok(skriven(fyll))


def test_errors_and_uncounted_formulas_are_not_empty_cells():
    def fyll(bok):
        blad = bok.add_worksheet()
        blad.write_row(0, 0, ["Nr", "Aktivitet", "Mål", "Måltal"])
        blad.write_row(1, 0, [1, "A"])
        blad.write_formula(1, 2, "=NA()", None, "#N/A")
        blad.write_formula(1, 3, "=1+1", None, 2)

    (rad,) = las_arbetsbok(skriven(fyll))

    assert (rad["mål"], rad["måltal"]) == ("#N/A", "2")


def test_a_value_merged_over_rows_stands_in_each():
    def fyll(bok):
        blad = bok.add_worksheet()
        blad.merge_range(0, 0, 0, 2, "Vår plan")
        blad.write_row(1, 0, ["Nr", "Aktivitet", "Nästa\navstämning"])
        blad.write_column(2, 0, [1, 2])
        blad.merge_range(2, 2, 3, 2, "2027-04-30")

    rader = las_arbetsbok(skriven(fyll))

    assert [r["nästa avstämning"] for r in rader] == ["2027-04-30"] * 2


def test_the_hidden_key_is_enough_when_the_numbers_are_gone():
    def fyll(bok):
        blad = bok.add_worksheet()
        blad.write_row(0, 0, ["Radnyckel", "Aktivitet"])
        blad.write_row(1, 0, ["7.1", "A"])

    assert las_arbetsbok(skriven(fyll))[0]["radnyckel"] == "7.1"


@pytest.mark.parametrize(
    "ord_",
    ["2027-04-30", "30/4 2027", "30 april 2027", "20270430", "46507",
     "2027-04-30 00:00:00"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(ord_):
    assert las_dag(ord_) == "2027-04-30"


@pytest.mark.parametrize(
    "ord_", ["april 2027", "30 april", "2027-02-30", "T.o.m. 2027"]
)
def test_what_is_no_day_is_told(ord_):
    with pytest.raises(CellFel, match="är inget datum"):
        las_dag(ord_)


def test_an_error_in_a_cell_is_told_and_the_plan_keeps_its_words(plan):
    rader = rader_ur(plan)
    rader[0]["tidplan"] = "#N/A"

    (rad,) = skillnader(plan, rader).andrade

    assert not rad.byten
    assert "Cellen visar #N/A" in rad.fel[0]


def test_a_row_emptied_but_for_its_key_is_missing_not_blank(plan):
    rader = rader_ur(plan)
    rader[0] = dict.fromkeys(rader[0], "") | {
        "radnyckel": rader[0]["radnyckel"],
        "nr": "1",
        "rad": 2,
    }

    s = skillnader(plan, rader)

    assert not s.andrade
    assert len(s.saknade) == 1


def test_a_copy_above_its_original_is_the_new_one(plan):
    rader = rader_ur(plan)
    kopia = {**rader[1], "aktivitet": "Ny tagen ur en gammal", "rad": 1}

    s = skillnader(plan, [kopia, *rader])

    assert [rad.titel for rad in s.nya] == ["Ny tagen ur en gammal"]
    assert not s.andrade


def test_renamed_headings_and_missing_columns_are_named(plan):
    rader = rader_ur(plan)
    for rad in rader:
        rad["vårt mål"] = rad.pop("mål")

    s = skillnader(plan, rader)

    assert (s.olasta, s.utan) == (("Vårt mål",), ("Mål",))


def test_last_years_rows_are_not_ticked_to_be_added_again(plan, samordnare):
    fjol = rader_ur(ny_plan(plan.namnd, 2026, aktiviteter=1))
    rader = [*rader_ur(plan), {**fjol[0], "rad": 9}]
    inlasning = ny_arbetsbok(samordnare, plan)
    inlasning.data = rader

    form = KalkylForm(inlasning=inlasning)

    (rad,) = form.skillnader.nya
    assert "kommer ur en annan plan" in rad.not_
    assert "samma titel" in rad.not_
    assert form.valda == set()


def test_emptied_cells_are_counted_and_chapters_known_by_their_number(plan):
    rader = rader_ur(plan)
    rader[0] |= {"tidplan": "", "ansvariga": "", "kapitel": "1"}

    s = skillnader(plan, rader)

    assert s.tomda == 2
    assert s.andrade[0].byten[0].efter.startswith("1 ")


def test_a_name_that_is_nearly_a_roles_is_asked_about(plan, samordnare):
    rader = rader_ur(plan)
    rader[0]["ansvariga"] = "Enhetschefen i ekhamra\n- Bibliotekschef (samråd)"
    inlasning = ny_arbetsbok(samordnare, plan)
    inlasning.data = rader

    nara = KalkylForm(inlasning=inlasning).liknande

    assert nara == [("Enhetschefen i ekhamra", "Enhetschef i ekhamra")]
