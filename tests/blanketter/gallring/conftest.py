"""A board with a rule, old forms, and a command that runs on a chosen day."""

from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from blanketter.models import Blankett, Maskering, Meddelande
from tests import bygge
from vbeplan.organisation.models import Ratt

IDAG = date(2027, 3, 15)
FJORTON = timedelta(days=14)


def pa_dagen(dag):
    """Return a context in which it is noon of the day."""
    return time_machine.travel(f"{dag.isoformat()}T12:00:00+01:00", tick=False)


def gallra(dag, *ord_):
    """Run the command on a day; returns what it said."""
    ut = StringIO()
    with pa_dagen(dag):
        call_command("gallra", *ord_, stdout=ut)
    return ut.getvalue()


def gallra_till(dag, fran=None):
    """Run the command every day up to the last; returns what the last one said."""
    fran = fran or dag - FJORTON
    for nr in range((dag - fran).days):
        gallra(fran + timedelta(days=nr))
    return gallra(dag)


def inkommen(namnd, inkom, status=Blankett.Status.KLASSAD, **falt):
    """Return a form that came in on the day."""
    blankett = bygge.ny_blankett(namnd, **falt)
    blankett.inkom, blankett.status = inkom, status
    blankett.save()
    return blankett


def med_dialog(blankett, dag):
    """Give the form a question and an answer of the day."""
    for nr, fran in enumerate(("samordnare", "skribent"), start=1):
        Meddelande.objects.create(
            blankett=blankett,
            ordning=nr,
            fran=fran,
            text=f"Ord nummer {nr} i dialogen",
            dag=dag,
            nyckel=f"{blankett.pk}-{nr}",
        )
    return blankett


def maskera(blankett, start, slut, dag, av, meddelande=None):
    return Maskering.objects.create(
        blankett=blankett, meddelande=meddelande, start=start, slut=slut, typ="namn",
        av=av, dag=dag,
    )  # fmt: skip


@pytest.fixture
def namnd(db):
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def forvaltare(db):
    return bygge.ny_anvandare(Ratt.FORVALTARE)
