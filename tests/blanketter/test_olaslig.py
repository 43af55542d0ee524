"""One text that can't be read hides no other: not at the desk, not for its writer."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from blanketter import hink, kvitto
from blanketter.handlingar import stalla_fraga, svara
from blanketter.handlingar.skicka_sammandrag import lagg_sammandrag
from blanketter.models import Blankett
from tests import bygge
from tests.blanketter import bordet
from tests.blanketter.bordet import LAGRET, adress, last_blankett
from tests.bygge_brev import breven_gar
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
SKADAD = "den är skadad eller utbytt"
SAKNAS = "servern har inte nyckeln till den"
FRAGA, SVAR, MER = "Vad hände sedan?", "Inget mer just då.", "De kom tillbaka."


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bordet.med_ratt(namnd, Ratt.MASKERA, Ratt.BORTREDIGERA)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


@pytest.fixture
def blankett(namnd, samordnare):
    """A read form with a question and two answers."""
    blankett = last_blankett(namnd, text=LAGRET)
    stalla_fraga(blankett, FRAGA, "f", av=samordnare)
    svara(blankett, SVAR, "s-1")
    svara(blankett, MER, "s-2")
    return blankett


@pytest.mark.parametrize(
    ("varde", "ord_"), [(None, SKADAD), ("borta:AAAA", SAKNAS), ("Skräp!", SKADAD)]
)
def test_the_page_shows_the_dialogue_though_the_text_can_not_be_read(
    klient, blankett, varde, ord_
):
    bygge.forvansk(blankett, varde)

    svar = klient.get(blankett.get_absolute_url())

    assert svar.status_code == 200
    sidan = bordet.orden(svar)
    assert ord_ in sidan
    assert (SAKNAS in sidan) == (ord_ == SAKNAS)
    for text in (FRAGA, SVAR, MER):
        assert text in sidan


def test_the_page_shows_the_others_when_an_answer_can_not_be_read(klient, blankett):
    bygge.forvansk(blankett.meddelanden.get(ordning=2))

    sidan = bordet.orden(klient.get(blankett.get_absolute_url()))

    assert sidan.count(SKADAD) == 1
    assert "klistermärken" in sidan
    assert MER in sidan
    assert SVAR not in sidan


def test_of_two_texts_that_changed_places_no_key_is_said_to_be_gone(klient, namnd):
    """Whoever moves ciphertext in the database is found out, not the keys blamed."""
    a, b = last_blankett(namnd, text=LAGRET), last_blankett(namnd)
    bygge.forvansk(a, lagrad(b))

    svar = klient.get(a.get_absolute_url())

    assert SKADAD in bordet.orden(svar)
    assert "nyckel" not in bordet.orden(svar)


def lagrad(rad):
    return type(rad).objects.values_list("text", flat=True).get(pk=rad.pk).varde


def test_words_of_an_unreadable_text_can_not_be_hidden_and_it_is_said(klient, blankett):
    bygge.forvansk(blankett)

    svar = klient.get(adress("inkommen_dolj", blankett), follow=True)

    assert SKADAD in bordet.besked(svar)


def test_nothing_is_released_with_a_part_that_can_not_be_read(klient, blankett):
    bygge.forvansk(blankett)
    klient.raise_request_exception = False

    svar = klient.get(reverse("utlamna", args=[blankett.pk]))

    assert svar.status_code == 503
    html = svar.content.decode()
    assert "servern har inte nyckeln" not in html
    assert "säkerhetskopian" in html
    bygge.forvansk(blankett, "borta:AAAA")
    svar = klient.get(reverse("utlamna", args=[blankett.pk]))
    assert "servern har inte nyckeln" in svar.content.decode()


def test_the_inbox_and_the_register_show_it_all_the_same(klient, blankett, namnd):
    annan = bygge.ny_blankett(namnd)
    bygge.forvansk(blankett)

    for sida in ("inkorg", "diarium"):
        html = klient.get(reverse(sida)).content.decode()
        assert blankett.regnr in html
        assert annan.regnr in html


def test_the_digest_goes_all_the_same(blankett, namnd, samordnare):
    ny = bygge.ny_blankett(namnd)
    bygge.forvansk(ny)
    Blankett.objects.update(inkom="2026-01-05")

    lagg_sammandrag(timezone.localdate(), "https://plan.example")

    assert [brev.to for brev in breven_gar()] == [[samordnare.epost]]


def test_the_writer_sees_the_rest_of_the_dialogue(client, namnd, samordnare):
    hink.tom_alla()
    blankett = bygge.ny_blankett(namnd, "bevis-olaslig")
    stalla_fraga(blankett, FRAGA, "f-1", av=samordnare)
    svara(blankett, SVAR, "s-3")
    bygge.forvansk(blankett)
    bygge.forvansk(blankett.meddelanden.get(ordning=1))

    svar = client.post(reverse("kvitto"), {"kod": kvitto.ny_kod("bevis-olaslig")})

    assert svar.status_code == 200
    html = svar.content.decode()
    assert "Texten går inte att läsa just nu" in html
    assert SVAR in html


@pytest.mark.parametrize("varde", ["Skräp utan nyckel", "abc", ":AAAA", "A b:AAAA"])
def test_a_rotation_blames_no_key_for_what_is_no_sealed_text(blankett, varde):
    bygge.forvansk(blankett, varde)

    with pytest.raises(CommandError, match="går inte att läsa") as fel:
        call_command("rotera_nycklar")

    assert str(blankett.pk) in str(fel.value)
    assert "som inte finns i NYCKLAR" not in str(fel.value)
