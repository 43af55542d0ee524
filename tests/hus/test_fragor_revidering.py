"""The revision's page costs as much of one activity as of thirty."""

import pytest
from django.test import Client
from django.urls import reverse

from aktiviteter.handlingar import borja_revidering
from tests import bygge
from tests.hus.test_fragor import antal
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


def _fragor(kort, aktiviteter):
    namnd = bygge.ny_namnd(kort)
    forra = bygge.ny_plan(namnd, 2027, aktiviteter=aktiviteter)
    plan = namnd.planer.create(ar=2028)
    borja_revidering(plan, forra)
    tillfalle = forra.tillfallen.create(ar=2027, period="vb", senast="2028-01-15")
    for aktivitet in forra.aktiviteter.all():
        tillfalle.uppfoljningar.create(aktivitet=aktivitet, status="pagar")
    klient = Client()
    klient.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return antal(klient, reverse("plan_revidering", args=[kort, 2028]))


def test_the_page_costs_the_same_with_1_activity_and_30():
    ett, manga = (_fragor(f"n{n}", n) for n in (1, 30))
    assert ett == manga
    assert manga <= 15
