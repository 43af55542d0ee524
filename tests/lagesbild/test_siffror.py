"""The page of the figures: what is shown, to whom, and what the address chooses."""

from datetime import date

import pytest
from django.urls import reverse

from lagesbild.models import Lagesbild
from tests import bygge
from tests.bygge_lagesbild import (
    ny_lagesbild,
    ny_serie,
    nya_handelser,
    publicera_bild,
)
from vbeplan.organisation.models import Ratt

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aret_ar_slut")]


@pytest.fixture
def namnd():
    namnd = bygge.ny_namnd()
    nya_handelser(namnd, 1, date(2024, 11, 1), inkom=date(2024, 12, 1))
    nya_handelser(namnd, 9, date(2025, 3, 1))
    nya_handelser(namnd, 14)
    return namnd


@pytest.fixture
def bild(namnd):
    return ny_lagesbild(namnd)


@pytest.fixture
def samordnare(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def siffror(bild):
    return reverse("siffror", args=[bild.namnd.kort, bild.ar])


def sidan(klient, bild, **fraga):
    return klient.get(siffror(bild), fraga).content.decode()


def test_a_number_comes_with_what_it_is_compared_with(samordnare, bild):
    text = sidan(samordnare, bild)
    assert "14 händelser 2026, mot 9 året före." in text
    assert '<td class="tal" data-etikett="2026">14</td>' in text
    assert '<td class="tal" data-etikett="2025">9</td>' in text
    assert "Färre än 5" in text


def test_a_small_number_stands_nowhere_on_the_page(samordnare, bild):
    text = sidan(samordnare, bild)
    assert ">1</td>" not in text
    assert ">färre än 5</td>" in text


def test_the_address_chooses_series_and_table(samordnare, bild):
    serie = ny_serie(bild.namnd, [(date(2026, 2, 1), 20, {})])
    text = sidan(samordnare, bild)
    assert text.count(serie.namn) > 1
    assert "Händelse<span" in text
    text = sidan(samordnare, bild, serie="blanketter", uppdelning="plats")
    assert f'id="serie-{serie.pk}"' not in text
    assert "Plats<span" in text
    assert "Händelse<span" not in text
    assert "14 händelser 2026" in text
    assert "siffror.csv?serie=blanketter&amp;uppdelning=plats" in text
    assert 'href="?serie=blanketter"' in text


def test_a_choice_that_is_none_is_said_and_shows_everything(samordnare, bild):
    text = sidan(samordnare, bild, serie="serie-999", uppdelning="skostorlek")
    assert "Fel: " in text
    assert "14 händelser 2026" in text


def test_a_board_with_nothing_is_told_so(client):
    namnd = bygge.ny_namnd("askhamra")
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    text = sidan(client, ny_lagesbild(namnd))
    assert "Ingen uppgift om händelser 2026 eller året före." in text


@pytest.mark.parametrize("ratt", [Ratt.LASARE, Ratt.ANSVARIG])
def test_others_of_the_board_see_it_when_it_is_finished(client, bild, ratt):
    client.force_login(bygge.ny_anvandare(ratt, bild.namnd))
    assert client.get(siffror(bild)).status_code == 404
    publicera_bild(bild)
    assert client.get(siffror(bild)).status_code == 200


def test_the_citys_coordinator_sees_it_when_it_is_shared(client, bild):
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    publicera_bild(bild)
    assert client.get(siffror(bild)).status_code == 404
    Lagesbild.objects.update(delad=True)
    assert client.get(siffror(bild)).status_code == 200


def test_another_boards_coordinator_finds_nothing(client, bild):
    annan = bygge.ny_namnd("askhamra")
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, annan))
    assert client.get(siffror(bild)).status_code == 404


def test_a_finished_picture_shows_what_was_published(samordnare, bild):
    publicera_bild(bild)
    nya_handelser(bild.namnd, 20)
    assert "14 händelser 2026, mot 9 året före." in sidan(samordnare, bild)


def test_readers_of_a_picture_that_is_opened_again_see_what_was_published(client, bild):
    publicera_bild(bild)
    Lagesbild.objects.update(status=Lagesbild.Status.UTKAST)
    nya_handelser(bild.namnd, 20)
    client.force_login(bygge.ny_anvandare(Ratt.LASARE, bild.namnd))
    assert "14 händelser 2026, mot 9 året före." in sidan(client, bild)


def test_the_page_asks_few_questions(samordnare, bild, django_assert_max_num_queries):
    for nr in range(3):
        ny_serie(bild.namnd, [(date(2026, 2, 1), 20, {})], namn=f"Serie {nr}")
    sidan(samordnare, bild)
    with django_assert_max_num_queries(15):
        sidan(samordnare, bild)
