"""The figures as files: the page's cells, all of them and no others."""

import csv
import io
import json
import zipfile
from datetime import date

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lagesbild.sammanstallning import Underlag, underlag
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, ny_serie, nya_handelser
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


@pytest.fixture
def bild():
    namnd = bygge.ny_namnd()
    del_ = bygge.nytt_delomrade(namnd)
    nya_handelser(namnd, 2, date(2024, 11, 1), inkom=date(2024, 12, 1))
    nya_handelser(namnd, 9, date(2025, 3, 1), delomrade=del_)
    nya_handelser(namnd, 14, slag=("klotter", "hot"))
    nya_handelser(namnd, 3, miljo="autonom", plats="resa")
    ny_serie(namnd, [(date(2026, 2, 1), 20, {})], namn="=2+3 [sanering]")
    return ny_lagesbild(namnd)


@pytest.fixture
def hamta(client, bild):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, bild.namnd))

    def hamta(form, **fraga):
        adress = reverse(f"siffror_{form}", args=[bild.namnd.kort, bild.ar])
        return client.get(adress, fraga)

    return hamta


def cellerna(bild):
    return [
        (serie.namn, tabell.rubrik, rad.rubrik, kolumn, cell)
        for serie in underlag(bild).serier
        for tabell in serie.tabeller
        for rad in tabell.rader
        for kolumn, cell in zip(tabell.kolumner, rad.celler, strict=True)
    ]


def test_json_is_the_very_figures_of_the_page(hamta, bild):
    svar = hamta("json")
    assert svar["Content-Type"] == "application/json"
    data = json.loads(svar.content)
    assert data["format"] == "vbeplan-siffror/1"
    assert Underlag.fran_json(data) == underlag(bild)


def test_csv_has_a_row_for_each_cell_of_the_page(hamta, bild):
    svar = hamta("csv")
    text = svar.content.decode()
    assert text.startswith("\ufeffSerie;Räknar;Uppdelning;Rad;Kolumn;Antal;Visas som")
    rader = list(csv.reader(io.StringIO(text[1:]), delimiter=";"))[1:]
    assert [(r[0].removeprefix("'"), *r[2:5], r[6]) for r in rader] == [
        (*plats, cell.text) for *plats, cell in cellerna(bild)
    ]
    assert "attachment" in svar["Content-Disposition"]
    assert svar["Cache-Control"] == "private, no-store"


def arbetsboken(svar):
    """Return {sheet: its rows} of a workbook."""
    bok = CalamineWorkbook.from_filelike(io.BytesIO(svar.content))
    return {namn: bok.get_sheet_by_name(namn).to_python() for namn in bok.sheet_names}


def test_no_cell_of_a_file_is_a_formula(hamta):
    assert "'=2+3 [sanering]" in hamta("csv").content.decode()
    svar = hamta("xlsx")
    assert list(arbetsboken(svar)) == ["Blanketter", "=2+3  sanering"]
    with zipfile.ZipFile(io.BytesIO(svar.content)) as arkiv:
        blad = [namn for namn in arkiv.namelist() if "worksheets/" in namn]
        assert len(blad) == 2
        assert not any(b"<f" in arkiv.read(namn) for namn in blad)


def test_the_workbook_shows_the_same_cells(hamta, bild):
    bok = arbetsboken(hamta("xlsx"))
    for serie, blad in zip(underlag(bild).serier, bok.values(), strict=True):
        ord_ = [[c for c in rad if c != ""] for rad in blad]
        for tabell in serie.tabeller:
            assert [tabell.rubrik, *tabell.kolumner] in ord_
            for rad in tabell.rader:
                celler = [c.text if c.tal is None else c.tal for c in rad.celler]
                assert [rad.rubrik, *celler] in ord_


def csv_tal(svar):
    rader = list(csv.reader(io.StringIO(svar.content.decode()), delimiter=";"))[1:]
    return {int(rad[5]) for rad in rader if rad[5]}


def json_tal(svar):
    serier = Underlag.fran_json(json.loads(svar.content)).serier
    rader = [rad for s in serier for t in s.tabeller for rad in t.rader]
    return {cell.tal for rad in rader for cell in rad.celler}


def xlsx_tal(svar):
    blad = arbetsboken(svar).values()
    return {cell for rader in blad for rad in rader for cell in rad}


@pytest.mark.parametrize(
    ("form", "talen"), [("csv", csv_tal), ("json", json_tal), ("xlsx", xlsx_tal)]
)
def test_no_small_number_is_in_a_file(hamta, form, talen):
    funna = talen(hamta(form))
    assert 20 in funna
    assert not {1, 2, 3, 4} & funna


def test_a_file_holds_what_the_address_chose(hamta):
    text = hamta("csv", serie="blanketter", uppdelning="plats").content.decode()
    assert "sanering" not in text
    uppdelningar = {rad.split(";")[2] for rad in text.splitlines()[1:]}
    assert uppdelningar == {"Totalt", "Plats"}


def test_a_format_that_does_not_exist_is_not_found(client, bild, hamta):
    adress = reverse("siffror_csv", args=[bild.namnd.kort, bild.ar])
    assert client.get(adress.replace(".csv", ".pdf")).status_code == 404


def test_a_foreign_file_is_not_found(client, bild):
    annan = bygge.ny_namnd("askhamra")
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, annan))
    for form in ("csv", "xlsx", "json"):
        adress = reverse(f"siffror_{form}", args=[bild.namnd.kort, bild.ar])
        assert client.get(adress).status_code == 404
