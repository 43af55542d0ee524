"""A unit answers for a period by one press; what it said is stored nowhere."""

from datetime import date
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connection
from django.test import Client

from blanketter.handlingar import svara_for_enhet
from blanketter.models import Enhetssvar, Rapportering, Rapportperiod
from tests import bygge
from tests.blanketter.blanketten import sida
from vbeplan.organisation.models import Spar

pytestmark = pytest.mark.django_db
T1 = Rapportperiod("tertial", date(2027, 1, 1))
STANGT = "2027-08-10 09:00+02:00"


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-05-10 09:00+02:00", tick=False):
        yield


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def enhet(namnd):
    return bygge.ny_enhet(namnd, "Linden")


def svara(client, enhet, period="tertial:2027-01-01"):
    return client.post(enhet.lank(), {"period": period})


def ord_i(svar):
    return " ".join(svar.content.decode().split())


def test_one_press_says_nothing_to_report(client, enhet):
    sidan = ord_i(client.get(enhet.lank()))
    assert "Linden" in sidan
    assert "tertial 1 2027" in sidan

    svar = ord_i(svara(client, enhet))

    assert "Tack! Vi har noterat att ni har svarat för tertial 1 2027" in svar
    assert Enhetssvar.objects.get().enhet == enhet


def test_opening_the_link_stores_nothing(client, enhet):
    """Mail scanners open every link of a mail."""
    for metod in (client.get, client.head):
        assert metod(enhet.lank()).status_code == 200

    assert not Enhetssvar.objects.exists()


def test_which_of_the_buttons_was_pressed_is_not_even_sent(client, enhet):
    """Nothing, and a form filled in, are one and the same answer on the way here."""
    for form in sida(client.get(enhet.lank())).xpath("//main//form"):
        knappar = form.xpath(".//button")
        assert len(knappar) == 2
        assert not any(knapp.get("name") for knapp in knappar)
        assert not any(knapp.get("formaction") for knapp in knappar)
        assert {namn for namn, _ in form.form_values()} == {
            "csrfmiddlewaretoken",
            "period",
        }


def test_an_answer_has_no_place_for_what_it_said(client, namnd):
    svara(client, bygge.ny_enhet(namnd))

    falten = {f.name for f in Enhetssvar._meta.get_fields()}
    assert falten == {"id", "enhet", "periodtyp", "start"}
    assert not Spar.objects.exists()


def test_the_same_press_twice_counts_once(client, enhet):
    svara(client, enhet)
    svar = svara(client, enhet)

    assert "Ni hade redan svarat" in ord_i(svar)
    assert Enhetssvar.objects.count() == 1
    assert "Ni har svarat för tertial 1 2027" in ord_i(client.get(enhet.lank()))


def test_what_was_seen_leads_to_a_form_that_knows_no_unit(client, enhet):
    html = client.get(enhet.lank()).content.decode()

    assert 'href="/oro/ekhamra/blankett/"' in html
    assert client.get(enhet.lank())["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("period", "ord_"),
    [
        ("tertial:2026-09-01", "Tiden för att svara för tertial 3 2026 gick ut"),
        ("tertial:2027-05-01", "inte att svara för tertial 2 2027 än"),
        ("tertial:2028-01-01", "inte att svara för tertial 1 2028 än"),
        ("tertial:2027-01-02", "Tryck på knappen en gång till"),
        ("tertial:9999-09-01", "inte att svara för tertial 3 9999 än"),
        ("kvartal:9999-10-01", "inte att svara för kvartal 4 9999 än"),
        ("manad:9999-12-01", "inte att svara för december 9999 än"),
        ("halvar:9999-07-01", "inte att svara för andra halvåret 9999 än"),
        ("kvartal:0001-01-01", "Tryck på knappen en gång till"),
        ("kvartal:2027-01-01", "tillfrågas inte längre för kvartal 1 2027"),
        ("dygn:2027-01-01", "Tryck på knappen en gång till"),
        ("tertial", "Tryck på knappen en gång till"),
        ("", "Tryck på knappen en gång till"),
    ],
)
def test_a_period_that_cannot_be_answered_for_is_told(client, enhet, period, ord_):
    assert ord_ in ord_i(svara(client, enhet, period=period))
    assert not Enhetssvar.objects.exists()


def test_the_last_period_can_be_answered_late_until_its_last_day(client, enhet):
    with time_machine.travel("2027-06-29 23:30+02:00", tick=False):
        assert "Tack!" in ord_i(svara(client, enhet))
    annan = bygge.ny_enhet(enhet.namnd)
    with time_machine.travel("2027-06-30 00:30+02:00", tick=False):
        assert "gick ut den 2027-06-29" in ord_i(svara(client, annan))


def test_between_periods_the_page_says_when_to_come_back(client, enhet):
    with time_machine.travel(STANGT, tick=False):
        svar = ord_i(client.get(enhet.lank()))

    assert "pågår tertial 2 2027, till den 31 augusti 2027" in svar


def test_a_month_can_be_answered_while_the_one_before_is_open(client, enhet):
    Rapportering.objects.create(namnd=enhet.namnd, periodtyp="manad", svarstid=60)

    svar = ord_i(client.get(enhet.lank()))

    assert "april 2027?" in svar
    assert "mars 2027?" in svar
    assert "februari 2027?" not in svar


def test_a_renewed_link_says_to_look_for_the_new_one(client, enhet):
    gammal = enhet.lank()
    enhet.fornya_lank(av=None)

    svar = client.get(gammal)

    assert svar.status_code == 404
    assert "bytts ut mot en ny" in ord_i(svar)
    assert "Linden" not in ord_i(svar)
    assert client.get(enhet.lank()).status_code == 200


@pytest.mark.parametrize("nyckel", ["a", "a" * 32, "a" * 500])
def test_a_guessed_link_leads_to_no_unit(client, enhet, nyckel):
    assert client.get(f"/oro/ekhamra/inget/{nyckel}/").status_code == 404


def test_a_link_under_another_boards_name_leads_to_no_unit(client, enhet):
    bygge.ny_namnd("sjovik")

    svar = client.post(
        enhet.lank().replace("ekhamra", "sjovik"),
        {"period": "tertial:2027-01-01"},
    )

    assert svar.status_code == 404
    assert not Enhetssvar.objects.exists()


def test_a_unit_that_ended_in_the_middle_of_a_period_need_not_answer(client, namnd):
    enhet = bygge.ny_enhet(namnd, till=date(2027, 3, 1))

    assert "avslutad sedan den 1 mars 2027" in ord_i(client.get(enhet.lank()))
    assert "Enheten var inte med då" in ord_i(svara(client, enhet))
    assert not Enhetssvar.objects.exists()


def test_a_unit_that_has_ended_since_may_answer_for_what_it_was_asked(client, namnd):
    enhet = bygge.ny_enhet(namnd, till=date(2027, 5, 1))

    assert "Tack!" in ord_i(svara(client, enhet))


@pytest.mark.django_db(transaction=True)
def test_ten_units_that_press_at_once_are_all_counted():
    namnd = bygge.ny_namnd()
    enheter = [bygge.ny_enhet(namnd) for _ in range(5)]
    start = Barrier(10)

    def tryck(enhet):
        start.wait()
        svara_for_enhet(enhet, T1)
        connection.close()

    tradar = [Thread(target=tryck, args=[e]) for e in enheter * 2]
    [t.start() for t in tradar]
    [t.join() for t in tradar]

    assert Enhetssvar.objects.count() == 5


def test_the_answers_rows_do_not_lie_in_the_order_they_came(namnd):
    enheter = [bygge.ny_enhet(namnd) for _ in range(12)]
    for enhet in enheter:
        svara_for_enhet(enhet, T1)

    plats = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as sql:
        fraga = f"SELECT enhet_id, {plats} FROM blanketter_enhetssvar ORDER BY 2"  # noqa: S608
        sql.execute(fraga)
        ordning = [str(rad[0]).replace("-", "") for rad in sql.fetchall()]

    assert ordning != [e.pk.hex for e in enheter]


def test_a_stranger_needs_no_session(enhet):
    svar = Client().get(enhet.lank())

    assert "sessionid" not in svar.cookies
    assert "no-store" in svar["Cache-Control"]
