"""Letters with links and reminders: shown first, through the outbox, one a day."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from aktiviteter.handlingar.uppfoljning import fornya_lank, stang_tillfalle
from aktiviteter.models import Rapportlank
from tests import bygge, bygge_uppfoljning
from vbeplan.organisation.models import Brev, Ratt, Spar

pytestmark = pytest.mark.django_db(transaction=True)
IDAG = date(2027, 3, 1)
ADRESS = "skolan@granby.example"


@pytest.fixture(autouse=True)
def klocka():
    with time_machine.travel(f"{IDAG}T09:00:00+01:00"):
        yield


@pytest.fixture
def ett(namnd, roll):
    plan = bygge_uppfoljning.beslutad_plan(namnd, roll=roll)
    return bygge_uppfoljning.nytt_tillfalle(plan)


@pytest.fixture
def samordnare(namnd, client):
    anvandare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Karin Lind")
    client.force_login(anvandare)
    return anvandare


def skicka(client, ett, roll, epost=ADRESS, sida="tillfalle_lankar", **andrat):
    brev = {"amne": "Uppföljning", "text": "Hej! Berätta hur det går."}
    rollens = {f"r{roll.pk}-epost": epost}
    return client.post(
        reverse(sida, args=[ett.pk]), brev | rollens | andrat, follow=True
    )


def test_the_letter_is_shown_before_it_goes(client, ett, samordnare):
    sidan = client.get(reverse("tillfalle_lankar", args=[ett.pk])).text
    assert "Karin Lind" in sidan
    assert "här står rollens egen länk" in sidan
    assert not Brev.objects.exists()
    assert not Rapportlank.objects.exists()


def test_the_letter_goes_with_a_link_that_works(client, ett, roll, samordnare):
    svar = skicka(client, ett, roll)
    assert "Brevet är på väg till Rektor" in svar.text
    (brev,) = mail.outbox
    lank = Rapportlank.objects.get()
    assert brev.to == [ADRESS]
    assert brev.reply_to == [samordnare.epost]
    assert f"http://testserver{lank.lank()}" in brev.body
    assert "Rektor har 2 aktiviteter" in brev.body
    assert client.get(lank.lank()).status_code == 200
    assert Brev.objects.get().text is None
    assert Spar.objects.filter(handling="skickad", av=samordnare).count() == 1


def test_a_second_press_the_same_day_sends_nothing(client, ett, roll, samordnare):
    skicka(client, ett, roll)
    skicka(client, ett, roll)
    svar = skicka(client, ett, roll, sida="tillfalle_paminn")
    assert "Fick redan ett brev i dag: Rektor" in svar.text
    assert len(mail.outbox) == 1


def test_a_reminder_the_day_after_has_the_same_link(client, ett, roll, samordnare):
    igar = IDAG - timedelta(days=1)
    lank = bygge_uppfoljning.ny_rapportlank(ett, roll, skickad=igar)
    skicka(client, ett, roll, sida="tillfalle_paminn")
    assert Rapportlank.objects.get().paminnd == IDAG
    (brev,) = mail.outbox
    assert lank.lank() in brev.body


@pytest.mark.parametrize("dagar", [0, 1])
def test_another_address_gets_another_link_and_the_old_one_dies(
    client, ett, roll, samordnare, dagar
):
    """The role has a new holder, or the first letter went to the wrong person."""
    skickad = IDAG - timedelta(days=dagar)
    gammal = bygge_uppfoljning.ny_rapportlank(ett, roll, skickad=skickad)
    svar = skicka(client, ett, roll, "ny.rektor@granby.example", "tillfalle_paminn")

    assert "den gamla adressen gäller inte: Rektor" in svar.text
    assert client.get(gammal.lank()).status_code == 404
    ny = Rapportlank.objects.get()
    (brev,) = mail.outbox
    assert (brev.to, ny.lank() in brev.body) == (["ny.rektor@granby.example"], True)
    assert client.get(ny.lank()).status_code == 200
    assert Spar.objects.filter(handling="borttagen", av=samordnare).count() == 1


def test_an_address_from_before_the_holder_of_today_is_told(
    client, ett, roll, samordnare
):
    fore = IDAG - timedelta(days=1)
    bygge_uppfoljning.ny_rapportlank(ett, roll, skickad=fore)
    sida = reverse("tillfalle_paminn", args=[ett.pk])
    assert "ny innehavare" not in client.get(sida).text

    roll.innehav.update(fran=IDAG)

    assert "ny innehavare sedan förra brevet" in client.get(sida).text


def test_the_same_address_in_capitals_keeps_its_link(client, ett, roll, samordnare):
    fore = IDAG - timedelta(days=1)
    lank = bygge_uppfoljning.ny_rapportlank(ett, roll, skickad=fore)
    skicka(client, ett, roll, ADRESS.upper(), "tillfalle_paminn")

    assert Rapportlank.objects.get() == lank


def test_who_has_reported_all_is_not_reminded(client, ett, roll, samordnare):
    igar = IDAG - timedelta(days=1)
    bygge_uppfoljning.ny_rapportlank(ett, roll, skickad=igar)
    for nummer in (1, 2):
        bygge_uppfoljning.ny_rapport(ett, nummer)
    svar = skicka(client, ett, roll, sida="tillfalle_paminn")
    assert "Ingen roll hade en adress" in svar.text
    assert mail.outbox == []


@pytest.mark.parametrize("epost", ["skolan", "a b@c.se", "skolan@granby"])
def test_a_wrong_address_is_told_and_nothing_goes(client, ett, roll, samordnare, epost):
    svar = skicka(client, ett, roll, epost=epost)
    assert "Skriv en e-postadress" in svar.text
    assert "Berätta hur det går." in svar.text
    assert mail.outbox == []
    assert not Rapportlank.objects.exists()


def test_a_role_without_holder_and_address_is_told(client, namnd, ett, samordnare):
    sidan = client.get(ett.get_absolute_url()).text
    assert "Vakant" in sidan
    assert "Ingen e-postadress" in sidan
    assert "rapportera själv" in sidan


def test_the_role_that_got_no_letter_is_named_beside_those_that_did(
    client, ett, roll, samordnare
):
    andra = (
        ett.plan.aktiviteter.order_by("nummer")
        .last()
        .ansvar.get(art="huvudansvarig")
        .roll
    )

    text = skicka(client, ett, roll).text

    assert "Brevet är på väg till Rektor" in text
    assert f"Fick inget brev, för adressen saknas: {andra}." in text


@pytest.mark.parametrize("dad", ["stang", "ny_lank"])
def test_a_letter_that_waits_is_taken_back_when_its_link_ends(
    ett, roll, samordnare, settings, client, dad
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    skicka(client, ett, roll)
    assert Brev.objects.vantar().count() == 1

    if dad == "stang":
        stang_tillfalle(ett, av=samordnare)
    else:
        fornya_lank(ett, roll, av=samordnare)

    assert not Brev.objects.exists()


def test_the_address_of_who_signs_in_for_the_role_is_suggested(
    client, namnd, ett, roll, samordnare
):
    ansvarig = bygge.ny_anvandare(Ratt.ANSVARIG, namnd, roller=[roll])
    sidan = client.get(reverse("tillfalle_lankar", args=[ett.pk])).text
    assert ansvarig.epost in sidan


def test_the_last_letters_address_comes_before_that(
    client, namnd, ett, roll, samordnare
):
    bygge.ny_anvandare(Ratt.ANSVARIG, namnd, roller=[roll])
    forra = bygge_uppfoljning.stangt_tillfalle(ett.plan, "t2")
    bygge_uppfoljning.ny_rapportlank(forra, roll, epost="kansliet@granby.example")
    sidan = client.get(reverse("tillfalle_lankar", args=[ett.pk])).text
    assert "kansliet@granby.example" in sidan


def test_a_mail_server_that_is_down_loses_nothing(
    client, ett, roll, samordnare, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    skicka(client, ett, roll)
    brev = Brev.objects.get()
    assert brev.status == Brev.Status.VANTAR
    assert Rapportlank.objects.get().lank() in brev.text


def test_nothing_goes_when_the_occasion_is_closed(client, namnd, roll, samordnare, ett):
    type(ett).objects.update(status="stangt", stangt=IDAG)
    svar = skicka(client, ett, roll)
    assert "stängt" in svar.text
    assert mail.outbox == []


def test_a_withdrawn_link_is_told_and_leaves_a_trace(client, ett, roll, samordnare):
    bygge_uppfoljning.ny_rapportlank(ett, roll)
    adress = reverse("tillfalle_ny_lank", args=[ett.pk])
    svar = client.post(adress, {"roll": roll.pk}, follow=True)
    assert "gäller inte längre" in svar.text
    assert Spar.objects.filter(handling="borttagen", av=samordnare).count() == 1
    assert not Rapportlank.objects.exists()
    for fel in ("", "x", "9" * 30):
        assert client.post(adress, {"roll": fel}).status_code == 302
