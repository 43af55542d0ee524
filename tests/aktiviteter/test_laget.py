"""The city's coordinator sees how far each board is, and no word of a draft."""

import pytest
from django.urls import reverse

from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


@pytest.fixture
def central(client):
    client.force_login(ny_anvandare(Ratt.CENTRAL))
    return client


def test_each_board_stands_with_its_newest_plan_in_swedish_order(central):
    for kort, namn in (("o", "Östra nämnden"), ("a", "Åsnämnden"), ("z", "Zonen")):
        ny_namnd(kort=kort, namn=namn)
    ny_plan(ny_namnd(kort="b", namn="Bergsnämnden"), ar=2025)
    ny_plan(ny_namnd(kort="c", namn="Centrumnämnden"), ar=2026)

    svar = central.get(reverse("laget"))

    rader = [(n.namn, p and p.ar) for n, p in svar.context["rader"]]
    assert rader == [
        ("Bergsnämnden", 2025),
        ("Centrumnämnden", 2026),
        ("Zonen", None),
        ("Åsnämnden", None),
        ("Östra nämnden", None),
    ]
    assert "3 av 5 nämnder saknar plan." in svar.content.decode()


def test_only_a_shared_plan_has_a_link(central):
    egen, delad = ny_plan(ny_namnd(kort="b"), ar=2026), ny_plan(ny_namnd(kort="c"))
    egen.titel, egen.nasta_revidering = "Titel på ett utkast", "Våren i utkastet"
    egen.save()
    delad.dela(True, av=None)

    sida = central.get(reverse("laget")).content.decode()

    assert delad.get_absolute_url() in sida
    assert egen.get_absolute_url() not in sida
    assert "2026, inte delad" in sida
    assert "Titel på ett utkast" not in sida
    assert "Våren i utkastet" not in sida


def test_an_older_plan_gives_way_to_the_newest(central):
    namnd = ny_namnd(kort="b")
    ny_plan(namnd, ar=2025).dela(True, av=None)
    ny_plan(namnd, ar=2026)

    rader = central.get(reverse("laget")).context["rader"]

    assert [p.ar for _, p in rader] == [2026]


def test_a_city_without_boards_is_told_what_comes(central):
    assert "Här finns ingen nämnd än" in central.get(reverse("laget")).content.decode()


def test_thirty_boards_cost_as_many_queries_as_one(
    central, django_assert_max_num_queries
):
    for nr in range(30):
        ny_plan(ny_namnd(kort=f"n{nr}"), ar=2026)
    with django_assert_max_num_queries(7):
        central.get(reverse("laget"))
