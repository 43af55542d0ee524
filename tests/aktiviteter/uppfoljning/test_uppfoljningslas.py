"""The database refuses to change what was reported at an occasion that is closed."""

import pytest
from django.db import DatabaseError, transaction

from aktiviteter.handlingar.sla_samman_roller import sla_samman_roller
from aktiviteter.handlingar.uppfoljning import oppna_igen
from aktiviteter.models import Uppfoljning
from tests import bygge, bygge_uppfoljning
from tests.bygge_uppfoljning import ny_rapport

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def ett(namnd):
    roll = bygge.ny_roll(namnd, "Rektor")
    plan = bygge_uppfoljning.beslutad_plan(namnd, roll=roll)
    rapport = {"nummer": 1, "roll": roll}
    return bygge_uppfoljning.stangt_tillfalle(plan, rapporter=[rapport])


def nekas(gor):
    with pytest.raises(DatabaseError), transaction.atomic():
        gor()
    return True


def test_no_report_is_added_changed_or_removed(ett):
    rapport = Uppfoljning.objects.filter(tillfalle=ett)
    assert nekas(lambda: ny_rapport(ett, 2))
    assert nekas(lambda: rapport.update(resultat="Allt är klart"))
    assert nekas(lambda: rapport.update(status="genomford"))
    assert nekas(rapport.delete)
    assert rapport.get().resultat == "Två träffar är hållna."


def test_nor_moved_in_or_out(ett):
    oppet = bygge_uppfoljning.nytt_tillfalle(ett.plan, "t2")
    annan = ny_rapport(oppet, 2)
    rader = Uppfoljning.objects
    assert nekas(lambda: rader.filter(pk=annan.pk).update(tillfalle=ett))
    assert nekas(lambda: rader.filter(tillfalle=ett).update(tillfalle=oppet))


def test_an_open_one_takes_all_of_it(ett):
    oppna_igen(ett, senast=ett.senast, skal="Fel.", av=None)
    ny_rapport(ett, 2)
    Uppfoljning.objects.update(resultat="Allt är klart")
    assert Uppfoljning.objects.all().delete()[0] == 2


def test_its_role_follows_when_two_become_one(ett, namnd):
    roll = Uppfoljning.objects.get().roll
    kvar = bygge.ny_roll(namnd, "Rektorn")
    sla_samman_roller(roll, kvar, av=None)
    assert Uppfoljning.objects.get().roll == kvar
