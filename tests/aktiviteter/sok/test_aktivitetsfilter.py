"""The filter of activities: each part, all of them together, and the address."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aktiviteter.forms.aktivitetsfilter import AktivitetsfilterForm
from aktiviteter.models import Aktivitet
from aktiviteter.sok import databas
from aktiviteter.sok.index import ikapp
from aktiviteter.tidsprak import tolka_tidplan, tolka_uppfoljning
from tests.bygge import ny_anvandare, ny_namnd, ny_plan, ny_roll
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
NARRADEN = {  # number: time, follow-up, and what else differs
    1: ("Löpande", "Tertialrapport 1 2027", {"niva": "universell"}),
    2: ("T.o.m. 2027-03-31", "VB", {"insatsomrade": "Skola och lärande"}),
    3: ("Hösten 2027", "Tertialrapport 2 2027, VB", {"strategiomrade": "skydda"}),
    4: ("", "", {"avstamning": date(2027, 2, 1)}),
    5: ("Mars 2026", "I ordinarie uppföljning", {"titel": "Feriejobb"}),
}


@pytest.fixture(autouse=True)
def idag(time_machine):
    """The first of June, before anybody signs in."""
    time_machine.move_to("2027-06-01 12:00", tick=False)


@pytest.fixture
def plan(namnd):
    """Five activities of the year 2027, each of its own kind."""
    plan = ny_plan(namnd, 2027)
    for rad in plan.aktiviteter.all():
        tid, uppfoljning, mer = NARRADEN[rad.nummer]
        rad.tidplan = tolka_tidplan(tid, ar=2027)
        rad.uppfoljning = tolka_uppfoljning(uppfoljning, ar=2027)
        rad.avstamning = mer.get("avstamning")
        for falt, varde in mer.items():
            setattr(rad, falt, varde)
        rad.save()
    plan.aktiviteter.get(nummer=5).ansvar.all().delete()
    plan.aktiviteter.get(nummer=3).ansvar.create(roll=ny_roll(namnd, "Rektor"))
    ny_plan(namnd, 2026, aktiviteter=1)
    ikapp()
    return plan


def nummer(user, **data):
    form = AktivitetsfilterForm(data, user=user)
    return [f.nummer for f in form.fakta()]


@pytest.mark.parametrize(
    ("filter_", "kvar"),
    [
        ({}, [1, 2, 3, 4, 5]),
        ({"tid": "lopande"}, [1]),
        ({"tid": "tidsatt"}, [2, 3, 5]),
        ({"tid": "passerad"}, [2, 5]),
        ({"tid": "utan"}, [4]),
        ({"slutar_fore": "2027-01-01"}, [5]),
        ({"under": "hösten 2027"}, [1, 3]),
        ({"under": "mars 2026"}, [1, 2, 5]),
        ({"avstams_fore": "2027-02-01"}, [4]),
        ({"avstams_fore": "2027-01-31"}, []),
        ({"uppfoljning": "verksamhetsberattelse"}, [2, 3]),
        ({"uppfoljning": "saknas"}, [4]),
        ({"rapport": "T2 2027"}, [3]),
        ({"rapport": "t1"}, [1]),
        ({"niva": "universell"}, [1]),
        ({"niva": "utan"}, [2, 3, 4, 5]),
        ({"strategi": "skydda"}, [3]),
        ({"omrade": "skola"}, [2]),
        ({"omrade": "utan"}, [1, 3, 4, 5]),
        ({"ansvarig": "utan"}, [5]),
        ({"ansvarig": "REKTOR"}, [3]),
        ({"ansvarig": "enhetschef"}, [1, 2, 3, 4]),
        ({"ansvarig": "ingen sådan"}, []),
        ({"ord": "feriejobben"}, [5]),
        ({"ord": "rektor"}, [3]),
        ({"ord": "beskrivning -feriejobb"}, [1, 2, 3, 4]),
        ({"ord": "finns inte"}, []),
        ({"plan": "ekhamra-2026"}, [1]),
        ({"plan": "alla"}, [1, 2, 3, 4, 5, 1]),
        ({"tid": "tidsatt", "uppfoljning": "verksamhetsberattelse"}, [2, 3]),
        ({"tid": "tidsatt", "ordning": "slut"}, [5, 2, 3]),
        ({"ordning": "avstamning"}, [4, 1, 2, 3, 5]),
    ],
)
def test_each_part_of_the_filter_leaves_what_it_says(samordnare, plan, filter_, kvar):
    assert nummer(samordnare, **filter_) == kvar


@pytest.mark.parametrize(
    ("ord_", "kvar"),
    [("feriejobben", [5]), ('"feriejobb"', [5]), ("beskrivning", [1, 2, 3, 4, 5])],
)
@pytest.mark.parametrize("manga", [1, 500])
def test_the_city_gets_the_same_of_a_common_word_as_of_a_rare_one(
    plan, monkeypatch, ord_, kvar, manga
):
    monkeypatch.setattr(databas, "MANGA", manga)
    plan.dela(True, av=None)
    utkast = ny_plan(ny_namnd("sjovik"), 2027)
    utkast.aktiviteter.update(titel="Feriejobb", beskrivning="<p>Beskrivning</p>")
    ikapp()
    central = ny_anvandare(Ratt.CENTRAL)

    for ordning in ("", "avstamning", "slut"):
        kvarna = nummer(central, ord=ord_, plan="alla", ordning=ordning)
        assert sorted(kvarna) == kvar


def test_more_than_one_pages_through_is_said(klient, plan, monkeypatch):
    monkeypatch.setattr("aktiviteter.views.sok.BLADDRAS", 3)

    svar = klient.get(reverse("aktiviteter")).content.decode()

    assert "Fler än 3 aktiviteter. De första 3 visas" in svar


def test_the_form_narrows_any_queryset(samordnare, plan):
    form = AktivitetsfilterForm({"tid": "lopande", "plan": "alla"}, user=samordnare)

    rader = form.filter(Aktivitet.objects.filter(plan=plan))

    assert [a.nummer for a in rader] == [1]


def test_the_page_shows_the_rows_as_the_paper_has_them(klient, plan):
    svar = klient.get(reverse("aktiviteter"), {"tid": "tidsatt"}).content.decode()

    assert "3 aktiviteter." in svar
    assert "Hösten 2027" in svar
    assert "Kurator 0 i ekhamra" in svar
    assert f'href="{plan.get_absolute_url()}#aktivitet-3"' in svar


def test_each_part_of_the_filter_can_be_taken_away(klient, plan):
    svar = klient.get(
        reverse("aktiviteter"), {"tid": "lopande", "ansvarig": "Enhetschef"}
    ).content.decode()

    assert 'href="?ansvarig=Enhetschef"' in svar
    assert 'href="?tid=lopande"' in svar


@pytest.mark.parametrize(
    ("filter_", "mening"),
    [
        ({"slutar_fore": "i går"}, "Skriv datumet som år-månad-dag"),
        ({"under": "blåbär"}, "Skriv en tid, till exempel: hösten 2027"),
        ({"under": "2027-02-30"}, "Datumet 2027-02-30 finns inte"),
        ({"plan": "sjovik-2027"}, "Välj ett giltigt alternativ"),
        ({"tid": "ibland"}, "Välj ett giltigt alternativ"),
    ],
)
def test_a_part_that_cannot_be_read_is_said_and_nothing_is_shown(
    klient, plan, filter_, mening
):
    svar = klient.get(reverse("aktiviteter"), filter_).content.decode()

    assert mening in svar
    assert "<table" not in svar


def test_a_filter_that_leaves_nothing_says_what_to_do(klient, plan):
    svar = klient.get(reverse("aktiviteter"), {"ord": "xyzzy"}).content.decode()

    assert "Inga aktiviteter passar filtret" in svar


def test_without_activities_the_page_says_so(klient):
    svar = klient.get(reverse("aktiviteter")).content.decode()

    assert "Här finns inga aktiviteter än" in svar


def test_what_was_written_just_now_is_filtered(klient, plan):
    plan.aktiviteter.filter(nummer=1).update(titel="Alldeles nyskrivet")

    svar = klient.get(reverse("aktiviteter"), {"ord": "nyskriven"}).content.decode()

    assert "1 aktivitet." in svar


def test_the_plan_leads_to_its_activities(klient, plan):
    adress = f"{reverse('aktiviteter')}?plan=ekhamra-2027"

    assert adress in klient.get(plan.get_absolute_url()).content.decode()


def test_the_filter_asks_as_much_of_5_rows_as_of_300(klient, namnd, plan):
    adress = reverse("aktiviteter")
    filter_ = {"plan": "alla", "ansvarig": "enhetschef", "ord": "beskrivning"}

    def fragor():
        klient.get(adress, filter_)
        with CaptureQueriesContext(connection) as tagna:
            assert klient.get(adress, filter_).status_code == 200
        return len(tagna)

    fore = fragor()
    for nr in range(10):
        ny_plan(namnd, 2030 + nr, aktiviteter=30)

    assert fragor() == fore
    assert fore <= 15
