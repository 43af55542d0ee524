"""The number of database queries does not follow the number of rows."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aktiviteter.handlingar import ta_bort_aktivitet
from tests import bygge
from vbeplan.organisation.models import Delomrade, Kommun, Ratt

pytestmark = pytest.mark.django_db
MANGA = 30
# They read the plan before this one too.
JAMFOR = {
    *("plan_andringar", "plan_bilagor", "plan_sammanfattning"),
    *("plan_word", "plan_forhandsvisning"),
}


@pytest.fixture
def namnd():
    """A board in a named city."""
    Kommun.objects.create(namn="Granby stad")
    return bygge.ny_namnd()


@pytest.fixture
def logga_in(client):
    """A function that signs a new user in, and returns her browser."""

    def in_med(ratt, namnd=None, **mer):
        client.force_login(bygge.ny_anvandare(ratt, namnd, **mer))
        return client

    return in_med


def antal(client, url):
    """Return how many queries a page costs the second time, when nothing is new."""
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as fragor:
        assert client.get(url).status_code == 200
    return len(fragor)


def plansidor(plan):
    kapitel, aktivitet = plan.avsnitt.last(), plan.aktiviteter.last()
    return {
        **{
            namn: reverse(namn, args=[plan.namnd.kort, plan.ar])
            for namn in (
                "plan",
                "plan_redigera",
                "plan_ta_bort",
                "plan_json",
                "plan_word",
                "plan_kalkyl",
                "kalkyl_ta_in",
                "plan_forhandsvisning",
                "plan_farger",
                "plan_andringar",
                "plan_bilagor",
                "plan_sammanfattning",
                "avsnitt_nytt",
            )
        },
        **{
            namn: reverse(namn, args=[kapitel.pk])
            for namn in ("avsnitt_redigera", "avsnitt_ta_bort", "aktivitet_ny")
        },
        **{
            namn: reverse(namn, args=[aktivitet.pk])
            for namn in ("aktivitet_redigera", "aktivitet_ta_bort")
        },
    }


def test_the_plan_page_costs_at_most_15_queries_with_5_and_with_100_activities(
    namnd, logga_in
):
    client = logga_in(Ratt.SAMORDNARE, namnd)
    liten = bygge.ny_plan(namnd, 2026, aktiviteter=5, kapitel=2)
    stor = bygge.ny_plan(namnd, 2027, aktiviteter=100, kapitel=20)

    tal = [antal(client, plan.get_absolute_url()) for plan in (liten, stor)]

    assert tal[0] == tal[1]
    assert tal[1] <= 15


@pytest.mark.parametrize("ratt", [Ratt.SAMORDNARE, Ratt.LASARE])
def test_every_page_of_a_plan_costs_the_same_for_a_small_and_a_large_plan(
    namnd, logga_in, ratt
):
    bygge.ny_plan(namnd, 2025)  # that they are both compared with
    liten = bygge.ny_plan(namnd, 2026, aktiviteter=1, kapitel=1)
    stor = bygge.ny_plan(namnd, 2027, aktiviteter=MANGA, kapitel=MANGA)
    for nr in range(MANGA):
        stor.anmarkningar.create(
            slag="x", plats="x", text="x", avsnitt=stor.avsnitt.all()[nr]
        )
    client = logga_in(ratt, namnd)
    sidor = [plansidor(plan) for plan in (liten, stor)]
    if ratt == Ratt.LASARE:
        filer = "plan_json plan_word plan_kalkyl".split()
        oppna = {"plan", *filer, "plan_forhandsvisning", "plan_farger"}
        oppna |= JAMFOR - {"plan_bilagor"}
        sidor = [{n: url for n, url in s.items() if n in oppna} for s in sidor]

    tal = [{namn: antal(client, url) for namn, url in s.items()} for s in sidor]

    assert tal[0] == tal[1]
    assert max(n for namn, n in tal[1].items() if namn not in JAMFOR) <= 15
    assert max(tal[1].values()) <= 30


def test_pages_that_list_plans_and_roles_cost_the_same_with_1_and_30(namnd, logga_in):
    roll = bygge.ny_roll(namnd, innehavare="Anna Ek")
    client = logga_in(Ratt.SAMORDNARE, namnd)
    plan = bygge.ny_plan(namnd, 2020, aktiviteter=1)
    inlasning = bygge.ny_inlasning(bygge.Anvandare.objects.latest("pk"), namnd)
    namn = (
        *("skrivbord", "planer", "aktiviteter", "plan_ny", "plan_importera"),
        *("roller", "roll_ny"),
    )
    sidor = [
        *map(reverse, namn),
        plan.get_absolute_url(),
        inlasning.get_absolute_url(),
        roll.get_absolute_url(),
        reverse("roll_ta_bort", args=[roll.pk]),
        reverse("roll_sla_samman", args=[roll.pk]),
    ]
    fore = {url: antal(client, url) for url in sidor}

    for nr in range(MANGA):
        bygge.ny_plan(namnd, 2030 + nr, aktiviteter=1, kapitel=1)
        bygge.ny_roll(namnd, f"Roll {nr}", innehavare=f"Person {nr}")

    assert {url: antal(client, url) for url in sidor} == fore
    assert max(fore.values()) <= 15


def test_the_history_costs_the_same_with_1_deed_and_30(namnd, logga_in):
    client = logga_in(Ratt.SAMORDNARE, namnd)
    plan = bygge.ny_plan(namnd, 2027, aktiviteter=3, kapitel=3)
    kapitel, aktivitet = plan.avsnitt.first(), plan.aktiviteter.first()
    forsta = bygge.andra(kapitel, rubrik="Ny")
    tredje = plan.aktiviteter.last()
    ta_bort_aktivitet(tredje, av=None)
    namn = ("plan_historik", "plan_borttaget", "plan_jamfor", "plan_framsida_historik")
    sidor = [
        *(reverse(n, args=[namnd.kort, plan.ar]) for n in namn),
        reverse("avsnitt_historik", args=[kapitel.pk]),
        forsta.get_absolute_url(),
        plan.andringar.first().get_absolute_url(),
        reverse("version_aterstall", args=[plan.andringar.last().versioner.last().pk]),
    ]
    bygge.andra(kapitel, rubrik="Nyare")
    bygge.andra(plan, titel="Nytt")
    fore = {url: antal(client, url) for url in sidor}

    ny = bygge.ny_plan(namnd, 2026, aktiviteter=MANGA, kapitel=MANGA)
    for nr in range(MANGA):
        bygge.andra(kapitel, text=f"<p>Text {nr}</p>")
        bygge.andra(aktivitet, titel=f"Titel {nr}")
        bygge.andra(plan, dnr=f"Nr {nr}")
        ta_bort_aktivitet(ny.aktiviteter.last(), av=None)

    assert {url: antal(client, url) for url in sidor} == fore
    assert max(fore.values()) <= 15


def test_an_ansvarigs_desk_costs_the_same_with_1_and_30_activities(namnd, logga_in):
    roll = bygge.ny_roll(namnd)
    client = logga_in(Ratt.ANSVARIG, namnd, roller=[roll])
    bygge.ny_plan(namnd, 2026, aktiviteter=1)
    fore = antal(client, reverse("skrivbord"))

    bygge.ny_plan(namnd, 2027, aktiviteter=MANGA)

    assert antal(client, reverse("skrivbord")) == fore


def test_the_citys_pages_cost_the_same_with_1_and_30_boards_and_users(logga_in):
    Kommun.objects.create(namn="Granby stad")
    forsta = bygge.ny_namnd("namnd-a")
    person = bygge.ny_anvandare(Ratt.LASARE, forsta)
    client = logga_in(Ratt.FORVALTARE)
    namn = ("skrivbord", "planer", "organisation", "kommun", "namnd_ny", "anvandare_ny")
    sidor = [
        *map(reverse, namn),
        forsta.get_absolute_url(),
        reverse("anvandare", args=[person.pk]),
    ]
    fore = {url: antal(client, url) for url in sidor}

    for nr in range(MANGA):
        namnd = bygge.ny_namnd(f"namnd-{nr}")
        bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
        bygge.ny_roll(forsta, f"Roll {nr}")
        person.medlemskap.create(ratt=Ratt.LASARE, namnd=namnd)
        Delomrade.objects.create(namnd=forsta, namn=f"Del {nr}")

    assert {url: antal(client, url) for url in sidor} == fore


def test_the_central_coordinators_pages_cost_the_same_with_1_and_30_shared_plans(
    namnd, logga_in
):
    client = logga_in(Ratt.CENTRAL)
    bygge.ny_plan(namnd, delad=True, aktiviteter=1)
    sidor = [reverse("skrivbord"), reverse("planer"), reverse("aktiviteter")]
    fore = [antal(client, url) for url in sidor]

    for nr in range(MANGA):
        bygge.ny_plan(bygge.ny_namnd(f"namnd-{nr}"), delad=True, aktiviteter=1)

    assert [antal(client, url) for url in sidor] == fore
