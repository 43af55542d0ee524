"""The single entry: content in, PDF out, set once and kept until something changes."""

from datetime import date

import pytest
from django.core.cache import caches

from tests.rapport.exempel import avsnitt, plan
from vbeplan.rapport import process, utskrift
from vbeplan.rapport.fel import PdfFel


@pytest.fixture
def tomt_forrad(settings, tmp_path):
    """A PDF store of its own, so that nothing is found from another test."""
    forrad = {**settings.CACHES["pdf"], "LOCATION": str(tmp_path)}
    settings.CACHES = {**settings.CACHES, "pdf": forrad}
    return caches["pdf"]


@pytest.fixture
def raknare(monkeypatch):
    """How many times a plan was really set."""
    anrop = []
    satt = process.satt_i_barn

    def raknad(*args, **kwargs):
        anrop.append(args)
        return satt(*args, **kwargs)

    monkeypatch.setattr(process, "satt_i_barn", raknad)
    return anrop


def liten(**andrat):
    return plan(**{"avsnitt": (avsnitt(0),), **andrat})


def test_a_plan_becomes_a_pdf(tomt_forrad):
    assert utskrift.skapa_pdf(liten()).startswith(b"%PDF-1.7")


def test_an_unchanged_plan_is_not_set_again(tomt_forrad, raknare):
    forsta = utskrift.skapa_pdf(liten())
    assert utskrift.skapa_pdf(liten()) == forsta
    assert len(raknare) == 1


def test_a_failure_is_not_stored(tomt_forrad, monkeypatch):
    with monkeypatch.context() as m:
        m.setattr(process.sys, "executable", process.sys._base_executable)
        with pytest.raises(PdfFel):
            utskrift.skapa_pdf(liten())
    assert utskrift.skapa_pdf(liten()).startswith(b"%PDF")


@pytest.mark.parametrize(
    "andring",
    [
        {"kommun": "Norrby kommun"},
        {"namnd": "Kulturnämnden"},
        {"titel": "Plan"},
        {"ar": 2026},
        {"dnr": "X 1"},
        {"datum": date(2025, 4, 25)},
        {"farg": "#a1261d"},
        {"status": "Beslutad"},
        {"dokument": ()},
        {"avsnitt": (avsnitt(1),)},
    ],
    ids=lambda andring: next(iter(andring)),
)
def test_each_change_of_content_gives_another_key(andring):
    fore = utskrift.fingeravtryck(*utskrift.underlag(liten()))
    efter = utskrift.fingeravtryck(*utskrift.underlag(liten(**andring)))
    assert fore != efter


def test_a_changed_style_or_program_gives_another_key(tmp_path, monkeypatch):
    fore = utskrift.fingeravtryck("<p>", "")
    andrad = tmp_path / "plan.css"
    andrad.write_bytes(utskrift.pdf.STILMALL.read_bytes() + b"\n")
    monkeypatch.setattr(utskrift.pdf, "STILMALL", andrad)
    utskrift._grund.cache_clear()
    efter = utskrift.fingeravtryck("<p>", "")
    utskrift._grund.cache_clear()
    assert fore != efter
