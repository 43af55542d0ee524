"""What somebody writes in or moves goes away, or gets a twin, in the same moment."""

import pytest
from django.test import Client

from aktiviteter.models import Aktivitet, Andring, Handlingsplan
from tests.aktiviteter.sida import adress, besked, ifyllt, ord_pa
from tests.aktiviteter.test_historia_samtidigt import las_om, samtidigt
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt, Roll

pytestmark = pytest.mark.django_db(transaction=True)
BRA = {200, 302, 404}  # saved, or told; never a fault


@pytest.fixture
def plan(transactional_db):
    return ny_plan(ny_namnd(), 2027, aktiviteter=4, kapitel=4)


@pytest.fixture
def klient(plan):
    klient = Client()
    klient.force_login(ny_anvandare(Ratt.SAMORDNARE, plan.namnd))
    return klient


@pytest.fixture
def rad(plan):
    return plan.aktiviteter.first()


@pytest.fixture
def skrivet(klient, rad):
    """A change of the activity, and a role that it hasn't had."""
    falt = ifyllt(klient.get(adress("aktivitet_redigera", rad.pk)))
    return falt | {"titel": "Skrivet", "ansvar-0-roll": f"Kurator 2 i {rad.plan.namnd}"}


def test_a_chapter_goes_while_its_activity_is_changed_moved_and_removed(
    plan, rad, skrivet
):
    svar = samtidigt(
        plan,
        (adress("avsnitt_ta_bort", rad.avsnitt_id), {}),
        (adress("aktivitet_ta_bort", rad.pk), {}),
        (adress("aktivitet_redigera", rad.pk), skrivet),
        (adress("aktivitet_flytta", rad.pk, "ner"), {}),
        (adress("avsnitt_flytta", rad.avsnitt_id, "upp"), {}),
    )
    assert set(svar) <= BRA
    las_om(plan)


def test_a_plan_goes_while_others_write_in_it(plan, rad, skrivet):
    kapitel, plats = plan.avsnitt.first(), ("ekhamra", 2027)
    svar = samtidigt(
        plan,
        (adress("plan_ta_bort", *plats), {}),
        (adress("avsnitt_redigera", kapitel.pk), {"version": 1, "rubrik": "Skrivet"}),
        (adress("aktivitet_redigera", rad.pk), skrivet),
        (adress("avsnitt_nytt", *plats), {"rubrik": "Nytt"}),
        (adress("aktivitet_flytta", rad.pk, "ner"), {}),
        (adress("plan_redigera", *plats), {"version": 1, "titel": "T", "ar": 2027}),
        (adress("plan_dela", *plats), {"delad": "ja"}),
        (adress("plan_ta_bort", *plats), {}),
    )
    assert set(svar) <= BRA
    assert not Handlingsplan.objects.exists()


def test_who_writes_in_a_plan_that_goes_gets_the_words_back(klient, plan, monkeypatch):
    """The plan was there when the form was read, and gone when it was saved."""
    sida = adress("avsnitt_nytt", "ekhamra", 2027)
    falt = ifyllt(klient.get(sida)) | {"rubrik": "Nytt", "text": "Långt skrivet. " * 9}

    def nu_ar_den_borta(plan, **_):
        plan.delete()
        return False

    monkeypatch.setattr(Handlingsplan, "innehall_andrat", nu_ar_den_borta)
    svar = klient.post(sida, falt)
    assert svar.status_code == 404
    assert "Långt skrivet. Långt skrivet." in ord_pa(svar)


def test_a_row_that_has_gone_is_not_moved_and_that_is_said(klient, rad, monkeypatch):
    def borta(ett, *, using=None, fields=None, from_queryset=None):
        raise Aktivitet.DoesNotExist

    monkeypatch.setattr(Aktivitet, "refresh_from_db", borta)
    svar = klient.post(adress("aktivitet_flytta", rad.pk, "ner"), follow=True)
    assert "har tagits bort av någon annan" in besked(svar)


def test_two_roles_merged_both_ways_while_rows_get_them_leave_one(plan, rad, skrivet):
    ena, andra, *_ = Roll.objects.filter(namnd=plan.namnd).order_by("pk")
    skrivet["ansvar-0-roll"] = ena.namn
    svar = samtidigt(
        plan,
        (adress("roll_sla_samman", ena.pk), {"med": andra.pk, "namn": "andra"}),
        (adress("roll_sla_samman", andra.pk), {"med": ena.pk, "namn": "andra"}),
        (adress("aktivitet_redigera", rad.pk), skrivet),
        (adress("roll_ta_bort", ena.pk), {}),
    )
    assert set(svar) <= BRA
    las_om(plan)
    assert all(a.ansvar.exists() for a in plan.aktiviteter.exclude(pk=rad.pk))


def test_one_name_for_several_new_roles_and_a_renamed_one(plan):
    gammal = Roll.objects.filter(namnd=plan.namnd).first()
    rader = {"innehav-TOTAL_FORMS": 0, "innehav-INITIAL_FORMS": 0}
    ny = {"namnd": plan.namnd_id, "namn": "En ny roll", **rader}
    svar = samtidigt(
        plan,
        (adress("roll_ny"), ny),
        (adress("roll_ny"), ny),
        (adress("roll_redigera", gammal.pk), {"namn": "En ny roll", **rader}),
    )
    assert sorted(svar) == [200, 200, 302]
    assert Roll.objects.filter(namn="En ny roll").count() == 1


def test_several_plans_become_one_years(plan):
    annan = ny_plan(plan.namnd, 2026)
    falt = {"version": 1, "titel": "Plan", "ar": 2030}
    svar = samtidigt(
        plan,
        (adress("plan_redigera", "ekhamra", 2027), falt),
        (adress("plan_redigera", "ekhamra", annan.ar), falt),
    )
    assert sorted(svar) == [200, 302]
    assert Handlingsplan.objects.filter(ar=2030).count() == 1


def test_a_remark_put_away_by_several_while_its_row_goes(plan):
    nyckel = plan.anmarkningar.get().som_brist().nyckel
    avfarda = (adress("anmarkning_avfarda", "ekhamra", 2027, nyckel), {"skal": "Rätt"})
    bort = (adress("avsnitt_ta_bort", plan.avsnitt.first().pk), {})
    assert set(samtidigt(plan, avfarda, avfarda, bort)) <= BRA
    assert plan.avfardade.count() <= 1
    assert Andring.objects.filter(handling="borttagen").count() == 1
