"""What a row lacks: told while it is so, gone when it is mended."""

from datetime import date

import pytest
import time_machine

from aktiviteter.granskning import SLAGEN, brister
from aktiviteter.models import Aktivitet
from aktiviteter.tidsprak import tolka_tidplan, tolka_uppfoljning
from tests.bygge import ny_anvandare, ny_namnd, ny_plan, ny_roll
from vbeplan.organisation.models import Ratt

IDAG = "2026-11-21"


def rad(tidplan="Hösten 2027", uppfoljning="VB", *, avstamning=None, roller=(1,)):
    """An unsaved row as it is read for a plan's page."""
    aktivitet = Aktivitet(
        titel="Läxhjälp",
        tidplan=tolka_tidplan(tidplan, ar=2027),
        uppfoljning=tolka_uppfoljning(uppfoljning, ar=2027),
        avstamning=avstamning,
    )
    aktivitet.ansvariga = list(roller)
    return aktivitet


def slag(aktivitet):
    return [brist.slag for brist in brister(aktivitet)]


def test_a_whole_row_has_no_remark():
    assert slag(rad()) == []
    assert slag(rad("Löpande", avstamning=date(2027, 4, 30))) == []


@pytest.mark.parametrize(
    ("falt", "vantat"),
    [
        ({"tidplan": "T.o.m. 2027-31-12"}, "omojligt_datum"),
        ({"tidplan": "blå himmel"}, "oklar_tid"),
        ({"tidplan": ""}, "utan_tidplan"),
        ({"tidplan": "Löpande"}, "utan_avstamning"),
        ({"uppfoljning": "2027-02-30"}, "omojligt_datum"),
        ({"uppfoljning": ""}, "utan_uppfoljning"),
        ({"roller": ()}, "utan_ansvarig"),
    ],
)
@time_machine.travel(IDAG)
def test_each_fault_is_told_by_its_kind(falt, vantat):
    assert slag(rad(**falt)) == [vantat]
    assert vantat in SLAGEN


def test_an_impossible_date_is_told_with_what_may_be_meant():
    [brist] = brister(rad("T.o.m. 2027-31-12"))

    assert brist.text == ("Datumet 2027-31-12 finns inte. Menade du T.o.m. 2027-12-31?")


@pytest.mark.parametrize(("dag", "antal"), [("2027-12-31", 1), ("2028-01-01", 0)])
def test_what_has_run_out_needs_no_check_day(dag, antal):
    with time_machine.travel(dag):
        assert len(brister(rad("Löpande t.o.m. 2027-12-31"))) == antal


@pytest.mark.django_db
@time_machine.travel(IDAG)
def test_the_margin_names_the_row_and_lets_go_of_it_when_mended(client):
    namnd = ny_namnd()
    plan = ny_plan(namnd, aktiviteter=1)
    aktivitet = plan.aktiviteter.get()
    aktivitet.ansvar.all().delete()
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd))
    fore = client.get(plan.get_absolute_url()).content.decode()
    aktivitet.ansvar.create(roll=ny_roll(namnd))
    efter = client.get(plan.get_absolute_url()).content.decode()

    assert "Ansvarig saknas" in fore
    assert f"Aktivitet {aktivitet.nummer}, {aktivitet.titel}" in fore
    assert "Ansvarig saknas" not in efter
