"""The accessibility statement that the law asks for (2018:1937)."""

import pytest
from django.urls import reverse

from vbeplan.organisation.models import Kommun

pytestmark = pytest.mark.django_db
SIDA = reverse("tillganglighet")


def test_it_names_the_municipality_the_law_and_the_authority(client):
    Kommun.objects.create(namn="Granby stad")

    sida = client.get(SIDA).content.decode()

    assert "Granby stad vill att alla ska kunna använda" in sida
    assert "2018:1937" in sida
    assert "https://www.digg.se/tdosanmalan" in sida


def test_it_says_where_to_write(client, settings):
    settings.TILLGANGLIGHET_KONTAKT = "tillganglighet@granby.example"

    sida = client.get(SIDA).content.decode()

    assert 'href="mailto:tillganglighet@granby.example"' in sida


def test_every_page_leads_to_it(client):
    for url in (reverse("account_login"), SIDA, "/konto/finns-inte/"):
        assert f'href="{SIDA}"' in client.get(url).content.decode()
