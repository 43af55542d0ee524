"""A unit answers for a period by one press; what it said is stored nowhere."""

from datetime import date
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.urls import reverse

from blanketter.handlingar import svara_for_enhet
from blanketter.models import Enhetssvar, Rapportering, Rapportperiod
from blanketter.sammanstallning import rapporterande, rapporterande_per_period
from tests import bygge
from tests.blanketter.blanketten import sida
from vbeplan.organisation.models import Ratt, Spar

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


def test_an_answer_counts_also_when_the_unit_ends_before_the_periods_end(namnd):
    enhet = bygge.ny_enhet(namnd)
    svara_for_enhet(enhet, T1)
    enhet.till = date(2027, 3, 1)
    enhet.save()

    tal = rapporterande(namnd, T1)

    assert (tal.fragade, tal.svarat) == (1, 1)


# ---- How many had nothing --------------------------------------------------------


def svarande(namnd, antal):
    for _ in range(antal):
        svara_for_enhet(bygge.ny_enhet(namnd), T1)


def blanketter(namnd, antal):
    for _ in range(antal):
        bygge.ny_blankett(namnd, period_start=date(2027, 2, 1))


@pytest.mark.parametrize(
    ("svarat", "antal", "minst", "ord_"),
    [
        (0, 0, 0, "ingen har svarat"),
        (0, 6, 0, "ingen har svarat"),
        (1, 0, 1, "alla som har svarat"),
        (8, 0, 8, "alla som har svarat"),
        (8, 1, 4, "minst 4 av 8"),
        (8, 4, 4, "minst 4 av 8"),
        (4, 1, 0, "går inte att säga"),
        (8, 6, 2, "minst 2 av 8"),
        (6, 7, 0, "går inte att säga"),
    ],
)
def test_so_many_had_nothing_as_there_are_fewer_forms_than_answers(
    namnd, svarat, antal, minst, ord_
):
    svarande(namnd, svarat)
    blanketter(namnd, antal)

    visas = rapporterande(namnd, T1)

    assert (visas.minst_inget, visas.inget_ord) == (minst, ord_)


@pytest.mark.parametrize("antal", [1, 4])
def test_a_small_number_of_forms_is_never_a_number(namnd, antal):
    blanketter(namnd, antal)

    visas = rapporterande(namnd, T1)

    assert (visas.blanketter, visas.blanketter_ord) == (None, "färre än 5")


def test_a_form_counts_in_each_period_that_its_week_or_month_touches(namnd):
    for typ, start in (
        ("vecka", date(2026, 12, 28)),
        ("vecka", date(2027, 4, 26)),
        ("manad", date(2027, 4, 1)),
        ("vecka", date(2027, 2, 1)),
        ("manad", date(2027, 1, 1)),
        ("vecka", date(2026, 12, 21)),
        ("manad", date(2026, 12, 1)),
        ("vecka", date(2027, 5, 3)),
        ("manad", date(2027, 5, 1)),
    ):
        bygge.ny_blankett(namnd, period_typ=typ, period_start=start)

    perioder = [T1, T1.forra]
    tal = [p.blanketter for p in rapporterande_per_period(namnd, perioder)]

    assert tal == [5, None]


def visat(namnd, samordnare):
    """Return what the coordinator sees when the period is over, and the picture."""
    klient = Client()
    with time_machine.travel("2027-12-01 09:00+01:00", tick=False):
        klient.force_login(samordnare)
        sidan = sida(klient.get(reverse("enheter")))
        tal = rapporterande(namnd, T1)
    return " ".join(sidan.xpath("string(//main)").split()), tal


@pytest.mark.parametrize("antal", [0, 1, 4, 5, 6, 11])
def test_who_knows_every_answer_but_one_learns_nothing_of_that(client, namnd, antal):
    """A coordinator adds units of her own, answers for them and sees what differs."""
    samordnare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    svarande(namnd, 10)
    blanketter(namnd, antal)
    riktig = bygge.ny_enhet(namnd, "Linden")
    form = sida(client.get(riktig.lank())).xpath("//main//form")[0]
    knappar = [{k.get("name"): k.get("value")} for k in form.xpath(".//button")]
    gammal_sida = [{"svar": "inget"}, {"svar": "genomgatt"}]

    sett = []
    for tryck in [*knappar, *gammal_sida]:
        Enhetssvar.objects.filter(enhet=riktig).delete()
        skickas = dict(form.form_values()) | {k: v for k, v in tryck.items() if k}
        assert "Tack!" in ord_i(client.post(riktig.lank(), skickas))
        sett.append(visat(namnd, samordnare))

    assert "11 av 11" in sett[0][0]
    assert all(ett == sett[0] for ett in sett)


# ---- A closed period stays closed ------------------------------------------------


def andra_svarstid(namnd, dagar):
    rad = Rapportering.for_namnd(namnd)
    forra, rad.svarstid = rad.svarstid, dagar
    rad.minns_svarstid(forra)
    rad.save()
    return rad


def test_a_longer_time_does_not_open_what_is_closed(client, enhet):
    with time_machine.travel("2027-06-30 09:00+02:00", tick=False):
        rad = andra_svarstid(enhet.namnd, 120)

        assert rad.ar_stangd(T1)
        assert not rad.oppna()
        assert "gick ut den 2027-06-29" in ord_i(svara(client, enhet))
        assert "Svara senast" not in ord_i(client.get(enhet.lank()))
    assert not Enhetssvar.objects.exists()


def test_a_shorter_time_does_not_close_what_is_open(client, enhet):
    rad = andra_svarstid(enhet.namnd, 7)

    assert rad.sista_dag(T1) == date(2027, 6, 29)
    assert "Tack!" in ord_i(svara(client, enhet))
    assert rad.sista_dag(T1.nasta) == date(2027, 9, 7)


def test_lowered_and_raised_again_the_period_closes_when_the_units_were_told(namnd):
    for dag, dagar in (("05-10", 7), ("05-10", 120), ("05-12", 7), ("06-30", 120)):
        with time_machine.travel(f"2027-{dag} 09:00+02:00", tick=False):
            rad = andra_svarstid(namnd, dagar)

            assert rad.sista_dag(T1) == date(2027, 6, 29)


def test_another_division_and_back_opens_nothing(namnd):
    with time_machine.travel("2027-07-10 09:00+02:00", tick=False):
        rad = andra_svarstid(namnd, 120)
        rad.periodtyp = "manad"
        rad.save()
        april = Rapportperiod("manad", date(2027, 4, 1))
        assert [str(p) for p in rad.oppna()] == ["juni 2027", "maj 2027"]
        assert rad.ar_stangd(april)
        rad.periodtyp = "tertial"
        rad.save()

        assert not rad.oppna()


def test_a_clock_that_is_set_back_changes_no_last_day(namnd):
    andra_svarstid(namnd, 7)
    with time_machine.travel("2027-04-01 09:00+02:00", tick=False):
        rad = andra_svarstid(namnd, 120)

    assert rad.sista_dag(T1) == date(2027, 6, 29)


def test_an_older_period_with_longer_time_is_open_beside_a_closed_one(namnd):
    Rapportering.objects.create(namnd=namnd, periodtyp="manad", svarstid=120)
    with time_machine.travel("2027-05-10 09:00+02:00", tick=False):
        rad = andra_svarstid(namnd, 7)
    with time_machine.travel("2027-06-20 09:00+02:00", tick=False):
        maj = Rapportperiod("manad", date(2027, 5, 1))
        assert rad.ar_stangd(maj)
        assert [str(p) for p in rad.oppna()] == [
            "april 2027",
            "mars 2027",
            "februari 2027",
        ]


def test_another_boards_units_are_not_counted(namnd):
    svarande(namnd, 6)
    svarande(annan := bygge.ny_namnd("sjovik"), 7)
    blanketter(annan, 6)

    tal = rapporterande(namnd, T1)
    assert (tal.svarat, tal.blanketter, tal.minst_inget) == (6, 0, 6)


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
