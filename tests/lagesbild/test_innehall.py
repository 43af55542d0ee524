"""A picture's content as one frozen value: to JSON and back, charts, parts."""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import pytest

from lagesbild.bilddiagram import bildens_diagram
from lagesbild.delomraden import sida_vid_sida
from lagesbild.innehall import BildInnehall, levande_innehall
from lagesbild.sammanstallning import Cell, Rad, Visningstabell, underlag
from lagesbild.som_json import avtryck, fran_json, till_json
from tests import bygge, bygge_enkat
from tests.bygge_enkat import EN
from tests.bygge_lagesbild import ny_lagesbild, skriv_klart

pytestmark = pytest.mark.django_db


class Par(NamedTuple):
    namn: str
    dag: date


@dataclass(frozen=True)
class Prov:
    par: tuple[Par, ...]
    tal: int | None = None
    ord: dict[str, date] | None = None
    nytt: str = "finns inte i det gamla"


@pytest.fixture
def bild():
    return skriv_klart(ny_lagesbild(bygge.ny_namnd()))


def test_the_whole_content_comes_back_from_json_as_it_was(bild):
    bild.kallor.create(namn="Polisen", version=1)
    bild.iakttagelser.create(rubrik="Klistermärken")
    innehall = levande_innehall(bild)

    data = json.loads(json.dumps(innehall.till_json()))

    assert BildInnehall.fran_json(data) == innehall
    assert avtryck(data) == avtryck(innehall.till_json())


def test_nested_named_tuples_days_and_nothing_come_back():
    prov = Prov((Par("a", date(2026, 2, 28)),), None, {"x": date(2027, 1, 1)})

    assert fran_json(Prov, till_json(prov)) == prov


def test_what_an_older_program_wrote_is_read_by_a_newer():
    data = {"par": [["a", "2026-02-28"]], "borttaget": 1}

    assert fran_json(Prov, data) == Prov((Par("a", date(2026, 2, 28)),))


def test_the_fingerprint_is_the_same_whatever_order_the_database_keeps():
    assert avtryck({"a": 1, "å": [2]}) == avtryck({"å": [2], "a": 1})


def _tabell(namn, kolumner, *rader):
    return Visningstabell(
        namn,
        namn,
        kolumner,
        tuple(
            Rad(kod, ord_, tuple(Cell(str(x), x) for x in tal))
            for kod, ord_, *tal in rader
        ),
    )


def test_two_parts_of_a_merged_board_stand_side_by_side(bild):
    figurer = underlag(bild)
    serie = replace(
        figurer.blanketter,
        per_delomrade=_tabell(
            "d", ("2026", "2025"), ("1", "Norra", 7, 6), ("2", "Södra", 9, 0)
        ),
        per_miljo_och_delomrade=_tabell(
            "m", ("Norra", "Södra"), ("v", "Vit makt", 7, 9)
        ),
    )

    tabell = sida_vid_sida(replace(figurer, serier=(serie,)))

    assert tabell.kolumner == ("Norra", "Södra")
    assert [(rad, [text for _, text in celler]) for rad, celler in tabell.rader] == [
        ("Blanketter, 2026", ["7", "9"]),
        ("Blanketter, 2025", ["6", "0"]),
        ("Blanketter: vit makt", ["7", "9"]),
    ]


def test_an_undivided_board_has_no_parts_to_compare(bild):
    assert sida_vid_sida(underlag(bild)) is None


def test_charts_are_made_of_shown_figures_and_nothing_gives_none(bild):
    figurer = underlag(bild)
    assert bildens_diagram(figurer) == ()

    serie = replace(
        figurer.blanketter,
        totalt=_tabell("t", ("2026", "2025"), ("", "Händelser", 14, 9)),
        per_miljo=_tabell(
            "m", ("2026", "2025"), ("v", "Vit makt", 14, 9), ("a", "Autonom", 0, 0)
        ),
    )
    [diagram] = bildens_diagram(replace(figurer, serier=(serie,)))

    assert [ruta.namn for ruta in diagram.rutor] == ["Händelser", "Vit makt"]


def test_the_enkats_main_questions_are_drawn_and_the_others_told(bild):
    fragor = [EN | {"kod": "kunskap_egen"}, EN | {"kod": "egen_fraga"}]
    svar = [("egen", {f["kod"]: k for f in fragor}) for k in ("lag", "hog") * 6]
    bygge_enkat.stangd(bild=bild, svar=svar, fragor=fragor)

    [(enkat, bilder, andra)] = levande_innehall(bild).enkatbilder

    [(fraga, diagram)] = bilder
    assert fraga.kod == "kunskap_egen"
    assert "50" in str(diagram.tabell.rader)
    assert [f.kod for f in andra] == ["egen_fraga"]
    assert enkat.svar == 12
