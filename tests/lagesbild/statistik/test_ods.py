"""A table as LibreOffice saves it by default."""

import io
import zipfile

import pytest

from lagesbild.statistikfil.inlasning import foresla, las_fil
from tests.lagesbild.statistik.korpus import fall, lista
from tests.lagesbild.statistik.test_korpus import KODER
from vbeplan.filer.fel import FilFel

SORT = "application/vnd.oasis.opendocument.spreadsheet"
NS = "urn:oasis:names:tc:opendocument:xmlns"


def ods(rader, *, forteckning=""):
    """Return an .ods of one sheet, every cell as words."""
    celler = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{c}</text:p>'
            "</table:table-cell>"
            for c in rad
        )
        + "</table:table-row>"
        for rad in rader
    )
    innehall = (
        f'<office:document-content xmlns:office="{NS}:office:1.0" '
        f'xmlns:table="{NS}:table:1.0" xmlns:text="{NS}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Uttag">{celler}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as arkiv:
        arkiv.writestr("mimetype", SORT)
        arkiv.writestr("content.xml", innehall)
        arkiv.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{NS}:manifest:1.0">{forteckning}'
            "</manifest:manifest>",
        )
    return ut.getvalue()


def test_an_ods_is_read():
    bladen = las_fil(ods(lista(fall(12))))

    utfall = foresla(bladen, KODER, "uttag.ods")[0].utfall

    assert (bladen[0]["namn"], utfall.summa) == ("Uttag", 12)


def test_an_ods_with_a_password_is_refused():
    with pytest.raises(FilFel, match="lösenord"):
        las_fil(ods(lista(fall(2)), forteckning="<manifest:encryption-data/>"))
