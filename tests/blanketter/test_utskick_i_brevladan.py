"""A database from before the digest went by the outbox: what went is not told again."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from blanketter.models import Utskick
from tests import bygge
from vbeplan.organisation.models import Ratt

pytestmark = [pytest.mark.langsam, pytest.mark.django_db(transaction=True)]
FORE = ("blanketter", "0012_enkatens_gallring")


@pytest.fixture
def fore(transactional_db):
    """The digests' model as it was."""
    call_command("migrate", *FORE, verbosity=0)
    yield MigrationExecutor(connection).loader.project_state([FORE]).apps
    call_command("migrate", verbosity=0)


def test_only_digests_that_went_are_remembered(fore):
    person = bygge.ny_anvandare(Ratt.SAMORDNARE, bygge.ny_namnd())
    gamla = fore.get_model("blanketter", "Utskick").objects
    for dag, status in enumerate(("vantar", "skickas", "skickat"), start=1):
        gamla.create(till_id=person.pk, dag=date(2027, 3, dag), status=status)

    call_command("migrate", verbosity=0)

    assert Utskick.objects.get().dag == date(2027, 3, 3)
