"""Another program opens the workbook and saves it: still nothing has changed."""

import shutil
import subprocess

import pytest

from aktiviteter.kalkyl.las import las_arbetsbok
from aktiviteter.kalkyl.skillnader import skillnader
from tests.aktiviteter.arbetsbok import hamtad

pytestmark = pytest.mark.django_db


def test_saved_by_libreoffice_it_says_the_same(plan, tmp_path):
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "rader.xlsx").write_bytes(hamtad(plan))
    (tmp_path / "ut").mkdir()

    subprocess.run(
        [soffice, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless",
         "--convert-to", "xlsx", "--outdir", tmp_path / "ut", tmp_path / "rader.xlsx"],
        timeout=120,
        capture_output=True,
    )  # fmt: skip
    sparad = tmp_path / "ut" / "rader.xlsx"
    if not sparad.exists():
        pytest.skip("LibreOffice is installed without Calc")

    assert not skillnader(plan, las_arbetsbok(sparad.read_bytes())).nagot
