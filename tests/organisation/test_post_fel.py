"""The outbox when the mail server is down, slow, refuses, breaks off, talks nonsense.

Never does a deed fail of it, never is a letter lost, and never sent twice.
"""

from datetime import timedelta

import pytest
from django.db.models import F

from tests.organisation.brev import lagg, senare
from vbeplan.organisation.models import Brev
from vbeplan.organisation.post import lagg_brev, skicka_vantande
from vbeplan.organisation.post.sandning import _ta
from vbeplan.organisation.post.servern import INLOGGNING, KRYPTERING, NERE, TYST

pytestmark = pytest.mark.django_db
Status = Brev.Status


def test_a_server_that_is_down_loses_nothing_and_stops_no_deed(
    namnd, server, efter_dad
):
    server.stanna()
    with efter_dad():
        brev = lagg(namnd)

    brev.refresh_from_db()
    assert (brev.status, brev.forsok, brev.fel) == (Status.VANTAR, 1, NERE)
    assert brev.text == "Hej nr 1."

    server.starta()
    assert skicka_vantande().skickade == 0, "its pause isn't over"
    with senare(minutes=6):
        assert skicka_vantande().skickade == 1
    assert server.adresser == ["linden1@granby.example"]


def test_while_the_server_is_known_to_be_down_no_deed_waits_for_it(
    namnd, server, hang, efter_dad
):
    hang("hej")
    with efter_dad():
        lagg(namnd)
    assert server.samtal == 1

    with efter_dad():
        brev = lagg(namnd, 2)

    assert server.samtal == 1
    brev.refresh_from_db()
    assert (brev.status, brev.forsok) == (Status.VANTAR, 0)


def test_the_pauses_grow(namnd, server):
    server.stanna()
    lagg(namnd)
    skicka_vantande()
    vantat = 0
    for nr, paus in enumerate((5, 15, 60, 180, 360, 360), start=1):
        with senare(minutes=vantat + paus - 1):
            skicka_vantande()
            assert Brev.objects.get().forsok == nr
        vantat += paus + 1
        with senare(minutes=vantat):
            skicka_vantande()
            assert Brev.objects.get().forsok == nr + 1


def test_after_four_days_it_is_given_up_and_keeps_its_text(namnd, server):
    server.stanna()
    brev = lagg(namnd)
    for dagar in range(1, 6):
        with senare(days=dagar):
            skicka_vantande()

    brev.refresh_from_db()
    assert (brev.status, brev.forsok) == (Status.UPPGIVET, 4)
    assert brev.text == "Hej nr 1."


def test_a_letter_that_nobody_tried_for_a_week_is_not_given_up_at_once(namnd, server):
    server.stanna()
    brev = lagg(namnd)
    with senare(days=7):
        skicka_vantande()

    brev.refresh_from_db()
    assert brev.status == Status.VANTAR


def test_a_clock_set_back_holds_no_letter(namnd, server):
    server.stanna()
    with senare(days=30):
        lagg(namnd)
        skicka_vantande()
    server.starta()

    assert skicka_vantande().skickade == 1


def test_an_address_that_is_refused_is_given_up_and_stops_no_other(
    namnd, server, efter_dad
):
    server.nekar["linden1@granby.example"] = 550
    with efter_dad():
        lagg(namnd, 1)
        lagg(namnd, 2)

    assert server.adresser == ["linden2@granby.example"]
    nekat = Brev.objects.get(nyckel="prov:1")
    assert nekat.status == Status.UPPGIVET
    assert "550" in nekat.fel


def test_a_server_that_wants_to_see_it_again_gets_it_again(namnd, server, efter_dad):
    """Greylisting: «451, try later»."""
    server.nekar["linden1@granby.example"] = 451
    with efter_dad():
        lagg(namnd)
    assert Brev.objects.get().status == Status.VANTAR

    server.nekar.clear()
    with senare(minutes=6):
        skicka_vantande()
    assert server.adresser == ["linden1@granby.example"]


@pytest.mark.parametrize(("kod", "status"), [(554, "uppgivet"), (452, "vantar")])
def test_a_letter_that_the_server_will_not_have(namnd, server, kod, status):
    server.data_svar = kod
    brev = lagg(namnd)

    assert skicka_vantande().misslyckade == 1

    brev.refresh_from_db()
    assert (brev.status, str(kod) in brev.fel) == (status, True)


def test_a_server_that_never_greets_is_let_go_and_the_letters_wait(namnd, server, hang):
    hang("hej")
    for nr in range(5):
        lagg(namnd, nr)

    skicka_vantande()

    assert server.samtal == 1
    assert set(Brev.objects.values_list("status", flat=True)) == {Status.VANTAR}
    hang(None)
    with senare(minutes=6):
        assert skicka_vantande().skickade == 5
    assert len(server.mottagna) == 5


def test_a_server_that_is_slow_with_its_yes_is_waited_for(namnd, server, settings):
    """It looks for viruses: a short patience would send the letter twice."""
    settings.EMAIL_TIMEOUT, settings.EMAIL_TALAMOD = 0.5, 30
    server.drojer = 1
    lagg(namnd)

    assert skicka_vantande(sekunder=8).skickade == 1
    assert len(server.mottagna) == 1


@pytest.mark.parametrize(
    "hur",
    [
        {"lagger_pa": {"SLUT"}},
        {"lagger_pa": {"MITT"}},  # a short letter is off in one piece
        {"hanger": "data"},
        {"svar": {"SLUT": b"hmm"}},
        {"svar": {"SLUT": b"252 kanske"}},
    ],
)
def test_a_server_that_has_the_letter_and_gives_no_clear_answer_gets_it_once(
    namnd, server, hang, hur
):
    vars(server).update(hur)
    hang(server.hanger)
    for nr in (1, 2):
        lagg(namnd, nr)

    assert skicka_vantande().skickade == 0

    osakert = Brev.objects.get(nyckel="prov:1")
    assert (osakert.status, osakert.lage, osakert.fel) == (
        "osakert",
        "Kan ha gått",
        TYST,
    )
    assert list(Brev.objects.strandade()) == [osakert]
    assert Brev.objects.get(nyckel="prov:2").status == Status.VANTAR
    server.mottagna.clear()
    server.lagger_pa, server.svar = set(), {}
    hang(None)
    with senare(days=1):
        assert skicka_vantande().skickade == 1
    assert server.adresser == ["linden2@granby.example"]


@pytest.mark.parametrize(
    "hur",
    [
        {"lagger_pa": {"EHLO", "HELO"}},
        {"lagger_pa": {"MAIL"}},
        {"lagger_pa": {"RCPT"}},
        {"lagger_pa": {"DATA"}},
        {"svar": {"HEJ": "421 Vi har stängt för dagen, återkom".encode("latin-1")}},
        {"svar": {"HEJ": b"554 nix"}},
        {"svar": {"HEJ": b"\xff\xfe\x00"}},
        {"svar": {"MAIL": b"421 f\xf6r m\xe5nga"}},
        {"svar": {"RCPT": "421 för många 🙂".encode()}},
        {"svar": {"DATA": b"421 nej"}},
        {"svar": {"SLUT": b"421 nej"}},
        {"svar": {"MAIL": b"450 v\xe4nta"}},
        {"svar": {"MAIL": b"550 ok\xe4nd avs\xe4ndare"}},
        {"svar": {"RCPT": b"451-gr\xe5\r\n451 lista"}},
        {"svar": {"RCPT": b"inte ens en siffra"}},
        {"svar": {"DATA": b"451 nej"}},
        {"svar": {"SLUT": b"451 nej"}},
        {"svar": {"MAIL": b"250 " + b"x" * 9000}},
    ],
)
def test_whatever_goes_wrong_before_the_letter_is_taken_it_waits_and_goes_once(
    namnd, server, efter_dad, hur
):
    vars(server).update(hur)
    with efter_dad():
        brev = lagg(namnd)

    brev.refresh_from_db()
    assert (brev.status, brev.forsok) == (Status.VANTAR, 1)
    assert brev.fel
    assert brev.fel.isprintable()
    assert brev.text == "Hej nr 1."

    server.mottagna.clear()  # a 4yz after the letter: not taken, says the server
    server.lagger_pa, server.svar = set(), {}
    with senare(minutes=6):
        assert skicka_vantande().skickade == 1
        assert skicka_vantande().skickade == 0
    assert len(server.mottagna) == 1


def test_a_long_letter_that_is_cut_off_is_tried_again(namnd, server):
    """Its end was never sent."""
    server.lagger_pa = {"MITT"}
    lagg(namnd, bilaga=("plan.pdf", b"%PDF" * 2**21))

    assert skicka_vantande().misslyckade == 1
    assert Brev.objects.vantar().get().fel == NERE


def test_a_yes_in_odd_letters_is_a_yes_and_a_bad_goodbye_is_nothing(namnd, server):
    server.svar = {"SLUT": "250 mottaget, så bra 🙂".encode(), "QUIT": b"\xff"}
    lagg(namnd)

    assert skicka_vantande().skickade == 1


def test_when_the_server_closes_after_two_letters_the_others_wait(namnd, server):
    for nr in range(6):
        lagg(namnd, nr)
    server.svar = {"RCPT": b"421 slut"}

    skicka_vantande()

    assert server.samtal == 2
    assert Brev.objects.vantar().count() == 6


def test_a_sign_in_that_is_refused_is_told_as_that(namnd, server, settings):
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = "fel"
    server.svar = {"EHLO": b"250-prov\r\n250 AUTH PLAIN", "AUTH": b"535 nej"}
    lagg(namnd)

    assert skicka_vantande().misslyckade == 1
    assert Brev.objects.vantar().get().fel == INLOGGNING


@pytest.mark.parametrize(
    "ehlo", [b"250 prov", b"250-prov\r\n250 STARTTLS"], ids=["none", "broken"]
)
def test_where_it_can_not_be_said_in_secret_it_is_not_said(
    namnd, server, settings, ehlo
):
    settings.EMAIL_USE_TLS = True
    server.svar = {"EHLO": ehlo, "STARTTLS": b"220 go\r\n220 in the clear"}
    lagg(namnd)

    assert skicka_vantande().misslyckade == 1
    assert Brev.objects.vantar().get().fel == KRYPTERING
    assert not server.mottagna


def test_the_sender_that_is_refused_is_told_with_its_setting(namnd, server):
    server.svar = {"MAIL": b"550 nej"}
    lagg(namnd)
    skicka_vantande()

    assert "FRAN_ADRESS" in Brev.objects.vantar().get().fel


def test_an_address_too_long_for_its_column_fails_no_deed(namnd, efter_dad):
    lang = f"{'a' * 60}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.example"
    with efter_dad():
        brev = lagg(namnd, till=lang)

    assert brev.status == Status.UPPGIVET


def test_a_claim_from_the_time_to_come_is_told_of(namnd, server):
    """The clock was wrong when the sender was killed, and has been set back."""
    with senare(days=400):
        brev = lagg(namnd)
        assert _ta(brev.pk)

    assert list(Brev.objects.strandade()) == [brev]
    assert Brev.objects.get().kan_ha_gatt


def test_the_newest_word_takes_the_place_of_what_waits(namnd, server):
    """And of nothing else, nor of what another process sends just now."""
    breven = [
        lagg_brev(f"konto:{vem}:{nr}", "x", "a@granby.example", "Hej", str(nr),
                  namnd=namnd, ersatter=f"konto:{vem}:")
        for vem, nr in ((1, 1), (11, 1), (1, 2))
    ]  # fmt: skip
    assert _ta(breven[2].pk)
    sist = lagg_brev("konto:1:3", "x", "a@granby.example", "Hej", "3",
                     namnd=namnd, ersatter="konto:1:")  # fmt: skip

    assert set(Brev.objects.all()) == {breven[1], breven[2], sist}


def test_tried_anew_by_hand_it_has_its_days_before_it_again(namnd, server):
    server.stanna()
    brev = lagg(namnd)
    with senare(days=30):
        for _ in range(3):
            skicka_vantande()
            Brev.objects.update(senast_forsok=F("lagt"))
        assert Brev.objects.get().forsok_igen("ny@granby.example")
    with senare(days=31):
        for _ in range(4):
            Brev.objects.update(senast_forsok=F("lagt") - timedelta(days=1))
            skicka_vantande()
        brev.refresh_from_db()
        assert (brev.status, brev.forsok) == (Status.VANTAR, 4)
