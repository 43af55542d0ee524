"""How many answered, and had nothing: figures that tell no unit's answer."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from blanketter.handlingar import svara_for_enhet
from blanketter.models import Enhetssvar, Rapportperiod
from blanketter.sammanstallning import rapporterande, rapporterande_per_period
from tests import bygge
from tests.blanketter.blanketten import sida
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
T1 = Rapportperiod("tertial", date(2027, 1, 1))


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-05-10 09:00+02:00", tick=False):
        yield


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


def test_an_answer_counts_also_when_the_unit_ends_before_the_periods_end(namnd):
    enhet = bygge.ny_enhet(namnd)
    svara_for_enhet(enhet, T1)
    enhet.till = date(2027, 3, 1)
    enhet.save()

    tal = rapporterande(namnd, T1)

    assert (tal.fragade, tal.svarat) == (1, 1)


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
        assert "Tack!" in client.post(riktig.lank(), skickas).content.decode()
        sett.append(visat(namnd, samordnare))

    assert "11 av 11" in sett[0][0]
    assert all(ett == sett[0] for ett in sett)


def test_another_boards_units_are_not_counted(namnd):
    svarande(namnd, 6)
    svarande(annan := bygge.ny_namnd("sjovik"), 7)
    blanketter(annan, 6)

    tal = rapporterande(namnd, T1)
    assert (tal.svarat, tal.blanketter, tal.minst_inget) == (6, 0, 6)
