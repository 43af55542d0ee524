"""A kind of workplace that few units are of is neither asked for nor shown."""

from datetime import date

import pytest
import time_machine
from django.urls import reverse

from blanketter.handlingar.lasa import lasa
from blanketter.models import Blankett, Enhet
from tests import bygge
from tests.blanketter.blanketten import adress, ifylld, koden, sida
from vbeplan.organisation.models import Kommun, Ratt
from vbeplan.rapport.utlamnande import utlamnandet

pytestmark = pytest.mark.django_db
PARK = "Park, gata eller fastighet"


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-05-10 09:00+02:00", tick=False):
        yield


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def enheter(namnd, antal, **falt):
    falt = {"arbetsplats": "stadsmiljo"} | falt
    return [bygge.ny_enhet(namnd, **falt) for _ in range(antal)]


def valen(svar):
    return sida(svar).xpath("//select[@name='arbetsplats']/option/@value")


@pytest.mark.parametrize(
    ("antal", "falt", "dolt"),
    [
        (0, {}, False),
        (1, {}, True),
        (2, {}, True),
        (3, {}, False),
        (3, {"till": date(2027, 5, 10)}, False),
        (3, {"till": date(2027, 5, 9)}, True),
        (3, {"fran": date(2027, 5, 11)}, True),
    ],
)
def test_a_kind_is_small_when_one_or_two_units_of_it_are_in_use(
    namnd, antal, falt, dolt
):
    enheter(namnd, antal, **falt)
    enheter(bygge.ny_namnd("sjovik"), 1, arbetsplats="skola")

    assert Enhet.objects.sma_slag(namnd) == ({"stadsmiljo"} if dolt else set())


def test_to_end_the_only_unit_of_a_kind_does_not_bring_it_out(namnd):
    enheter(namnd, 1)[0].avsluta(date(2027, 5, 1), av=None)

    assert "stadsmiljo" in Enhet.objects.sma_slag(namnd)


def test_the_form_does_not_offer_it_and_says_what_to_do(client, namnd):
    fore = client.get(adress(namnd))
    enheter(namnd, 2)
    efter = client.get(adress(namnd))

    assert set(valen(fore)) - set(valen(efter)) == {"stadsmiljo"}
    assert "Saknas din? Hoppa över frågan." in efter.content.decode()
    assert "Saknas din?" not in fore.content.decode()


def test_a_form_opened_before_is_received_with_the_answer_left_out(client, namnd):
    data = ifylld(namnd, arbetsplats="stadsmiljo")
    enheter(namnd, 2)

    assert koden(client.post(adress(namnd), data))

    assert Blankett.objects.get().arbetsplats == ""


def test_no_later_change_of_the_register_brings_out_what_was_left_out(client, namnd):
    ena, andra = enheter(namnd, 2)
    client.post(adress(namnd), ifylld(namnd, arbetsplats="stadsmiljo"))

    enheter(namnd, 5)
    Enhet.objects.filter(pk__in=[ena.pk, andra.pk]).update(arbetsplats="kontor")

    blankett = Blankett.objects.get()
    assert not Enhet.objects.sma_slag(namnd) & {"stadsmiljo"}
    assert PARK not in str(blankett.svaren)


def test_a_kind_that_is_not_small_is_received(client, namnd):
    enheter(namnd, 3)

    client.post(adress(namnd), ifylld(namnd, arbetsplats="stadsmiljo"))

    assert Blankett.objects.get().arbetsplats == "stadsmiljo"


def test_no_such_kind_at_all_is_still_told(client, namnd):
    enheter(namnd, 1)

    svar = client.post(adress(namnd), ifylld(namnd, arbetsplats="cirkus"))

    assert not koden(svar)
    assert not Blankett.objects.exists()


@pytest.fixture
def inkommen(namnd):
    """A form that says its kind, from before one unit of it was registered."""
    blankett = bygge.ny_blankett(namnd, arbetsplats="stadsmiljo")
    enheter(namnd, 1)
    return blankett


def test_a_stored_form_does_not_show_it_to_its_reader(klient, inkommen):
    html = klient.get(inkommen.get_absolute_url()).content.decode()

    assert "Gata, torg eller park" in html, "where it was, is another matter"
    assert PARK not in html


def test_nor_is_it_in_the_pdf_that_is_given_out(namnd, inkommen):
    lasa(inkommen, av=bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))

    assert PARK not in repr(utlamnandet(inkommen, Kommun(namn="Granby")))


def test_nor_in_the_inbox_or_in_its_filter(klient, inkommen):
    svar = klient.get(reverse("inkorg"))

    assert inkommen.regnr in svar.content.decode()
    assert PARK not in svar.content.decode()
    assert "stadsmiljo" not in valen(svar)


@pytest.mark.parametrize(
    "fraga",
    ["arbetsplats=stadsmiljo", "ord=fastighet", "arbetsplats=stadsmiljo&ord=klotter"],
)
def test_no_address_of_the_inbox_finds_a_form_by_it(klient, inkommen, fraga):
    html = klient.get(f"{reverse('inkorg')}?{fraga}").content.decode()

    assert inkommen.regnr not in html


def test_nor_in_the_diarium(klient, namnd, inkommen):
    svar = klient.get(reverse("diarium"))

    assert PARK not in svar.content.decode()


def test_a_kind_that_is_not_small_is_shown_and_found(klient, namnd):
    enheter(namnd, 3)
    blankett = bygge.ny_blankett(namnd, arbetsplats="stadsmiljo")

    assert PARK in klient.get(blankett.get_absolute_url()).content.decode()
    hit = f"{reverse('inkorg')}?arbetsplats=stadsmiljo"
    assert blankett.regnr in klient.get(hit).content.decode()
