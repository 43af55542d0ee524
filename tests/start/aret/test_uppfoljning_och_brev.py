"""The desk when it is time to follow up, when letters don't go, and what it costs."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Ansvar, Handlingsplan, Tillfalle
from tests import bygge, bygge_brev
from tests.start.aret.bygge import (
    IDAG,
    ny_dag,
    ny_plan,
    nytt_tillfalle,
    rapportera,
)
from vbeplan.organisation.models import Brev, Ratt
from vbeplan.organisation.post.servern import NERE

pytestmark = pytest.mark.django_db


def test_an_open_occasion_tells_what_is_missing_and_when_it_can_be_closed(
    plan, samordnare, bord
):
    rad = nytt_tillfalle(plan)
    forsta, *andra = plan.aktiviteter.order_by("nummer")
    rapportera(rad, [forsta])
    rapportera(rad, andra[:1], status="")  # begun, but not said

    poster, _ = bord(samordnare)
    assert list(poster) == ["3 av 4 aktiviteter är inte rapporterade"]
    (ett,) = poster.values()
    assert ett["nar"] == "Senast den 30 mars, om 8 dagar"

    rad.uppfoljningar.update(status="pagar")
    rapportera(rad, andra[1:])
    assert list(bord(samordnare)[0]) == ["Tertialrapport 1 2027 kan stängas"]

    Tillfalle.objects.update(status="stangt")
    assert bord(samordnare)[0] == {}


def test_an_occasion_far_ahead_is_not_told_of(plan, samordnare, bord):
    nytt_tillfalle(plan, senast=IDAG + timedelta(days=22))

    assert bord(samordnare)[0] == {}


def test_an_ansvarig_sees_what_her_roles_have_left_to_report(plan, bord):
    egen, annan = (bygge.ny_roll(plan.namnd, n) for n in ("Kurator", "Rektor"))
    Ansvar.objects.all().delete()
    rader = list(plan.aktiviteter.order_by("nummer"))
    for aktivitet, roll in zip(rader, (egen, egen, annan, annan), strict=True):
        Ansvar.objects.create(aktivitet=aktivitet, roll=roll)
    plan.aktiviteter.update(avstamning=None)
    rad = nytt_tillfalle(plan)
    anna = bygge.ny_anvandare(Ratt.ANSVARIG, plan.namnd, roller=[egen])

    poster, _ = bord(anna)
    assert list(poster) == ["2 aktiviteter att rapportera"]

    rapportera(rad, rader[:2])
    assert bord(anna)[0] == {}


def test_an_activity_in_two_years_plans_is_one_check_date(plan, bord):
    nasta = ny_plan(plan.namnd, 2028)
    for den in (plan, nasta):
        den.aktiviteter.update(avstamning=IDAG)
        den.aktiviteter.exclude(nummer=1).update(avstamning=None)
    roll = plan.aktiviteter.get(nummer=1).ansvar.first().roll
    anna = bygge.ny_anvandare(Ratt.ANSVARIG, plan.namnd, roller=[roll])

    poster, _ = bord(anna)

    (ett,) = poster.values()
    assert ett["url"] == nasta.aktiviteter.get(nummer=1).get_absolute_url()


def test_letters_that_did_not_go_are_on_the_coordinators_desk(plan, samordnare, bord):
    bygge_brev.uppgivet_brev(plan.namnd)
    bygge_brev.strandat_brev(plan.namnd)
    bygge_brev.uppgivet_brev(bygge.ny_namnd("sjovik"))
    bygge_brev.nytt_brev(plan.namnd)  # waits for its first attempt

    poster, _ = bord(samordnare)

    assert list(poster) == ["2 brev har inte gått fram"]
    assert poster["2 brev har inte gått fram"]["url"] == reverse("brevlada")


def test_a_mail_server_that_is_down_is_told_the_coordinator_and_the_forvaltare(
    plan, samordnare, bord
):
    falt = {"forsok": 2, "fel": NERE, "senast_forsok": timezone.now()}
    bygge_brev.nytt_brev(plan.namnd, **falt)

    for user in (samordnare, bygge.ny_anvandare(Ratt.FORVALTARE)):
        poster, svar = bord(user)
        assert list(poster) == ["1 brev väntar på e-postservern"]
        assert "skickas av sig själva" in svar.content.decode()
    poster, svar = bord(bygge.ny_anvandare(Ratt.LASARE, plan.namnd))
    assert list(poster) == ["Läs planen för 2027"]
    assert "Inget väntar på dig just nu, men här" in svar.content.decode()


@pytest.mark.parametrize("ratt", Ratt.values[:5])
def test_each_desk_costs_at_most_15_questions_with_ten_years(namnd, client, ratt):
    for ar in range(2018, 2028):
        plan = ny_plan(namnd, ar)
        bild = plan.namnd.lagesbilder.get(ar=ar)
        bild.__class__.objects.filter(pk=bild.pk).update(status="utkast")
        rad = Tillfalle.objects.create(plan=plan, ar=ar, period="t1", senast=IDAG)
        rapportera(rad, plan.aktiviteter.all(), status="")
        ny_dag(plan, "Möte", 0)
        Handlingsplan.objects.filter(pk=plan.pk).update(delad=True, status="godkand")
        bygge_brev.uppgivet_brev(namnd)
    Brev.objects.filter(forsok=0).update(forsok=1)
    roll = bygge.ny_roll(namnd, "Kurator", innehavare="Anna")
    av = namnd if ratt in ("samordnare", "ansvarig", "lasare") else None
    roller = [roll] if ratt == Ratt.ANSVARIG else []
    client.force_login(bygge.ny_anvandare(ratt, av, roller=roller))

    with CaptureQueriesContext(connection) as fragor:
        assert client.get(reverse("skrivbord")).status_code == 200

    assert len(fragor) <= 15, [q["sql"][:90] for q in fragor.captured_queries]
