"""The session ended while somebody wrote: the text is kept, she signs in, it is saved.

And nobody else gets to see it: not who signs in after her, not who guesses.
"""

from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.aktiviteter.sida import adress, fel_pa, ifyllt, ord_pa, trad
from tests.bygge import LOSENORD, ny_anvandare
from vbeplan.organisation import skrivet
from vbeplan.organisation.models import Ratt

TEXT = "Min långa text\n\nhar två stycken"


@pytest.fixture
def samordnare(namnd):
    """A coordinator who can sign in through the form."""
    return ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Karin Lind", losenord=LOSENORD)


@pytest.fixture
def sida(kapitel):
    return adress("avsnitt_redigera", kapitel[0].pk)


@pytest.fixture
def utloggad(klient, sida):
    """She opens a chapter, the session ends, she presses Spara; the answer."""
    formular = ifyllt(klient.get(sida))
    klient.logout()
    return klient.post(
        sida,
        {**formular, "rubrik": "Ny rubrik", "text": TEXT, "niva": "2"},
        headers={"referer": f"http://testserver{sida}"},
    )


def logga_in(klient, vem, dit="/"):
    return klient.post(
        reverse("account_login"),
        {"login": vem.epost, "password": LOSENORD, "next": dit},
        follow=True,
    )


def spara_nu(klient, svar, **mer):
    """Press the button of the page where the text was given back."""
    [formular] = trad(svar).xpath("//main//form[@action]")
    return klient.post(
        formular.get("action"),
        {k: v.removeprefix("\n") for k, v in formular.form_values()} | mer,
        follow=True,
    )


def test_signing_in_again_gives_the_text_back_one_press_from_saved(
    klient, samordnare, kapitel, utloggad
):
    assert utloggad.status_code == 403
    assert "inte sparat än, men det är undanlagt" in ord_pa(utloggad)
    [lank] = trad(utloggad).xpath("//main//a[contains(@href, 'logga-in')]/@href")
    assert parse_qs(urlsplit(lank).query) == {"next": [reverse("skrivet")]}

    svar = logga_in(klient, samordnare, reverse("skrivet"))
    assert "Min långa text har två stycken" in ord_pa(svar)
    kapitel[0].refresh_from_db()
    assert kapitel[0].rubrik == "Kapitel 1 i ekhamra"

    svar = spara_nu(klient, svar)
    assert "Sparat: Ny rubrik." in ord_pa(svar, "//body")
    kapitel[0].refresh_from_db()
    assert kapitel[0].rubrik == "Ny rubrik"
    assert "har två stycken" in kapitel[0].text
    assert skrivet.NYCKEL not in klient.session


def test_she_is_led_there_wherever_she_was_going(klient, samordnare, utloggad):
    svar = logga_in(klient, samordnare, "/planer/")
    assert svar.redirect_chain == [(reverse("skrivet"), 302)]


def test_she_may_look_at_it_in_its_form_first(klient, samordnare, kapitel, utloggad):
    svar = spara_nu(klient, logga_in(klient, samordnare), ta_fram="ja")
    assert "inte sparad än. Läs igenom den" in fel_pa(svar)
    assert ifyllt(svar)["rubrik"] == "Ny rubrik"
    kapitel[0].refresh_from_db()
    assert kapitel[0].version == 1

    klient.post(adress("avsnitt_redigera", kapitel[0].pk), ifyllt(svar))
    kapitel[0].refresh_from_db()
    assert kapitel[0].rubrik == "Ny rubrik"


def test_what_somebody_saved_meanwhile_is_not_written_over(
    klient, samordnare, kapitel, utloggad
):
    kapitel[0].rubrik = "Grannens rubrik"
    kapitel[0].spara_over(1, av=samordnare)
    svar = spara_nu(klient, logga_in(klient, samordnare))
    assert "Grannens rubrik" in ord_pa(svar)
    assert "Ny rubrik" in ord_pa(svar)
    kapitel[0].refresh_from_db()
    assert kapitel[0].rubrik == "Grannens rubrik"


def test_another_user_who_signs_in_sees_nothing_of_it(
    klient, namnd, samordnare, kapitel, utloggad
):
    annan = ny_anvandare(Ratt.SAMORDNARE, namnd, losenord=LOSENORD)
    svar = logga_in(klient, annan, reverse("skrivet"))
    assert "Min långa text" not in svar.content.decode()
    assert "ingen undanlagd text" in ord_pa(svar)
    assert skrivet.NYCKEL not in klient.session
    klient.logout()
    assert "Min långa" not in ord_pa(logga_in(klient, samordnare))


def test_a_stranger_is_sent_to_the_sign_in(klient, utloggad):
    svar = klient.get(reverse("skrivet"))
    assert svar["Location"].startswith(reverse("account_login"))


def test_another_computer_has_nothing_of_it(client, samordnare, utloggad):
    assert "ingen undanlagd" in ord_pa(
        logga_in(Client(), samordnare, reverse("skrivet"))
    )


def test_after_two_hours_it_is_gone(klient, samordnare, utloggad):
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=2, minutes=1)):
        svar = logga_in(klient, samordnare, reverse("skrivet"))
        assert "ingen undanlagd text" in ord_pa(svar)


def test_it_can_be_thrown_away(klient, samordnare, utloggad):
    logga_in(klient, samordnare)
    svar = klient.post(reverse("skrivet"), follow=True)
    assert "Texten är kastad." in ord_pa(svar)
    assert skrivet.NYCKEL not in klient.session


def test_its_page_is_kept_by_no_browser(utloggad):
    assert "no-store" in utloggad["Cache-Control"]


@pytest.mark.parametrize(
    "skribent", ["", "1", "1:fel", "x:y:z", "\x00", "999:" + "a" * 43]
)
def test_only_a_form_of_ours_is_kept_all_else_is_only_shown(
    klient, samordnare, sida, skribent
):
    formular = ifyllt(klient.get(sida)) | {"text": TEXT, "skribent": skribent}
    klient.logout()
    svar = klient.post(sida, formular, headers={"referer": f"http://testserver{sida}"})
    assert svar.status_code == 403
    assert "Kopiera texten" in ord_pa(svar)
    assert trad(svar).xpath("//textarea/text()")
    assert skrivet.NYCKEL not in klient.session


def test_one_form_s_signature_is_none_for_another_page(klient, sida, plan):
    formular = ifyllt(klient.get(sida))
    klient.logout()
    annan = adress("plan_redigera", "ekhamra", 2027)
    klient.post(annan, formular)
    assert skrivet.NYCKEL not in klient.session


def test_the_signature_holds_for_the_very_address_with_its_query(klient, kapitel):
    sida = f"{adress('avsnitt_redigera', kapitel[0].pk)}?niva=2"
    formular = ifyllt(klient.get(sida)) | {"text": TEXT}
    klient.logout()
    klient.post(sida.replace("niva=2", "niva=3"), formular)
    assert skrivet.NYCKEL not in klient.session
    klient.post(sida, formular)
    assert klient.session[skrivet.NYCKEL]["sida"] == sida


@pytest.mark.parametrize(
    ("fran", "dit"),
    [
        ("http://testserver/sok/?q=ett+ord", "/sok/?q=ett+ord"),
        ("http://testserver//annan.example/?q=1", "/"),
        ("http://testserver/\\annan.example", "/"),
        ("http://annan.example/sok/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_without_a_text_the_sign_in_leads_back_to_our_own_page(client, sida, fran, dit):
    svar = client.post(sida, {}, headers={"referer": fran})
    assert parse_qs(urlsplit(svar["Location"]).query) == {"next": [dit]}


def test_more_text_than_a_session_holds_is_shown_to_be_copied(klient, sida):
    formular = ifyllt(klient.get(sida)) | {"text": "å" * 1_000_001}
    klient.logout()
    svar = klient.post(sida, formular, headers={"referer": f"http://testserver{sida}"})
    assert svar.status_code == 403
    assert "Kopiera texten" in ord_pa(svar)


def test_a_file_must_be_chosen_again(klient, sida):
    dit = reverse("plan_importera")
    formular = ifyllt(klient.get(dit))
    fil = SimpleUploadedFile("Plan.docx", b"PK")
    klient.logout()
    svar = klient.post(dit, {**formular, "ar": "2031", "fil": fil})
    assert "Filen följde inte med" in ord_pa(svar)


def test_in_place_the_text_stays_in_the_open_form(klient, sida):
    formular = ifyllt(klient.get(sida)) | {"text": TEXT}
    klient.logout()
    for metod in (klient.post, klient.get):
        svar = metod(sida, formular, headers={"hx-request": "true"})
        assert svar.status_code == 403
        assert svar["HX-Trigger"] == "konto:utloggad"
    assert skrivet.NYCKEL not in klient.session


def test_a_form_from_before_another_sign_in_is_given_back_too(
    samordnare, kapitel, sida
):
    vaktad = Client(enforce_csrf_checks=True)
    vaktad.force_login(samordnare)
    formular = ifyllt(vaktad.get(sida)) | {"rubrik": "Ny rubrik", "text": TEXT}
    svar = vaktad.post(sida, {**formular, "csrfmiddlewaretoken": "g" * 64})
    assert svar.status_code == 403
    [lank] = trad(svar).xpath("//main//a[@class='btn btn-primary']/@href")
    svar = vaktad.get(lank)
    assert "Min långa text" in ord_pa(svar)

    svar = spara_nu(vaktad, svar)
    kapitel[0].refresh_from_db()
    assert kapitel[0].rubrik == "Ny rubrik"
    assert skrivet.NYCKEL not in vaktad.session


def test_somebody_else_s_form_is_not_given_to_whoever_is_signed_in_now(
    klient, namnd, samordnare, sida
):
    vaktad = Client(enforce_csrf_checks=True)
    vaktad.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd))
    vaktad.get(sida)
    formular = ifyllt(klient.get(sida)) | {"text": TEXT}
    svar = vaktad.post(sida, {**formular, "csrfmiddlewaretoken": "g" * 64})
    assert svar.status_code == 403
    assert "Ingenting har sparats" in ord_pa(svar)
    assert skrivet.NYCKEL not in vaktad.session


def test_a_form_s_script_is_told_who_is_signed_in(klient, samordnare):
    svar = klient.get(reverse("inloggad"))
    assert svar.json()["vem"] == samordnare.pk
    assert "no-store" in svar["Cache-Control"]
    klient.logout()
    assert klient.get(reverse("inloggad")).json()["vem"] is None
