"""The picture's tables in the plan's Word file: there, and never read back as text."""

import io

import docx
import pytest

from aktiviteter.handlingar import importera_plan
from aktiviteter.utbyte import granska, plan_data
from aktiviteter.word import las_word
from aktiviteter.word_ut import plan_som_word
from tests import bygge
from tests.aktiviteter.wordpaket import granska_mot_schemat, granska_paket
from tests.bygge_lagesbild import ny_lagesbild, publicera_bild

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    namnd = bygge.ny_namnd()
    data = bygge.plandata(namnd, aktiviteter=2)
    data["avsnitt"][1]["rubrik"] = "Lokal lägesbild"
    plan = importera_plan(granska(data), namnd=namnd, ar=data["ar"], av=None)
    bild = ny_lagesbild(namnd)
    bild.kallor.create(namn="Polisen i ekhamra", version=1)
    bild.iakttagelser.create(
        rubrik="Klistermärken", behov="ja", stallningstagande="Vi sanerar."
    )
    publicera_bild(bild)
    return plan


@pytest.fixture
def fil(plan):
    return plan_som_word(plan)


def test_sources_and_findings_are_tables_with_repeated_heads(fil):
    tabeller = docx.Document(io.BytesIO(fil)).tables
    forsta = {t.cell(0, 0).text: t for t in tabeller}

    assert forsta["Källa"].cell(1, 0).text == "Polisen i ekhamra"
    assert forsta["Iakttagelse"].cell(1, 2).text == "Vi sanerar."
    assert "tblHeader" in forsta["Källa"].rows[0]._tr.xml


def test_the_file_follows_words_schemas(fil):
    granska_paket(fil)
    granska_mot_schemat(fil)


def test_read_back_the_plan_is_the_same_and_has_none_of_the_pictures_words(plan, fil):
    data = las_word(fil, ar=2027)

    igen, fore = granska(data), granska(plan_data(plan))
    assert igen["avsnitt"] == fore["avsnitt"]
    assert igen["aktiviteter"] == fore["aktiviteter"]
    assert "Polisen i ekhamra" not in str(data)
