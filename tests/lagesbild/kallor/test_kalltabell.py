"""The source table: its words, what is missing, and what that limits."""

from datetime import date

import pytest
from django.template.loader import render_to_string

from lagesbild.kalltabell import Kalltabell, kalltabell, period_i_ord
from lagesbild.models import Kalla
from lagesbild.som_json import fran_json, till_json
from tests import bygge_lagesbild

Status = Kalla.Status


@pytest.mark.parametrize(
    ("fran", "till", "ord_"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), "januari–december 2026"),
        (date(2026, 3, 1), date(2026, 3, 31), "mars 2026"),
        (date(2025, 7, 1), date(2026, 6, 30), "juli 2025–juni 2026"),
        (date(2026, 3, 3), date(2026, 4, 30), "3 mars 2026–30 april 2026"),
        (date(2026, 3, 3), None, "från 3 mars 2026"),
        (None, date(2026, 3, 3), "till och med 3 mars 2026"),
        (None, None, ""),
    ],
)
def test_a_period_in_words(fran, till, ord_):
    assert period_i_ord(fran, till) == ord_


@pytest.mark.parametrize(
    ("status", "mening"),
    [
        (Status.EJ_BEGARD, "Polisen lokalt: inget underlag har begärts."),
        (Status.BEGARD, "Polisen lokalt: underlag är begärt men har inte kommit."),
        (Status.UTEBLIVEN, "Polisen lokalt: inget underlag har kommit."),
    ],
)
def test_what_is_missing_says_what_that_limits(bild, status, mening):
    bygge_lagesbild.ny_kalla(bild, status=status)
    slut = " Därför saknas uppgifter om anmälda brott."
    assert kalltabell(bild).brister == (mening + slut,)


@pytest.mark.parametrize("status", [Status.INKOMMEN, Status.INGET])
def test_what_has_answered_lacks_nothing(bild, status):
    bygge_lagesbild.ny_kalla(bild, status=status)
    assert kalltabell(bild).brister == ()


def test_a_source_that_does_not_reach_over_the_year_is_told(bild):
    bygge_lagesbild.ny_kalla(
        bild,
        status=Status.INKOMMEN,
        period_fran=date(2026, 1, 1),
        period_till=date(2026, 8, 31),
    )
    (mening,) = kalltabell(bild).brister
    assert mening == (
        "Polisen lokalt: underlaget gäller januari–augusti 2026, inte hela perioden."
    )


def test_a_sentence_without_what_is_missing_stops_there(bild):
    bygge_lagesbild.ny_kalla(bild, saknas="")
    assert kalltabell(bild).brister[0].endswith("har begärts.")


def test_the_table_keeps_as_json(bild):
    bygge_lagesbild.ny_kalla(bild)
    tabell = kalltabell(bild)
    assert fran_json(Kalltabell, till_json(tabell)) == tabell


def test_the_printed_table_shows_no_note_no_file_and_no_address(bild):
    kalla = bygge_lagesbild.ny_kalla(
        bild, anteckning="Sagt i telefon", forvaras="1.2.1-147/27", underlag="en sida"
    )
    bygge_lagesbild.ny_kallfil(kalla)
    varden = {"kalltabell": kalltabell(bild)}
    sida = render_to_string("lagesbild/kalltabell.html", varden)
    assert "En sida" in sida
    for ord_ in ("Sagt i telefon", "147/27", "xlsx", "kommunpolisen@"):
        assert ord_ not in sida


def test_a_picture_without_sources_says_so(bild):
    varden = {"kalltabell": kalltabell(bild)}
    assert "Inga källor" in render_to_string("lagesbild/kalltabell.html", varden)


def test_many_sources_cost_no_more_queries_than_one(bild, django_assert_num_queries):
    def fraga(antal):
        with django_assert_num_queries(antal):
            kalltabell(bild)

    bygge_lagesbild.ny_kalla(bild)
    kalltabell(bild)  # makes the first version of the questions
    fraga(1)
    for nr in range(30):
        bygge_lagesbild.ny_kalla(bild, f"Källa {nr}")
    fraga(1)
