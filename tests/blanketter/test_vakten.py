"""The guard of this installation knows the places that its boards are named for."""

import pytest

from blanketter import vakten
from tests import bygge
from vbeplan.organisation.models import Delomrade, Kommun

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def glomt():
    """No test sees what another has read."""
    vakten.glom()
    yield
    vakten.glom()


def funna(text):
    return [text[f.start : f.end] for f in vakten.hitta(text)]


def test_a_board_a_district_and_the_municipality_are_places():
    namnd = bygge.ny_namnd("vreklunda")
    Delomrade.objects.create(namnd=namnd, namn="Qvarnbyxen")
    Kommun.objects.create(namn="Frindala kommun")

    assert funna("Ungdomar från Vreklunda, Qvarnbyxen och Frindala sågs där.") == []


def test_a_district_that_is_also_somebodys_name_still_names_the_person():
    namnd = bygge.ny_namnd()
    Delomrade.objects.create(namnd=namnd, namn="Fatima")

    assert funna("Fatima sa att hon var rädd.") == ["Fatima"]


def test_a_new_district_is_known_when_the_words_are_read_again():
    text = "Xyrbolda sa nej."
    assert funna(text) == ["Xyrbolda"]

    Delomrade.objects.create(namnd=bygge.ny_namnd(), namn="Xyrbolda")
    vakten.glom()

    assert funna(text) == []
