"""Hostile and broken files: refused in words that say what to do, nothing stored."""

import io
import zipfile

import pytest

from lagesbild.statistikfil.inlasning import las_fil
from tests.lagesbild.statistik.korpus import bok, csv, fall, lista
from vbeplan.filer.fel import FilFel


def utbytt(data, namn, gor):
    """Return a zip with one part changed by `gor`, or added when it is new."""
    ut = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as fran,
        zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as till,
    ):
        for post in fran.namelist():
            if post != namn:
                till.writestr(post, fran.read(post))
        gammal = fran.read(namn) if namn in fran.namelist() else b""
        till.writestr(namn, gor(gammal))
    return ut.getvalue()


BOK = bok(("Data", lista(fall(5), "")))
BLAD = "xl/worksheets/sheet1.xml"
BREDD = bok(("Bred", [[f"k{i}" for i in range(16_384)], [1] * 16_384]))


def bomb():
    return utbytt(BOK, BLAD, lambda _: b"<a>" + b"0" * (120 * 1024**2))


def stor_bomb():
    return utbytt(BOK, "xl/media/x.xml", lambda _: b" " * (40 * 1024**2))


def xxe():
    skadlig = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    return utbytt(BOK, BLAD, lambda b: b.replace(b"?>", b"?>" + skadlig, 1))


FILER = {
    "0 byte": (b"", "tom"),
    "bara blanksteg": (b" \r\n;;\r\n", "tom"),
    "bara rubriker": (b"Datum;Typ\r\n", "inga rader"),
    "titel och rubriker": (b"Rapport\nDatum;Typ\n", "inga rader"),
    "zipbomb": (bomb, "packas upp"),
    "hårt packad": (stor_bomb, "packad hårdare"),
    "xxe": (xxe, "dokumenttyp"),
    "makron": (lambda: utbytt(BOK, "xl/vbaProject.bin", lambda _: b"x"), "makron"),
    "lösenord": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "lösenord",
    ),
    "trasig xls": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600,
        "går inte att läsa",
    ),
    "pdf": (b"%PDF-1.7\n", "en PDF"),
    "webbsida": (b"<!doctype html><table><tr><td>1", "webbsida"),
    "avklippt": (BOK[: len(BOK) // 2], "trasig"),
    "annan zip": (lambda: utbytt(b"PK\x05\x06" + b"\0" * 18, "a", lambda _: b"b"), ""),
    "nul": (b"Datum;Typ\n2024-01-01;H\x00t\n", "ingen textfil"),
    "en lång rad": (b"a" * 10_000_000, "rad med mer än"),
    "en lång rad med tecken": (b"a;" * 5_000_000, "rad med mer än"),
    "många kolumner": (csv([["k"] * 16_384, ["1"] * 16_384]), "kolumner"),
    "16 384 kolumner": (BREDD, "kolumner"),
    "citat som aldrig slutar": (
        b'Datum;Typ\n2024-01-01;"Hot\n' + b"2024-01-01;Hot\n" * 5000,
        "citattecken",
    ),
    "för stor": (b"x" * (21 * 1024**2), "högst"),
}


@pytest.mark.parametrize("namn", FILER)
def test_a_bad_file_is_refused_in_words(namn):
    data, ord_ = FILER[namn]

    with pytest.raises(FilFel) as fel:
        las_fil(data() if callable(data) else data)

    assert ord_ in str(fel.value)
    assert str(fel.value).endswith(".")


def test_a_cell_far_away_does_not_take_the_memory():
    data = utbytt(
        BOK,
        BLAD,
        lambda b: b.replace(
            b"</sheetData>",
            b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
        ),
    )
    with pytest.raises(FilFel):
        las_fil(data)


def test_a_cell_that_looks_like_a_formula_is_only_a_word():
    rader = lista(fall(3))
    rader[1][3] = "=CMD()"

    [blad] = las_fil(csv(rader))

    assert "=CMD()" in blad["kolumner"][3]["varden"]


def test_free_text_names_and_numbers_of_cases_never_leave_the_child():
    huvud = ["Ärende", "Datum", "Typ", "Handläggare", "Adress", "Beskrivning", "E-post"]
    rader = [
        [
            f"K{i}",
            "2024-01-03",
            "Hot",
            "Anna Ask",
            "Storgatan 3",
            f"Han i {i}",
            "a@b.se",
        ]
        for i in range(8)
    ]

    bladen = las_fil(csv([huvud, *rader]))

    for ord_ in ("Anna", "Storgatan", "Han i", "a@b", "K3"):
        assert ord_ not in str(bladen)
    assert [k.get("slappt") for k in bladen[0]["kolumner"]] == [
        "arende", None, None, "person", "person", "fritext", "person",
    ]  # fmt: skip


@pytest.mark.parametrize("rubrik", ["Noterat av", "Upptäckt av", "Skriven av", "Vem"])
def test_who_noted_it_is_not_kept_whatever_the_verb(rubrik):
    rader = [["2024-01-03", "Hot", "A. Ask"], ["2024-02-03", "Klotter", ""]]

    bladen = las_fil(csv([["Datum", "Typ", rubrik], *rader]))

    assert bladen[0]["kolumner"][2]["slappt"] == "person"


def test_a_personal_number_in_a_category_is_not_kept():
    rader = lista(fall(3))
    rader[1][3] = "Hot mot 19811228-9874"

    assert "9874" not in str(las_fil(csv(rader)))


def test_a_formula_that_was_never_counted_is_no_zero():
    rader = [["Typ", "jan 2024", "feb 2024"], ["Hot", 1, 2], ["Våld", 3, 4]]
    data = utbytt(
        bok(("A", rader)),
        BLAD,
        lambda b: b.replace(b'<c r="B2"><v>1</v></c>', b'<c r="B2"><f>SUM(B3)</f></c>'),
    )

    [blad] = las_fil(data)

    assert blad["kolumner"][1]["varden"] == ["#FORMEL!", 3]


def test_how_far_it_is_is_told():
    sagt = []

    las_fil(bok(("Data", lista(fall(30_000), ""))), framsteg=sagt.append)

    assert any("rader" in ord_ for ord_ in sagt)
