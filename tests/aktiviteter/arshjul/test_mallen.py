"""The city's template: its list, its points, and what a change does to the boards."""

from datetime import date

import pytest
from django.urls import reverse

from aktiviteter.arshjul import hjulet, stadens_punkter
from aktiviteter.models import Hjulpunkt, Moment
from tests import bygge
from tests.aktiviteter.sida import ifyllt, ord_pa
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
MALLEN = "arshjulsmall"
MOTE = date(2027, 4, 28)
NY = {
    "namn": "Föreningsträff",
    "beskrivning": "",
    "moment": "egen",
    "raknas": "fore",
    "antal": "30",
    "version": "0",
}


@pytest.fixture
def central(client):
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    return client


def ny(central, **falt):
    return central.post(reverse("arshjulsmall_ny"), NY | falt)


def test_a_new_city_sees_the_standard_template_in_order(central):
    ord_ = ord_pa(central.get(reverse(MALLEN)))

    assert "105 dagar före sammanträdet" in ord_
    assert "Samma dag som sammanträdet" in ord_
    assert "20 januari året efter planens år" in ord_
    assert ord_.index("Begär in underlag") < ord_.index("Nämnden beslutar")
    assert ord_.index("Nämnden beslutar") < ord_.index("15 maj")


@pytest.mark.parametrize(
    ("falt", "dagar"),
    [
        ({}, -30),
        ({"antal": "0"}, 0),
        ({"raknas": "efter"}, 30),
        ({"raknas": "efter", "antal": "0"}, 0),
        ({"manad": "2", "dag": "3", "aret_efter": "on"}, -30),
    ],
)
def test_a_point_is_counted_from_the_meeting(central, falt, dagar):
    assert ny(central, **falt).status_code == 302

    punkt = Hjulpunkt.objects.get(namn="Föreningsträff")
    assert (punkt.dagar, punkt.manad, punkt.dag, punkt.aret_efter) == (
        *(dagar, None, None),
        False,
    )
    assert Spar.objects.get().namnd is None


def test_a_point_has_a_day_of_the_year(central):
    ny(central, raknas="ar", manad="2", dag="29", aret_efter="on")

    punkt = Hjulpunkt.objects.get(namn="Föreningsträff")
    assert (punkt.dagar, punkt.manad, punkt.dag) == (None, 2, 29)
    assert punkt.aret_efter


@pytest.mark.parametrize(
    ("falt", "fel"),
    [
        ({"antal": ""}, "Fyll i fältet."),
        ({"antal": "-3"}, "Skriv 0 eller mer."),
        ({"antal": "731"}, "Skriv högst 730 dagar"),
        ({"antal": "trettio"}, "heltal"),
        ({"namn": ""}, "Fyll i fältet."),
        ({"namn": "Öppna enkäten"}, "Mallen har redan en punkt med det namnet."),
        ({"raknas": "ar", "manad": "2"}, "Fyll i fältet."),
        ({"raknas": "ar", "manad": "2", "dag": "30"}, "Månaden har 29 dagar."),
        ({"raknas": "ar", "manad": "13", "dag": "1"}, "giltigt alternativ"),
        ({"raknas": "ar", "manad": "4", "dag": "0"}, "Skriv ett tal från 1 till 31."),
        (
            {"raknas": "ar", "manad": "4", "dag": "99999"},
            "Skriv ett tal från 1 till 31.",
        ),
        ({"raknas": "annat"}, "giltigt alternativ"),
    ],
)
def test_what_is_no_day_is_given_back(central, falt, fel):
    stadens_punkter()
    svar = ny(central, **falt)

    assert svar.status_code == 200
    assert fel in ord_pa(svar)
    assert not Hjulpunkt.objects.filter(namn="Föreningsträff").exists()


def test_a_point_is_changed_and_every_board_follows_but_for_its_own_days(central):
    punkt = stadens_punkter()[0]
    mote = {"ar": 2027, "sammantrade": MOTE}
    en = bygge.ny_namnd().planer.create(**mote)
    annan = bygge.ny_namnd("sjovik").planer.create(**mote)
    annan.hjuldagar.create(
        punkt=punkt, ar=2027, namn="", dag=date(2027, 2, 2), flyttad=True
    )
    url = punkt.get_absolute_url()

    central.post(url, ifyllt(central.get(url)) | {"antal": "100"})

    def forsta(plan):
        dagar = hjulet(plan, date(2027, 1, 1)).dagar
        return next(d.dag for d in dagar if d.moment == Moment.UNDERLAG)

    assert forsta(en) == date(2027, 1, 18)
    assert forsta(annan) == date(2027, 2, 2)


def test_a_page_that_is_saved_as_it_was_opened_changes_nothing(central):
    for punkt in stadens_punkter():
        url = punkt.get_absolute_url()
        fyllt = ifyllt(central.get(url))
        assert central.post(url, fyllt).status_code == 302
        nu = Hjulpunkt.objects.get(pk=punkt.pk)
        assert (nu.dagar, nu.manad, nu.dag) == (punkt.dagar, punkt.manad, punkt.dag)


def test_who_saves_second_sees_what_the_first_saved(central):
    punkt = stadens_punkter()[0]
    url = punkt.get_absolute_url()
    fyllt = ifyllt(central.get(url))
    central.post(url, fyllt | {"antal": "100"})

    svar = central.post(url, fyllt | {"antal": "90"})

    assert "Någon annan sparade medan du skrev." in ord_pa(svar)
    assert Hjulpunkt.objects.get(pk=punkt.pk).dagar == -100
    assert b'value="90"' in svar.content


def test_a_point_is_removed_and_stays_where_a_board_has_ticked_it_off(central):
    punkt = stadens_punkter()[0]
    plan = bygge.ny_namnd().planer.create(ar=2027, sammantrade=MOTE)
    plan.hjuldagar.create(punkt=punkt, ar=2027, namn=punkt.namn, dag=MOTE, klar=MOTE)
    url = reverse("arshjulsmall_ta_bort", args=[punkt.pk])
    assert "alla nämnders årshjul" in ord_pa(central.get(url))

    central.post(url)

    egna = [d.namn for d in hjulet(plan, date(2027, 1, 1)).dagar if d.ar_egen]
    assert egna == ["Begär in underlag"]
    assert not Hjulpunkt.objects.filter(namn=punkt.namn).exists()


@pytest.mark.parametrize("ratt", [Ratt.SAMORDNARE, Ratt.LASARE])
def test_others_do_not_see_the_template(client, ratt):
    punkt = stadens_punkter()[0]
    client.force_login(bygge.ny_anvandare(ratt, bygge.ny_namnd()))

    for url in (reverse(MALLEN), reverse("arshjulsmall_ny"), punkt.get_absolute_url()):
        assert client.get(url).status_code == 404
