"""The gate: the PDF keeps PDF/UA-1 and PDF/A-2a, and the gate can say no."""

import io
import re
from dataclasses import replace
from datetime import date

import page
import pikepdf
import pytest

from tests.bygge_bilaga import bilaga
from tests.rapport.exempel import avsnitt, plan
from tests.rapport.verapdf import granska
from vbeplan.rapport import process, utskrift
from vbeplan.rapport.forsegling import Forsegling, Uppgifter

LOGOTYP = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFElEQVR4nGPg"
    "CXHAihgGlwQOBACAGTzhtGtR6QAAAABJRU5ErkJggg=="
)
UDDA = (
    '<h3>En <em>kursiv</em></h3>\n<p>A<span class="fotnot">'
    + "Lång not. " * 200
    + "</span></p>\n<p>Łódź Ştefan Ωmega Яна → ✓ 🙂 نص</p>"
)
FORMER = {
    "no chapters": plan(avsnitt=()),
    "bare cover with a logo": plan(
        dnr="", datum=None, status="", dokument=(), logotyp=LOGOTYP, avsnitt=()
    ),
    "yellow": plan(avsnitt=(avsnitt(0, text="<p>Ett</p>"),), farg="#ffdd00"),
    "odd characters and a long note": plan(avsnitt=(avsnitt(0, text=UDDA),)),
    "appendices": plan(
        avsnitt=(avsnitt(0),), bilagor=(bilaga(), bilaga(nyckel="samrad"))
    ),
}
SIDAN = Forsegling(
    1, Uppgifter("Nämnden", date(2026, 11, 12), "§ 47", "E 1"), "a1" * 32
)
UTGAVOR = {
    "an edition": SIDAN,
    "its public version": replace(SIDAN, utan=("2 Internt", "Bilagan Ändringar")),
    "an edition registered afterwards, without dnr": replace(
        SIDAN, uppgifter=Uppgifter("Nämnden", date(2020, 1, 2), efterhand=True)
    ),
}


def utan_taggar(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root.StructTreeRoot
        packe = pdf.Root.Metadata
        packe.write(re.sub(rb"pdfuaid:part=.1.", b"", packe.read_bytes()))
        return _sparad(pdf)


def utan_typsnitt(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for objekt in pdf.objects:
            if isinstance(objekt, pikepdf.Dictionary) and "/FontFile2" in objekt:
                del objekt["/FontFile2"]
        return _sparad(pdf)


def _sparad(pdf: pikepdf.Pdf) -> bytes:
    ut = io.BytesIO()
    pdf.save(ut)
    return ut.getvalue()


@pytest.fixture(scope="session")
def pdfer(sattning):
    """Plans of every shape, and two that are broken on purpose."""
    former = {
        namn: process.satt_i_barn(*utskrift.underlag(innehall)).pdf
        for namn, innehall in FORMER.items()
    }
    for namn, sidan in UTGAVOR.items():
        utgava = utskrift.underlag(plan(avsnitt=(avsnitt(0),)), sidan)
        former[namn] = process.satt_i_barn(*utgava).pdf
    return {
        "sample": sattning.pdf,
        **former,
        "no tags": utan_taggar(sattning.pdf),
        "no fonts": utan_typsnitt(sattning.pdf),
    }


@pytest.fixture(scope="session")
def utslag(pdfer, tmp_path_factory):
    """veraPDF's verdict on all of them, from one start of Java."""
    filer = []
    for i, data in enumerate(pdfer.values()):
        filer.append(tmp_path_factory.mktemp("pdf") / f"{i}.pdf")
        filer[-1].write_bytes(data)
    return dict(zip(pdfer, granska(filer), strict=True))


@pytest.mark.parametrize("form", ["sample", *FORMER, *UTGAVOR])
def test_a_plan_keeps_both_standards_in_one_file(utslag, form):
    brutna = {profil: dom.brutna for profil, dom in utslag[form].items()}
    assert brutna == {"ua1": (), "2a": ()}
    assert all(dom.klarar for dom in utslag[form].values())


@pytest.mark.parametrize("profil", ["ua1", "2a"])
@pytest.mark.parametrize("form", ["sample", *FORMER, *UTGAVOR])
def test_the_fast_check_agrees(pdfer, form, profil):
    svar = page.validate_pdf_bytes(pdfer[form], profile=profil)
    assert svar.is_compliant, [fel.rule_id for fel in svar.failures]


def test_the_gate_refuses_a_pdf_without_tags_and_claim(utslag):
    assert "5-1" in utslag["no tags"]["ua1"].brutna
    assert not utslag["no tags"]["ua1"].klarar
    assert not utslag["no tags"]["2a"].klarar


def test_the_gate_refuses_a_font_that_is_not_embedded(utslag, pdfer):
    assert not utslag["no fonts"]["ua1"].klarar
    assert not utslag["no fonts"]["2a"].klarar
    assert not page.is_pdf_compliant_bytes(pdfer["no fonts"], profile="ua1")
