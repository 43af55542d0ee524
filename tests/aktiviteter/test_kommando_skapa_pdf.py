"""manage.py skapa_pdf."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pypdf import PdfReader


def kor(ut, namnd="ekhamra", ar=2027):
    svar = StringIO()
    call_command(
        "skapa_pdf", "--namnd", namnd, "--ar", ar, "--ut", str(ut), stdout=svar
    )
    return svar.getvalue()


def test_the_plan_is_written_as_a_pdf_with_its_words(plan, tmp_path):
    fil = tmp_path / "Ekhamras plan.pdf"
    svar = kor(fil)
    assert fil.read_bytes().startswith(b"%PDF-")
    ord_ = "".join(sida.extract_text() for sida in PdfReader(fil).pages)
    assert "Aktivitet 1 i ekhamra" in ord_
    assert str(fil) in svar


def test_a_year_without_a_plan_is_refused_and_no_file_made(plan, tmp_path):
    with pytest.raises(CommandError, match="Planer som finns: 2027"):
        kor(tmp_path / "plan.pdf", ar=2031)
    assert not list(tmp_path.iterdir())


def test_an_unknown_board_is_refused(plan, tmp_path):
    with pytest.raises(CommandError, match="De som finns: Ekhamra"):
        kor(tmp_path / "plan.pdf", namnd="sjovik")


@pytest.mark.parametrize("vart", ["saknas/plan.pdf", "."])
def test_a_path_that_cannot_be_written_is_told(plan, tmp_path, vart):
    with pytest.raises(CommandError, match="Kan inte skriva"):
        kor(tmp_path / vart)
