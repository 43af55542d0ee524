"""What is done with a role leaves a trace; who holds it is never written there."""

from datetime import date

import pytest
from django.urls import reverse

from tests.bygge import ny_anvandare, ny_namnd, ny_plan, ny_roll
from tests.organisation.formular import innehav, redigera
from vbeplan.organisation.models import Namnd, Ratt, Roll, Spar

pytestmark = pytest.mark.django_db
INNEHAV = ("Anna Ek", "2020-01-01", "")


@pytest.fixture
def maria(client, db):
    """A board's coordinator, signed in; gives her browser."""
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, ny_namnd(), namn="Maria"))
    return client


@pytest.fixture
def roll(maria):
    """A role with a holder, and no traces yet."""
    return ny_roll(
        Namnd.objects.get(), "Rektor", innehavare="Anna Ek", fran=date(2020, 1, 1)
    )


def spar():
    return [str(rad) for rad in Spar.objects.order_by("pk")]


def test_a_new_role_with_a_holder_leaves_two(maria):
    maria.post(reverse("roll_ny"), {
        "namnd": Namnd.objects.get().pk, "namn": "Rektor", **innehav(INNEHAV),
    })  # fmt: skip

    assert spar() == [
        "Maria skapade rollen Rektor",
        "Maria ändrade innehavare av rollen Rektor",
    ]


def test_a_role_that_gets_another_name_says_both(maria, roll):
    rad = (*INNEHAV, roll.innehav.get().pk)

    redigera(maria, roll, rad, namn="Biträdande rektor", finns=1)

    assert spar() == ["Maria bytte namn på rollen Rektor: Biträdande rektor"]


def test_a_new_holder_is_told_without_a_name(maria, roll):
    rad = ("Anna Ek", "2020-01-01", "2027-03-31", roll.innehav.get().pk)

    redigera(maria, roll, rad, ("Per Öst", "2027-04-01", ""), finns=1)

    assert spar() == ["Maria ändrade innehavare av rollen Rektor"]


def test_a_save_that_changes_nothing_leaves_none(maria, roll):
    redigera(maria, roll, (*INNEHAV, roll.innehav.get().pk), finns=1)

    assert spar() == []


def test_a_removed_role_leaves_a_trace(maria, roll):
    maria.post(reverse("roll_ta_bort", args=[roll.pk]))

    assert spar() == ["Maria tog bort rollen Rektor"]
    assert not Roll.objects.exists()


def test_a_role_that_is_used_is_not_removed_and_leaves_none(maria):
    plan = ny_plan(Namnd.objects.get())
    fore = Spar.objects.count()
    roll = Roll.objects.filter(ansvar__aktivitet__plan=plan).first()

    maria.post(reverse("roll_ta_bort", args=[roll.pk]))

    assert spar()[fore:] == []
    assert Roll.objects.filter(pk=roll.pk).exists()
