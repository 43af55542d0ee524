"""The weekly letter: once a week to each for whom something waits, never what is in
a form."""

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from tests import bygge, bygge_brev
from tests.brevserver import Brevserver
from tests.underprocess import manage
from vbeplan.organisation.models import Brev, Ratt
from vbeplan.start.skrivbord import skrivbord

pytestmark = pytest.mark.django_db
MANDAG = "2027-03-08T07:00:00+01:00"


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def maria(namnd):
    """A coordinator whose board has no plan yet: that waits."""
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


def kor(nar=MANDAG):
    ut = StringIO()
    with time_machine.travel(nar, tick=False):
        call_command("kor_paminnelser", stdout=ut)
    return ut.getvalue()


def test_on_monday_morning_each_is_told_what_waits_and_where(maria, settings):
    settings.WEBBADRESS = "https://vbe.granby.example"

    assert kor().startswith("1 veckobrev skrivna.")

    (brev,) = mail.outbox
    assert brev.to == [maria.epost]
    assert brev.subject == "Det här väntar på dig"
    assert "\n– Ekhamra stadsdelsnämnd har ingen plan än.\n" in brev.body
    assert f"\nhttps://vbe.granby.example{reverse('skrivbord')}\n" in brev.body


def test_of_a_letter_to_a_user_only_its_mark_is_left(maria):
    kor()

    brev = Brev.objects.get()
    assert (brev.till, brev.amne, brev.text) == ("", "", None)


def test_run_again_and_again_it_is_one_letter_a_week(maria):
    kor()
    kor()
    kor("2027-03-10T07:00:00+01:00")
    kor("2027-03-14T23:59:00+01:00")
    assert len(mail.outbox) == 1

    kor("2027-03-15T07:00:00+01:00")
    assert len(mail.outbox) == 2


def test_not_in_the_night_to_monday(maria):
    kor("2027-03-08T00:15:00+01:00")
    assert mail.outbox == []

    kor("2027-03-08T06:00:00+01:00")
    assert len(mail.outbox) == 1


def test_after_three_days_stop_the_weeks_letter_goes_once(maria):
    kor("2027-03-01T07:00:00+01:00")
    kor("2027-03-11T16:20:00+01:00")  # nothing ran on Monday
    kor("2027-03-11T16:35:00+01:00")

    assert len(mail.outbox) == 2


@pytest.mark.parametrize(
    ("fore", "efter"),
    [
        # The clock goes forward on Sunday 28 March, and back on 31 October
        ("2027-03-28T01:59:00+01:00", "2027-03-28T03:01:00+02:00"),
        ("2027-10-31T02:59:00+02:00", "2027-10-31T02:01:00+01:00"),
    ],
)
def test_when_the_clock_is_changed_no_letter_goes_twice_or_is_lost(maria, fore, efter):
    kor(fore)
    kor(efter)
    assert len(mail.outbox) == 1

    with time_machine.travel(efter, tick=False):
        mandag = timezone.localtime() + timedelta(days=1, hours=6)
    kor(mandag.isoformat())
    assert len(mail.outbox) == 2


def test_a_clock_set_back_a_week_sends_nothing_twice(maria):
    kor("2027-03-08T07:00:00+01:00")
    kor("2027-03-15T07:00:00+01:00")
    kor("2027-03-09T07:00:00+01:00")

    assert len(mail.outbox) == 2


def test_after_six_weeks_stop_one_letter_goes_and_not_six(maria):
    kor("2027-03-01T07:00:00+01:00")
    kor("2027-04-14T10:00:00+02:00")
    kor("2027-04-14T10:15:00+02:00")

    assert len(mail.outbox) == 2


@pytest.mark.parametrize(
    "sedan",
    [
        "2027-03-08T06:15:00+01:00",  # an hour
        "2027-03-08T05:15:00+01:00",  # to before six
        "2027-03-07T07:15:00+01:00",  # a day: the week before, in which none went
    ],
)
def test_a_clock_set_back_over_monday_sends_nothing_twice(maria, sedan):
    kor("2027-03-08T07:15:00+01:00")
    kor(sedan)

    assert len(mail.outbox) == 1


def test_a_clock_that_was_a_year_ahead_silences_nobody(maria):
    kor("2028-03-06T07:00:00+01:00")
    kor("2027-03-08T07:00:00+01:00")

    assert len(mail.outbox) == 2


@pytest.mark.parametrize(
    ("mandag", "sondag", "nasta"),
    [
        ("2026-12-28", "2027-01-03", "2027-01-04"),  # week 53 of 2026
        ("2029-12-31", "2030-01-06", "2030-01-07"),  # week 1 of 2030
        ("2028-02-28", "2028-03-05", "2028-03-06"),  # with 29 February
    ],
)
def test_the_week_of_a_new_year_or_a_leap_day_is_one_week(maria, mandag, sondag, nasta):
    kor(f"{mandag}T07:00:00+01:00")
    kor(f"{sondag}T20:00:00+01:00")
    assert len(mail.outbox) == 1

    kor(f"{nasta}T07:00:00+01:00")
    assert len(mail.outbox) == 2


def test_who_has_two_boards_gets_one_letter_of_both(maria):
    maria.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=bygge.ny_namnd("sjovik"))

    kor()

    (brev,) = mail.outbox
    assert "Ekhamra stadsdelsnämnd har ingen plan" in brev.body
    assert "Sjovik stadsdelsnämnd har ingen plan" in brev.body


def test_a_user_without_an_address_stops_nobody_and_the_forvaltare_is_told(
    namnd, maria, client
):
    utan = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    type(utan).objects.filter(pk=utan.pk).update(epost="")

    for nar in (MANDAG, "2027-03-15T07:00:00+01:00"):
        kor(nar)

    assert [brev.to for brev in mail.outbox] == [[maria.epost]] * 2
    client.force_login(bygge.ny_anvandare(Ratt.FORVALTARE))
    sida = client.get(reverse("skrivbord")).content.decode()
    assert "1 brev har inte gått fram" in sida


def lagg_utan_server(settings, nar=MANDAG):
    with Brevserver() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        server.stanna()
        with pytest.raises(CommandError, match="gick inte fram"):
            kor(nar)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


def test_with_the_server_down_over_a_week_the_newest_letter_goes(maria, settings):
    lagg_utan_server(settings)
    lagg_utan_server(settings, "2027-03-15T07:00:00+01:00")

    kor("2027-03-15T08:00:00+01:00")

    assert len(mail.outbox) == 1
    assert Brev.objects.count() == 1


@pytest.mark.parametrize("falt", [{"is_active": False}, {"epost": "ny@granby.example"}])
def test_what_waits_for_who_has_left_or_moved_does_not_go(maria, settings, falt):
    lagg_utan_server(settings)
    type(maria).objects.filter(pk=maria.pk).update(**falt)

    kor("2027-03-08T08:00:00+01:00")

    assert maria.epost not in [brev.to[0] for brev in mail.outbox]


def test_who_has_lost_her_rights_gets_none(maria):
    maria.medlemskap.all().delete()

    kor()

    assert mail.outbox == []


def test_nothing_of_a_form_is_in_it_not_even_how_many(namnd, maria):
    with time_machine.travel(MANDAG, tick=False):
        for _ in range(3):
            bygge.ny_blankett(namnd, text="Hemligt ord nämns här.")

    kor()

    (brev,) = mail.outbox
    assert "– Det finns nytt i inkorgen, Ekhamra stadsdelsnämnd." in brev.body
    assert "Hemligt" not in brev.body
    assert "3" not in brev.body


def test_an_activity_is_not_named_for_the_plan_is_perhaps_a_draft(namnd):
    plan = bygge.ny_plan(namnd, aktiviteter=1)
    aktivitet = plan.aktiviteter.get()
    roller = [a.roll for a in aktivitet.ansvar.all()]
    bygge.ny_anvandare(Ratt.ANSVARIG, namnd, roller=roller)

    kor()

    (brev,) = mail.outbox
    assert "Avstämning den 30 april" in brev.body
    assert aktivitet.titel not in brev.body


@pytest.mark.parametrize("falt", [{"is_active": False}, {"veckobrev": False}])
def test_who_can_not_sign_in_or_does_not_want_it_gets_none(namnd, falt):
    bygge.ny_anvandare(Ratt.SAMORDNARE, namnd, **falt)

    kor()

    assert mail.outbox == []


def test_who_has_nothing_waiting_or_only_to_read_gets_none(namnd):
    bygge.ny_plan(namnd, delad=True)
    bygge.ny_anvandare(Ratt.LASARE, namnd)
    bygge.ny_anvandare(Ratt.CENTRAL)
    bygge.ny_anvandare()

    kor()

    assert mail.outbox == []


def test_the_desk_has_the_button_that_ends_it_and_takes_it_back(client, maria):
    client.force_login(maria)
    for knapp, vill, sedan in (
        ("Sluta få veckobrevet", "nej", 0),
        ("Få veckobrevet", "ja", 1),
    ):
        assert knapp in client.get(reverse("skrivbord")).content.decode()
        client.post(reverse("veckobrev"), {"vill": vill})
        kor()
        assert len(mail.outbox) == sedan


def test_a_desk_that_can_not_be_read_holds_no_other_letter(maria, namnd, monkeypatch):
    annan = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    bygge_brev.nytt_brev(till="skolan@granby.example")

    def trasigt(person, **namngivna):
        if person == maria:
            raise OSError("the disk is gone")
        return skrivbord(person, **namngivna)

    monkeypatch.setattr("vbeplan.start.veckobrev.skrivbord", trasigt)
    with pytest.raises(ExceptionGroup, match="1 skrivbord gick inte att läsa"):
        kor()

    till = {brev.to[0] for brev in mail.outbox}
    assert till == {"skolan@granby.example", annan.epost}


def test_it_ends_with_an_error_each_time_a_letter_did_not_go(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens
    bygge_brev.nytt_brev()

    with pytest.raises(CommandError, match=r"1 brev gick inte fram.*EMAIL_URL"):
        kor("2027-03-07T07:00:00+01:00")
    assert "0 väntande brev skickade." in kor("2027-03-07T07:01:00+01:00")  # a pause
    with pytest.raises(CommandError, match="1 brev gick inte fram"):
        kor("2027-03-07T07:06:00+01:00")


@pytest.mark.langsam
@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_writes_each_letter():
    for nr in range(5):
        bygge.ny_anvandare(Ratt.SAMORDNARE, bygge.ny_namnd(f"namnd-{nr}"))

    with Brevserver() as server:
        adress = f"smtp://127.0.0.1:{server.port}"
        tva = [manage("kor_paminnelser", EMAIL_URL=adress) for _ in range(2)]
        for process in tva:
            ut, fel = process.communicate(timeout=120)
            assert process.returncode == 0, ut + fel

    antal = Brev.objects.count()
    # Before six on a Monday there are none
    assert antal in (0, 5)
    assert len(server.adresser) == len(set(server.adresser)) == antal
