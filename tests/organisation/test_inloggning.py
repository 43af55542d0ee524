"""Signing in and out, and choosing a new password by mail."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from django.contrib.auth.hashers import get_hashers
from django.core.cache import cache
from django.urls import reverse

from tests.bygge import LOSENORD, ny_anvandare, ny_plan
from tests.organisation.formular import LOGGA_IN, logga_in, text
from vbeplan.organisation.inloggning import Kontoadapter
from vbeplan.organisation.models import Anvandare

pytestmark = pytest.mark.django_db
GLOMT = reverse("account_reset_password")
NYTT_LOSENORD = "en-helt-ny-mening-2028"
LANK = re.compile(r"http://testserver(/\S+)")


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


def test_passwords_are_kept_with_scrypt_outside_the_tests():
    assert [h.algorithm for h in get_hashers()][1] == "scrypt"
