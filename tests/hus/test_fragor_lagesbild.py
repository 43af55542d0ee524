"""The number of queries of the picture's pages: few although everything is new."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blanketter.models import Enhetssvar
from tests import bygge, bygge_enkat, bygge_lagesbild
from tests.bygge_enkat import EN
from tests.hus.test_fragor import MANGA
from vbeplan.organisation.models import Kommun, Ratt

pytestmark = pytest.mark.django_db
MEST = 15
SIDOR = ("lagesbild", "siffror")


@pytest.fixture
def bild():
    Kommun.objects.create(namn="Granby stad")
    namnd = bygge.ny_namnd()
    fore = bygge_lagesbild.ny_lagesbild(namnd, bygge_lagesbild.AR - 1)
    bygge_enkat.stangd(bild=fore, svar=[("egen", {"kunskap": "lag"})] * 9, fragor=[EN])
    bygge_lagesbild.publicera_bild(fore)
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    svar = [("egen", {"kunskap": kod}) for kod in ("lag", "hog") for _ in range(6)]
    enkat = bygge_enkat.stangd(bild=bild, svar=svar, fragor=[EN])
    bygge_enkat.bjud_in(enkat, "egen", 2, 1)
    return bild


def ett_till(bild, nr):
    """Add one more of everything that a picture is made of."""
    namnd = bild.namnd
    kalla = bygge_lagesbild.ny_kalla(bild, f"Källa {nr}")
    bygge_lagesbild.ny_iakttagelse(bild, f"Sak {nr}", miljo="vit_makt", kallor=[kalla])
    bygge_lagesbild.nya_handelser(namnd, 1, date(2026, nr % 12 + 1, 1))
    manad = (date(2026, 3, 1), nr, {})
    bygge_lagesbild.ny_serie(namnd, [manad], namn=f"Serie {nr}")
    enhet = bygge.ny_enhet(namnd, f"Skola {nr}", fran=date(2025, 1, 1))
    Enhetssvar.objects.create(enhet=enhet, periodtyp="tertial", start=date(2026, 1, 1))
    bygge_enkat.annat_resultat(
        bild, fran=f"Nämnd {nr}", fraga="kunskap", antal={"lag": 9}
    )


def antal(klient, url):
    """Return how many queries a page costs when nothing is remembered of it."""
    klient.get(url)
    cache.clear()
    with CaptureQueriesContext(connection) as fragor:
        assert klient.get(url).status_code == 200
    return len(fragor)


def test_the_picture_costs_at_most_15_queries_although_everything_is_new(client, bild):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, bild.namnd))
    sidor = [reverse(namn, args=[bild.namnd.kort, bild.ar]) for namn in SIDOR]
    ett_till(bild, 1)
    med_ett = [antal(client, url) for url in sidor]

    for nr in range(2, MANGA + 1):
        ett_till(bild, nr)

    assert [antal(client, url) for url in sidor] == med_ett
    assert max(med_ett) <= MEST
