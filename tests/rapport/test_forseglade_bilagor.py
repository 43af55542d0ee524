"""The appendices of a decided plan are those that were decided, wherever drawn."""

import io

import docx
import pytest
from django.urls import reverse

from aktiviteter.handlingar import borja_revidering
from aktiviteter.models import Handlingsplan
from tests import bygge
from tests.bygge_utgava import beslutad_plan, till_namnden
from vbeplan.organisation.models import Kommun, Ratt
from vbeplan.rapport.innehall import rapportens_innehall

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(settings, tmp_path):
    """A decided plan whose activity 1 has another title than last year's."""
    forrad = {**settings.CACHES["pdf"], "LOCATION": str(tmp_path / "pdf")}
    settings.CACHES = {**settings.CACHES, "pdf": forrad}
    Kommun.objects.create(namn="Granby stad")
    namnd = bygge.ny_namnd()
    forra = bygge.ny_plan(namnd, 2027, aktiviteter=2)
    plan = Handlingsplan.objects.create(namnd=namnd, ar=2028, titel=forra.titel)
    borja_revidering(plan, forra)
    bygge.andra(plan.aktiviteter.get(nummer=1), titel="Aktivitet 1 i hela ekhamra")
    plan.refresh_from_db()
    beslutad_plan(till_namnden(plan))
    plan.refresh_from_db()
    return plan


def test_they_stand_as_decided_when_last_years_plan_is_changed(plan):
    fore = rapportens_innehall(plan).bilagor
    assert [b.nyckel for b in fore] == ["andringar"]
    forra = plan.namnd.planer.get(ar=2027)
    bygge.andra(forra.aktiviteter.get(nummer=2), titel="Något helt annat")
    assert rapportens_innehall(plan).bilagor == fore


def test_who_may_read_the_plan_reads_them_on_page_and_in_word(plan, client):
    plan.dela(True, av=None)
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    adress = [plan.namnd.kort, plan.ar]
    sida = client.get(reverse("plan", args=adress)).content.decode()
    assert 'id="bilaga-andringar"' in sida
    assert "tema/bilaga.css" in sida
    word = client.get(reverse("plan_word", args=adress)).content
    stilar = [s.style.name for s in docx.Document(io.BytesIO(word)).paragraphs]
    assert stilar.count("VBE bilaga") == 1
