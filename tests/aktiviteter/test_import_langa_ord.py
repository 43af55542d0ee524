"""Words in a Word plan that are longer than their fields: nothing is lost."""

import pytest

from aktiviteter.models import Aktivitet
from tests.aktiviteter import wordfil
from tests.aktiviteter.sida import adress, ord_pa
from tests.aktiviteter.uppladdning import inlast, word_plan
from vbeplan.organisation.models import Roll

LANG = "Respektive chef för verksamheten " * 15 + "sluta"  # 500 characters


@pytest.fixture
def skapa(klient, namnd):
    """Bring in a row, say yes, and return the activity."""

    def bygg(*rad):
        inlasning = inlast(klient, word_plan(rad), namnd=namnd)
        svar = klient.post(adress("plan_granska_import", inlasning.pk), {"ar": 2027})
        assert svar.status_code == 302
        return Aktivitet.objects.get()

    return bygg


def test_a_role_of_500_characters_is_kept_as_words_of_the_row(skapa, klient):
    assert len(LANG) == 500
    aktivitet = skapa("Sommarjobb", LANG, "Hösten", "VB")
    sida = ord_pa(klient.get("/planer/ekhamra/2027/"))
    assert LANG in sida
    assert all(len(namn) <= 200 for namn in Roll.objects.values_list("namn", flat=True))
    assert aktivitet.titel == "Sommarjobb"


@pytest.mark.parametrize("kolumn", range(4))
def test_a_cell_of_a_thousand_words_is_kept(skapa, klient, kolumn):
    rad = ["Sommarjobb", "Enhetschef", "Hösten", "VB"]
    rad[kolumn] = " ".join(f"ord{i}" for i in range(1000))
    skapa(*rad)
    sida = ord_pa(klient.get("/planer/ekhamra/2027/"))
    assert [f"ord{i}" for i in range(1000) if f"ord{i}" not in sida] == []


def test_a_heading_of_500_characters_is_kept(klient, namnd):
    data = wordfil.docx(
        wordfil.p("Plan 2027", stil="Rubrik"),
        wordfil.p(LANG, stil="Rubrik1"),
        wordfil.p("Text under rubriken."),
    )
    inlasning = inlast(klient, data, namnd=namnd)
    klient.post(adress("plan_granska_import", inlasning.pk), {"ar": 2027})
    sida = ord_pa(klient.get("/planer/ekhamra/2027/"))
    assert LANG in sida
    assert "Text under rubriken." in sida
