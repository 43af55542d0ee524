"""The page of the picture, the way to it, and a new one."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lagesbild.models import Kalla, Lagesbild
from tests import bygge
from tests.bygge_lagesbild import (
    ny_kalla,
    ny_lagesbild,
    publicera_bild,
    skriv_klart,
)
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
Status = Lagesbild.Status


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def adress(bild, namn):
    return reverse(namn, args=[bild.namnd.kort, bild.ar])


def sidan(klient, bild):
    return klient.get(bild.get_absolute_url()).content.decode()


def test_the_menu_leads_to_the_newest_picture(klient, namnd):
    ny_lagesbild(namnd, 2026)
    bild = ny_lagesbild(namnd, 2027)

    assert klient.get(reverse("lagesbilder"))["Location"] == bild.get_absolute_url()


def test_without_one_it_leads_to_a_page_that_says_what_to_do_first(klient):
    svar = klient.get(reverse("lagesbilder"), follow=True)

    assert "Här finns ingen lägesbild än" in svar.content.decode()
    assert reverse("lagesbild_ny") in svar.content.decode()


def test_a_new_one_gets_the_citys_sources_and_leaves_a_trace(klient, namnd):
    vad = {"namnd": namnd.pk, "ar": 2027, "fran": "2026-01-01", "till": "2026-12-31"}

    svar = klient.post(reverse("lagesbild_ny"), vad)

    bild = Lagesbild.objects.get()
    assert svar["Location"] == bild.get_absolute_url()
    assert bild.kallor.count() > 3
    assert Spar.objects.filter(handling=Spar.Handling.SKAPAD).exists()


def test_the_only_board_is_filled_in_by_itself(klient, namnd):
    form = klient.get(reverse("lagesbild_ny")).context["form"]

    ifyllt = {falt.name: falt.value() for falt in form}
    klient.post(reverse("lagesbild_ny"), ifyllt)

    assert Lagesbild.objects.get().namnd == namnd


def test_the_days_follow_a_year_that_is_changed(klient, namnd):
    form = klient.get(reverse("lagesbild_ny")).context["form"]
    ar = form["ar"].value() + 1

    klient.post(reverse("lagesbild_ny"), {f.name: f.value() for f in form} | {"ar": ar})

    bild = Lagesbild.objects.get()
    assert (bild.fran, bild.till) == (date(ar - 1, 1, 1), date(ar - 1, 12, 31))


def test_a_month_cut_off_at_the_end_is_refused_with_the_day_to_write(klient, namnd):
    vad = {"namnd": namnd.pk, "ar": 2027, "fran": "2026-01-01", "till": "2026-02-15"}

    svar = klient.post(reverse("lagesbild_ny"), vad)

    assert "Sluta den sista dagen, 2026-02-28" in svar.content.decode()
    assert not Lagesbild.objects.exists()


@pytest.mark.parametrize("ar", ["0", "1", "32767", "99999"])
def test_a_year_that_no_plan_has_is_refused(klient, ar):
    form = klient.get(reverse("lagesbild_ny")).context["form"]

    svar = klient.post(
        reverse("lagesbild_ny"), {f.name: f.value() for f in form} | {"ar": ar}
    )

    assert svar.status_code == 200
    assert not Lagesbild.objects.exists()


def test_a_second_one_for_the_year_is_refused_in_words(klient, namnd):
    ny_lagesbild(namnd)
    vad = {"namnd": namnd.pk, "ar": 2027, "fran": "2026-01-01", "till": "2026-12-31"}

    svar = klient.post(reverse("lagesbild_ny"), vad)

    assert "redan en lägesbild för det året" in svar.content.decode()


@pytest.mark.parametrize("fran", ["2026-01-15", "2027-01-01", "20261301"])
def test_a_period_that_cannot_be_is_refused(klient, namnd, fran):
    vad = {"namnd": namnd.pk, "ar": 2027, "fran": fran, "till": "2026-12-31"}

    svar = klient.post(reverse("lagesbild_ny"), vad)

    assert svar.status_code == 200
    assert not Lagesbild.objects.exists()


def test_the_page_says_what_to_do_next_in_each_state(klient, namnd):
    bild = ny_lagesbild(namnd)
    assert "Börja skriva" in sidan(klient, bild)

    klient.post(adress(bild, "lagesbild_paborja"))
    text = sidan(klient, bild)
    assert "Kartläggning är inte skriven." in text
    assert 'href="#kartlaggning">Till texterna' in text
    assert 'id="kartlaggning"' in text

    skriv_klart(bild)
    assert "Publicera" in sidan(klient, bild)

    publicera_bild(bild)
    assert "Nu kan dess texter läggas in i planens kapitel" in sidan(klient, bild)


def test_before_anybody_is_asked_the_page_leads_to_the_sources(klient, namnd):
    bild = ny_lagesbild(namnd)
    ny_kalla(bild, "Polisen lokalt")
    ny_kalla(bild, "Klotterstatistik", ordning=1)
    assert "Börja med källorna" in sidan(klient, bild)
    assert "Börja skriva ändå" in sidan(klient, bild)

    bild.kallor.update(status=Kalla.Status.BEGARD)
    text = sidan(klient, bild)
    assert "Börja med källorna" not in text
    assert "Inget svar än: Polisen lokalt; Klotterstatistik." in text


def test_the_consultation_is_written_in_with_day_and_function(klient, namnd):
    bild = skriv_klart(ny_lagesbild(namnd))
    Lagesbild.objects.filter(pk=bild.pk).update(status=Status.UTKAST, samradd=None)
    url = adress(bild, "lagesbild_samrad")

    svar = klient.post(url, {"samradd": "", "samrad_med": "kommunpolisen"})
    assert svar.status_code == 200
    klient.post(url, {"samradd": "2027-03-02", "samrad_med": "kommunpolisen"})

    bild.refresh_from_db()
    assert (bild.status, bild.samradd) == (Status.SAMRADD, date(2027, 3, 2))


def test_no_consultation_about_an_empty_page(klient, namnd):
    bild = ny_lagesbild(namnd, status=Status.UTKAST)
    vad = {"samradd": "2027-03-02", "samrad_med": "kommunpolisen"}

    svar = klient.post(adress(bild, "lagesbild_samrad"), vad)

    assert "Analys är inte skriven." in svar.content.decode()
    bild.refresh_from_db()
    assert bild.status == Status.UTKAST


def test_the_period_is_changed_and_the_second_to_save_is_told(klient, namnd):
    bild = ny_lagesbild(namnd)
    url = adress(bild, "lagesbild_uppgifter")
    vad = {"fran": "2026-07-01", "till": "2026-12-31", "version": bild.version}
    klient.post(url, vad)

    svar = klient.post(url, vad | {"fran": "2026-03-01"})

    assert "Någon annan sparade medan du skrev" in svar.content.decode()
    bild.refresh_from_db()
    assert bild.fran == date(2026, 7, 1)


def test_a_step_pressed_twice_goes_one_step(klient, namnd):
    bild = ny_lagesbild(namnd)

    for _ in range(2):
        klient.post(adress(bild, "lagesbild_paborja"))

    bild.refresh_from_db()
    assert bild.status == Status.UTKAST
    assert Spar.objects.filter(objekt__startswith="läget till").count() == 1


def test_the_sources_stand_beside_with_their_words(klient, namnd):
    bild = ny_lagesbild(namnd)
    bild.kallor.create(
        namn="Polisen", art="polis", status=Kalla.Status.UTEBLIVEN, version=1
    )

    sida = sidan(klient, bild)

    assert '<span class="status status-stopp">Utebliven</span>' in sida


@pytest.mark.parametrize(("anyo", "hogst"), [(False, 6), (True, 15)])
def test_the_page_asks_as_many_questions_with_30_sources_and_findings(
    klient, namnd, anyo, hogst
):
    """Few when nothing is new; when something has come in, those of every part."""
    bild = ny_lagesbild(namnd)

    def antal(rader):
        for nr in range(bild.kallor.count(), rader):
            kalla = bild.kallor.create(namn=f"Källa {nr}", version=1)
            rad = bild.iakttagelser.create(rubrik=f"Sak {nr}", miljo="vit_makt")
            rad.kallor.add(kalla)
        klient.get(bild.get_absolute_url())  # makes the first version of the questions
        if anyo:
            cache.clear()
        else:
            klient.get(bild.get_absolute_url())
        with CaptureQueriesContext(connection) as fragor:
            assert klient.get(bild.get_absolute_url()).status_code == 200
        return len(fragor)

    assert antal(1) == antal(30) <= hogst


def test_what_has_just_come_in_is_seen_at_once(klient, namnd):
    bild = ny_lagesbild(namnd)
    bild.kallor.create(namn="Polisen", version=1)
    assert "Inte begärd" in sidan(klient, bild)

    kalla = bild.kallor.get()
    kalla.status, kalla.version = Kalla.Status.UTEBLIVEN, 2
    kalla.save()

    assert "Utebliven" in sidan(klient, bild)
