"""What the database itself refuses, past every form; and what the rights answer."""

import pytest
from django.db import IntegrityError, transaction

from tests.bygge import ny_anvandare, ny_namnd, ny_plan, ny_roll
from vbeplan.organisation.models import (
    Anvandare,
    Delomrade,
    Innehav,
    Medlemskap,
    Namnd,
    Ratt,
    Roll,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    """A board to have rights in."""
    return ny_namnd()


def vagras(modell, **falt):
    """Tell whether the database refuses a row that no form has looked at."""
    try:
        with transaction.atomic():
            modell.objects.bulk_create([modell(**falt)])
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize("ratt", [Ratt.SAMORDNARE, Ratt.ANSVARIG, Ratt.LASARE])
def test_a_boards_right_needs_a_board(namnd, ratt):
    maria = ny_anvandare()

    assert vagras(Medlemskap, anvandare=maria, ratt=ratt, namnd=None)
    assert not vagras(Medlemskap, anvandare=maria, ratt=ratt, namnd=namnd)


@pytest.mark.parametrize("ratt", [Ratt.CENTRAL, Ratt.FORVALTARE])
def test_a_city_right_has_no_board(namnd, ratt):
    maria = ny_anvandare()

    assert vagras(Medlemskap, anvandare=maria, ratt=ratt, namnd=namnd)
    assert not vagras(Medlemskap, anvandare=maria, ratt=ratt, namnd=None)


def test_a_right_that_there_is_none_of_is_refused(namnd):
    assert vagras(Medlemskap, anvandare=ny_anvandare(), ratt="allt", namnd=namnd)


@pytest.mark.parametrize("ratt", [Ratt.LASARE, Ratt.CENTRAL])
def test_the_same_right_twice_is_refused(namnd, ratt):
    plats = namnd if ratt == Ratt.LASARE else None
    maria = ny_anvandare(ratt, plats)

    assert vagras(Medlemskap, anvandare=maria, ratt=ratt, namnd=plats)


def test_the_other_rules_that_stand_in_the_database(namnd):
    roll = ny_roll(namnd, "Kurator", innehavare="Åke")
    namnd.delomraden.create(namn="Åsen")
    innehav = {"roll": roll, "namn": "Per", "fran": "2027-02-01", "till": "2027-01-01"}
    ny_anvandare(epost="maria@x.example")

    assert vagras(Innehav, **innehav)
    assert vagras(Roll, namnd=namnd, namn="KURATOR", namn_norm="kurator")
    assert vagras(Delomrade, namnd=namnd, namn="Åsen")
    assert vagras(Namnd, namn="X", namn_norm=namnd.namn_norm, kort="x")
    assert vagras(Namnd, namn="X", namn_norm="x", kort=namnd.kort)
    assert vagras(Anvandare, namn="X", epost="maria@x.example", password="")


def test_an_address_is_kept_in_small_letters_whoever_saves_it():
    maria = Anvandare(namn="Maria", epost="Maria@X.example")
    maria.save()

    assert maria.epost == "maria@x.example"


def test_a_right_counts_in_its_own_board_only(namnd):
    maria = ny_anvandare(Ratt.SAMORDNARE, namnd)

    assert maria.har_ratt(Ratt.SAMORDNARE, namnd=namnd)
    assert not maria.har_ratt(Ratt.SAMORDNARE, namnd=ny_namnd("sjovik"))
    assert not maria.har_ratt(Ratt.SAMORDNARE)
    assert not maria.har_ratt(Ratt.LASARE, namnd=namnd)


def test_a_city_right_gives_none_in_a_board(namnd):
    maria = ny_anvandare(Ratt.CENTRAL)

    assert maria.ar_central
    assert not maria.har_ratt(Ratt.CENTRAL, namnd=namnd)
    assert maria.namnd_id(*Ratt.values) == set()


def test_one_person_can_have_rights_in_several_boards(namnd):
    annan = ny_namnd("sjovik")
    maria = ny_anvandare(Ratt.SAMORDNARE, namnd)
    maria.medlemskap.create(ratt=Ratt.LASARE, namnd=annan)
    maria.medlemskap.create(ratt=Ratt.FORVALTARE)
    maria = Anvandare.objects.get(pk=maria.pk)

    assert set(Namnd.objects.for_user(maria)) == {namnd, annan}
    assert set(Namnd.objects.samordnade_av(maria)) == {namnd}
    assert maria.ar_forvaltare


def test_a_board_with_plans_can_not_be_removed_by_accident(namnd):
    ny_plan(namnd)

    with pytest.raises(IntegrityError):
        namnd.delete()
