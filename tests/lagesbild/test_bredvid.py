"""Two pictures side by side, of boards that become one or of two years."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, publicera_bild, skriv_klart
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
ADRESS = reverse("lagesbilder_bredvid")


@pytest.fixture
def norr():
    return bygge.ny_namnd("norra")


@pytest.fixture
def soder():
    return bygge.ny_namnd("sodra")


@pytest.fixture
def samordnare(norr, client):
    user = bygge.ny_anvandare(Ratt.SAMORDNARE, norr)
    client.force_login(user)
    return user


def visa(client, forsta, andra):
    svar = client.get(ADRESS, {"forsta": forsta.pk, "andra": andra.pk})
    return svar.content.decode()


def test_the_coordinator_of_both_boards_reads_their_pictures_side_by_side(
    client, samordnare, norr, soder
):
    samordnare.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=soder)
    en, annan = skriv_klart(ny_lagesbild(norr)), ny_lagesbild(soder)
    publicera_bild(annan)

    sida = visa(client, en, annan)

    assert f"Analys i {norr.kort}" in sida
    assert f"Analys i {soder.kort}" in sida


def test_another_boards_picture_can_neither_be_chosen_nor_asked_for(
    client, samordnare, norr, soder
):
    en, annans = ny_lagesbild(norr), publicera_bild(ny_lagesbild(soder)).lagesbild
    ny_lagesbild(norr, 2026)

    sida = visa(client, en, annans)

    assert f"Analys i {soder.kort}" not in sida
    assert soder.namn not in sida


def test_the_same_picture_twice_is_asked_to_be_another(client, samordnare, norr):
    en = skriv_klart(ny_lagesbild(norr))
    ny_lagesbild(norr, 2026)

    sida = visa(client, en, en)

    assert "Välj en annan lägesbild än den första." in sida
    assert f"Analys i {norr.kort}" not in sida


def test_with_fewer_than_two_it_says_what_is_missing(client, samordnare, norr):
    ny_lagesbild(norr)

    assert "Det behövs två lägesbilder" in client.get(ADRESS).content.decode()


def test_as_many_questions_for_thirty_years_as_for_two(client, samordnare, norr):
    def antal():
        with CaptureQueriesContext(connection) as fragor:
            client.get(ADRESS)
        return len(fragor)

    ny_lagesbild(norr, 2041)
    ny_lagesbild(norr, 2040)
    tva = antal()
    for ar in range(2011, 2040):
        ny_lagesbild(norr, ar)

    assert antal() <= tva


def test_a_board_that_two_have_become_leads_to_their_pictures(client):
    """From its own first picture, to those that she may read, and beside each other."""
    ny = bygge.ny_namnd("ekvik")
    person = bygge.ny_anvandare(Ratt.SAMORDNARE, ny)
    gamla = [bygge.ny_namnd(kort) for kort in ("ekas", "sjoas", "annan")]
    for namnd in gamla:
        namnd.efterfoljare.add(ny)
        ny_lagesbild(namnd, 2026)
    for namnd in gamla[:2]:
        person.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=namnd)
        ny_lagesbild(namnd, 2027)
    client.force_login(person)
    sida = client.get(ny_lagesbild(ny, 2027).get_absolute_url()).text
    for namnd in gamla[:2]:
        assert f"{namnd} 2027" in sida
        assert f"{namnd} 2026" not in sida
    assert "Annan" not in sida
    assert "Läs dem bredvid varandra" in sida
