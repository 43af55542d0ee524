"""The outbox, against a real mail server: a letter goes once, and its words go."""

import email
import os
import signal
from email import policy

import pytest
from django.db import connection, transaction

from tests import bygge
from tests.bygge_brev import uppgivet_brev
from tests.organisation.brev import lagg, senare
from tests.underprocess import manage
from vbeplan.organisation.models import Brev, Ratt, Spar
from vbeplan.organisation.models.brev import INGEN_ADRESS
from vbeplan.organisation.post import lagg_brev, skicka_vantande, slang_gamla
from vbeplan.organisation.post.sandning import _ta
from vbeplan.organisation.post.servern import OLASLIG

pytestmark = pytest.mark.django_db
Status = Brev.Status


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


@pytest.mark.parametrize("adress", ["", "linden", "a@b.se\nBcc: x@y.se", "å@@b.se"])
def test_a_wrong_address_is_told_and_fails_no_deed(namnd, server, efter_dad, adress):
    with efter_dad():
        brev = lagg(namnd, till=adress)

    assert (brev.status, brev.fel) == (Status.UPPGIVET, INGEN_ADRESS)
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

    assert Brev.objects.get(nyckel="prov:1").fel == OLASLIG


def test_what_never_went_is_emptied_after_three_months(namnd, server):
    gammalt, vantar = uppgivet_brev(namnd), lagg(namnd)
    with senare(days=89):
        slang_gamla()
        assert Brev.objects.kvar().count() == 2
    with senare(days=91):
        slang_gamla()

    gammalt, vantar = (Brev.objects.get(pk=b.pk) for b in (gammalt, vantar))
    assert (gammalt.status, gammalt.text) == (Status.SLANGT, None)
    assert gammalt.fel
    assert (vantar.status, vantar.text) == (Status.VANTAR, "Hej nr 1.")


def test_a_letter_that_is_claimed_is_left_alone_and_told_of_when_it_is_old(
    namnd, server
):
    brev = lagg(namnd)
    assert _ta(brev.pk)

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


@pytest.mark.langsam
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


@pytest.mark.langsam
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
