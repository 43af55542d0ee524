"""The desk when KS says no, and while a decided plan's new version is written."""

from datetime import date, timedelta

import pytest

from aktiviteter.models.handlingsplan import Planstatus
from tests.start.aret.bygge import IDAG, ny_plan, satt

pytestmark = pytest.mark.django_db


def test_who_is_told_no_is_led_to_a_new_version(plan, samordnare, bord):
    satt(plan, sammantrade=IDAG - timedelta(days=60), status=Planstatus.BESLUTAD)
    plan.namnd.ks_godkanner = True
    plan.namnd.save()
    plan.besluten.create(organ="N", utfall="aterremiss", dag=date(2027, 1, 4))
    plan.besluten.create(organ="N", utfall="beslutad", dag=date(2027, 1, 20))
    assert "Skriv in kommunstyrelsens besked" in bord(samordnare)[0]

    plan.besluten.create(organ="KS", utfall="inte_godkand", dag=date(2027, 3, 1))
    poster, _ = bord(samordnare)
    assert f"Kommunstyrelsen godkände inte planen för {plan.ar}" in poster
    assert "Skriv in kommunstyrelsens besked" not in poster


def test_a_new_version_of_an_older_plan_is_still_on_the_desk(plan, samordnare, bord):
    aldre = ny_plan(plan.namnd, 2026)
    satt(aldre, sammantrade=IDAG - timedelta(days=3))
    assert "Sammanträdet om planen för 2026 har varit" not in bord(samordnare)[0]

    dag = IDAG - timedelta(days=90)
    aldre.besluten.create(organ="N", utfall="beslutad", dag=dag)
    satt(aldre, omgang=2)
    assert "Sammanträdet om planen för 2026 har varit" in bord(samordnare)[0]
