"""The page of letters: what didn't go, why, and what to do about it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests import bygge
from tests.bygge_brev import nytt_brev, skickat_brev, strandat_brev, uppgivet_brev
from tests.organisation.brev import lagg
from vbeplan.organisation.models import Brev, Ratt, Spar

pytestmark = pytest.mark.django_db
Status = Brev.Status


@pytest.fixture
def maria(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def inne(client, maria):
    client.force_login(maria)
    return client


def text(svar):
    return svar.content.decode()


def test_the_page_tells_what_did_not_go_and_why_and_never_the_words(inne, namnd):
    brev = uppgivet_brev(namnd)
    skickat_brev(namnd, amne="Kallelse")

    sida = text(inne.get(reverse("brevlada")))

    assert "tar inte emot brev till adressen (550)" in sida
    assert brev.get_absolute_url() in sida
    assert sida.index("Vad tycker ni?") < sida.index("Kallelse")
    assert "Hemlig" not in sida + text(inne.get(brev.get_absolute_url()))


def test_without_letters_it_says_what_will_come(inne):
    assert "Inga brev än" in text(inne.get(reverse("brevlada")))


def test_a_mended_address_and_one_press_send_it(inne, namnd, server):
    brev = uppgivet_brev(namnd)

    svar = inne.post(
        brev.get_absolute_url(), {"till": "skolan@granby.example"}, follow=True
    )

    assert "Brevet har gått till skolan@granby.example." in text(svar)
    assert server.adresser == ["skolan@granby.example"]


def test_when_it_fails_again_the_reason_is_told(inne, namnd, server):
    brev = uppgivet_brev(namnd)
    server.nekar[brev.till] = 550
    svar = inne.post(brev.get_absolute_url(), {"till": brev.till}, follow=True)
    assert "Brevet gick inte att skicka. Mottagarens server" in text(svar)

    server.stanna()
    svar = inne.post(brev.get_absolute_url(), {"till": brev.till}, follow=True)
    assert "Programmet försöker igen av sig självt." in text(svar)


def test_what_is_no_address_is_told_and_still_stands(inne, namnd):
    brev = uppgivet_brev(namnd)

    sida = text(inne.post(brev.get_absolute_url(), {"till": "skolan@"}))

    assert "Skriv en e-postadress" in sida
    assert 'value="skolan@"' in sida


def test_what_may_have_gone_is_told_and_sent_again_only_by_a_press(inne, namnd, server):
    brev = strandat_brev(namnd)
    assert "Kan ha gått" in text(inne.get(reverse("brevlada")))
    assert "kan det komma två gånger" in text(inne.get(brev.get_absolute_url()))
    assert not server.mottagna

    inne.post(brev.get_absolute_url(), {"till": brev.till})

    assert server.adresser == [brev.till]


def test_a_letter_thrown_away_is_never_sent_and_leaves_a_trace(
    inne, namnd, maria, server
):
    brev = uppgivet_brev(namnd)

    svar = inne.post(brev.get_absolute_url(), {"slang": "1", "till": ""}, follow=True)

    assert "Brevet är slängt" in text(svar)
    brev.refresh_from_db()
    assert (brev.status, brev.text) == (Status.SLANGT, None)
    assert Spar.objects.get().av == maria
    svar = inne.post(brev.get_absolute_url(), {"till": brev.till}, follow=True)
    assert "Brevet har redan gått" in text(svar)
    assert not server.mottagna


@pytest.mark.parametrize("post", [{"till": "a@granby.example"}, {"slang": "1"}])
def test_a_letter_that_another_process_sends_is_left_alone(inne, namnd, server, post):
    brev = nytt_brev(namnd, status=Status.SKICKAS, senast_forsok=timezone.now())

    inne.post(brev.get_absolute_url(), post)

    brev.refresh_from_db()
    assert (brev.status, brev.till) == (Status.SKICKAS, "linden@granby.example")
    assert not server.mottagna


def test_the_forvaltare_sees_the_citys_letters_and_no_boards(client, namnd):
    nytt_brev(namnd)
    nytt_brev(None, amne="Stadens brev")
    client.force_login(bygge.ny_anvandare(Ratt.FORVALTARE))

    sida = text(client.get(reverse("brevlada")))

    assert "Stadens brev" in sida
    assert "Vad tycker ni?" not in sida


def test_all_that_were_given_up_are_tried_anew_by_one_press(
    inne, namnd, server, efter_dad
):
    """A server that was wrongly set up refused two hundred."""
    for nr in range(3):
        uppgivet_brev(namnd, till=f"linden{nr}@granby.example")
    strandat_brev(namnd, till="kanske@granby.example")
    uppgivet_brev(bygge.ny_namnd("sjovik"), till="annan@granby.example")
    lagg(namnd, till="inte en adress")
    server.nekar["linden2@granby.example"] = 550
    assert "Försök igen med de 3" in text(inne.get(reverse("brevlada")))

    with efter_dad():
        svar = inne.post(reverse("brevlada"))

    assert server.adresser == ["linden0@granby.example", "linden1@granby.example"]
    assert "Försökte igen med 3 brev." in text(inne.get(svar.url))


@pytest.mark.parametrize("slag", Brev.PERSONLIGA)
def test_a_letter_to_a_user_goes_to_nobody_else_whoever_tries(client, server, slag):
    """It may hold a link that opens her account."""
    brev = uppgivet_brev(None, till="maria@granby.example", slag=slag)
    client.force_login(bygge.ny_anvandare(Ratt.FORVALTARE))
    assert "disabled" in text(client.get(brev.get_absolute_url()))

    client.post(brev.get_absolute_url(), {"till": "jag@granby.example"})

    assert server.adresser == ["maria@granby.example"]


def test_what_may_have_gone_since_the_server_fell_silent_is_told(inne, namnd, server):
    server.lagger_pa = {"SLUT"}
    brev = nytt_brev(namnd)
    inne.post(brev.get_absolute_url(), {"till": brev.till})

    sida = text(inne.get(reverse("brevlada")))

    assert "fick hela brevet men svarade aldrig. Fråga mottagaren" in sida
    assert "1 brev har inte gått fram" in text(inne.get(reverse("skrivbord")))


def test_a_letter_that_nobody_has_tried_for_an_hour_is_told_on_the_desk(inne, namnd):
    """kor_paminnelser isn't scheduled."""
    nytt_brev(namnd, lagt=timezone.now() - timedelta(minutes=50))
    assert "väntar på e-postservern" not in text(inne.get(reverse("skrivbord")))

    Brev.objects.update(lagt=timezone.now() - timedelta(minutes=70))

    assert "1 brev väntar på e-postservern" in text(inne.get(reverse("skrivbord")))
