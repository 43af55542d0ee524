"""What a decided plan's pages tell of its changes is what the board was shown."""

import pytest
from django.urls import reverse

from aktiviteter.handlingar import borja_revidering
from aktiviteter.kalkyl.las import las_arbetsbok
from aktiviteter.models import Ansvar, Handlingsplan
from tests import bygge
from tests.bygge_utgava import beslutad_plan, plan_hos_namnden, till_namnden
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


@pytest.fixture
def roll(namnd):
    return bygge.ny_roll(namnd, "Fältchef")


@pytest.fixture
def plan(namnd, roll):
    forra = plan_hos_namnden(namnd, 2026)
    beslutad_plan(forra)
    plan = Handlingsplan.objects.create(namnd=namnd, ar=2027)
    borja_revidering(plan, forra)
    plan.revideringar.update(val="behall")
    rad = plan.aktiviteter.first()
    rad.satt_ansvar([(roll, Ansvar.Art.HUVUDANSVARIG)])
    plan.avsnitt.filter(pk=plan.avsnitt.first().pk).update(rubrik="Nytt ord")
    beslutad_plan(till_namnden(plan), paragraf="§ 51")
    return plan


@pytest.mark.parametrize("namn", ["plan_andringar", "plan_sammanfattning"])
def test_a_role_that_has_got_another_name_since_is_told_as_it_was(
    klient, plan, roll, namn
):
    adress = reverse(namn, args=[plan.namnd.kort, plan.ar])
    fore = klient.get(adress).content.decode()
    roll.namn = "Trygghetschef"
    roll.save()
    efter = klient.get(adress).content.decode()

    assert "Nytt ord" in fore
    assert "Trygghetschef" not in efter
    assert ("Fältchef" in efter) == (namn == "plan_andringar")


def test_the_workbook_of_a_decided_plan_has_the_roles_that_it_was_decided_with(
    klient, plan, roll
):
    adress = reverse("plan_kalkyl", args=[plan.namnd.kort, plan.ar])
    roll.namn = "Trygghetschef"
    roll.save()
    rader = las_arbetsbok(klient.get(adress).content)
    ord_ = {rad["ansvariga"] for rad in rader}

    assert "Fältchef" in ord_
    assert "Trygghetschef" not in ord_


def test_the_one_page_tells_what_was_decided_and_not_what_was_proposed(klient, plan):
    adress = reverse("plan_sammanfattning", args=[plan.namnd.kort, plan.ar])
    sidan = klient.get(adress).content.decode()

    assert "föreslås besluta" not in sidan
    assert "beslutad" in sidan


def test_an_edition_from_before_the_changes_were_sealed_is_told_as_it_stands(
    klient, plan, monkeypatch
):
    import json

    from aktiviteter import forseglat

    def utan(text):
        data = json.loads(text)
        data.pop("andringar")
        data.pop("sammanfattning")
        return gammal(json.dumps(data))

    gammal = forseglat.las_forseglat
    monkeypatch.setattr(forseglat, "las_forseglat", utan)
    forseglat._last.cache_clear()
    for namn in ("plan_andringar", "plan_sammanfattning"):
        svar = klient.get(reverse(namn, args=[plan.namnd.kort, plan.ar]))
        assert "Nytt ord" in svar.content.decode()
    forseglat._last.cache_clear()
