"""Letters of an enkät: the link to each, reminders to those who wait, nothing lost."""

import pytest
import time_machine
from django.urls import reverse

from lagesbild.handlingar.skicka_enkat import skicka_enkat
from lagesbild.handlingar.stang_enkat import stang_enkat
from lagesbild.models import Inbjudan
from tests import bygge, bygge_lagesbild
from tests.blanketter.blanketten import sida
from tests.brevserver import Brevserver
from tests.bygge_brev import breven_gar
from tests.bygge_lagesbild import ny_enkat, svara
from vbeplan.organisation.models import Brev, Ratt, Spar
from vbeplan.organisation.post import skicka_vantande

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-01-20 09:00+01:00", tick=False) as resa:
        yield resa


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def enkat(namnd):
    return ny_enkat(bygge_lagesbild.ny_lagesbild(namnd))


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def skicka(klient, enkat, vad="skicka"):
    return klient.post(reverse(f"enkat_{vad}", args=[enkat.pk]), follow=True)


def mottagarna(breven):
    return sorted(brev.to[0] for brev in breven)


def test_each_gets_its_own_link(klient, enkat):
    svar = skicka(klient, enkat)

    assert len(breven_gar()) == 6
    for inbjudan in enkat.inbjudningar.select_related("respondent"):
        (brev,) = [b for b in breven_gar() if b.to == [inbjudan.respondent.epost]]
        assert f"http://testserver{inbjudan.lank()}" in brev.body
        assert str(inbjudan.skickad) == "2027-01-20"
    assert "Brev på väg till" in svar.content.decode()


def test_the_letter_holds_the_link_the_last_day_and_nothing_of_others(klient, enkat):
    enkat.brev, enkat.amne = "Nämnden vill höra er.", "Vad har ni sett?"
    enkat.avsandare, enkat.svar_till = "Trygghetsenheten", "vbe@ekhamra.example"
    enkat.save()
    svara(enkat, enkat.inbjudningar.first())

    skicka(klient, enkat)

    brev = breven_gar()[0]
    assert (brev.subject, brev.reply_to) == ("Vad har ni sett?", [enkat.svar_till])
    assert "Nämnden vill höra er." in brev.body
    assert "senast den 3 februari 2027" in brev.body
    assert brev.body.rstrip().endswith("Trygghetsenheten")
    andra = [str(i.respondent) for i in enkat.inbjudningar.all()]
    assert sum(namn in brev.body for namn in andra) == 1
    assert len(brev.to) == 1


def test_what_is_shown_before_is_what_is_sent(klient, enkat):
    visad = sida(klient.get(reverse("enkat_skicka", args=[enkat.pk])))
    (fore,) = visad.xpath("//*[@class='enkat-brev']")
    assert enkat.brev.splitlines()[0] in fore.text_content()
    assert breven_gar() == []


def test_a_reminder_goes_to_those_who_have_not_answered(klient, enkat, idag):
    inbjudningar = list(enkat.inbjudningar.select_related("respondent"))
    skicka(klient, enkat)
    breven_gar().clear()
    for inbjudan in inbjudningar[:4]:
        svara(enkat, inbjudan)
    idag.shift(24 * 3600)

    skicka(klient, enkat, "paminn")

    vantar = sorted(i.respondent.epost for i in inbjudningar[4:])
    assert mottagarna(breven_gar()) == vantar
    assert all(brev.subject.startswith("Påminnelse: ") for brev in breven_gar())


def test_nobody_gets_two_letters_a_day(klient, enkat):
    skicka(klient, enkat)
    svar = skicka(klient, enkat, "paminn")

    assert len(breven_gar()) == 6
    assert "har redan fått ett i dag" in svar.content.decode()


def test_pressed_twice_the_links_go_once(klient, enkat, idag):
    for _ in range(2):
        skicka(klient, enkat)
        idag.shift(24 * 3600)

    assert len(breven_gar()) == 6


def test_one_that_has_left_the_register_gets_nothing(klient, enkat):
    borta = enkat.inbjudningar.first().respondent
    borta.till = "2027-01-19"
    borta.save()

    skicka(klient, enkat)

    assert borta.epost not in mottagarna(breven_gar())
    assert len(breven_gar()) == 5


def test_without_an_address_it_is_said_and_the_others_get_theirs(klient, enkat):
    utan = enkat.inbjudningar.first().respondent
    type(utan).objects.filter(pk=utan.pk).update(epost="")

    svar = skicka(klient, enkat)

    assert len(breven_gar()) == 5
    assert f"skriv ut deras ark: {utan}." in svar.content.decode()


def test_with_the_mail_server_down_every_letter_waits_and_goes_once(
    klient, enkat, settings, idag
):
    with Brevserver() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        server.stanna()
        svar = skicka(klient, enkat)
        assert "Går något inte fram står det på skrivbordet" in svar.content.decode()
        assert skicka_vantande().misslyckade == 6
        assert not Inbjudan.objects.filter(skickad=None).exists()

        server.starta()
        idag.shift(600)
        skicka_vantande()
        skicka_vantande()
        assert len(set(server.adresser)) == len(server.adresser) == 6


def test_of_a_letter_that_has_gone_nothing_is_left_in_the_outbox(klient, enkat):
    """Who was reminded late had not answered before."""
    skicka(klient, enkat)
    assert Brev.objects.count() == 6

    breven_gar()

    assert not Brev.objects.exists()


def test_who_answers_while_a_letter_waits_gets_none(klient, enkat):
    skicka(klient, enkat)
    forst = enkat.inbjudningar.select_related("respondent").first()
    svara(enkat, forst)

    assert forst.respondent.epost not in mottagarna(breven_gar())


def test_when_it_is_closed_what_waits_is_taken_back(klient, enkat):
    skicka(klient, enkat)
    stang_enkat(enkat)

    assert breven_gar() == []
    assert not Brev.objects.exists()


def test_a_letter_that_waits_with_an_old_link_is_taken_back_and_can_be_sent_anew(
    klient, enkat
):
    skicka(klient, enkat)
    inbjudan = enkat.inbjudningar.first()
    klient.post(reverse("inbjudan", args=[inbjudan.pk]))

    skicka(klient, enkat)

    inbjudan.refresh_from_db()
    breven = [b for b in breven_gar() if b.to == [inbjudan.respondent.epost]]
    assert [inbjudan.lank() in brev.body for brev in breven] == [True]


@pytest.mark.parametrize("vad", ["skicka", "paminn"])
def test_nothing_is_sent_of_one_that_is_closed(klient, enkat, vad):
    stang_enkat(enkat)

    svar = skicka(klient, enkat, vad)

    assert "Enkäten är inte öppen" in svar.content.decode()
    assert breven_gar() == []


def test_the_trail_says_how_many_and_not_to_whom(enkat):
    skicka_enkat(enkat, str, av=None)

    rad = Spar.objects.get(handling="skickad")
    assert rad.objekt == "Enkät i ekhamra: inbjudan till 6"


def test_a_sheet_for_each_that_has_not_answered(klient, enkat):
    svara(enkat, enkat.inbjudningar.first())

    arken = sida(klient.get(reverse("enkat_lankar", args=[enkat.pk])))

    assert len(arken.xpath("//article")) == 5
    assert len(arken.xpath("//article//*[name()='svg']")) == 5


def test_a_new_link_is_given_and_the_old_one_ends(klient, client, enkat):
    inbjudan = enkat.inbjudningar.first()
    gammal = inbjudan.lank()

    svar = klient.post(reverse("inbjudan", args=[inbjudan.pk]), follow=True)

    assert "har en ny länk" in svar.content.decode()
    assert client.get(gammal).status_code == 404


def test_those_who_have_come_since_are_invited_by_one_press(klient, enkat, namnd):
    bygge_lagesbild.ny_respondent(namnd, "Senkomna skolan")

    skicka(klient, enkat, "bjud_in")
    skicka(klient, enkat, "bjud_in")

    assert enkat.inbjudningar.count() == 7
    assert breven_gar() == []


def test_the_poster_of_an_open_link_says_that_the_rate_is_unknown(klient, namnd):
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    oppen = ny_enkat(bild, fragade={}, oppen_lank=True)

    text = klient.get(reverse("enkat_affisch", args=[oppen.pk])).content.decode()

    assert f"http://testserver{oppen.lank()}" in text
    assert "går det inte att säga hur stor andel som har svarat" in text
