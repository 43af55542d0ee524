"""When the newest plan is decided, the desk says when the next is to be begun."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from aktiviteter.models import Handlingsplan
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("vart", "idag", "borja"),
    [
        (1, date(2026, 6, 30), None),  # in spring one still works on the year's own
        (1, date(2026, 7, 1), 2027),
        (1, date(2027, 6, 30), 2027),
        (4, date(2029, 6, 30), None),
        (4, date(2029, 7, 1), 2030),
    ],
)
def test_the_next_plan_waits_from_the_summer_before_its_year(client, vart, idag, borja):
    namnd = ny_namnd(revideras_vart=vart)
    plan = ny_plan(namnd, 2026)
    Handlingsplan.objects.filter(pk=plan.pk).update(status="godkand")
    samordnare = ny_anvandare(Ratt.SAMORDNARE, namnd)

    with time_machine.travel(datetime(idag.year, idag.month, idag.day, 12, tzinfo=UTC)):
        client.force_login(samordnare)
        urler = _att_borja(client)

    vantat = {f"Börja på planen för {borja}": f"{reverse('plan_ny')}?ur={plan.pk}"}
    assert urler == (vantat if borja else {})


def _att_borja(client):
    """Return what the desk has about beginning a plan; its links must work."""
    poster = client.get(reverse("skrivbord")).context["poster"]
    urler = {p["vad"]: p["url"] for p in poster if "Börja på planen" in p["vad"]}
    assert all(client.get(url).status_code == 200 for url in urler.values())
    return urler
