"""Signing in and out, and choosing a new password by mail."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth.hashers import get_hashers
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from tests.bygge import LOSENORD, ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.inloggning import Kontoadapter
from vbeplan.organisation.models import Anvandare, Ratt

pytestmark = pytest.mark.django_db
LOGGA_IN = reverse("account_login")
GLOMT = reverse("account_reset_password")
NYTT_LOSENORD = "en-helt-ny-mening-2028"
LANK = re.compile(r"http://testserver(/\S+)")


@pytest.fixture(autouse=True)
def tomt_minne():
    """No test counts another's failed attempts."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def maria():
    """A coordinator with a password."""
    return ny_anvandare(
        Ratt.SAMORDNARE,
        ny_namnd(),
        epost="maria@ekhamra.example",
        namn="Maria Åström",
        losenord=LOSENORD,
    )


def logga_in(client, epost="maria@ekhamra.example", losenord=LOSENORD, **mer):
    return client.post(LOGGA_IN, {"login": epost, "password": losenord, **mer})


def text(svar):
    return svar.content.decode()


def test_the_right_password_leads_to_the_desk(client, maria):
    svar = logga_in(client)

    assert svar.status_code == 302
    assert svar.headers["Location"] == reverse("skrivbord")
    assert "Maria" in text(client.get(svar.headers["Location"]))


def test_the_address_may_be_written_in_any_case_and_with_space(client, maria):
    assert logga_in(client, " Maria@EKHAMRA.example ").status_code == 302


def test_a_form_says_what_it_wants_in_swedish(client):
    sida = text(client.get(LOGGA_IN))

    assert re.findall(r"<label[^>]*>\s*([^<]+?)\s*<", sida) == ["E-post", "Lösenord"]


@pytest.mark.parametrize(
    "uppgifter",
    [
        ("maria@ekhamra.example", "fel-losenord-2027"),
        ("finns-inte@ekhamra.example", LOSENORD),
    ],
    ids=["wrong password", "unknown address"],
)
def test_wrong_password_and_unknown_address_give_the_same_words(
    client, maria, uppgifter
):
    svar = logga_in(client, *uppgifter)

    assert svar.status_code == 200
    assert svar.context["form"].non_field_errors() == [
        "E-postadressen eller lösenordet stämmer inte. Kontrollera båda, eller välj "
        "Glömt lösenordet?"
    ]
    assert uppgifter[0] in text(svar)
    assert uppgifter[1] not in text(svar)


def test_an_empty_form_names_both_fields(client):
    svar = client.post(LOGGA_IN, {})

    assert set(svar.context["form"].errors) == {"login", "password"}
    assert "felsammanfattning" in text(svar)


def test_whoever_is_switched_off_is_told_so_and_not_let_in(client, maria):
    maria.is_active = False
    maria.save()

    svar = logga_in(client)

    assert "Kontot är avstängt" in text(client.get(svar.headers["Location"]))
    assert client.get(reverse("skrivbord")).status_code == 302


def test_a_user_without_a_password_is_not_let_in(client):
    ny_anvandare(epost="ny@ekhamra.example")

    for losenord in ("", "!", "None"):
        assert logga_in(client, "ny@ekhamra.example", losenord).status_code == 200


def test_nobody_can_sign_up(client):
    uppgifter = {"email": "ny@x.example", "password1": NYTT_LOSENORD}

    svar = client.post(reverse("account_signup"), uppgifter)

    assert "Din förvaltare lägger upp konton" in text(svar)
    assert not Anvandare.objects.exists()


def test_the_page_one_asked_for_comes_after_the_sign_in(client, maria):
    plan = ny_plan(maria.medlemskapen[0].namnd)
    dit = client.get(plan.get_absolute_url()).headers["Location"]
    assert dit == f"{LOGGA_IN}?next={plan.get_absolute_url()}"

    svar = logga_in(client, next=plan.get_absolute_url())

    assert svar.headers["Location"] == plan.get_absolute_url()


@pytest.mark.parametrize(
    "frammande",
    [
        "https://ond.example/",
        "//ond.example/",
        "/\\ond.example/",
        "javascript:alert(1)",
        "http:ond.example",
    ],
)
def test_a_foreign_next_is_not_followed(client, maria, frammande):
    svar = logga_in(client, next=frammande)

    assert svar.headers["Location"] == reverse("skrivbord")


def test_an_address_with_two_slashes_leads_nowhere_else(client, maria):
    dit = client.get("//ond.example/").headers["Location"]
    assert dit.startswith(LOGGA_IN)

    tillbaka = dit.partition("?next=")[2]

    assert logga_in(client, next=tillbaka).headers["Location"] == reverse("skrivbord")


def test_whoever_is_signed_in_needs_no_form(client, maria):
    client.force_login(maria)

    assert client.get(LOGGA_IN).headers["Location"] == reverse("skrivbord")


def test_too_many_attempts_are_stopped_and_told_what_to_do(client, maria):
    for _ in range(5):
        logga_in(client, losenord="fel")

    svar = logga_in(client)

    assert svar.status_code == 200
    assert svar.context["form"].non_field_errors() == [
        "Det blev för många försök. Vänta fem minuter och försök igen, eller välj "
        "Glömt lösenordet? för att få ett nytt."
    ]


def test_after_five_minutes_the_right_password_works_again(client, maria):
    with time_machine.travel(datetime(2027, 3, 1, 8, 0, tzinfo=UTC)) as tid:
        for _ in range(6):
            logga_in(client, losenord="fel")
        tid.shift(301)

        assert logga_in(client).status_code == 302


def test_attempts_on_one_account_do_not_stop_another(client, maria):
    ny_anvandare(epost="per@ekhamra.example", losenord=LOSENORD)
    for _ in range(6):
        logga_in(client, losenord="fel")

    assert logga_in(client, "per@ekhamra.example").status_code == 302


def test_a_flood_from_one_place_gets_a_swedish_page(client):
    for nr in range(31):
        svar = logga_in(client, f"person-{nr}@x.example", "fel")

    assert svar.status_code == 429
    assert "Vänta några minuter" in text(svar)


def test_the_callers_address_is_nowhere_in_the_cache(client, maria):
    client.defaults["REMOTE_ADDR"] = "203.0.113.77"
    for losenord in ("fel", LOSENORD):
        logga_in(client, losenord=losenord)
    client.post(GLOMT, {"email": "maria@ekhamra.example"})

    minne = f"{list(cache._cache)}{list(cache._cache.values())}"
    assert ":ip:" in minne
    assert "203.0.113" not in minne
    assert "maria" not in minne


def test_the_stand_in_for_an_address_changes_with_the_day_whatever_the_key(
    rf, settings
):
    settings.SECRET_KEY = "x" * 100
    fraga = rf.get("/", REMOTE_ADDR="203.0.113.77")
    annan = rf.get("/", REMOTE_ADDR="203.0.113.78")

    with time_machine.travel(datetime(2027, 3, 1, 8, 0, tzinfo=UTC)) as tid:
        forsta, andra = map(Kontoadapter().get_client_ip, (fraga, annan))
        tid.shift(24 * 3600)
        nasta_dag = Kontoadapter().get_client_ip(fraga)

    assert len({forsta, andra, nasta_dag}) == 3


def test_one_can_sign_in_where_the_server_knows_no_address(client, maria):
    client.defaults["REMOTE_ADDR"] = ""  # gunicorn on a Unix socket

    assert logga_in(client).status_code == 302


def test_signing_out_takes_a_post_and_ends_the_session(client, maria):
    client.force_login(maria)
    assert "Vill du logga ut?" in text(client.get(reverse("account_logout")))
    assert client.get(reverse("skrivbord")).status_code == 200

    svar = client.post(reverse("account_logout"))

    assert svar.headers["Location"] == LOGGA_IN
    assert client.get(reverse("skrivbord")).status_code == 302


# --- A new password -----------------------------------------------------------------


def be_om_lank(client, epost="maria@ekhamra.example"):
    svar = client.post(GLOMT, {"email": epost}, follow=True)
    assert "Titta i din e-post" in text(svar)
    return [LANK.search(brev.body)[1] for brev in mail.outbox]


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

    [brev] = mail.outbox
    assert brev.subject == "Välj ett nytt lösenord"
    assert brev.to == ["maria@ekhamra.example"]
    assert brev.body.startswith("Hej!\n")
    assert "Bad du inte om det?" in brev.body
    assert not re.search(r"\b(the|you|your|password|hello)\b", brev.body.lower())


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client, maria):
    kant = client.post(GLOMT, {"email": "maria@ekhamra.example"}, follow=True)
    okant = client.post(GLOMT, {"email": "ingen@ekhamra.example"}, follow=True)

    def utan_slump(svar):
        return re.sub(r'value="\w{64}"', "", text(svar))

    assert utan_slump(kant) == utan_slump(okant)
    assert len(mail.outbox) == 1


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


def test_passwords_are_kept_with_scrypt_outside_the_tests():
    assert [h.algorithm for h in get_hashers()][1] == "scrypt"
