"""What was decided keeps its names while boards, roles and people change around it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from aktiviteter.andringar import andringar, forra_planen
from aktiviteter.gang.hinder import hinder
from aktiviteter.handlingar import borja_revidering
from tests.aktiviteter.sida import adress, ord_pa
from tests.bygge import ny_anvandare, ny_plan, ny_roll
from tests.bygge_uppfoljning import beslutad_plan as utan_utgava
from tests.bygge_uppfoljning import nytt_tillfalle
from tests.bygge_utgava import beslutad_plan, till_namnden
from vbeplan.organisation.models import Ratt

NYTT_NAMN = "Ekhamra och Åsens stadsdelsnämnd"


@pytest.fixture
def beslutad(namnd):
    return beslutad_plan(till_namnden(ny_plan(namnd, 2026, aktiviteter=2))).plan


def test_new_names_of_board_and_role_are_not_on_what_was_decided_before(
    klient, namnd, beslutad
):
    """But in what goes on: the follow-up, the next plan."""
    gammalt, namnd.namn = namnd.namn, NYTT_NAMN
    namnd.save()
    roll = namnd.roller.get(namn="Enhetschef i ekhamra")
    roll.namn = "Områdeschef"
    roll.save()
    ord_ = ord_pa(klient.get(beslutad.get_absolute_url()))
    assert gammalt in ord_
    assert "Enhetschef i ekhamra" in ord_
    ett = nytt_tillfalle(beslutad)
    assert "Områdeschef" in ord_pa(klient.get(reverse("tillfalle", args=[ett.pk])))
    assert gammalt in klient.get(f"{beslutad.get_absolute_url()}plan.json").text
    ny = ny_plan(namnd, 2027, aktiviteter=1)
    assert NYTT_NAMN in ord_pa(klient.get(ny.get_absolute_url()))
    call_command("verifiera", stdout=StringIO())


def test_a_role_that_lost_its_holder_mid_year_is_told_where_it_is_to_report(
    klient, namnd
):
    igar = timezone.localdate() - timedelta(days=1)
    roll = ny_roll(namnd, "Rektor", innehavare="Åsa Öberg", till=igar)
    ett = nytt_tillfalle(utan_utgava(namnd, roll=roll))
    ord_ = ord_pa(klient.get(reverse("tillfalle", args=[ett.pk])))
    assert "Rektor" in ord_
    assert "Vakant" in ord_ or "vakant" in ord_
    assert "roll är vakant" in ord_pa(klient.get("/"))


def test_the_coordinator_s_follower_sees_all_and_she_no_more(client, namnd, samordnare):
    utan_utgava(namnd)
    samordnare.medlemskap.all().delete()
    ny = ny_anvandare(Ratt.SAMORDNARE, namnd)
    for person, status in ((samordnare, 404), (ny, 200)):
        client.force_login(person)
        for namn in ("plan_gang", "plan_uppfoljning", "plan_andringar"):
            sida = client.get(adress(namn, namnd.kort, 2027))
            assert sida.status_code == status, namn


def test_a_year_may_be_skipped(klient, namnd):
    gammal = ny_plan(namnd, 2025, aktiviteter=1)
    plan = namnd.planer.create(ar=2027)
    borja_revidering(plan, gammal)
    assert forra_planen(plan) == gammal
    assert andringar(plan).mot == "planen för 2025"


def test_a_plan_of_two_years_is_followed_by_one_two_years_later(klient, namnd):
    namnd.revideras_vart = 2
    namnd.save()
    plan = ny_plan(namnd, 2026, aktiviteter=1)
    for fraga in ("", f"?ur={plan.pk}"):
        form = klient.get(f"/planer/ny/{fraga}").context["form"]
        assert form.initial["ar"] == 2028


def test_the_first_plan_has_nothing_to_revise_and_is_not_stopped_for_it(klient, plan):
    assert andringar(plan) is None
    assert not [h for h in hinder(plan) if "revid" in h.url]
