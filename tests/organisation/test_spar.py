"""Deeds leave a trace: who, what, which object, when; and no text of the plan."""

import pytest
from django.urls import reverse

from tests import bygge_lagesbild, bygge_utgava
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Anvandare, Ratt, Spar
from vbeplan.rapport.models.utgava import Publicering

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    """The board whose trail is read."""
    return ny_namnd()


@pytest.fixture
def maria(client, namnd):
    """Its coordinator, signed in."""
    anvandare = ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Maria Åström")
    client.force_login(anvandare)
    return anvandare


def spar():
    return [str(rad) for rad in Spar.objects.order_by("pk")]


def test_a_new_plan_leaves_a_trace(client, maria, namnd):
    data = {"namnd": namnd.pk, "ar": 2028, "titel": "Plan", "borja_med": "tom"}

    client.post(reverse("plan_ny"), data)

    assert spar() == ["Maria Åström skapade Plan 2028, Ekhamra stadsdelsnämnd"]


def test_sharing_and_its_end_leave_one_trace_each(client, maria, namnd):
    plan = ny_plan(namnd)
    fore = Spar.objects.count()
    url = reverse("plan_dela", args=[namnd.kort, plan.ar])

    for delad in ("ja", "ja", "nej"):  # the second is a double click
        client.post(url, {"delad": delad})

    assert [rad.split(" Handlingsplan")[0] for rad in spar()[fore:]] == [
        "Maria Åström delade med staden",
        "Maria Åström slutade dela",
    ]


def test_a_removed_plan_leaves_a_trace_that_outlives_it(client, maria, namnd):
    plan = ny_plan(namnd)

    client.post(reverse("plan_ta_bort", args=[namnd.kort, plan.ar]))

    rad = Spar.objects.latest("pk")
    assert (rad.handling, rad.av, rad.namnd) == ("borttagen", maria, namnd)
    assert rad.objekt == str(plan)
    assert rad.tid


def test_the_command_line_leaves_a_trace_without_a_name(namnd):
    plan = ny_plan(namnd)

    assert spar() == [f"Kommandoraden importerade {plan}"]


def test_a_refused_deed_leaves_none(client, namnd):
    plan = ny_plan(namnd)
    fore = Spar.objects.count()
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))

    for namn in ("plan_dela", "plan_ta_bort"):
        client.post(reverse(namn, args=[namnd.kort, plan.ar]))

    assert spar()[fore:] == []


def test_the_trail_is_its_own_boards_coordinators(namnd, maria):
    ny_plan(namnd)
    ny_plan(ny_namnd("sjovik"))
    lasare = ny_anvandare(Ratt.LASARE, namnd)

    assert {rad.namnd for rad in Spar.objects.for_user(maria)} == {namnd}
    assert not Spar.objects.for_user(lasare).exists()


def test_whoever_has_left_traces_is_not_deleted(namnd, maria):
    ny_plan(namnd, av=maria)

    with pytest.raises(Exception, match="protected"):
        maria.delete()


def test_a_very_long_name_does_not_stop_the_deed(namnd, maria):
    Spar.objects.skriv(Spar.Handling.SKAPAD, "å" * 500, av=maria, namnd=namnd)

    assert Spar.objects.get().objekt == "å" * 200


@pytest.mark.parametrize("verb", ["dela", "valj_bilagor", "publicera", "dela_bild"])
def test_what_can_not_leave_a_trace_is_not_done(namnd, verb):
    plan = ny_plan(namnd)
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    utgava = bygge_utgava.snabbt_forseglad(namnd, 2024)
    ingen = Anvandare()  # who isn't saved can't stand in the trail
    gor = {
        "dela": lambda: plan.dela(True, av=ingen),
        "valj_bilagor": lambda: plan.valj_bilagor({"bilaga_samrad": False}, av=ingen),
        "publicera": lambda: utgava.publicera(True, av=ingen),
        "dela_bild": lambda: bild.dela(True, av=ingen),
    }

    with pytest.raises(ValueError, match="unsaved related object"):
        gor[verb]()

    plan.refresh_from_db()
    bild.refresh_from_db()
    assert (plan.delad, plan.bilaga_samrad, bild.delad) == (False, True, False)
    assert not Publicering.objects.exists()
