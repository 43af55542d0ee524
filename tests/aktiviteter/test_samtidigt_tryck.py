"""Two presses in the same moment, on the real database: no fault and nothing twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from aktiviteter.models import Aktivitet, Andring, Avsnitt, Handlingsplan
from tests.aktiviteter.sida import adress, ifyllt
from tests.aktiviteter.uppladdning import inlast, word_plan
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db(transaction=True)
ANTAL = 4


@pytest.fixture
def namnd(transactional_db):
    return ny_namnd()


@pytest.fixture
def tryck(namnd):
    """Let several browsers post the same at once; return the answers' codes."""
    start = Barrier(ANTAL)
    webblasare = []
    for _ in range(ANTAL):
        klient = Client()
        klient.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd))
        webblasare.append(klient)

    def ett(klient, sida, falt):
        try:
            start.wait(10)
            return klient.post(sida, falt).status_code
        finally:
            connection.close()

    def alla(sida, falt, av=None):
        """`falt`: what all of them send, or a list of what each sends."""
        falten = falt if isinstance(falt, list) else [falt] * ANTAL
        with ThreadPoolExecutor(ANTAL) as tradar:
            jobb = [
                tradar.submit(ett, av or klient, sida, skickat)
                for klient, skickat in zip(webblasare, falten, strict=True)
            ]
            return sorted(j.result(20) for j in jobb)

    return alla


def test_new_activities_at_once_get_a_number_each(tryck, namnd):
    plan = ny_plan(namnd, 2027, aktiviteter=2)
    sida = adress("aktivitet_ny", plan.avsnitt.first().pk)
    falt = {
        "titel": "Ny",
        "avsnitt": plan.avsnitt.first().pk,
        "ansvar-TOTAL_FORMS": 1,
        "ansvar-INITIAL_FORMS": 0,
        "ansvar-0-roll": "En ny roll",
        "ansvar-0-art": "huvudansvarig",
    }
    assert tryck(sida, falt) == [302] * ANTAL
    nummer = Aktivitet.objects.values_list("nummer", flat=True)
    assert sorted(nummer) == [1, 2, 3, 4, 5, 6]


def test_one_of_several_new_plans_for_a_year_is_made(tryck, namnd):
    falt = {"namnd": namnd.pk, "ar": 2028, "titel": "Plan", "borja_med": "standard"}
    svar = tryck("/planer/ny/", falt)
    assert svar == [200] * (ANTAL - 1) + [302]
    assert Handlingsplan.objects.get().avsnitt.filter(overordnat=None).count() == 8


@pytest.fixture
def kapitel(namnd):
    return ny_plan(namnd, 2027).avsnitt.first()


def test_one_of_several_saves_of_a_chapter_wins_and_the_others_are_told(tryck, kapitel):
    sida = adress("avsnitt_redigera", kapitel.pk)
    svar = tryck(sida, [{"version": 1, "rubrik": f"Ny {nr}"} for nr in range(ANTAL)])
    assert svar == [200] * (ANTAL - 1) + [302]
    kapitel.refresh_from_db()
    assert kapitel.version == 2


def test_one_save_pressed_several_times_is_one_version(tryck, kapitel):
    sida = adress("avsnitt_redigera", kapitel.pk)
    svar = tryck(sida, {"version": 1, "rubrik": "Ny", "text": "Text"})
    assert svar == [302] * ANTAL
    kapitel.refresh_from_db()
    assert (kapitel.version, kapitel.rubrik) == (2, "Ny")
    assert Andring.objects.filter(handling="andrad").count() == 1


def test_choices_made_at_once_lose_nobody_s_words(tryck, kapitel, client):
    """All see the same clash; one choice is saved, and the others see it in turn."""
    sida = adress("avsnitt_redigera", kapitel.pk)
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, kapitel.plan.namnd))
    client.post(sida, {"version": 1, "rubrik": "Hennes", "text": "Hennes"})
    val = [
        {"version": 1, "krock": 2, "rubrik": "Hennes", "text": f"Text {nr}"}
        for nr in range(ANTAL)
    ]
    svar = tryck(sida, val)
    assert svar == [200] * (ANTAL - 1) + [302]
    kapitel.refresh_from_db()
    assert kapitel.version == 3
    assert kapitel.text.startswith("<p>Text ")


def test_a_new_chapter_pressed_several_times_is_made_once(tryck, kapitel, client):
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, kapitel.plan.namnd))
    sida = adress("avsnitt_nytt", "ekhamra", 2027)
    falt = ifyllt(client.get(sida)) | {"rubrik": "Ett nytt"}
    assert tryck(sida, falt, av=client) == [302] * ANTAL
    assert Avsnitt.objects.filter(rubrik="Ett nytt").count() == 1


def test_a_new_activity_pressed_several_times_is_made_once(tryck, kapitel, client):
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, kapitel.plan.namnd))
    sida = adress("aktivitet_ny", kapitel.pk)
    falt = ifyllt(client.get(sida)) | {"titel": "En ny", "ansvar-0-roll": "En ny roll"}
    assert tryck(sida, falt, av=client) == [302] * ANTAL
    assert Aktivitet.objects.get(titel="En ny").ansvar.count() == 1


def test_a_yes_pressed_twice_makes_one_plan(tryck, namnd, client):
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd))
    inlasning = inlast(client, word_plan(), namnd=namnd)
    sida = adress("plan_granska_import", inlasning.pk)
    falt = ifyllt(client.get(sida))
    svar = tryck(sida, falt, av=client)
    assert 302 in svar
    assert set(svar) <= {200, 302, 404}
    assert Handlingsplan.objects.count() == 1
