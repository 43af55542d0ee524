"""The desk when something of the year has been forgotten: a report, a decision."""

from datetime import date, timedelta

import pytest

from aktiviteter.models import Handlingsplan, Hjulpunkt, Moment
from aktiviteter.models.handlingsplan import Planstatus
from tests import bygge
from tests.start.aret.bygge import IDAG, ny_plan, satt
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
OPPNA = "Öppna uppföljningen till tertialrapport 1"


@pytest.fixture
def t1(plan):
    """A function that puts the last day of the first report so many days from now."""

    def om(dagar, status=Planstatus.GODKAND):
        satt(plan, status=status)
        dag = IDAG + timedelta(days=dagar)
        Hjulpunkt.objects.filter(moment=Moment.T1).delete()
        Hjulpunkt.objects.create(
            moment=Moment.T1, namn="T1", manad=dag.month, dag=dag.day
        )

    return om


@pytest.mark.parametrize(("dagar", "visas"), [(29, 0), (18, 1), (-11, 1), (-40, 0)])
def test_a_report_is_asked_to_be_opened_in_time(samordnare, bord, t1, dagar, visas):
    t1(dagar)
    poster, _ = bord(samordnare)
    assert list(poster) == [OPPNA] * visas


def test_once_it_is_open_or_ticked_off_it_is_asked_no_more(plan, samordnare, bord, t1):
    t1(10)
    ett = plan.tillfallen.create(ar=2027, period="t1", senast=IDAG)
    assert OPPNA not in bord(samordnare)[0]
    ett.delete()
    punkt = Hjulpunkt.objects.get(moment=Moment.T1)
    plan.hjuldagar.create(punkt=punkt, ar=2027, moment="t1", dag=IDAG, klar=IDAG)
    assert OPPNA not in bord(samordnare)[0]


def test_a_draft_is_not_followed_up(plan, samordnare, bord, t1):
    t1(10, Planstatus.UTKAST)
    assert OPPNA not in bord(samordnare)[0]


def test_a_meeting_that_has_been_while_the_plan_was_a_draft_is_told(
    plan, samordnare, bord
):
    vad = "Sammanträdet om planen för 2027 har varit"
    satt(plan, sammantrade=IDAG)
    assert vad not in bord(samordnare)[0]
    satt(plan, sammantrade=IDAG - timedelta(days=1))
    poster, _ = bord(samordnare)
    assert "sätt dagen för nästa sammanträde" in poster[vad]["varfor"]
    satt(plan, status=Planstatus.BESLUTAD)
    assert vad not in bord(samordnare)[0]


def test_a_plan_from_outside_is_asked_whether_it_is_decided(namnd, samordnare, bord):
    gammal = ny_plan(namnd, 2026)
    Handlingsplan.objects.filter(pk=gammal.pk).update(datum=date(2026, 4, 23))
    ny_plan(namnd, 2027)
    vad = "Är planen för 2026 beslutad?"
    assert "den 23 april 2026" in bord(samordnare)[0][vad]["varfor"]
    assert vad not in bord(bygge.ny_anvandare(Ratt.LASARE, namnd))[0]

    satt(gammal, status=Planstatus.BESLUTAD)
    assert vad not in bord(samordnare)[0]
