"""A unit answers for a period by one press; what it said is only in a sum."""

from datetime import date
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connection
from django.test import Client

from blanketter.handlingar import svara_for_enhet
from blanketter.models import Enhetssvar, Nollsumma, Rapportering, Rapportperiod
from blanketter.sammanstallning import rapporterande
from tests import bygge
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


def svara(client, enhet, svar="inget", period="tertial:2027-01-01"):
    return client.post(enhet.lank(), {"svar": svar, "period": period})


def ord_i(svar):
    return " ".join(svar.content.decode().split())


def test_one_press_says_nothing_to_report(client, enhet):
    sidan = ord_i(client.get(enhet.lank()))
    assert "Linden" in sidan
    assert "tertial 1 2027" in sidan

    svar = ord_i(svara(client, enhet))

    assert "Tack! Vi har noterat att ni har svarat för tertial 1 2027" in svar
    assert Enhetssvar.objects.get().enhet == enhet
    assert Nollsumma.objects.get().inget == 1


def test_opening_the_link_stores_nothing(client, enhet):
    """Mail scanners open every link of a mail."""
    for metod in (client.get, client.head):
        assert metod(enhet.lank()).status_code == 200

    assert not Enhetssvar.objects.exists()


def test_who_has_reported_says_that_the_period_is_gone_through(client, enhet):
    svara(client, enhet, "genomgatt")

    assert Enhetssvar.objects.count() == 1
    assert Nollsumma.objects.get().inget == 0


def test_the_rows_of_the_two_answers_are_alike(client, namnd):
    """Nothing beside the sum tells which unit had something to say."""
    ena, andra = bygge.ny_enhet(namnd), bygge.ny_enhet(namnd)
    svara(client, ena, "inget")
    svara(client, andra, "genomgatt")

    rader = Enhetssvar.objects.values("periodtyp", "start")
    assert rader[0] == rader[1]
    falten = {f.name for f in Enhetssvar._meta.get_fields()}
    assert falten == {"id", "enhet", "periodtyp", "start"}
    assert not Spar.objects.exists()


def test_the_same_press_twice_counts_once(client, enhet):
    svara(client, enhet)
    svar = svara(client, enhet, "genomgatt")

    assert "Ni hade redan svarat" in ord_i(svar)
    assert Enhetssvar.objects.count() == 1
    assert Nollsumma.objects.get().inget == 1
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
        ("dygn:2027-01-01", "Tryck på knappen en gång till"),
        ("tertial", "Tryck på knappen en gång till"),
        ("", "Tryck på knappen en gång till"),
    ],
)
def test_a_period_that_cannot_be_answered_for_is_told(client, enhet, period, ord_):
    assert ord_ in ord_i(svara(client, enhet, period=period))
    assert not Enhetssvar.objects.exists()


def test_an_answer_of_no_kind_is_not_stored(client, enhet):
    assert "Tryck på knappen en gång till" in ord_i(svara(client, enhet, "hej"))
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
        {"svar": "inget", "period": "tertial:2027-01-01"},
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


def test_an_answer_counts_also_when_the_unit_ends_before_the_periods_end(namnd):
    enhet = bygge.ny_enhet(namnd)
    svara_for_enhet(enhet, T1, inget=True)
    enhet.till = date(2027, 3, 1)
    enhet.save()

    tal = rapporterande(namnd, T1)

    assert (tal.fragade, tal.svarat) == (1, 1)


# ---- The sum ---------------------------------------------------------------------


def svarande(namnd, inget, annat):
    for nr in range(inget + annat):
        svara_for_enhet(bygge.ny_enhet(namnd), T1, inget=nr < inget)


@pytest.mark.parametrize(
    ("inget", "annat", "tal", "ord_"),
    [
        (0, 0, 0, "ingen"),
        (4, 0, None, "färre än 5"),
        (0, 6, None, "färre än 5"),
        (5, 0, 5, "5"),
        (6, 4, None, "minst 6"),
        (9, 1, None, "minst 6"),
        (6, 5, 6, "6"),
    ],
)
def test_a_small_sum_or_a_small_rest_is_never_a_number(namnd, inget, annat, tal, ord_):
    svarande(namnd, inget, annat)

    with time_machine.travel(STANGT, tick=False):
        visas = rapporterande(namnd, T1)

    assert (visas.inget, visas.inget_ord) == (tal, ord_)
    assert visas.svarat == inget + annat


def test_the_sum_is_not_shown_while_one_answer_more_would_tell_itself(namnd):
    svarande(namnd, 8, 0)

    visas = rapporterande(namnd, T1)

    assert visas.inget is None
    assert "stängd" in visas.inget_ord


def test_another_boards_units_are_not_counted(namnd):
    svarande(namnd, 6, 0)
    svarande(bygge.ny_namnd("sjovik"), 7, 0)

    with time_machine.travel(STANGT, tick=False):
        assert rapporterande(namnd, T1).inget == 6


@pytest.mark.django_db(transaction=True)
def test_ten_units_that_press_at_once_are_all_counted():
    namnd = bygge.ny_namnd()
    enheter = [bygge.ny_enhet(namnd) for _ in range(5)]
    start = Barrier(10)

    def tryck(enhet):
        start.wait()
        svara_for_enhet(enhet, T1, inget=True)
        connection.close()

    tradar = [Thread(target=tryck, args=[e]) for e in enheter * 2]
    [t.start() for t in tradar]
    [t.join() for t in tradar]

    assert Enhetssvar.objects.count() == 5
    assert Nollsumma.objects.get().inget == 5


def test_the_answers_rows_do_not_lie_in_the_order_they_came(namnd):
    enheter = [bygge.ny_enhet(namnd) for _ in range(12)]
    for enhet in enheter:
        svara_for_enhet(enhet, T1, inget=True)

    plats = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as sql:
        fraga = f"SELECT enhet_id, {plats} FROM blanketter_enhetssvar ORDER BY 2"  # noqa: S608
        sql.execute(fraga)
        ordning = [str(rad[0]).replace("-", "") for rad in sql.fetchall()]

    assert ordning != [e.pk.hex for e in enheter]


# ---- Periods ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typ", "dag", "start", "slut", "ord_"),
    [
        ("manad", date(2028, 2, 29), (2028, 2, 1), (2028, 2, 29), "februari 2028"),
        (
            "kvartal",
            date(2027, 12, 31),
            (2027, 10, 1),
            (2027, 12, 31),
            "kvartal 4 2027",
        ),
        ("tertial", date(2027, 5, 1), (2027, 5, 1), (2027, 8, 31), "tertial 2 2027"),
        (
            "halvar",
            date(2027, 6, 30),
            (2027, 1, 1),
            (2027, 6, 30),
            "första halvåret 2027",
        ),
        (
            "halvar",
            date(2027, 7, 1),
            (2027, 7, 1),
            (2027, 12, 31),
            "andra halvåret 2027",
        ),
    ],
)
def test_periods_begin_and_end_with_the_year(typ, dag, start, slut, ord_):
    period = Rapportperiod.med(typ, dag)

    assert (period.start, period.slut) == (date(*start), date(*slut))
    assert str(period) == ord_
    assert period.nasta.forra == period


def test_a_stranger_needs_no_session(enhet):
    svar = Client().get(enhet.lank())

    assert "sessionid" not in svar.cookies
    assert "no-store" in svar["Cache-Control"]
