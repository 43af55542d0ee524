"""The outbox, against a real mail server: once, and never lost."""

import email
import os
import signal
from datetime import timedelta
from email import policy

import pytest
import time_machine
from django.db import connection, transaction
from django.utils import timezone

from tests import bygge
from tests.brevserver import Brevserver
from tests.underprocess import manage
from vbeplan.organisation import post
from vbeplan.organisation.models import Brev, Ratt, Spar
from vbeplan.organisation.post import lagg_brev, skicka_vantande

pytestmark = pytest.mark.django_db
Status = Brev.Status


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def server(settings):
    with Brevserver() as servern:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", servern.port
        settings.EMAIL_TIMEOUT = 0.5
        yield servern


@pytest.fixture
def efter_dad(django_capture_on_commit_callbacks):
    """Commits a deed, as a request does."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def lagg(namnd, nr=1, **falt):
    falt = {"till": f"linden{nr}@granby.example", "text": f"Hej nr {nr}."} | falt
    till, text = falt.pop("till"), falt.pop("text")
    return lagg_brev(
        f"prov:{nr}", "samråd", till, "Vad tycker ni?", text, namnd=namnd, **falt
    )


def senare(**tid):
    return time_machine.travel(timezone.now() + timedelta(**tid), tick=True)


def test_a_letter_goes_after_the_deed_and_nothing_of_its_text_is_left(
    namnd, server, efter_dad
):
    with efter_dad():
        brev = lagg(namnd, svar_till="sam@granby.example", bilaga=("plan.pdf", b"%PDF"))
        assert not server.mottagna

    ((till, text),) = server.mottagna
    post_ = email.message_from_string(text, policy=policy.default)
    assert till == "linden1@granby.example"
    assert post_["Subject"] == "Vad tycker ni?"
    assert post_["Reply-To"] == "sam@granby.example"
    assert str(brev.pk) in post_["Message-ID"]
    assert post_.get_body().get_content().strip() == "Hej nr 1."
    (bilaga,) = post_.iter_attachments()
    assert (bilaga.get_filename(), bilaga.get_content()) == ("plan.pdf", b"%PDF")
    brev.refresh_from_db()
    assert brev.status == Status.SKICKAT
    assert brev.skickat
    assert (brev.text, brev.bilaga) == (None, None)


def test_the_letters_of_one_deed_go_in_one_conversation(namnd, server, efter_dad):
    with efter_dad() as efter:
        for nr in range(5):
            lagg(namnd, nr)

    assert server.adresser == [f"linden{nr}@granby.example" for nr in range(5)]
    assert (len(efter), server.samtal) == (1, 1)


def test_a_deed_that_is_taken_back_sends_nothing(namnd, server, efter_dad):
    with efter_dad():
        with transaction.atomic():
            lagg(namnd)
            transaction.set_rollback(True)
        lagg(namnd, 2)

    assert server.adresser == ["linden2@granby.example"]


def test_the_same_letter_put_twice_is_one(namnd, server, efter_dad):
    with efter_dad():
        forst = lagg(namnd)
    with efter_dad():
        igen = lagg(namnd, text="Andra ord.", till="nagon@granby.example")

    assert igen.pk == forst.pk
    assert server.adresser == ["linden1@granby.example"]


def test_the_text_lies_encrypted_while_it_waits(namnd):
    brev = lagg(namnd, text="Länk: /rapport/hemlig/")

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM organisation_brev")
        assert "hemlig" not in cursor.fetchone()[0]
    assert Brev.objects.get(pk=brev.pk).text == "Länk: /rapport/hemlig/"


def test_the_trail_tells_of_a_letter_when_it_has_gone(namnd, server, efter_dad):
    av = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    server.stanna()
    with efter_dad():
        lagg(namnd, av=av, kvitto="planen till nämndens sekreterare")
        lagg(namnd, 2)
    assert not Spar.objects.filter(handling="skickad").exists()

    server.starta()
    with senare(minutes=6):
        skicka_vantande()

    rad = Spar.objects.get(handling="skickad")
    assert (rad.av, rad.namnd) == (av, namnd)
    assert rad.objekt == "planen till nämndens sekreterare"


def test_a_server_that_is_down_loses_nothing_and_stops_no_deed(
    namnd, server, efter_dad
):
    server.stanna()
    with efter_dad():
        brev = lagg(namnd)

    brev.refresh_from_db()
    assert (brev.status, brev.forsok, brev.fel) == (Status.VANTAR, 1, post.NERE)
    assert brev.text == "Hej nr 1."

    server.starta()
    assert skicka_vantande().skickade == 0, "its pause isn't over"
    with senare(minutes=6):
        assert skicka_vantande().skickade == 1
    assert server.adresser == ["linden1@granby.example"]


def test_while_the_server_is_known_to_be_down_no_deed_waits_for_it(
    namnd, server, efter_dad
):
    server.hanger = "hej"
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


@pytest.mark.parametrize("hur", ["hej", "data"])
def test_a_server_that_hangs_is_let_go_and_the_letters_wait(namnd, server, hur):
    server.hanger = hur
    for nr in range(5):
        lagg(namnd, nr)

    skicka_vantande()

    assert server.samtal <= 2
    assert set(Brev.objects.values_list("status", flat=True)) == {Status.VANTAR}
    server.hanger = None
    with senare(minutes=6):
        assert skicka_vantande().skickade == 5
    assert len(server.mottagna) == 5


@pytest.mark.parametrize("adress", ["", "linden", "a@b.se\nBcc: x@y.se", "å@@b.se"])
def test_a_wrong_address_is_told_and_fails_no_deed(namnd, server, efter_dad, adress):
    with efter_dad():
        brev = lagg(namnd, till=adress)

    assert (brev.status, brev.fel) == (Status.UPPGIVET, post.INGEN_ADRESS)
    assert not server.mottagna


def test_a_subject_on_two_lines_becomes_one(namnd, server, efter_dad):
    with efter_dad():
        lagg_brev("a", "x", "a@granby.example", "Ett\nBcc: b", "Text", namnd=namnd)

    assert "Subject: Ett Bcc: b" in server.mottagna[0][1]


def test_a_letter_whose_key_is_gone_waits_and_stops_no_other(namnd, server):
    lagg(namnd, 1)
    lagg(namnd, 2)
    Brev.objects.filter(nyckel="prov:1").update(senast_forsok=None)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE organisation_brev SET text = 'borta:AAAA' WHERE nyckel = 'prov:1'"
        )

    assert skicka_vantande().skickade == 1

    assert Brev.objects.get(nyckel="prov:1").fel == post.OLASLIG


def test_a_letter_that_is_claimed_is_left_alone_and_told_of_when_it_is_old(
    namnd, server
):
    brev = lagg(namnd)
    assert post._ta(brev.pk)

    assert skicka_vantande().skickade == 0
    assert not Brev.objects.strandade().exists()
    with senare(minutes=16):
        assert skicka_vantande().skickade == 0
        assert list(Brev.objects.strandade()) == [brev]
    assert not server.mottagna


def i_brevladan(nr=1):
    """A letter that waits, without the sending that follows a deed."""
    return Brev.objects.create(
        nyckel=f"prov:{nr}",
        slag="x",
        amne="Hej",
        text="Hej.",
        till=f"linden{nr}@granby.example",
    )


@pytest.mark.django_db(transaction=True)
def test_of_two_processes_at_once_each_letter_goes_with_one(server):
    breven = [i_brevladan(nr) for nr in range(20)]
    adress = f"smtp://127.0.0.1:{server.port}"

    tva = [manage("kor_paminnelser", EMAIL_URL=adress) for _ in range(2)]
    for process in tva:
        ut, fel = process.communicate(timeout=120)
        assert process.returncode == 0, ut + fel

    assert sorted(server.adresser) == sorted(brev.till for brev in breven)
    assert not Brev.objects.exclude(status=Status.SKICKAT).exists()


@pytest.mark.django_db(transaction=True)
def test_killed_between_claim_and_answer_it_may_have_gone_and_is_not_sent_again(
    server,
):
    brev = i_brevladan()
    server.haller.set()
    process = manage("kor_paminnelser", EMAIL_URL=f"smtp://127.0.0.1:{server.port}")
    assert server.har_fatt.wait(120), process.communicate(timeout=5)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    server.haller.clear()

    assert skicka_vantande().skickade == 0
    with senare(minutes=16):
        assert skicka_vantande().skickade == 0
        assert list(Brev.objects.strandade()) == [brev]
    assert server.adresser == [brev.till]
