"""Requests and reminders by mail: read first, sent once, failed ones kept."""

import re
from datetime import date

import pytest
from django.urls import reverse
from lxml import html

from lagesbild.models import Kalla
from tests import bygge_lagesbild
from tests.aktiviteter.sida import besked, ord_pa
from tests.brevserver import Brevserver
from tests.bygge_brev import breven_gar
from vbeplan.organisation.models import Brev, Spar
from vbeplan.organisation.post import skicka_vantande

SVAR = "2027-03-01"


@pytest.fixture
def region(bild):
    namn = "Polisen regionalt"
    return bygge_lagesbild.ny_kalla(bild, namn, epost="fel@polisen.example")


@pytest.fixture
def begard(kalla):
    """The source, asked for and two days late."""
    kalla.bli_begard(date(2027, 1, 11), date(2027, 2, 8))
    kalla.save()
    return kalla


def sida(bild, *kallor, svar=SVAR):
    adress = reverse("kallor_begar", args=[bild.namnd.kort, bild.ar])
    valda = "".join(f"&kalla={k.pk}" for k in kallor)
    return f"{adress}?svar_senast={svar}{valda}" if kallor else adress


def paminn(bild):
    return reverse("kallor_paminn", args=[bild.namnd.kort, bild.ar])


def breven(svar):
    """Return what the page's own form would send."""
    formular = html.fromstring(svar.content.decode()).xpath("//main//form")[0]
    ut = {}
    for falt in formular.xpath(".//input[@name] | .//textarea"):
        if falt.tag == "textarea":
            ut[falt.name] = (falt.text or "").removeprefix("\n")
        elif falt.type != "checkbox" or falt.checked:
            ut[falt.name] = falt.get("value", "on")
    return ut


def skicka(klient, adress, **andrat):
    data = breven(klient.get(adress)) | andrat
    return klient.post(adress, {n: v for n, v in data.items() if v is not None})


def test_those_not_asked_are_chosen_and_those_without_address_are_told(
    klient, bild, kalla, region
):
    bygge_lagesbild.ny_kalla(bild, "Trafikkontoret", art="klotter", epost="")
    bygge_lagesbild.ny_kalla(bild, "Blanketter", art="blanketter", epost="")
    svar = klient.get(sida(bild))
    valda = re.findall(r'value="(\d+)"[^>]*checked', svar.content.decode())
    assert {int(pk) for pk in valda} == {kalla.pk, region.pk}
    orden = ord_pa(svar)
    assert "Saknar e-postadress" in orden
    assert "Trafikkontoret: lägg till adress" in orden
    assert "Blanketter" not in orden


def test_each_letter_is_shown_filled_in_and_nothing_is_sent_by_looking(
    klient, bild, kalla
):
    text = breven(klient.get(sida(bild, kalla)))[f"brev{kalla.pk}-text"]
    assert "ber om underlag för januari–december 2026." in text
    assert text.endswith("Svara senast 1 mars 2027.")
    assert not breven_gar()


def test_what_goes_is_what_stands_in_the_letter(klient, bild, kalla, samordnare):
    mer = {f"brev{kalla.pk}-text": "Kära kommunpolis!"}
    svar = skicka(klient, sida(bild, kalla), **mer)
    assert svar.status_code == 302
    (brev,) = breven_gar()
    assert brev.to == ["kommunpolisen@polisen.example"]
    assert brev.reply_to == [samordnare.epost]
    assert brev.body == "Kära kommunpolis!"
    kalla.refresh_from_db()
    assert kalla.ar_begard
    assert (kalla.begard, kalla.svar_senast) == (date(2027, 2, 10), date(2027, 3, 1))
    assert Spar.objects.filter(handling="skickad", objekt__contains="1 källa").exists()


def test_a_letter_that_is_not_ticked_stays(klient, bild, kalla, region):
    mer = {f"brev{region.pk}-skicka": None}
    skicka(klient, sida(bild, kalla, region), **mer)
    assert len(breven_gar()) == 1
    region.refresh_from_db()
    assert region.status == Kalla.Status.EJ_BEGARD


def test_no_letter_ticked_is_said(klient, bild, kalla):
    adress = sida(bild, kalla)
    data = breven(klient.get(adress))
    del data[f"brev{kalla.pk}-skicka"]
    svar = klient.post(adress, data, follow=True)
    assert "Inget är skickat." in besked(svar)


def test_pressed_twice_it_is_sent_once(klient, bild, kalla):
    data = breven(klient.get(sida(bild, kalla)))
    klient.post(sida(bild, kalla), data)
    svar = klient.post(sida(bild, kalla), data, follow=True)
    assert "Redan skickat" in besked(svar)
    assert len(breven_gar()) == 1


def test_a_mail_server_that_is_down_keeps_the_letter_and_the_deed(
    klient, bild, kalla, settings
):
    mer = {f"brev{kalla.pk}-text": "Mina egna ord."}
    with Brevserver() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        server.stanna()
        svar = skicka(klient, sida(bild, kalla), **mer)
        assert skicka_vantande().misslyckade == 1
    assert "Går något inte fram står det på skrivbordet" in besked(klient.get(svar.url))
    kalla.refresh_from_db()
    assert kalla.ar_begard
    assert Brev.objects.vantar().get().text == "Mina egna ord."


def test_an_address_that_is_none_is_told_before_anything_is_sent(
    klient, bild, kalla, region
):
    mer = {f"brev{region.pk}-epost": "polisen"}
    svar = skicka(klient, sida(bild, kalla, region), **mer)
    assert "giltig e-postadress" in ord_pa(svar)
    assert not breven_gar()


def test_a_mended_address_is_kept(klient, bild, region):
    mer = {f"brev{region.pk}-epost": "ratt@polisen.example"}
    skicka(klient, sida(bild, region), **mer)
    region.refresh_from_db()
    assert region.epost == "ratt@polisen.example"


@pytest.mark.parametrize(
    ("svar", "ord_"),
    [("2027-02-09", "Dagen har redan varit."), ("2020-31-12", "Skriv datumet")],
)
def test_a_day_that_cannot_be_is_told(klient, bild, kalla, svar, ord_):
    assert ord_ in ord_pa(klient.get(sida(bild, kalla, svar=svar)))


def test_what_has_come_is_not_asked_for_again(klient, bild, kalla, region):
    Kalla.objects.filter(pk=kalla.pk).update(status="inkommen")
    assert "har svarat eller saknar e-postadress" in ord_pa(
        klient.get(sida(bild, kalla))
    )
    Kalla.objects.update(status="inkommen")
    assert "Alla källor är begärda eller har svarat." in ord_pa(klient.get(sida(bild)))


@pytest.mark.langsam
def test_a_late_source_is_reminded_once_a_day(klient, bild, begard):
    text = breven(klient.get(paminn(bild)))[f"brev{begard.pk}-text"]
    assert text.startswith("Hej!\n\nDen 11 januari 2027 bad vi om underlag")
    assert "svar senast 8 februari 2027" in text
    skicka(klient, paminn(bild))
    (brev,) = breven_gar()
    assert brev.subject.startswith("Påminnelse:")
    assert "Fick en påminnelse i dag" in ord_pa(klient.get(paminn(bild)))
    begard.refresh_from_db()
    assert begard.svar_senast == date(2027, 2, 8)


def test_two_who_remind_at_once_send_one_letter(klient, bild, begard):
    data = breven(klient.get(paminn(bild)))
    klient.post(paminn(bild), data)
    begard.refresh_from_db()
    klient.post(paminn(bild), data | {f"brev{begard.pk}-version": begard.version})
    assert len(breven_gar()) == 1


def test_a_reminder_does_not_take_the_place_of_a_request_that_waits(
    klient, bild, kalla
):
    """What is asked stands in the request."""
    skicka(klient, sida(bild, kalla))
    Kalla.objects.update(svar_senast=date(2027, 2, 11))
    skicka(klient, paminn(bild))

    assert len(breven_gar()) == 2


def test_nobody_is_reminded_more_than_a_week_before(klient, bild, begard):
    Kalla.objects.update(svar_senast=date(2027, 2, 18))
    assert "Ingen källa behöver ett brev" in ord_pa(klient.get(paminn(bild)))
    Kalla.objects.update(svar_senast=date(2027, 2, 17))
    assert "Läs brevet." in ord_pa(klient.get(paminn(bild)))


def test_a_late_source_without_address_is_told(klient, bild, begard):
    Kalla.objects.update(epost="")
    assert "Ring, eller lägg till" in ord_pa(klient.get(paminn(bild)))
