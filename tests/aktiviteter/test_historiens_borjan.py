"""A database from before the history: every row gets its first version."""

import pytest
from django.core.management import call_command

from aktiviteter import historia
from aktiviteter.historia.avtryck import avtryck
from aktiviteter.models import Andring, Handlingsplan, Version
from aktiviteter.sammanstallning import plan_innehall
from tests.bygge import andra, ny_namnd, ny_plan

pytestmark = [pytest.mark.django_db(transaction=True)]
FORE, BORJAN = (
    ("aktiviteter", "0001_initial"),
    ("aktiviteter", "0003_historiens_borjan"),
)


@pytest.fixture
def gammal_databas(transactional_db):
    """A database with plans, taken back to before the history and then forward."""
    planer = [
        ny_plan(ny_namnd(), 2027, aktiviteter=4, kapitel=3),
        ny_plan(ny_namnd("sjovik"), 2028, aktiviteter=0, kapitel=0),
    ]
    kapitel = planer[0].avsnitt.i_lasordning()
    andra(kapitel[1], overordnat=kapitel[0], rubrik="Del")
    andra(planer[0].aktiviteter.first(), maltal="12.5", datum=None)
    # As a person does it: the locks on what is decided come off before.
    call_command("migrate", *FORE, verbosity=0)
    yield planer
    call_command("migrate", verbosity=0)


def test_every_row_gets_a_version_as_it_stands_and_can_be_changed(gammal_databas):
    call_command("migrate", verbosity=0)
    assert Andring.objects.count() == 2
    for plan in Handlingsplan.objects.all():
        andring = plan.andringar.get()
        assert andring.handling == Andring.Handling.BORJAN
        assert andring.vem == "Kommandoraden"
        rader = [plan, *plan.avsnitt.all(), *plan.aktiviteter.med_ansvar()]
        assert andring.versioner.count() == len(rader) + 1
        for rad in rader:
            nu = historia.innehall(rad)
            nu.pop("text_ar", None)  # the year of the words came later
            assert historia.version(rad, rad.version) == nu
        ordning = andring.versioner.get(slag="ordning").innehall
        assert ordning == historia.ordningen(plan)
        assert [a.rubrik for a in avtryck(plan).avsnitt] == [
            a.rubrik for a in plan_innehall(plan).avsnitt
        ]
    rad = Handlingsplan.objects.get(ar=2027).aktiviteter.first()
    andring = andra(rad, titel="Efteråt")
    assert historia.angring(andring).gor_nagot
    assert Version.objects.for_objekt(rad).count() == 2
