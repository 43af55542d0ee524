"""The page that tells a coordinator, or the förvaltare, who did what."""

import pytest
from django.forms import model_to_dict
from django.urls import reverse

from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db


def test_the_coordinator_reads_her_boards_trail_and_no_others(client):
    namnd, granne = ny_namnd(), ny_namnd(kort="sjovik")
    maria = ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Maria Åström")
    ny_plan(namnd, ar=2026, av=maria)
    ny_plan(granne, ar=2025)
    client.force_login(maria)

    sida = client.get(reverse("spar")).content.decode()

    assert "Maria Åström" in sida
    assert "läste in" in sida or "importerade" in sida
    assert granne.namn not in sida


def test_changed_rights_and_boards_are_the_citys_trail(client):
    petra = ny_anvandare(Ratt.FORVALTARE, namn="Petra Norling")
    client.force_login(petra)
    namnd = ny_namnd()
    client.post(
        reverse("anvandare_ny"),
        {
            "namn": "Ny Person",
            "epost": "ny@granby.example",
            "is_active": "on",
            "ratter-TOTAL_FORMS": 1,
            "ratter-INITIAL_FORMS": 0,
            "ratter-0-ratt": Ratt.LASARE,
            "ratter-0-namnd": namnd.pk,
        },
    )
    client.post(
        reverse("namnd", args=[namnd.kort]),
        model_to_dict(namnd, exclude=["upphor"]) | {"namn": "Nytt namn"},
    )
    client.post(reverse("kommun"), {"namn": "Granby", "farg": "#123456"})

    assert [str(rad) for rad in Spar.objects.order_by("pk")] == [
        "Petra Norling skapade användaren Ny Person: Läsare, Ekhamra stadsdelsnämnd",
        "Petra Norling ändrade nämnden Nytt namn",
        "Petra Norling ändrade kommunen",
    ]
    sida = client.get(reverse("spar")).content.decode()
    assert "användaren Ny Person" in sida


def test_a_forvaltare_does_not_read_what_boards_do_with_their_plans(client):
    client.force_login(ny_anvandare(Ratt.FORVALTARE))
    plan = ny_plan(ny_namnd(), ar=2026)

    assert plan.titel not in client.get(reverse("spar")).content.decode()


def test_a_trail_without_deeds_says_what_will_come(client):
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, ny_namnd()))

    assert "Inget har hänt än" in client.get(reverse("spar")).content.decode()


def test_a_long_trail_comes_in_pages_at_the_same_price(
    client, django_assert_max_num_queries
):
    namnd = ny_namnd()
    maria = ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(maria)
    for nr in range(60):
        Spar.objects.skriv(Spar.Handling.SKAPAD, f"sak {nr}", av=maria, namnd=namnd)

    with django_assert_max_num_queries(7):
        sida = client.get(reverse("spar")).content.decode()

    assert "sak 59" in sida
    assert "sak 9<" not in sida
