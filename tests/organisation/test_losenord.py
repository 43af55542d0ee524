"""Choosing a new password: by a mailed link, or when signed in."""

import re
from email import message_from_string, policy

import pytest
from django.urls import reverse

from tests.bygge import LOSENORD, ny_anvandare
from tests.bygge_brev import breven_gar
from tests.organisation.brev import senare
from tests.organisation.formular import logga_in, text
from vbeplan.organisation.models import Brev
from vbeplan.organisation.post import skicka_vantande

pytestmark = pytest.mark.django_db
GLOMT = reverse("account_reset_password")
NYTT_LOSENORD = "en-helt-ny-mening-2028"
LANK = re.compile(r"http://testserver(/\S+)")


def be_om_lank(client, epost="maria@ekhamra.example"):
    svar = client.post(GLOMT, {"email": epost}, follow=True)
    assert "Titta i din e-post" in text(svar)
    return [LANK.search(brev.body)[1] for brev in breven_gar()]


def valj(client, lank, losenord=NYTT_LOSENORD):
    sida = client.get(lank, follow=True)
    dit = sida.request["PATH_INFO"]
    return client.post(dit, {"password1": losenord, "password2": losenord}, follow=True)


def test_the_mailed_link_gives_a_new_password(client, maria):
    [lank] = be_om_lank(client)

    svar = valj(client, lank)

    assert "Lösenordet är bytt" in text(svar)
    assert logga_in(client, losenord=LOSENORD).status_code == 200
    assert logga_in(client, losenord=NYTT_LOSENORD).status_code == 302


def test_the_mail_is_swedish_and_says_what_it_is(client, maria):
    be_om_lank(client)

    [brev] = breven_gar()
    assert brev.subject == "Välj ett nytt lösenord"
    assert brev.to == ["maria@ekhamra.example"]
    assert brev.body.startswith("Hej!\n")
    assert "Bad du inte om det?" in brev.body
    assert not re.search(r"\b(the|you|your|password|hello)\b", brev.body.lower())


def test_with_the_mail_server_down_the_newest_link_waits_and_works(
    client, maria, server
):
    """Nobody is answered with a fault, which would tell that the account is there."""
    server.stanna()
    for _ in range(2):
        svar = client.post(GLOMT, {"email": maria.epost}, follow=True)
        assert "Titta i din e-post" in text(svar)
    assert skicka_vantande().misslyckade == 1

    server.starta()
    with senare(minutes=6):
        assert skicka_vantande().skickade == 1
    ((till, brev),) = server.mottagna
    assert till == maria.epost
    assert not Brev.objects.exists()
    brevet = message_from_string(brev, policy=policy.default).get_content()
    assert "Lösenordet är bytt" in text(valj(client, LANK.search(brevet)[1]))


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client, maria):
    kant = client.post(GLOMT, {"email": "maria@ekhamra.example"}, follow=True)
    okant = client.post(GLOMT, {"email": "ingen@ekhamra.example"}, follow=True)

    def utan_slump(svar):
        return re.sub(r'value="\w{64}"', "", text(svar))

    assert utan_slump(kant) == utan_slump(okant)
    assert len(breven_gar()) == 1


def test_whoever_is_switched_off_gets_no_link(client, maria):
    maria.is_active = False
    maria.save()

    assert be_om_lank(client) == []


def test_a_new_user_without_a_password_gets_her_first_by_the_link(client):
    ny_anvandare(epost="ny@ekhamra.example")

    [lank] = be_om_lank(client, "ny@ekhamra.example")
    valj(client, lank)

    assert logga_in(client, "ny@ekhamra.example", NYTT_LOSENORD).status_code == 302


def test_a_link_works_once(client, maria):
    [lank] = be_om_lank(client)
    valj(client, lank)

    assert "Länken gäller inte längre" in text(client.get(lank, follow=True))


def test_a_made_up_link_says_what_to_do(client, maria):
    lank = reverse(
        "account_reset_password_from_key", kwargs={"uidb36": "1", "key": "abc-123"}
    )

    sida = text(client.get(lank))

    assert "Länken gäller inte längre" in sida
    assert GLOMT in sida


@pytest.mark.parametrize(
    ("daligt", "skal"),
    [
        ("kort-2027", "minst 12 tecken"),
        ("123456789012345", "enbart numeriskt"),
        ("maria@ekhamra.example", "alltför likt e-postadress"),
        ("Maria-Åström", "alltför likt namn"),
        ("manchesterunited", "vanligt"),
    ],
)
def test_a_weak_password_is_refused_with_the_reason(client, maria, daligt, skal):
    [lank] = be_om_lank(client)

    svar = valj(client, lank, daligt)

    assert skal in text(svar)
    assert logga_in(client, losenord=daligt).status_code == 200


def test_an_address_that_was_changed_no_longer_opens_the_account(client, maria):
    logga_in(client)
    client.post(reverse("account_logout"))
    maria.epost = "maria.astrom@ekhamra.example"
    maria.save()

    assert logga_in(client, "maria@ekhamra.example").status_code == 200
    assert be_om_lank(client, "maria@ekhamra.example") == []
    assert logga_in(client, "maria.astrom@ekhamra.example").status_code == 302


def test_the_password_can_be_changed_when_signed_in(client, maria):
    client.force_login(maria)
    uppgifter = {
        "oldpassword": LOSENORD,
        "password1": NYTT_LOSENORD,
        "password2": NYTT_LOSENORD,
    }

    client.post(reverse("account_change_password"), uppgifter)

    assert client.get(reverse("skrivbord")).status_code == 200
    maria.refresh_from_db()
    assert maria.check_password(NYTT_LOSENORD)


def test_the_password_is_not_changed_without_the_old_one(client, maria):
    client.force_login(maria)
    uppgifter = {
        "oldpassword": "fel",
        "password1": NYTT_LOSENORD,
        "password2": NYTT_LOSENORD,
    }

    svar = client.post(reverse("account_change_password"), uppgifter)

    assert "oldpassword" in svar.context["form"].errors
    maria.refresh_from_db()
    assert maria.check_password(LOSENORD)


def test_a_stolen_session_ends_when_the_password_is_changed(client, maria):
    client.force_login(maria)
    maria.set_password(NYTT_LOSENORD)
    maria.save()

    assert client.get(reverse("skrivbord")).status_code == 302
