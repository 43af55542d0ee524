"""The report of a follow-up as PDF: both standards, the same words, said when not."""

import pikepdf
import pytest
from django.urls import reverse

from aktiviteter.uppfoljning.rapport import tillfallets_rapport
from tests import bygge, bygge_uppfoljning
from tests.rapport.verapdf import granska
from vbeplan.organisation.models import Ratt
from vbeplan.rapport import process, uppfoljning
from vbeplan.rapport.fel import PdfFel

pytestmark = pytest.mark.django_db


@pytest.fixture
def ett():
    namnd = bygge.ny_namnd()
    roll = bygge.ny_roll(namnd, "Rektor")
    plan = bygge_uppfoljning.beslutad_plan(namnd, roll=roll, aktiviteter=8)
    rapporter = (
        {"nummer": 1, "resultat": "Lång text. " * 200},
        {"nummer": 2, "status": "utgar", "skal": "Skolan lades ner 🙂"},
    )
    return bygge_uppfoljning.stangt_tillfalle(plan, rapporter=rapporter)


def test_it_keeps_both_standards(ett, tmp_path):
    fil = tmp_path / "rapport.pdf"
    fil.write_bytes(uppfoljning.skapa_pdf(tillfallets_rapport(ett)))
    (utslag,) = granska([fil])
    assert all(u.klarar for u in utslag.values()), utslag
    with pikepdf.open(fil) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Tertialrapport 1 2027, uppföljning"


def test_a_reader_of_the_board_gets_the_file(client, ett):
    client.force_login(bygge.ny_anvandare(Ratt.LASARE, ett.plan.namnd))
    svar = client.get(reverse("tillfalle_pdf", args=[ett.pk]))
    assert svar.content.startswith(b"%PDF")
    assert svar["Cache-Control"] == "private, no-store"


def test_a_pdf_that_could_not_be_made_is_told(client, ett, monkeypatch):
    def faller(*_, **__):
        raise PdfFel("Filen kunde inte göras.")

    monkeypatch.setattr(process, "satt_i_barn", faller)
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, ett.plan.namnd))
    svar = client.get(reverse("tillfalle_pdf", args=[ett.pk]), follow=True)
    assert "Filen kunde inte göras." in svar.text
