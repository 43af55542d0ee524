"""The number of queries of retention's pages: not by forms, rules, stops, protocols."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from blanketter.models import Blankett, Gallringsklass, Gallringsprotokoll
from tests import bygge
from tests.hus.test_fragor import MANGA, antal
from vbeplan.organisation.models import Kommun, Ratt

pytestmark = pytest.mark.django_db
MEST = 21  # the overview asks once for each of the classes


@pytest.fixture
def forvaltare():
    return bygge.ny_anvandare(Ratt.FORVALTARE)


@pytest.fixture
def namnd(forvaltare):
    """A board in a named city, with a rule for each class."""
    Kommun.objects.create(namn="Granby stad")
    for klass in Gallringsklass:
        bygge.ny_gallringsregel(forvaltare, klass)
    return bygge.ny_namnd()


def gallrad_dag(namnd, forvaltare, samordnare, nr):
    """A form told of and one stopped, a rule that has ended, and a protocol."""
    regel = bygge.ny_gallringsregel(forvaltare, "dialog", namnd=namnd)
    regel.avsluta(av=forvaltare)
    dag = timezone.localdate() - timedelta(days=nr)
    for _ in range(2):
        blankett = bygge.ny_blankett(namnd)
        Blankett.objects.filter(pk=blankett.pk).update(
            status="klassad", inkom=date(2020, 1, 1) + timedelta(days=nr * 40)
        )
    bygge.nytt_gallringsstopp(samordnare, namnd, blankett=blankett)
    annan = Blankett.objects.exclude(pk=blankett.pk).order_by("?").first()
    annan.forvarningar.get_or_create(
        klass="klassad", defaults={"regel": regel, "forfaller": dag, "dag": dag}
    )
    Gallringsprotokoll.objects.rakna(regel, namnd, dag, 1)
    return blankett


def test_retentions_pages_cost_the_same_with_1_and_30(client, namnd, forvaltare):
    samordnare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    blankett = gallrad_dag(namnd, forvaltare, samordnare, 1)
    namn = ("", "_forvarnade", "_protokoll", "_regler", "_stopp")
    sidor = [reverse(f"gallring{n}") for n in namn]
    sidor += [reverse("skrivbord"), blankett.get_absolute_url()]
    client.force_login(samordnare)
    fore = {url: antal(client, url) for url in sidor}

    for nr in range(2, MANGA):
        gallrad_dag(namnd, forvaltare, samordnare, nr)

    assert {url: antal(client, url) for url in sidor} == fore
    assert max(fore.values()) <= MEST
