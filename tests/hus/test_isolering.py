"""A board's people notice nothing of another board, and can't reach into it by hand."""

import re

import pytest
from django.urls import reverse

from aktiviteter.models import Aktivitet, Avsnitt, Handlingsplan
from tests import bygge
from tests.bygge import AR
from tests.hus.test_rattigheter import REGLER
from tests.hus.varld import (
    CENTRAL,
    EGEN,
    FORVALTARE,
    FRAMMANDE,
    INNE,
    SAMORDNARE,
    bygg_namnd,
    bygg_stad,
)
from vbeplan.organisation.models import Medlemskap, Namnd, Roll

pytestmark = pytest.mark.django_db
# The first lists all boards by name, and the city's own desk says how many have come
# how far; to read the others leaves a trace, and one of them
# is in an order drawn by lot.
UTOM = (
    *("laget", "enkat_texter", "enkat_resultat_fil", "kallfil"),
    "plan_overlamning_pdf",
)
STADENS_BORD = (CENTRAL, "skrivbord")
SLUMP = re.compile(rb'(?<=name=")(csrfmiddlewaretoken|nyckel|bevis)" value="[\w=-]+')


@pytest.fixture
def stad():
    """A city with one board."""
    return bygg_stad([EGEN])


@pytest.fixture
def samordnare(stad):
    """The board's coordinator, signed in."""
    return stad.klient(SAMORDNARE)


@pytest.fixture
def grannen(stad):
    """Another board with everything in it."""
    bygg_namnd(FRAMMANDE, {})
    return Namnd.objects.get(kort=FRAMMANDE)


def sidor(stad, roll):
    """Return what each address answers the role, without what is drawn by lot."""
    svar = {}
    for namn, regel in REGLER.items():
        if regel.get == 200 and namn not in UTOM and (roll, namn) != STADENS_BORD:
            url = reverse(namn, kwargs=stad.argument[EGEN].get(namn))
            svar[namn] = SLUMP.sub(b"", stad.klient(roll).get(url).content)
    return svar


@pytest.mark.parametrize("roll", [r for r in INNE if r != FORVALTARE])
def test_no_page_changes_when_another_board_comes_with_plans_and_roles(stad, roll):
    fore = sidor(stad, roll)

    bygg_namnd(FRAMMANDE, {})

    efter = sidor(stad, roll)
    assert [namn for namn in fore if fore[namn] != efter[namn]] == []


def test_the_city_sees_a_plan_only_while_it_is_shared(stad):
    plan = Handlingsplan.objects.get(namnd__kort=EGEN, ar=AR)
    central = stad.klient(CENTRAL)
    ogon = [reverse("skrivbord"), reverse("planer"), plan.get_absolute_url()]

    def ser():
        return [EGEN in central.get(url).content.decode() for url in ogon]

    assert ser() == [False, False, False]
    plan.dela(True, av=stad.anvandare[SAMORDNARE])
    assert ser() == [True, True, True]
    plan.dela(False, av=stad.anvandare[SAMORDNARE])
    assert ser() == [False, False, False]


@pytest.mark.parametrize("namn", ["plan_ny", "plan_importera", "roll_ny"])
def test_another_board_can_not_be_chosen_by_hand(samordnare, grannen, namn):
    data = {
        "namnd": grannen.pk,
        "ar": 2030,
        "titel": "Plan",
        "borja_med": "tom",
        "namn": "Ny roll",
        "innehav-TOTAL_FORMS": 0,
        "innehav-INITIAL_FORMS": 0,
    }

    svar = samordnare.post(reverse(namn), data)

    assert svar.status_code == 200
    assert "namnd" in svar.context["form"].errors
    assert not Handlingsplan.objects.filter(ar=2030).exists()
    assert not Roll.objects.filter(namn="Ny roll").exists()


def test_a_plan_can_not_begin_with_another_boards_plan(samordnare, grannen):
    namnd = Namnd.objects.get(kort=EGEN)
    forlaga = grannen.planer.get(ar=AR)
    data = {"namnd": namnd.pk, "ar": 2030, "titel": "Plan", "borja_med": forlaga.pk}

    svar = samordnare.post(reverse("plan_ny"), data)

    assert "borja_med" in svar.context["form"].errors
    assert not Handlingsplan.objects.filter(ar=2030).exists()


def test_an_activity_can_not_be_put_in_another_boards_chapter(samordnare, grannen):
    egen = Aktivitet.objects.filter(plan__namnd__kort=EGEN).first()
    frammande = Avsnitt.objects.filter(plan__namnd=grannen).first()
    url = reverse("aktivitet_redigera", args=[egen.pk])
    data = {"titel": "Flyttad", "avsnitt": frammande.pk, "version": egen.version}

    svar = samordnare.post(url, data)

    assert "avsnitt" in svar.context["form"].errors
    egen.refresh_from_db()
    assert egen.titel != "Flyttad"


def test_a_chapter_can_not_be_put_under_another_boards_chapter(samordnare, grannen):
    eget = Avsnitt.objects.filter(plan__namnd__kort=EGEN).first()
    frammande = Avsnitt.objects.filter(plan__namnd=grannen).first()
    url = reverse("avsnitt_redigera", args=[eget.pk])
    data = {"rubrik": "X", "overordnat": frammande.pk, "version": eget.version}

    svar = samordnare.post(url, data)

    assert "overordnat" in svar.context["form"].errors


def test_a_roles_name_in_another_board_is_another_role(stad, grannen):
    namnd = Namnd.objects.get(kort=EGEN)

    egen, deras = (bygge.ny_roll(n, "Fältassistent") for n in (namnd, grannen))

    assert egen != deras


def test_losing_the_right_closes_the_board_at_the_next_click(stad, samordnare):
    plan = Handlingsplan.objects.get(namnd__kort=EGEN, ar=AR)
    assert samordnare.get(plan.get_absolute_url()).status_code == 200

    Medlemskap.objects.filter(anvandare=stad.anvandare[SAMORDNARE]).delete()

    assert samordnare.get(plan.get_absolute_url()).status_code == 404


def test_being_switched_off_signs_out_at_the_next_click(stad, samordnare):
    anvandare = stad.anvandare[SAMORDNARE]
    anvandare.is_active = False
    anvandare.save()

    svar = samordnare.get(reverse("skrivbord"))

    assert svar.status_code == 302
    assert svar.headers["Location"].startswith(reverse("account_login"))
