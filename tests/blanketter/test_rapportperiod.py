"""The periods that units are asked about, and that a closed one stays closed."""

from datetime import date

import pytest
import time_machine

from blanketter.models import Enhetssvar, Rapportering, Rapportperiod
from tests import bygge

pytestmark = pytest.mark.django_db
T1 = Rapportperiod("tertial", date(2027, 1, 1))


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-05-10 09:00+02:00", tick=False):
        yield


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def enhet(namnd):
    return bygge.ny_enhet(namnd, "Linden")


def svara(client, enhet):
    svar = client.post(enhet.lank(), {"period": "tertial:2027-01-01"})
    return " ".join(svar.content.decode().split())


def andra_svarstid(namnd, dagar):
    rad = Rapportering.for_namnd(namnd)
    forra, rad.svarstid = rad.svarstid, dagar
    rad.minns_svarstid(forra)
    rad.save()
    return rad


def test_a_longer_time_does_not_open_what_is_closed(client, enhet):
    with time_machine.travel("2027-06-30 09:00+02:00", tick=False):
        rad = andra_svarstid(enhet.namnd, 120)

        assert rad.ar_stangd(T1)
        assert not rad.oppna()
        assert "gick ut den 2027-06-29" in svara(client, enhet)
        assert "Svara senast" not in client.get(enhet.lank()).content.decode()
    assert not Enhetssvar.objects.exists()


def test_a_shorter_time_does_not_close_what_is_open(client, enhet):
    rad = andra_svarstid(enhet.namnd, 7)

    assert rad.sista_dag(T1) == date(2027, 6, 29)
    assert "Tack!" in svara(client, enhet)
    assert rad.sista_dag(T1.nasta) == date(2027, 9, 7)


def test_lowered_and_raised_again_the_period_closes_when_the_units_were_told(namnd):
    for dag, dagar in (("05-10", 7), ("05-10", 120), ("05-12", 7), ("06-30", 120)):
        with time_machine.travel(f"2027-{dag} 09:00+02:00", tick=False):
            rad = andra_svarstid(namnd, dagar)

            assert rad.sista_dag(T1) == date(2027, 6, 29)


def test_another_division_and_back_opens_nothing(namnd):
    with time_machine.travel("2027-07-10 09:00+02:00", tick=False):
        rad = andra_svarstid(namnd, 120)
        rad.periodtyp = "manad"
        rad.save()
        april = Rapportperiod("manad", date(2027, 4, 1))
        assert [str(p) for p in rad.oppna()] == ["juni 2027", "maj 2027"]
        assert rad.ar_stangd(april)
        rad.periodtyp = "tertial"
        rad.save()

        assert not rad.oppna()


def test_a_clock_that_is_set_back_changes_no_last_day(namnd):
    andra_svarstid(namnd, 7)
    with time_machine.travel("2027-04-01 09:00+02:00", tick=False):
        rad = andra_svarstid(namnd, 120)

    assert rad.sista_dag(T1) == date(2027, 6, 29)


def test_an_older_period_with_longer_time_is_open_beside_a_closed_one(namnd):
    Rapportering.objects.create(namnd=namnd, periodtyp="manad", svarstid=120)
    with time_machine.travel("2027-05-10 09:00+02:00", tick=False):
        rad = andra_svarstid(namnd, 7)
    with time_machine.travel("2027-06-20 09:00+02:00", tick=False):
        maj = Rapportperiod("manad", date(2027, 5, 1))
        assert rad.ar_stangd(maj)
        assert [str(p) for p in rad.oppna()] == [
            "april 2027",
            "mars 2027",
            "februari 2027",
        ]


@pytest.mark.parametrize(
    ("typ", "dag", "start", "slut", "ord_"),
    [
        ("manad", date(2028, 2, 29), (2028, 2, 1), (2028, 2, 29), "februari 2028"),
        (
            "kvartal",
            date(2027, 12, 31),
            (2027, 10, 1),
            (2027, 12, 31),
            "kvartal 4 2027",
        ),
        ("tertial", date(2027, 5, 1), (2027, 5, 1), (2027, 8, 31), "tertial 2 2027"),
        (
            "halvar",
            date(2027, 6, 30),
            (2027, 1, 1),
            (2027, 6, 30),
            "första halvåret 2027",
        ),
        (
            "halvar",
            date(2027, 7, 1),
            (2027, 7, 1),
            (2027, 12, 31),
            "andra halvåret 2027",
        ),
    ],
)
def test_periods_begin_and_end_with_the_year(typ, dag, start, slut, ord_):
    period = Rapportperiod.med(typ, dag)

    assert (period.start, period.slut) == (date(*start), date(*slut))
    assert str(period) == ord_
    assert period.nasta.forra == period
