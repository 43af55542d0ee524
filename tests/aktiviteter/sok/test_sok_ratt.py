"""Nobody finds a word that stands only in a plan she may not read."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Namnd, Ratt

pytestmark = pytest.mark.django_db
EGEN, DELAD, UTKAST = "ekhamra", "hamnvik", "sjovik"
ORDEN = {EGEN: "kvarnhjul", DELAD: "fyrvaktare", UTKAST: "tangräkor"}


@pytest.fixture
def stad():
    """Three boards with a word each in every kind of place; one has shared its plan."""
    for kort, ord_ in ORDEN.items():
        plan = ny_plan(ny_namnd(kort), delad=kort == DELAD)
        plan.avsnitt.filter(ordning=0).update(
            text=f'<p>Om {ord_}</p><p>Se<span class="fotnot">Not {ord_}</span></p>'
        )
        plan.avsnitt.filter(ordning=1).update(rubrik=f"Rubrik {ord_}")
        plan.aktiviteter.filter(nummer=1).update(
            titel=f"Titel {ord_}", insatsomrade=f"Område {ord_}"
        )
        type(plan).objects.filter(pk=plan.pk).update(titel=f"Plan {ord_}")


def in_som(client, ratt):
    namnd = None
    if ratt in (Ratt.SAMORDNARE, Ratt.ANSVARIG, Ratt.LASARE):
        namnd = Namnd.objects.get(kort=EGEN)
    client.force_login(ny_anvandare(ratt, namnd))
    return client


SER = {
    Ratt.SAMORDNARE: {EGEN},
    Ratt.ANSVARIG: {EGEN},
    Ratt.LASARE: {EGEN},
    Ratt.CENTRAL: {DELAD},
    Ratt.FORVALTARE: set(),
    None: set(),
}
FRAGOR = ("{0}", '"{0}"', "om {0}", "{1}", "titel {0}", '"rubrik {0}"', "{2}", "{3}")


def skrivet(ord_):
    """A word whole, begun, misspelt, and without dots."""
    slarv = ord_[:2] + ord_[3] + ord_[2] + ord_[4:]
    return ord_, ord_[:6], slarv, ord_.replace("ä", "a")


@pytest.mark.parametrize("ratt", SER)
@pytest.mark.parametrize("kort", ORDEN)
def test_a_word_is_found_by_those_who_may_read_it_and_by_nobody_else(
    stad, client, ratt, kort
):
    in_som(client, ratt)
    ser = kort in SER[ratt]
    for monster in FRAGOR:
        fraga = monster.format(*skrivet(ORDEN[kort]))
        for mer in ({}, {"aldre": "ja"}, {"ordning": "flest"}, {"namnd": kort}):
            svar = client.get(reverse("sok"), {"q": fraga, **mer})
            html = svar.content.decode()
            eko = r'(?:href|value)="[^"]*"|<title>.*?</title>|<h2>Ingen.*?</h2>'
            visar = ORDEN[kort] in re.sub(eko, "", html).lower()
            assert visar == ser, (fraga, mer)
            if not ser:
                assert "<mark>" not in html
                assert f"{kort.capitalize()} stadsdelsnämnd" not in html


@pytest.mark.parametrize("ratt", SER)
@pytest.mark.parametrize("kort", ORDEN)
def test_the_filter_shows_only_what_one_may_read(stad, client, ratt, kort):
    in_som(client, ratt)
    ser = kort in SER[ratt]
    for filter_ in (
        {},
        {"ord": ORDEN[kort]},
        {"omrade": f"Område {ORDEN[kort]}"},
        {"ansvarig": f"Enhetschef i {kort}"},
        {"plan": "alla"},
        {"plan": f"{kort}-2027"},
        {"plan": kort},
    ):
        svar = client.get(reverse("aktiviteter"), filter_)
        tabell = svar.content.decode().partition("<table")[2]
        assert (ORDEN[kort] in unescape(tabell)) == ser or filter_.get("plan") == kort
        if not ser:
            assert f"{kort.capitalize()} stadsdelsnämnd" not in svar.content.decode()


def test_a_word_never_said_and_a_foreign_word_give_the_same_page(stad, client):
    in_som(client, Ratt.SAMORDNARE)

    def sida(ord_):
        svar = client.get(reverse("sok"), {"q": ord_, "aldre": "ja"})
        html = svar.content.decode().replace(ord_, "ORD")
        return re.sub(r"csrfmiddlewaretoken\" value=\"[^\"]*", "", html)

    assert sida(ORDEN[UTKAST]) == sida("xyzzyplugh")


def test_a_plan_that_is_no_longer_shared_is_found_by_the_city_no_more(stad, client):
    namnd = Namnd.objects.get(kort=DELAD)
    in_som(client, Ratt.CENTRAL)
    adress, fraga = reverse("sok"), {"q": ORDEN[DELAD]}
    assert b"<mark>" in client.get(adress, fraga).content

    namnd.planer.get().dela(False, av=None)

    assert b"<mark>" not in client.get(adress, fraga).content
    fel = ORDEN[DELAD][:-2]
    assert ORDEN[DELAD] not in client.get(adress, {"q": fel}).content.decode()


def test_an_older_shared_plan_is_the_citys_newest_when_the_draft_is_not_shared(
    stad, client
):
    ny_plan(Namnd.objects.get(kort=DELAD), 2030)
    in_som(client, Ratt.CENTRAL)

    svar = client.get(reverse("sok"), {"q": ORDEN[DELAD]})

    assert b"<mark>" in svar.content
    assert "2030" not in svar.content.decode().split("<main")[1]
