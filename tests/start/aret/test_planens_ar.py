"""The desk through a plan's year: revision, consultation, board, wheel."""

from datetime import date, timedelta

import pytest

from aktiviteter.models import (
    Beslut,
    Hjulpunkt,
    Moment,
    Revidering,
    Samrad,
    Yttrande,
)
from aktiviteter.models.handlingsplan import Planstatus
from lagesbild.models import Lagesbild
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild
from tests.start.aret.bygge import IDAG, ny_dag, ny_plan, satt

pytestmark = pytest.mark.django_db


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
    assert "1 part på samrådets lista har inte fått frågan" in bord(samordnare)[0]


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

    satt(plan, status=Planstatus.ERSATT)
    assert "1 villkor från beslutet att uppfylla" in bord(samordnare)[0]

    villkor.uppfyllt = IDAG
    villkor.save()
    assert not {vad for vad in bord(samordnare)[0] if "villkor" in vad}


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


def test_the_sources_day_leads_to_the_sources_once_the_picture_is_begun(
    namnd, plan, samordnare, bord
):
    namn = Moment.UNDERLAG.label
    Hjulpunkt.objects.create(moment=Moment.UNDERLAG, namn=namn, dagar=-30)
    satt(plan, sammantrade=IDAG + timedelta(days=35))
    Lagesbild.objects.filter(namnd=namnd, ar=2027).update(status="utkast")
    poster, _ = bord(samordnare)
    assert poster[namn]["knapp"] == "Visa källorna"


def test_the_card_shows_what_has_happened_on_the_day_that_it_did(
    plan, samordnare, bord
):
    satt(plan, status=Planstatus.GODKAND, sammantrade=date(2027, 4, 22))
    plan.besluten.create(organ="Nämnden", utfall="beslutad", dag=date(2027, 4, 29))
    plan.besluten.create(organ="KS", utfall="villkor", dag=date(2027, 6, 10))

    (kort, *_) = bord(samordnare)[1].context["sidokort"]

    assert kort["steg"][-2:] == [
        ("Nämnden beslutade 29 april", "klart"),
        ("Kommunstyrelsen godkände 10 juni", "klart"),
    ]


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
