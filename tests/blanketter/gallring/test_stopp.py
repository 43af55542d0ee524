"""Stops: for one form, a class, a board or the city; laid with a reason, let go."""

from datetime import date

import pytest
from django.urls import reverse

from blanketter.models import Forvarning, Gallringsstopp
from tests import bygge
from tests.blanketter.gallring.conftest import IDAG, gallra, inkommen, pa_dagen
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
SKAL = "Begäran om utlämnande, dnr 2027/45"


@pytest.fixture(autouse=True)
def idag():
    with pa_dagen(IDAG):
        yield


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


@pytest.fixture
def blankett(namnd, forvaltare):
    bygge.ny_gallringsregel(forvaltare)
    return inkommen(namnd, date(2025, 1, 1))


def till(namn, *argument):
    return reverse(namn, args=argument)


def test_one_form_is_stopped_from_its_page_with_a_reason_and_a_trace(
    klient, blankett, samordnare, namnd
):
    gallra(IDAG)
    assert Forvarning.objects.count() == 1
    adress = till("gallring_stopp_blankett", blankett.pk)

    svar = klient.post(adress, {"skal": SKAL, "till": ""}, follow=True)

    stopp = Gallringsstopp.objects.get()
    assert (stopp.blankett, stopp.namnd, stopp.klass) == (blankett, namnd, "")
    assert (stopp.av, stopp.fran, stopp.till) == (samordnare, IDAG, None)
    assert svar.redirect_chain[0][0] == blankett.get_absolute_url()
    assert SKAL in svar.content.decode()
    assert not Forvarning.objects.exists()
    spar = Spar.objects.get(handling="gallringsstopp")
    assert spar.objekt == str(blankett)
    assert "utlämnande" not in spar.objekt


def test_a_stop_for_a_class_leaves_the_others_warnings(klient, blankett, namnd):
    gallra(IDAG)
    adress = till("gallring_stopp_nytt", namnd.kort)

    klient.post(adress, {"klass": "dialog", "skal": SKAL})
    assert Forvarning.objects.count() == 1
    klient.post(adress, {"klass": "", "skal": SKAL, "till": "2027-12-31"})

    assert not Forvarning.objects.exists()
    helt, delvis = Gallringsstopp.objects.all()
    assert (delvis.vad, helt.vad) == ("Dialog om en blankett", "Allt")
    assert helt.till == date(2027, 12, 31)


@pytest.mark.parametrize(
    ("fel", "ord_"),
    [
        ({"skal": ""}, "Skriv varför det ska vara kvar."),
        ({"till": "2027-03-14"}, "Välj i dag eller en senare dag."),
        ({"till": "sen"}, "år-månad-dag"),
        ({"klass": "allting"}, "behöver rättas"),
        ({"skal": "Gäller 19811218-9876"}, "pekar ut en person"),
        ({"skal": "x" * 501}, "Nu är det 501."),
    ],
)
def test_a_stop_that_is_not_right_is_told_and_keeps_what_was_typed(
    klient, namnd, fel, ord_
):
    falt = {"klass": "dubblett", "skal": SKAL, "till": ""} | fel

    svar = klient.post(till("gallring_stopp_nytt", namnd.kort), falt)

    sida = svar.content.decode()
    assert ord_ in sida
    assert falt["skal"][:100] in sida
    assert not Gallringsstopp.objects.exists()


def test_a_stop_is_let_go_after_a_second_look_and_holds_the_day_out(
    klient, blankett, samordnare, namnd
):
    stopp = bygge.nytt_gallringsstopp(samordnare, namnd, blankett=blankett)
    adress = till("gallring_stopp_slapp", stopp.pk)
    assert "gallras tidigast 14 dagar" in klient.get(adress).content.decode()

    klient.post(adress)
    svar = klient.post(adress, follow=True)  # pressed twice

    stopp.refresh_from_db()
    assert (stopp.till, stopp.slappt_av) == (IDAG, samordnare)
    assert Spar.objects.filter(handling="stopp_slut").count() == 1
    assert "gäller dagen ut" in svar.content.decode()
    assert "Släpp stoppet" not in svar.content.decode()
    with pa_dagen(date(2027, 3, 16)):
        sida = klient.get(till("gallring_stopp")).content.decode()
    assert "Stopp som har upphört (1)" in sida


def test_the_list_shows_what_is_stopped_and_by_whom(klient, namnd, samordnare):
    assert "Inget är stoppat" in klient.get(till("gallring_stopp")).content.decode()
    bygge.nytt_gallringsstopp(samordnare, namnd, skal=SKAL)

    sida = klient.get(till("gallring_stopp")).content.decode()

    assert SKAL in sida
    assert f"Lades av {samordnare}" in sida
    assert "från 15 mars 2027 tills vidare" in sida


def test_a_text_that_is_gone_is_not_stopped(klient, namnd, blankett):
    borta = inkommen(namnd, date(2020, 1, 1), gallrad=IDAG)

    svar = klient.get(till("gallring_stopp_blankett", borta.pk), follow=True)

    assert "redan gallrad" in svar.content.decode()


def test_the_citys_stop_is_the_forvaltares_and_seen_by_the_boards(
    client, forvaltare, samordnare, namnd
):
    client.force_login(forvaltare)
    adress = till("gallring_stopp_kommunen")
    client.post(adress, {"klass": "", "skal": "Tillsyn", "till": ""})
    stopp = Gallringsstopp.objects.get()
    assert stopp.namnd is None
    assert "Tillsyn" in client.get(till("gallring_stopp")).content.decode()

    client.force_login(samordnare)
    sida = client.get(till("gallring_stopp")).content.decode()

    assert "Tillsyn" in sida
    assert "Släpp stoppet" not in sida
    assert client.get(adress).status_code == 404
    assert client.post(till("gallring_stopp_slapp", stopp.pk)).status_code == 403
    client.force_login(forvaltare)
    client.post(till("gallring_stopp_slapp", stopp.pk))
    stopp.refresh_from_db()
    assert stopp.slappt_av == forvaltare


def test_another_boards_stops_and_forms_are_not_found(
    client, namnd, blankett, samordnare, forvaltare
):
    stopp = bygge.nytt_gallringsstopp(samordnare, namnd, skal=SKAL)
    annan = bygge.ny_anvandare(Ratt.SAMORDNARE, bygge.ny_namnd("sjovik"))
    adresser = [
        till("gallring_stopp_slapp", stopp.pk),
        till("gallring_stopp_blankett", blankett.pk),
        till("gallring_stopp_nytt", namnd.kort),
    ]
    for vem in (annan, forvaltare):
        client.force_login(vem)
        assert [client.post(a).status_code for a in adresser] == [404] * 3
        assert SKAL not in client.get(till("gallring_stopp")).content.decode()
    assert Gallringsstopp.objects.get().till is None
