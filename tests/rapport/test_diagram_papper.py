"""The picture's charts on paper: tagged, said in words, and to both standards."""

import pytest
from django.template.loader import render_to_string

from lagesbild.diagram import Andelsrad, Grupp, Varde, andelar, linjer, rutor
from tests.rapport import verapdf
from tests.rapport.taggtrad import LastPdf
from vbeplan.rapport import process
from vbeplan.tema import farg

SKAL = (
    '<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Bild</title>'
    '</head><body><main class="dokument"><h1>Plan</h1><h2>Lokal lägesbild</h2>{}</main>'
    "</body></html>"
)
MANADER = tuple(f"månad {nr}" for nr in range(1, 13))
FA = Varde("färre än 5")


def varden(*tal):
    return tuple(FA if t is None else Varde(str(t), t) for t in tal)


@pytest.fixture(scope="module")
def pdf():
    diagram = [
        rutor(
            "Händelser per miljö",
            ("T1", "T2", "T3"),
            [
                Grupp("Vit makt-miljön", varden(8, 12, 6), varden(6, 5, 5)),
                Grupp("Den autonoma miljön", varden(None, 7, 0), varden(5, None, 0)),
                Grupp("En annan miljö", varden(None, None, None)),
            ],
            nu="2026",
            forr="2025",
        ),
        linjer("Klotter", MANADER, [Grupp("Klotter", varden(*range(12)))], nu="2026"),
        andelar("Kunskap", [Andelsrad("Låg", Varde("44 %", 44), FA)], nu="2026"),
    ]
    mallar = ("rutor", "rutor", "andelar")
    html = "".join(
        render_to_string(
            f"lagesbild/diagram/{mall}.html", {"diagram": d, "papper": True}
        )
        for mall, d in zip(mallar, diagram, strict=True)
    )
    return process.satt_i_barn(SKAL.format(html), farg.stilmall("")).pdf


def test_each_drawing_is_a_figure_that_says_its_figures(pdf):
    last = LastPdf(pdf)
    alt = [str(tagg.objekt.Alt) for tagg in last.med_roll("Figure")]

    assert len(alt) == 5
    assert "Vit makt-miljön. 2026: T1 8, T2 12, T3 6. 2025: T1 6, T2 5, T3 5." in alt
    assert "2026: T1 färre än 5, T2 7, T3 0" in alt[1]


def test_the_table_stands_after_its_drawings(pdf):
    last = LastPdf(pdf)

    assert last.antal("Table") == 3
    assert "Händelser per miljö" in last.text(1)


def test_the_paper_keeps_both_standards(pdf, tmp_path):
    fil = tmp_path / "diagram.pdf"
    fil.write_bytes(pdf)

    [utslag] = verapdf.granska([fil])

    assert {p: dom.brutna for p, dom in utslag.items()} == {"ua1": (), "2a": ()}
