"""The desk through the year, from revision to follow-up, and its letters."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import (
    Ansvar,
    Beslut,
    Handlingsplan,
    Hjuldag,
    Hjulpunkt,
    Moment,
    Revidering,
    Samrad,
    Tillfalle,
    Uppfoljning,
    Yttrande,
)
from aktiviteter.models.handlingsplan import Planstatus
from tests import bygge, bygge_brev
from tests.bygge_lagesbild import ny_lagesbild
from vbeplan.organisation.models import Brev, Ratt
from vbeplan.organisation.post import NERE

pytestmark = pytest.mark.django_db
IDAG = date(2027, 3, 22)


@pytest.fixture(autouse=True)
def idag():
    """A Monday morning a month before the board."""
    with time_machine.travel(f"{IDAG}T07:00:00+01:00", tick=False):
        yield


@pytest.fixture(autouse=True)
def mall():
    """The city's template: the papers, the board, the executive board."""
    for moment, dagar in ((Moment.UTSKICK, -10), (Moment.NAMND, 0), (Moment.KS, 42)):
        Hjulpunkt.objects.create(moment=moment, namn=moment.label, dagar=dagar)


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def plan(namnd):
    return ny_plan(namnd)


@pytest.fixture
def bord(client):
    """A function that returns a user's desk: what waits, by its words."""

    def las(user):
        client.force_login(user)
        svar = client.get(reverse("skrivbord"))
        for post in svar.context["poster"]:
            assert client.get(post["url"].partition("#")[0]).status_code == 200
        return {post["vad"]: post for post in svar.context["poster"]}, svar

    return las


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


def ny_plan(namnd, ar=2027):
    """Return a plan in order, of which nothing waits: its meeting is far ahead."""
    ny_lagesbild(namnd, ar, status="klar")
    plan = bygge.ny_plan(namnd, ar, aktiviteter=4)
    plan.anmarkningar.all().delete()
    satt(plan, sammantrade=IDAG + timedelta(days=300))
    return plan


def satt(plan, **falt):
    Handlingsplan.objects.filter(pk=plan.pk).update(**falt)


def nytt_tillfalle(plan, senast=IDAG + timedelta(days=8)):
    """Return an open occasion; rows come when somebody begins to write."""
    return Tillfalle.objects.create(plan=plan, ar=2027, period="t1", senast=senast)


def rapportera(tillfalle, aktiviteter, status="pagar"):
    for aktivitet in aktiviteter:
        Uppfoljning.objects.create(
            tillfalle=tillfalle, aktivitet=aktivitet, status=status
        )


def ny_dag(plan, namn, dagar, **falt):
    """Return a day of the board's own, so many days from today."""
    dag = IDAG + timedelta(days=dagar)
    return Hjuldag.objects.create(plan=plan, ar=plan.ar, namn=namn, dag=dag, **falt)


def test_activities_without_a_decision_wait_until_all_have_one(plan, samordnare, bord):
    forra = ny_plan(plan.namnd, 2026)
    for nr, aktivitet in enumerate(forra.aktiviteter.all()):
        Revidering.objects.create(
            plan=plan, forlaga=aktivitet, nummer=nr, val="behall" if nr else ""
        )

    poster, _ = bord(samordnare)
    assert list(poster) == ["1 aktivitet saknar beslut inför revideringen"]

    Revidering.objects.update(val="behall")
    assert bord(samordnare)[0] == {}


def test_who_has_not_answered_and_what_has_not_been_answered(plan, samordnare, bord):
    _, skola, _ = (
        Samrad.objects.create(
            plan=plan, part=part, slag="annat", status=status, svar_senast=dag
        )
        for part, status, dag in (
            ("Polisen", "fragad", IDAG - timedelta(days=1)),
            ("Skolan", "fragad", IDAG),
            ("Fritid", "inte_fragad", None),
        )
    )
    for _ in range(2):
        Yttrande.objects.create(samrad=skola, text="Skriv mer.")

    assert list(bord(samordnare)[0]) == [
        "1 har inte svarat på samrådet",
        "2 synpunkter att svara på",
    ]

    satt(plan, status=Planstatus.SAMRAD)
    assert "1 på samrådets lista är inte frågade än" in bord(samordnare)[0]


def test_a_plan_at_the_board_waits_from_the_day_after_its_meeting(
    plan, samordnare, bord
):
    satt(plan, status=Planstatus.TILL_NAMND, sammantrade=IDAG)
    poster, svar = bord(samordnare)
    assert poster == {}
    assert "beslutar om planen den 22 mars: det är i dag." in svar.content.decode()

    satt(plan, sammantrade=IDAG - timedelta(days=1))
    poster, _ = bord(samordnare)
    assert list(poster) == ["Skriv in vad nämnden beslutade"]


def test_without_a_meeting_its_day_is_asked_for(plan, samordnare, bord):
    satt(plan, sammantrade=None)

    assert list(bord(samordnare)[0]) == [
        "Sammanträdet om planen för 2027 är inte inskrivet"
    ]


def test_the_ingress_counts_the_days_to_the_meeting(plan, samordnare, bord):
    satt(plan, sammantrade=date(2027, 4, 22))

    sida = bord(samordnare)[1].content.decode()

    assert (
        "Inget väntar på dig just nu. Ekhamra stadsdelsnämnd beslutar om planen den "
        "22 april: om 31 dagar." in sida
    )


@pytest.mark.parametrize("godkanner", [True, False])
def test_a_decided_plan_waits_for_the_executive_board_where_it_approves(
    plan, samordnare, bord, godkanner
):
    plan.namnd.ks_godkanner = godkanner
    plan.namnd.save()
    satt(plan, status=Planstatus.BESLUTAD, sammantrade=None)

    poster, _ = bord(samordnare)

    assert list(poster) == ["Skriv in kommunstyrelsens besked"] * godkanner


def test_before_its_day_in_the_wheel_the_executive_board_is_not_waited_for(
    plan, samordnare, bord
):
    satt(plan, status=Planstatus.BESLUTAD)
    satt(plan, sammantrade=IDAG - timedelta(days=41))  # six weeks later, by the wheel
    assert bord(samordnare)[0] == {}

    satt(plan, sammantrade=IDAG - timedelta(days=42))
    assert list(bord(samordnare)[0]) == ["Skriv in kommunstyrelsens besked"]


def test_conditions_wait_until_they_are_met(plan, samordnare, bord):
    satt(plan, status=Planstatus.GODKAND)
    beslut = Beslut.objects.create(
        plan=plan, organ="Kommunstyrelsen", utfall="villkor", dag=IDAG
    )
    villkor = beslut.villkoren.create(text="Skriv om skolan.")
    assert list(bord(samordnare)[0]) == ["1 villkor från beslutet att uppfylla"]

    villkor.uppfyllt = IDAG
    villkor.save()
    assert bord(samordnare)[0] == {}


def test_a_decided_plan_is_not_asked_to_be_mended(plan, samordnare, bord):
    plan.aktiviteter.first().ansvar.all().delete()
    assert list(bord(samordnare)[0]) == ["1 aktivitet saknar ansvarig"]

    satt(plan, status=Planstatus.GODKAND)

    assert bord(samordnare)[0] == {}


def test_the_wheels_next_points_come_with_their_day(plan, samordnare, bord):
    for namn, dagar, klar in (
        ("Möte med polisen", -7, None),
        ("Enkäten ut", 0, None),
        ("Utkast klart", 14, None),
        ("Utskick", 15, None),
        ("Redan gjort", 1, IDAG),
    ):
        ny_dag(plan, namn, dagar, klar=klar)

    poster, svar = bord(samordnare)

    assert [(p["vad"], p["nar"]) for p in poster.values()] == [
        ("Möte med polisen", "Skulle vara klart den 15 mars, för 7 dagar sedan"),
        ("Enkäten ut", "Senast i dag"),
        ("Utkast klart", "Senast den 5 april, om 14 dagar"),
    ]
    assert svar.content.decode().count("bord-sen") == 1


def test_the_most_urgent_comes_first(plan, samordnare, bord):
    plan.aktiviteter.first().ansvar.all().delete()  # no day of its own
    for namn, dagar in (("Sedan", 12), ("Snart", 3), ("Sent", -3)):
        ny_dag(plan, namn, dagar)

    assert list(bord(samordnare)[0]) == [
        "Sent",
        "Snart",
        "1 aktivitet saknar ansvarig",
        "Sedan",
    ]


def test_a_pictures_next_deed_has_the_wheels_day_and_stands_once(
    namnd, samordnare, bord
):
    plan = bygge.ny_plan(namnd, aktiviteter=1)
    plan.anmarkningar.all().delete()
    satt(plan, sammantrade=IDAG + timedelta(days=50))
    for moment, dagar in ((Moment.POLISMOTE, -56), (Moment.LAGESBILD, -49)):
        Hjulpunkt.objects.create(moment=moment, namn=moment.label, dagar=dagar)
    assert list(bord(samordnare)[0]) == [
        "Möte med polisen",
        "Lägesbilden klar",
        "Lägesbilden för 2027 är inte påbörjad",
    ]

    ny_lagesbild(namnd, 2027, status="utkast")
    poster, _ = bord(samordnare)

    (ett,) = poster.values()
    assert ett["vad"] == "Skriv lägesbildens texter"
    assert ett["nar"] == "Skulle vara klart den 16 mars, för 6 dagar sedan"


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


def test_the_card_shows_how_far_the_plan_has_come(plan, samordnare, bord):
    satt(plan, status=Planstatus.SAMRAD, sammantrade=date(2027, 4, 22))

    kort = bord(samordnare)[1].context["sidokort"]

    assert kort[0]["status"] == "På samråd"
    assert kort[0]["steg"] == [
        ("Utkast", "klart"),
        ("Samråd", "nu"),
        ("Till nämnden 12 april", ""),
        ("Nämnden beslutar 22 april", ""),
        ("Kommunstyrelsen 3 juni", ""),
    ]


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
