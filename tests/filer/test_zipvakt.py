"""Looking at a zip's directory before it is unpacked: what is let in, what is not."""

import io
import struct
import zipfile

import pytest

from tests.aktiviteter.wordfil import TYP, docx, p, zippa
from vbeplan.filer.fel import FilFel
from vbeplan.filer.zipvakt import MIB, OLE, las_post, oppna_docx


def refuses(data: bytes) -> str:
    with pytest.raises(FilFel) as fel:
        oppna_docx(data)
    return str(fel.value)


def test_an_honest_docx_is_opened_at_its_document_part():
    arkiv, namn = oppna_docx(docx(p("Hej")))
    assert namn == "word/document.xml"
    assert b"Hej" in las_post(arkiv, namn)


def test_a_document_part_with_another_name_is_found_by_its_type():
    data = zippa(
        {
            "[Content_Types].xml": '<Types><Override PartName="/word/document2.xml" '
            f'ContentType="{TYP}.document.main+xml"/></Types>',
            "word/document2.xml": "<x/>",
        }
    )
    assert oppna_docx(data)[1] == "word/document2.xml"


def test_a_long_honest_table_that_packs_hard_is_let_in():
    rader = "<w:tr><w:tc><w:p/></w:tc></w:tr>" * 60_000
    data = docx(f"<w:tbl>{rader}</w:tbl>")
    poster = zipfile.ZipFile(io.BytesIO(data)).infolist()
    uppackat = sum(x.file_size for x in poster)
    assert uppackat / sum(x.compress_size for x in poster) > 100
    assert oppna_docx(data)


@pytest.mark.parametrize(
    ("data", "ord_"),
    [
        (b"", "tom (0 byte)"),
        (b"bara text", "ingen Word-fil"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "ingen Word-fil"),
        (b"%PDF-1.7 osv", "PDF"),
        (b"{\\rtf1 hej}", "RTF"),
        (OLE + bytes(500) + "WordDocument".encode("utf-16-le"), "gamla format (.doc)"),
        (OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le"), "lösenord"),
        (zippa({"en.txt": "hej"}), "zip-fil men ingen Word-fil"),
        (
            zippa({"mimetype": "application/vnd.oasis.opendocument.text"}),
            "OpenDocument",
        ),
    ],
)
def test_other_kinds_of_files_are_named_and_the_way_out_is_told(data, ord_):
    text = refuses(data)
    assert ord_ in text
    assert ".docx" in text or "ladda upp" in text


@pytest.mark.parametrize("andel", [0.2, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused(andel):
    data = docx(p("Hej"))
    assert "trasig" in refuses(data[: int(len(data) * andel)])


def test_an_excel_file_renamed_to_docx_is_named():
    typ = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    assert "Excel" in refuses(docx(typ=typ))


@pytest.mark.parametrize(
    "val",
    [
        {"typ": "application/vnd.ms-word.document.macroEnabled.main+xml"},
        {"delar": {"word/vbaProject.bin": b"x"}},
    ],
)
def test_macros_are_refused(val):
    assert "makron" in refuses(docx(p("Hej"), **val))


@pytest.mark.parametrize("namn", ["../fil", "/etc/passwd", "a/../../b", "C:\\fil"])
def test_names_that_lead_out_of_the_file_are_refused(namn):
    assert "otillåtna namn" in refuses(docx(p("Hej"), delar={namn: "x"}))


def test_too_many_entries_are_refused():
    text = refuses(docx(delar={f"d/{i}": "" for i in range(600)}))
    assert "högst 500" in text


def test_two_entries_of_one_name_are_refused():
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w") as arkiv:
        arkiv.writestr("a", "x")
        with pytest.warns(UserWarning, match="Duplicate name"):
            arkiv.writestr("a", "x")
    assert "olika" in refuses(ut.getvalue())


@pytest.mark.langsam
def test_300_mib_unpacked_is_refused_without_unpacking():
    ut = io.BytesIO()
    with (
        zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as arkiv,
        arkiv.open("word/document.xml", "w") as fil,
    ):
        for _ in range(300):
            fil.write(bytes(MIB))
    assert "300 MiB" in refuses(ut.getvalue())


def test_many_pictures_give_the_advice_to_shrink_them():
    data = docx(delar={"word/media/bild.png": bytes(25 * MIB)})
    assert "Komprimera bilder" in refuses(data)


def test_a_packing_that_no_plan_has_is_refused():
    data = docx(delar={"word/x.xml": bytes(15 * MIB)})
    assert "hårdare" in refuses(data)


def test_an_encrypted_entry_is_refused():
    assert "lösenord" in refuses(_med_flagga(docx(p("Hej")), 0x1))


def test_a_size_that_the_directory_lies_about_is_refused():
    data = _ljug_om_storleken(docx(p("Hej " * 1000)), "word/document.xml", 100)
    arkiv, namn = oppna_docx(data)
    with pytest.raises(FilFel, match="trasig"):
        las_post(arkiv, namn)


def test_a_missing_document_part_is_refused():
    data = zippa(
        {
            "[Content_Types].xml": '<Types><Override PartName="/word/document.xml" '
            f'ContentType="{TYP}.document.main+xml"/></Types>'
        }
    )
    assert "saknas" in refuses(data)


def _med_flagga(data: bytes, flagga: int) -> bytes:
    """Sets a general purpose flag in every central directory entry."""
    ut = bytearray(data)
    vid = -1
    while (vid := data.find(b"PK\x01\x02", vid + 1)) >= 0:
        ut[vid + 8] |= flagga
    return bytes(ut)


def _ljug_om_storleken(data: bytes, namn: str, storlek: int) -> bytes:
    """Writes a smaller unpacked size for one entry in the central directory."""
    ut = bytearray(data)
    vid = -1
    while (vid := data.find(b"PK\x01\x02", vid + 1)) >= 0:
        if data[vid + 46 : vid + 46 + len(namn)] == namn.encode():
            ut[vid + 24 : vid + 28] = struct.pack("<I", storlek)
    return bytes(ut)
