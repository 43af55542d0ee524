"""What the house itself has says how its sources stand."""

from datetime import date

import pytest

from blanketter.models import Enhetssvar
from lagesbild.kallage import folj
from lagesbild.models import Kalla
from tests import bygge, bygge_enkat, bygge_lagesbild

Status = Kalla.Status


@pytest.fixture
def blanketter(bild):
    return bygge_lagesbild.ny_kalla(bild, "Blanketter", art="blanketter")


@pytest.fixture
def enkaten(bild):
    return bygge_lagesbild.ny_kalla(bild, "Enkät", art="enkat", grupper=["egen"])


@pytest.fixture
def klotter(bild):
    return bygge_lagesbild.ny_kalla(bild, "Klotterstatistik", art="klotter")


def lage(kalla):
    return folj(kalla.lagesbild)[kalla.pk]


def enheter(namnd, antal, svarat=0):
    for nr in range(antal):
        enhet = bygge.ny_enhet(namnd, namn=f"Enhet {nr}", fran=date(2026, 1, 1))
        for start in (date(2026, 1, 1), date(2026, 5, 1))[: 2 * (nr < svarat)]:
            Enhetssvar.objects.create(enhet=enhet, periodtyp="tertial", start=start)


def test_the_forms_say_how_many_units_have_answered_once_each(namnd, blanketter):
    enheter(namnd, 6, svarat=4)
    det = lage(blanketter)
    assert (det.status, det.ord) == (Status.INKOMMEN, "4 av 6 enheter har svarat")
    assert (det.fran, det.till) == (date(2026, 1, 1), date(2026, 12, 31))


def test_units_that_none_has_answered_are_waited_for(namnd, blanketter):
    enheter(namnd, 6)
    assert lage(blanketter).status == Status.BEGARD


def test_an_answer_for_another_year_does_not_count(namnd, blanketter):
    enheter(namnd, 6)
    enhet = namnd.enheter.first()
    Enhetssvar.objects.create(enhet=enhet, periodtyp="tertial", start=date(2027, 1, 1))
    assert lage(blanketter).ord == "0 av 6 enheter har svarat"


def test_forms_without_any_unit_asked_are_told_as_that(namnd, blanketter):
    assert "ingen blankett har kommit" in lage(blanketter).ord
    bygge_lagesbild.nya_handelser(namnd, 1)
    det = lage(blanketter)
    assert (det.status, det.ord) == (Status.INKOMMEN, "ingen enhet har tillfrågats")


def test_how_many_forms_came_is_never_said(namnd, blanketter):
    enheter(namnd, 6, svarat=4)
    fore = lage(blanketter)
    bygge_lagesbild.nya_handelser(namnd, 3)
    assert lage(blanketter) == fore


def test_the_enkat_says_how_many_of_its_own_groups_have_answered(bild, enkaten):
    enkat = bygge_enkat.ny_enkat(bild=bild, status="oppen", stanger=date(2027, 2, 20))
    bygge_enkat.bjud_in(enkat, "egen", 6, svarade=4)
    bygge_enkat.bjud_in(enkat, "forening", 9, svarade=9)
    det = lage(enkaten)
    assert det.status == Status.BEGARD
    assert det.ord == ("4 av 6 har svarat; svar tas emot till och med 20 februari 2027")


def test_a_closed_enkat_has_come(bild, enkaten):
    enkat = bygge_enkat.ny_enkat(bild=bild, status="stangd", stanger=date(2027, 2, 1))
    bygge_enkat.bjud_in(enkat, "egen", 6, svarade=4)
    det = lage(enkaten)
    assert (det.status, det.inkom) == (Status.INKOMMEN, date(2027, 2, 1))


def test_one_closed_before_its_last_day_did_not_come_in_the_future(bild, enkaten):
    enkat = bygge_enkat.ny_enkat(bild=bild, status="stangd", stanger=date(2027, 3, 1))
    bygge_enkat.bjud_in(enkat, "egen", 6, svarade=4)
    assert lage(enkaten).inkom == date(2027, 2, 10)


def test_a_closed_enkat_that_nobody_answered_did_not_come(bild, enkaten):
    enkat = bygge_enkat.ny_enkat(bild=bild, status="stangd", stanger=date(2027, 2, 1))
    bygge_enkat.bjud_in(enkat, "egen", 6)
    assert lage(enkaten).status == Status.UTEBLIVEN


def test_of_very_few_asked_it_is_not_said_how_many_answered(bild, enkaten):
    enkat = bygge_enkat.ny_enkat(bild=bild, status="stangd", stanger=date(2027, 2, 1))
    bygge_enkat.bjud_in(enkat, "egen", 2, svarade=1)
    assert lage(enkaten).ord == "färre än 5 är tillfrågade"


def test_an_enkat_that_is_not_opened_is_not_asked(bild, enkaten):
    bygge_enkat.ny_enkat(bild=bild, status="utkast")
    assert lage(enkaten).status == Status.EJ_BEGARD


def test_other_boards_results_are_named(bild):
    kalla = bygge_lagesbild.ny_kalla(bild, "Andra nämnder", art="namnder")
    for fran in ("Sjövik", "Granby"):
        bygge_enkat.annat_resultat(bild, fran=fran)
    assert lage(kalla).ord == "resultat från Granby, Sjövik"


def test_a_series_that_has_been_read_in_has_come(namnd, klotter):
    bygge_lagesbild.ny_serie(namnd, art="klotter", till=date(2026, 10, 31))
    det = lage(klotter)
    assert (det.status, det.ord) == (Status.INKOMMEN, "inläst 5 januari 2027")
    assert (det.fran, det.till) == (date(2026, 1, 1), date(2026, 10, 31))


def test_a_series_of_other_years_has_not(namnd, klotter):
    bygge_lagesbild.ny_serie(namnd, art="klotter", till=date(2025, 12, 31))
    assert not lage(klotter).av_sig_sjalv


def test_of_two_sources_of_one_kind_neither_is_guessed_but_one_can_be_chosen(
    bild, namnd, kalla
):
    andra = bygge_lagesbild.ny_kalla(bild, "Polisen regionalt")
    serie = bygge_lagesbild.ny_serie(namnd, art="polis")
    assert not lage(kalla).av_sig_sjalv
    andra.serie = serie
    andra.save()
    assert lage(andra).status == Status.INKOMMEN
    assert not lage(kalla).av_sig_sjalv


def test_the_coordinators_own_words_stand_before_what_is_counted(namnd, klotter):
    bygge_lagesbild.ny_serie(namnd, art="klotter")
    Kalla.objects.update(underlag="212 saneringar")
    assert lage(klotter).ord == "212 saneringar"
    Kalla.objects.update(foljer=False)
    klotter.refresh_from_db()
    assert lage(klotter).status == Status.EJ_BEGARD


def test_another_boards_rows_say_nothing(klotter, enkaten, blanketter):
    annan = bygge.ny_namnd("sjovik")
    bygge_lagesbild.ny_serie(annan, art="klotter")
    enheter(annan, 3, svarat=3)
    bild = bygge_lagesbild.ny_lagesbild(annan)
    enkat = bygge_enkat.ny_enkat(bild=bild, status="stangd", stanger=date(2027, 2, 1))
    bygge_enkat.bjud_in(enkat, "egen", 6, svarade=4)
    assert lage(klotter).status == Status.EJ_BEGARD
    assert lage(enkaten).status == Status.EJ_BEGARD
    assert lage(blanketter).status == Status.EJ_BEGARD
