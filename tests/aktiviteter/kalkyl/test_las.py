"""Workbooks from outside: read apart, refused in Swedish."""

import io
import zipfile

import pytest
import xlsxwriter

from aktiviteter.kalkyl.las import MAX_RADER, las_arbetsbok
from tests.aktiviteter.arbetsbok import bok
from vbeplan.filer.barn import kor_i_barn
from vbeplan.filer.fel import FilFel
from vbeplan.filer.filslag import EXCEL

LASARE = "aktiviteter.kalkyl.las:las_arbetsbok"


def test_rows_are_found_below_lines_of_ones_own():
    ut = io.BytesIO()
    arbetsbok = xlsxwriter.Workbook(ut)
    blad = arbetsbok.add_worksheet("Mina anteckningar")
    blad.write(0, 0, "Att göra")
    blad = arbetsbok.add_worksheet("Blad2")
    blad.write(0, 0, "Ifylld av Anna")
    blad.write_row(3, 1, ["NR", "Aktivitet", "Måltal"])
    blad.write_row(4, 1, [7, "Feriejobb", 0.5])
    arbetsbok.close()

    assert las_arbetsbok(ut.getvalue()) == [
        {"nr": "7", "aktivitet": "Feriejobb", "måltal": "0,5", "rad": 5}
    ]


def test_empty_rows_are_passed_by():
    rader = [{"Nr": "1", "Aktivitet": "A"}, {}, {"Nr": "", "Aktivitet": "B"}]

    assert [r["rad"] for r in las_arbetsbok(bok(rader))] == [2, 4]


@pytest.mark.parametrize(
    ("data", "ord_"),
    [
        (b"", "tom"),
        (b"Nr;Aktivitet\n1;A", "ingen Excel-fil"),
        (b"%PDF-1.7", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Excels gamla format"),
        (b"PK\x03\x04" + b"\0" * 50, "trasig"),
    ],
)
def test_other_files_are_named_and_the_way_out_is_told(data, ord_):
    with pytest.raises(FilFel, match=ord_):
        las_arbetsbok(data)


def test_a_word_file_is_told_from_a_workbook():
    from tests.aktiviteter.wordfil import docx, p

    with pytest.raises(FilFel, match="Det här är en Word-fil"):
        las_arbetsbok(docx(p("Hej")))


def test_a_workbook_of_something_else_is_refused():
    with pytest.raises(FilFel, match="inga rader med kolumnerna Nr och Aktivitet"):
        las_arbetsbok(bok([{"Namn": "Anna", "Timmar": "7"}]))


def test_a_workbook_with_a_broken_sheet_is_refused():
    hel = bok([{"Nr": "1", "Aktivitet": "A"}])
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(hel)) as in_, zipfile.ZipFile(ut, "w") as zip_:
        for post in in_.infolist():
            data = in_.read(post)
            zip_.writestr(post, b"<x" if "sheet1.xml" in post.filename else data)

    with pytest.raises(FilFel, match="Öppna filen i Excel"):
        las_arbetsbok(ut.getvalue())


def test_more_rows_than_a_plan_can_have_are_refused():
    with pytest.raises(FilFel, match=f"högst {MAX_RADER}"):
        las_arbetsbok(bok([{"Nr": "1", "Aktivitet": "A"}] * (MAX_RADER + 1)))


def test_a_cell_far_out_costs_a_child_and_no_more():
    ut = io.BytesIO()
    arbetsbok = xlsxwriter.Workbook(ut)
    blad = arbetsbok.add_worksheet()
    blad.write_row(0, 0, ["Nr", "Aktivitet"])
    blad.write(1_048_575, 16_383, "långt bort")
    arbetsbok.close()

    with pytest.raises(FilFel) as fel:
        kor_i_barn(LASARE, ut.getvalue(), slag=EXCEL)

    assert "arbetsbok" in str(fel.value).lower() or "Excel" in str(fel.value)


def test_macros_are_refused():
    hel = bok([{"Nr": "1", "Aktivitet": "A"}])
    ut = io.BytesIO(hel)
    with zipfile.ZipFile(ut, "a") as zip_:
        zip_.writestr("xl/vbaProject.bin", b"x")

    with pytest.raises(FilFel, match="makron"):
        las_arbetsbok(ut.getvalue())
