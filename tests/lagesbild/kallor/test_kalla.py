"""One source: what came and when, and its letter on paper."""

from datetime import date

import pytest
from django.urls import reverse

from lagesbild.models import Kalla
from tests import bygge_lagesbild
from tests.aktiviteter.sida import besked, fel_pa, ord_pa


def svaret(kalla, **mer):
    return {
        "status": "inkommen",
        "begard": "2027-01-11",
        "svar_senast": "2027-02-05",
        "inkom": "2027-02-03",
        "period_fran": "2026-01-01",
        "period_till": "2026-12-31",
        "underlag": "muntligt vid samråd",
        "forvaras": "1.2.1-147/27",
        "anteckning": "",
        "version": kalla.version,
    } | mer


def test_what_came_stands_in_the_register(klient, kalla):
    svar = klient.post(kalla.get_absolute_url(), svaret(kalla), follow=True)
    orden = ord_pa(svar)
    assert "Inkommen Begärd 11 januari 2027, inkom 3 februari 2027" in orden
    assert "Muntligt vid samråd Gäller januari–december 2026" in orden


def test_nothing_to_report_is_an_answer(klient, kalla):
    mer = svaret(kalla, status="inget", underlag="", inkom="")
    klient.post(kalla.get_absolute_url(), mer)
    kalla.refresh_from_db()
    assert kalla.inkom == date(2027, 2, 10)  # no day written is today


def test_the_suggested_period_is_not_saved_before_anything_has_come(klient, kalla):
    mer = svaret(kalla, status="begard", inkom="", underlag="")
    klient.post(kalla.get_absolute_url(), mer)
    kalla.refresh_from_db()
    assert kalla.period_fran is None


@pytest.mark.parametrize(
    ("falt", "ord_"),
    [
        ({"inkom": "2027-02-11"}, "Dagen har inte varit än."),
        ({"inkom": "2020-31-12"}, "Skriv datumet som år-månad-dag"),
        ({"period_till": "2025-12-31"}, "Sista dagen är före den första."),
        ({"underlag": "Ring 070-174 06 58"}, "kan peka ut någon"),
        ({"anteckning": "Anna Karlsson, 850709-9805"}, "pekar ut en person"),
        ({"status": "kanske"}, "Välj ett giltigt alternativ"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_lost(klient, kalla, falt, ord_):
    svar = klient.post(kalla.get_absolute_url(), svaret(kalla) | falt)
    assert ord_ in fel_pa(svar)
    assert "1.2.1-147/27" in svar.content.decode()
    kalla.refresh_from_db()
    assert kalla.status == Kalla.Status.EJ_BEGARD


def test_the_letter_on_paper_has_a_line_for_the_day_until_it_is_known(klient, kalla):
    sida = reverse("kalla_brev", args=[kalla.pk])
    orden = ord_pa(klient.get(sida))
    assert f"{kalla.namnd} ber om underlag för januari–december 2026." in orden
    assert "Svara senast ____________." in orden


def test_a_source_is_marked_as_asked_by_other_means(klient, kalla):
    sida = reverse("kalla_brev", args=[kalla.pk])
    falt = {
        "begard": "2027-02-01",
        "svar_senast": "2027-03-01",
        "version": kalla.version,
    }
    svar = klient.post(sida, falt, follow=True)
    assert "är begärd" in besked(svar)
    kalla.refresh_from_db()
    assert (kalla.begard, kalla.svar_senast) == (date(2027, 2, 1), date(2027, 3, 1))
    assert kalla.ar_begard


def test_the_same_mark_twice_is_told(klient, kalla):
    sida = reverse("kalla_brev", args=[kalla.pk])
    falt = {"begard": "2027-02-01", "svar_senast": "2027-03-01", "version": 1}
    klient.post(sida, falt)
    svar = klient.post(sida, falt, follow=True)
    assert "ändrades medan du hade sidan öppen" in besked(svar)


def test_a_day_to_come_is_no_day_of_asking(klient, kalla):
    sida = reverse("kalla_brev", args=[kalla.pk])
    falt = {"begard": "2027-02-11", "svar_senast": "2027-02-09", "version": 1}
    orden = fel_pa(klient.post(sida, falt))
    assert "Dagen har inte varit än." in orden
    assert "Dagen har redan varit." in orden


def test_the_coordinator_says_herself_what_the_house_counts(klient, bild):
    kalla = bygge_lagesbild.ny_kalla(bild, "Blanketter", art="blanketter", epost="")
    orden = ord_pa(klient.get(kalla.get_absolute_url()))
    assert "Just nu: Inte begärd, ingen enhet har tillfrågats" in orden
    klient.post(kalla.get_absolute_url(), svaret(kalla, status="utebliven", inkom=""))
    kalla.refresh_from_db()
    assert not kalla.foljer
    assert "Utebliven" in ord_pa(klient.get(reverse("kallor", args=["ekhamra", 2027])))
    assert "Just nu:" in ord_pa(klient.get(kalla.get_absolute_url()))


def test_a_source_of_figures_leads_to_where_they_are_counted(klient, bild):
    klotter = bygge_lagesbild.ny_kalla(bild, "Klotter", art="klotter")
    andra = bygge_lagesbild.ny_kalla(bild, "Andra nämnder", art="annat", ordning=1)
    lank = f'href="{reverse("statistik")}"'

    assert lank in klient.get(klotter.get_absolute_url()).content.decode()
    assert lank not in klient.get(andra.get_absolute_url()).content.decode()
