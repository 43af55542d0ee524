"""The gallery: every component in every state, without a database row."""

import pytest
from django.template.loader import get_template
from django.urls import reverse
from lxml import html

from tests.bygge import ny_anvandare

pytestmark = pytest.mark.django_db


@pytest.fixture
def sida(client):
    """The gallery's page as an element tree."""
    client.force_login(ny_anvandare())
    return html.document_fromstring(client.get(reverse("galleri")).content)


def test_its_contents_have_headings_that_links_can_reach(sida):
    rubriker = sida.xpath("//main//h2/@id")

    assert len(rubriker) > 10
    assert len(rubriker) == len(set(rubriker))


def test_no_id_stands_twice(sida):
    alla = sida.xpath("//@id")

    assert [ett for ett in set(alla) if alla.count(ett) > 1] == []


def test_it_shows_a_form_with_errors_and_one_without(sida):
    assert sida.xpath("//form//*[contains(@class, 'is-invalid')]")
    assert sida.xpath("//form[not(.//*[contains(@class, 'is-invalid')])]//input")


def test_components_that_stand_alone_are_all_in_it():
    """A new component belongs in the gallery, or here with its reason."""
    i_galleriet = get_template("start/galleri.html").template.source
    namn = ("status", "steg", "anmarkning", "brodsmulor", "tomt", "bekrafta", "kapitel")

    assert [n for n in namn if f"komponenter/{n}.html" not in i_galleriet] == []
