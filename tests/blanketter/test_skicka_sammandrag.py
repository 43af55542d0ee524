"""The day's digest: that there is something, never what, once a day to each."""

import re
from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.urls import reverse

from blanketter.handlingar import skicka_sammandrag, stalla_fraga, svara
from blanketter.handlingar.lasa import lasa
from blanketter.models import Blankett, Meddelande, UtanSammandrag, Utskick
from tests import bygge
from tests.brevserver import Brevserver
from vbeplan.organisation.models import Ratt
from vbeplan.organisation.post import skicka_vantande

pytestmark = pytest.mark.django_db
IDAG = date(2027, 3, 3)
IGAR = IDAG - timedelta(days=1)


@pytest.fixture(autouse=True)
def idag():
    """A Wednesday morning."""
    with time_machine.travel(f"{IDAG}T07:00:00+01:00", tick=False):
        yield


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


def inkommen(namnd, dag=IGAR, **falt):
    blankett = bygge.ny_blankett(namnd, **falt)
    Blankett.objects.filter(pk=blankett.pk).update(inkom=dag)
    return blankett


def skicka():
    ut = StringIO()
    call_command("skicka_sammandrag", stdout=ut)
    return ut.getvalue()


def dagen_efter(antal=1):
    return time_machine.travel(
        f"{IDAG + timedelta(days=antal)}T07:00:00+01:00", tick=False
    )


def test_a_coordinator_is_told_in_the_morning_of_what_came_the_day_before(
    namnd, samordnare
):
    inkommen(namnd)

    assert skicka() == "1 brev skrivna.\n"

    (brev,) = mail.outbox
    assert brev.to == [samordnare.epost]
    assert brev.subject == "Det finns nytt i inkorgen"
    assert f"Det finns nytt i inkorgen för {namnd}." in brev.body
    assert reverse("inkorg") in brev.body
    assert Utskick.objects.get().dag == IDAG


def test_the_mail_holds_no_word_number_or_name_of_the_forms(namnd, samordnare):
    blanketter = [inkommen(namnd, text="Hemligt ord nämns här.") for _ in range(3)]

    skicka()

    (brev,) = mail.outbox
    allt = brev.message().as_string() + brev.subject + brev.body
    assert "Hemligt" not in allt
    assert not any(b.regnr in allt or str(b.pk) in allt for b in blanketter)
    assert not re.search(r"\d", brev.subject + re.sub(r"\bhttp\S+", "", brev.body))


def test_the_address_in_the_mail_is_the_installations_own(namnd, samordnare, settings):
    settings.WEBBADRESS = "https://vbe.granby.example"
    inkommen(namnd)

    skicka()

    assert "\nhttps://vbe.granby.example/blanketter/\n" in mail.outbox[0].body


def test_nothing_new_is_no_mail(namnd, samordnare):
    last = inkommen(namnd)
    lasa(last, av=samordnare)

    assert skicka() == "0 brev skrivna.\n"
    assert mail.outbox == []
    assert not Utskick.objects.exists()


def test_what_came_today_waits_until_tomorrow(namnd, samordnare):
    """Else the mail would tell the hour."""
    inkommen(namnd, IDAG)
    skicka()
    assert mail.outbox == []

    with dagen_efter():
        skicka()

    assert len(mail.outbox) == 1


def test_run_twice_a_day_it_sends_once(namnd, samordnare):
    inkommen(namnd)

    skicka()
    assert skicka() == "0 brev skrivna.\n"

    assert len(mail.outbox) == 1


def test_what_has_been_told_of_is_not_told_of_again_the_next_day(namnd, samordnare):
    inkommen(namnd)
    skicka()

    with dagen_efter():
        skicka()
    assert len(mail.outbox) == 1

    inkommen(namnd, IDAG)
    with dagen_efter():
        skicka()
    assert len(mail.outbox) == 2


def test_what_nobody_has_read_is_told_of_again_after_a_week(namnd, samordnare):
    inkommen(namnd)
    skicka()

    for dagar, antal in ((6, 1), (7, 2), (8, 2), (14, 3)):
        with dagen_efter(dagar):
            skicka()
        assert len(mail.outbox) == antal


def test_after_days_of_standstill_one_mail_tells_of_them_all(namnd, samordnare):
    inkommen(namnd)
    skicka()
    for dag in range(3):
        inkommen(namnd, IDAG + timedelta(days=dag))

    with dagen_efter(4):
        skicka()

    assert len(mail.outbox) == 2


def test_a_clock_that_goes_back_sends_nothing_twice(namnd, samordnare):
    inkommen(namnd)
    skicka()

    with dagen_efter(-1):
        skicka()

    assert len(mail.outbox) == 1


def test_an_answer_is_new_too(namnd, samordnare):
    blankett = inkommen(namnd, IGAR - timedelta(days=9))
    lasa(blankett, av=samordnare)
    stalla_fraga(blankett, "Minns du mer?", "f", av=samordnare)
    svara(blankett, "Nej, inget mer.", "s")
    Meddelande.objects.update(dag=IGAR)

    skicka()

    assert len(mail.outbox) == 1
    assert "Nej, inget mer" not in mail.outbox[0].body


def test_each_coordinator_of_a_board_gets_it_and_nobody_else(namnd, samordnare):
    annan = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    for ratt in (Ratt.ANSVARIG, Ratt.LASARE):
        bygge.ny_anvandare(ratt, namnd)
    for ratt in (Ratt.CENTRAL, Ratt.FORVALTARE):
        bygge.ny_anvandare(ratt)
    bygge.ny_anvandare(Ratt.SAMORDNARE, bygge.ny_namnd("sjovik"))
    bygge.ny_anvandare(Ratt.SAMORDNARE, namnd, is_active=False)
    inkommen(namnd)

    skicka()

    assert {b.to[0] for b in mail.outbox} == {samordnare.epost, annan.epost}


def test_a_coordinator_of_two_boards_gets_one_mail_about_those_with_news(namnd):
    alla = [namnd, *(bygge.ny_namnd(kort) for kort in ("sjovik", "hamnvik"))]
    maria = bygge.ny_anvandare()
    for en in alla:
        maria.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=en)
    for en in alla[:2]:
        inkommen(en)

    skicka()

    (brev,) = mail.outbox
    assert "för Ekhamra stadsdelsnämnd och Sjovik stadsdelsnämnd. Logga in" in brev.body
    assert "Hamnvik" not in brev.body


def test_who_has_said_no_gets_none(namnd, samordnare):
    UtanSammandrag.objects.create(anvandare=samordnare)
    inkommen(namnd)

    assert skicka() == "0 brev skrivna.\n"


def test_an_address_that_is_none_stops_nobody_and_is_told(namnd, client):
    trasig = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd, epost="fel@@granby.example")
    hel = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd, epost="hel@granby.example")
    inkommen(namnd)

    assert skicka() == "2 brev skrivna.\n"

    assert [b.to for b in mail.outbox] == [[hel.epost]]
    client.force_login(trasig)
    assert "gick inte fram" in client.get(reverse("inkorg_brev")).content.decode()
    client.force_login(hel)
    assert "gick inte fram" not in client.get(reverse("inkorg_brev")).content.decode()


def test_with_the_mail_server_down_a_week_one_letter_waits_and_not_seven(
    namnd, samordnare, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with Brevserver() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        server.stanna()
        for dag in range(-1, 6):
            inkommen(namnd, IDAG + timedelta(days=dag))
            with dagen_efter(dag + 1):
                assert "1 brev gick inte fram" in skicka()
        server.starta()
        with dagen_efter(7):
            assert skicka_vantande().skickade == 1

    assert server.adresser == [samordnare.epost]


def test_a_run_killed_before_the_letter_was_put_has_put_nothing(
    namnd, samordnare, monkeypatch
):
    """Its row of the day and its letter are one."""
    inkommen(namnd)
    with monkeypatch.context() as trasigt:
        trasigt.setattr(skicka_sammandrag, "render_to_string", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            skicka()

    assert not Utskick.objects.exists()
    skicka()
    assert len(mail.outbox) == 1


# --- Who wants it ---------------------------------------------------------------------


def valj(klient, **val):
    return klient.post(reverse("inkorg_brev"), val, follow=True)


def test_the_mail_can_be_switched_off_and_on_by_oneself(client, namnd, samordnare):
    annan = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(samordnare)
    sidan = client.get(reverse("inkorg_brev")).content.decode()
    assert samordnare.epost in sidan
    assert "checked" in sidan
    inkommen(namnd)

    assert "Du får inga brev" in valj(client).content.decode()
    assert "checked" not in client.get(reverse("inkorg_brev")).content.decode()
    skicka()
    assert [b.to for b in mail.outbox] == [[annan.epost]]

    assert "Du får ett brev" in valj(client, vill="ja").content.decode()
    skicka()
    assert mail.outbox[-1].to == [samordnare.epost]


def test_switched_off_twice_is_off(client, samordnare):
    client.force_login(samordnare)
    for _ in range(2):
        assert valj(client).status_code == 200

    assert UtanSammandrag.objects.count() == 1
