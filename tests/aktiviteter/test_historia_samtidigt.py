"""Several coordinators in one plan at once: one history, in one order, and no fault."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from aktiviteter import handlingar, historia
from aktiviteter.models import Andring, Version
from tests.aktiviteter.sida import adress
from tests.bygge import andra, ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def plan(transactional_db):
    return ny_plan(ny_namnd(), 2027, aktiviteter=4, kapitel=4)


def samtidigt(plan, *tryck):
    """Let each (address, fields) be posted at once; return the answers' codes."""
    start = Barrier(len(tryck))

    def ett(par):
        klient = Client()
        klient.force_login(ny_anvandare(Ratt.SAMORDNARE, plan.namnd))
        try:
            start.wait(20)
            return klient.post(*par).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tryck)) as tradar:
        return list(tradar.map(ett, tryck))


def las_om(plan):
    """Fail unless the newest versions are the plan as it stands."""
    nu = historia.senaste(plan)
    for rad in [*plan.avsnitt.all(), *plan.aktiviteter.med_ansvar()]:
        assert nu[rad._meta.model_name, rad.pk].innehall == historia.innehall(rad)
        assert nu[rad._meta.model_name, rad.pk].nummer == rad.version
    assert nu["ordning", plan.pk].innehall == historia.ordningen(plan)


def test_saves_of_one_chapter_at_once_are_one_new_version(plan):
    kapitel = plan.avsnitt.first()
    sida = adress("avsnitt_redigera", kapitel.pk)
    svar = samtidigt(
        plan, *((sida, {"version": 1, "rubrik": f"Rubrik {i}"}) for i in range(4))
    )
    assert sorted(svar) == [200, 200, 200, 302]
    nummer = [v.nummer for v in Version.objects.for_objekt(kapitel)]
    assert nummer == [2, 1]
    las_om(plan)


def test_one_deed_undone_by_several_at_once_is_undone_once(plan):
    andring = andra(plan.avsnitt.first(), rubrik="Fel")
    svar = samtidigt(plan, *[(adress("andring_angra", andring.pk), {})] * 4)
    assert svar == [302] * 4
    assert Andring.objects.filter(angrar=andring).count() == 1
    las_om(plan)


def test_moves_removals_saves_and_an_undoing_at_once_end_in_one_order(plan):
    kapitel, rader = plan.avsnitt.i_lasordning(), list(plan.aktiviteter.all())
    andring = andra(rader[0], titel="Fel")
    svar = samtidigt(
        plan,
        (adress("avsnitt_flytta", kapitel[0].pk, "ner"), {}),
        (adress("avsnitt_flytta", kapitel[3].pk, "upp"), {}),
        (adress("aktivitet_ta_bort", rader[1].pk), {}),
        (adress("andring_angra", andring.pk), {}),
        (adress("avsnitt_nytt", "ekhamra", 2027), {"rubrik": "Nytt"}),
        (adress("avsnitt_redigera", kapitel[1].pk), {"version": 1, "rubrik": "X"}),
    )
    assert svar == [302] * 6
    las_om(plan)
    assert plan.andringar.count() == 8


def test_a_save_leaves_the_place_that_somebody_gave_it_meanwhile(plan):
    oppnad = plan.avsnitt.i_lasordning()[0]
    handlingar.flytta(plan.avsnitt.get(pk=oppnad.pk), 1, av=None)
    oppnad.rubrik = "Nytt"
    oppnad.spara_over(1, av=None)
    assert [a.rubrik for a in plan.avsnitt.i_lasordning()][1] == "Nytt"
