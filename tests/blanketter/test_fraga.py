"""The coordinator asks whoever wrote, on the form's own page."""

import re

import pytest
from django.urls import reverse

from blanketter import handlingar
from blanketter.handlingar.lasa import lasa
from blanketter.models import Blankett, Meddelande
from tests import bygge
from tests.aktiviteter.sida import trad
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
FRAGA = "Minns du om märkena var fler än tio?"
SVAR = "Ja, ungefär tjugo stycken."


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


@pytest.fixture
def blankett(namnd, samordnare):
    blankett = bygge.ny_blankett(namnd)
    lasa(blankett, av=samordnare)
    return blankett


def ifylld(klient, blankett, **falt):
    html = klient.get(blankett.get_absolute_url()).content.decode()
    bevis = re.search(r'name="bevis" value="([^"]+)"', html)[1]
    return {"fraga": FRAGA, "bevis": bevis} | falt


def stall(klient, blankett, **mer):
    adress = reverse("inkommen_fraga", args=[blankett.pk])
    return klient.post(adress, mer, follow=True)


def test_a_question_is_asked_and_stands_on_the_page(klient, blankett):
    svar = stall(klient, blankett, **ifylld(klient, blankett))

    assert "Frågan är skickad" in svar.content.decode()
    assert FRAGA in svar.content.decode()
    assert Meddelande.objects.get().text == FRAGA
    assert Spar.objects.filter(handling=Spar.Handling.FRAGA).count() == 1


def test_a_double_click_asks_once(klient, blankett):
    ifyllt = ifylld(klient, blankett)
    for _ in range(2):
        stall(klient, blankett, **ifyllt)

    assert Meddelande.objects.count() == 1


def test_another_question_with_the_same_token_is_told_and_goes_the_second_time(
    klient, blankett
):
    ifyllt = ifylld(klient, blankett)
    stall(klient, blankett, **ifyllt)
    annan = f"{FRAGA} Och var de färska?"

    svar = stall(klient, blankett, **ifyllt | {"fraga": annan})

    html = svar.content.decode()
    assert "Frågan är skickad" not in html
    assert "Den är inte skickad än" in html
    assert trad(svar).xpath("//textarea[@name='fraga']")[0].text.strip() == annan
    assert Meddelande.objects.get().text == FRAGA
    assert Spar.objects.filter(handling=Spar.Handling.FRAGA).count() == 1
    nytt = re.search(r'name="bevis" value="([^"]+)"', html)[1]
    stall(klient, blankett, fraga=annan, bevis=nytt)
    assert [m.text for m in Meddelande.objects.all()] == [FRAGA, annan]


@pytest.mark.parametrize(
    "fraga",
    [
        "Vem är du?",
        "Vad heter eleven?",
        "Heter han något på A?",
        "Kan du skriva namnet på honom?",
        "Vilken adress gäller det?",
    ],
)
def test_a_question_of_who_somebody_is_is_stopped_but_can_be_sent(
    klient, blankett, fraga
):
    ifyllt = ifylld(klient, blankett, fraga=fraga)

    svar = stall(klient, blankett, **ifyllt)

    assert "be om uppgifter som pekar ut någon" in svar.content.decode()
    assert fraga in svar.content.decode()
    assert not Meddelande.objects.exists()
    stall(klient, blankett, **ifyllt, inte_vem="on")
    assert Meddelande.objects.get().text == fraga


def test_a_name_in_a_question_is_asked_about_and_can_be_kept(klient, blankett):
    ifyllt = ifylld(klient, blankett, fraga="Var det Anders Lindqvist som såg det?")

    svar = stall(klient, blankett, **ifyllt)

    assert "”Anders Lindqvist” kan peka ut någon" in svar.content.decode()
    assert not Meddelande.objects.exists()
    stall(klient, blankett, **ifyllt, inte_vem="on")
    assert Meddelande.objects.exists()


def test_a_number_in_a_question_has_to_go(klient, blankett):
    ifyllt = ifylld(klient, blankett, fraga="Är det 070-174 06 05 som har ringt?")

    svar = stall(klient, blankett, **ifyllt, inte_vem="on")

    assert "”070-174 06 05” pekar ut en person" in svar.content.decode()
    assert not Meddelande.objects.exists()


@pytest.mark.parametrize(
    ("fraga", "ord_"), [("", "Skriv frågan"), ("x" * 5001, "5001")]
)
def test_a_question_too_short_or_long_stays_in_its_field(klient, blankett, fraga, ord_):
    svar = stall(klient, blankett, **ifylld(klient, blankett, fraga=fraga))

    assert ord_ in svar.content.decode()
    assert fraga in svar.content.decode()
    assert not Meddelande.objects.exists()


def test_with_an_old_token_the_question_stays_and_goes_the_second_time(
    klient, blankett
):
    svar = stall(klient, blankett, fraga=FRAGA, bevis="forged")
    assert FRAGA in svar.content.decode()
    assert not Meddelande.objects.exists()

    nytt = re.search(r'name="bevis" value="([^"]+)"', svar.content.decode())[1]
    stall(klient, blankett, fraga=FRAGA, bevis=nytt)

    assert Meddelande.objects.get().text == FRAGA


def test_an_unread_form_is_opened_before_it_is_asked_about(klient, namnd):
    olast = bygge.ny_blankett(namnd)

    svar = stall(klient, olast, fraga=FRAGA, bevis="x")

    assert "Öppna och läs texten först" in svar.content.decode()
    assert not Meddelande.objects.exists()


def test_a_new_answer_is_marked_until_she_has_read_it(klient, blankett, samordnare):
    handlingar.stalla_fraga(blankett, FRAGA, "f-1", av=samordnare)
    handlingar.svara(blankett, SVAR, "s-1")
    sidan = klient.get(blankett.get_absolute_url()).content.decode()
    assert SVAR in sidan
    assert "Nytt svar" in sidan

    klient.post(reverse("inkommen_svar_last", args=[blankett.pk]))

    assert "Nytt svar" not in klient.get(blankett.get_absolute_url()).content.decode()
    assert not Blankett.objects.med_nya_svar().exists()


def test_a_question_that_came_after_the_session_had_ended_is_given_back(
    klient, blankett, samordnare
):
    sidan = klient.get(blankett.get_absolute_url())
    [formular] = trad(sidan).xpath("//form[contains(@action, '/fraga/')]")
    klient.logout()

    klient.post(formular.action, dict(formular.form_values()) | {"fraga": FRAGA})
    klient.force_login(samordnare)
    svar = klient.get(reverse("skrivet"))
    assert FRAGA in svar.content.decode()

    [formular] = trad(svar).xpath("//main//form[@action]")
    klient.post(formular.action, dict(formular.form_values()))
    assert Meddelande.objects.get().text.strip() == FRAGA
