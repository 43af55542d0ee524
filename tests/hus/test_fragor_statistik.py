"""The number of queries of statistics' pages: not by series, imports or words."""

import pytest
from django.urls import reverse

from tests import bygge, bygge_statistik
from tests.hus.test_fragor import MANGA, antal
from vbeplan.organisation.models import Kommun, Ratt

pytestmark = pytest.mark.django_db
MEST = 15


def test_statistics_pages_cost_the_same_with_1_and_30(client):
    Kommun.objects.create(namn="Granby stad")
    namnd = bygge.ny_namnd()
    samordnare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(samordnare)
    serie = bygge_statistik.ny_statistikserie(namnd)
    bygge_statistik.las_in(serie)
    fil = bygge_statistik.ny_statistikfil(samordnare, serie)
    sidor = [
        reverse("statistik"),
        reverse("statistik_ny"),
        serie.get_absolute_url(),
        fil.get_absolute_url(),
    ]
    fore = {url: antal(client, url) for url in sidor}

    for nr in range(MANGA - 1):
        annan = bygge_statistik.ny_statistikserie(namnd, f"Serie {nr}")
        bygge_statistik.las_in(annan)
        bygge_statistik.ny_statistikfil(samordnare, annan)
        rader = f"K9{nr};2024-02-02;Hot {nr};Okänt;1\n" * (nr + 1)
        bygge_statistik.las_in(serie, bygge_statistik.LISTA + rader, av=samordnare)
    mer = "".join(f"K8{nr};2024-05-02;Ord {nr};Okänt;1\n" for nr in range(MANGA))
    stor = bygge_statistik.ny_statistikfil(
        samordnare, serie, bygge_statistik.LISTA + mer
    )

    efter = {url: antal(client, url) for url in sidor}
    assert efter == fore
    assert antal(client, stor.get_absolute_url()) == fore[fil.get_absolute_url()]
    assert max(efter.values()) <= MEST
