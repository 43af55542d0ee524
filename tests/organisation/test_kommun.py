"""The municipality's own page: its name and colour."""

import pytest
from django.urls import reverse

from tests.bygge import ny_anvandare, ny_namnd
from vbeplan.organisation.models import Kommun, Ratt

pytestmark = pytest.mark.django_db
SIDA = reverse("kommun")


@pytest.fixture
def forvaltare(client):
    """The förvaltare's browser."""
    client.force_login(ny_anvandare(Ratt.FORVALTARE))
    return client


def test_the_name_stands_on_the_pages_once_it_is_saved(forvaltare):
    svar = forvaltare.post(
        SIDA, {"namn": "Granby stad", "farg": "#334455"}, follow=True
    )

    assert "Nämnderna i Granby stad" in svar.content.decode()


def test_there_is_one_municipality_however_often_it_is_saved(forvaltare):
    for namn in ("Granby", "Granby stad"):
        forvaltare.post(SIDA, {"namn": namn, "farg": "#0c4a57"})

    assert [k.namn for k in Kommun.objects.all()] == ["Granby stad"]


@pytest.mark.parametrize(
    ("falt", "varde"),
    [("namn", ""), ("namn", "x" * 101), ("farg", "blå"), ("farg", "")],
)
def test_a_name_or_colour_that_is_none_is_refused(forvaltare, falt, varde):
    svar = forvaltare.post(SIDA, {"namn": "Granby", "farg": "#0c4a57"} | {falt: varde})

    assert falt in svar.context["form"].errors
    assert not Kommun.objects.exists()


def test_before_anyone_has_named_it_the_pages_work(client):
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, ny_namnd()))

    assert client.get(reverse("skrivbord")).status_code == 200
    assert Kommun.den().namn == "Kommunen"
