"""From a board's forms, units and series to what their figures carry."""

from datetime import date

import pytest
import time_machine

from blanketter.handlingar import svara_for_enhet
from blanketter.models import Blankett, Enhetssvar, Rapportering, Rapportperiod
from lagesbild.barighet import Slag, barighet
from lagesbild.barighet.enheterna import enheter_per_period
from lagesbild.enkatresultat.delar import Enkatresultat, Svarsgrad
from lagesbild.sammanstallning import Period, underlag
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, ny_serie, nya_handelser

pytestmark = pytest.mark.django_db
I_AR, FORRA = Period(date(2026, 1, 1), date(2026, 12, 31)), date(2025, 3, 1)


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-05-10 09:00+02:00", tick=False):
        yield


@pytest.fixture
def namnd():
    """A board that has had forms since 2023."""
    namnd = bygge.ny_namnd()
    nya_handelser(namnd, 1, date(2022, 10, 1), status=Blankett.Status.EJ_VBE)
    return namnd


@pytest.fixture
def bild(namnd):
    return ny_lagesbild(namnd)


def enheter(namnd, antal, *, fran=date(2024, 1, 1)):
    return [bygge.ny_enhet(namnd, fran=fran) for _ in range(antal)]


def svara(enheter_, ar, typ="tertial", manader=(1, 5, 9)):
    """Let units answer for the parts of a year; long ago, too."""
    Enhetssvar.objects.bulk_create(
        Enhetssvar(enhet=enhet, periodtyp=typ, start=date(ar, manad, 1))
        for enhet in enheter_
        for manad in manader
    )


def texten(bild, *slag, **mer):
    meningar = barighet(bild, underlag(bild), **mer)
    return " ".join(m.text for m in meningar if not slag or m.slag in slag)


def test_more_events_of_more_units_are_no_more_than_chance(namnd, bild):
    alla = enheter(namnd, 31)
    svara(alla, 2026)
    svara(alla[:18], 2025)
    nya_handelser(namnd, 14)
    nya_handelser(namnd, 9, FORRA)
    ny_serie(
        namnd,
        [(date(2026, 2, 1), 31, {}), (date(2025, 2, 1), 30, {})],
        art="klotter",
        raknar="ärenden",
    )

    text = texten(bild)

    assert (
        "Fler händelser rapporterades 2026 än 2025 (14 mot 9), men också fler enheter "
        "rapporterade (31 mot 18). Per rapporterande enhet är skillnaden inte större "
        "än slumpen."
    ) in text
    assert "(31 mot 30 ärenden)" in text
    assert "kan alltså förklaras av att fler enheter rapporterar" in text


@pytest.mark.langsam
def test_what_is_said_is_the_same_whatever_the_hidden_number(namnd, bild):
    svara(enheter(namnd, 20), 2026)
    sagt = set()
    for _ in range(4):  # one to four events: all shown as fewer than five
        nya_handelser(namnd, 1)
        sagt.add(barighet(bild, underlag(bild)))

    assert len(sagt) == 1


def test_who_reported_is_a_mean_over_the_parts_of_the_year(namnd):
    alla = enheter(namnd, 10)
    svara(alla, 2026, manader=(1, 5))
    svara(alla[:4], 2026, manader=(9,))

    [utfall] = enheter_per_period(namnd, [I_AR])

    assert (utfall.svar, utfall.tillfragade, utfall.snitt) == (24, 30, 8)
    assert (utfall.del_ord, utfall.ar_delvis) == ("tertial", False)


def test_a_board_that_changed_how_often_it_asks_is_counted_as_it_was_asked(namnd):
    alla = enheter(namnd, 10)
    svara(alla, 2025, "kvartal", (1, 4, 7, 10))
    svara(alla, 2026)
    Rapportering.objects.create(namnd=namnd, periodtyp="tertial")

    i_ar, forra = enheter_per_period(namnd, [I_AR, I_AR.forra])

    assert (i_ar.tillfragade, i_ar.snitt) == (30, 10)
    assert (forra.tillfragade, forra.snitt) == (40, 10)


def test_a_change_in_the_middle_of_the_year_is_told_of(namnd, bild):
    alla = enheter(namnd, 10)
    svara(alla, 2025)
    svara(alla, 2026, manader=(1,))
    svara(alla, 2026, "manad", range(5, 13))
    nya_handelser(namnd, 14)
    nya_handelser(namnd, 9, FORRA)

    assert (
        "2026 ändrades hur ofta enheterna tillfrågas, så händelserna kan inte räknas "
        "per enhet."
    ) in texten(bild)


def test_units_that_were_not_asked_for_the_whole_year_are_not_compared(namnd, bild):
    alla = enheter(namnd, 12, fran=date(2025, 6, 1))
    svara(alla, 2025, manader=(5, 9))
    svara(alla, 2026)
    nya_handelser(namnd, 14)
    nya_handelser(namnd, 9, FORRA)

    assert "2025 tillfrågades enheterna bara om en del av tiden" in texten(bild)


def test_a_board_without_units_is_told_so(namnd, bild):
    nya_handelser(namnd, 14)
    nya_handelser(namnd, 9, FORRA)

    text = texten(bild)

    assert "Inga enheter tillfrågades 2026 eller 2025" in text
    assert "Det finns ingen klotterstatistik" in text


@pytest.mark.parametrize(
    ("handelser", "minst"),
    [(0, 60), (3, None), (14, 45)],
)
def test_nil_reports_are_told_of_from_below_and_rounded_down(
    namnd, bild, handelser, minst
):
    svara(enheter(namnd, 20), 2026)
    nya_handelser(namnd, handelser)

    [utfall] = enheter_per_period(namnd, [I_AR], visade={0})

    assert utfall.minst_inget == minst
    assert (f"minst {minst} ”inget att rapportera”" in texten(bild)) == bool(minst)


def test_nil_reports_are_not_told_of_when_the_events_are_hidden(namnd):
    svara(enheter(namnd, 20), 2026)
    nya_handelser(namnd, 14)

    [utfall] = enheter_per_period(namnd, [I_AR])

    assert utfall.minst_inget is None


def test_a_form_that_touches_two_parts_takes_two_answers(namnd):
    svara(enheter(namnd, 20), 2026)
    nya_handelser(namnd, 10, date(2026, 4, 27), period_typ=Blankett.Period.VECKA)

    [utfall] = enheter_per_period(namnd, [I_AR], visade={0})

    assert utfall.minst_inget == 40


def test_parts_that_have_not_ended_are_not_asked_about(namnd, bild):
    for enhet in enheter(namnd, 8):
        svara_for_enhet(enhet, Rapportperiod("tertial", date(2027, 1, 1)))
    i_ar = Period(date(2027, 1, 1), date(2027, 12, 31))

    [utfall] = enheter_per_period(namnd, [i_ar])

    assert (utfall.tillfragade, utfall.ar_delvis, utfall.ar_stangd) == (8, False, False)


def test_a_year_that_goes_on_is_not_called_whole(namnd):
    bild = ny_lagesbild(namnd, 2028)
    nya_handelser(namnd, 14, date(2027, 2, 1))
    nya_handelser(namnd, 9, date(2026, 2, 1))

    text = texten(bild)

    assert "har hittills rapporterats 2027 än under hela 2026 (14 mot 9)" in text
    assert "Perioden 2027 är inte slut" in text


def test_a_series_of_older_years_alone_is_not_spoken_of(namnd, bild):
    nya_handelser(namnd, 9, date(2024, 1, 1))
    falt = {"fran": date(2024, 1, 1), "till": date(2024, 12, 31)}
    ny_serie(namnd, [(date(2024, 2, 1), 20, {})], namn="Gamla filen", **falt)

    assert "Gamla filen" not in texten(bild)


def test_a_year_without_figures_to_compare_with(bild):
    namnd = bild.namnd
    Blankett.objects.all().delete()
    nya_handelser(namnd, 14)

    text = texten(bild)

    assert "2026 rapporterades 14 händelser." in text
    assert "jämför" in text
    assert " mot " not in text


def test_environments_are_compared_with_regard_to_how_many_they_are(namnd, bild):
    for ar, antal in ((2026, 40), (2025, 6)):
        nya_handelser(namnd, antal, date(ar, 2, 1))
        nya_handelser(namnd, 8, date(ar, 2, 1), miljo="autonom")
        nya_handelser(namnd, 30, date(ar, 2, 1), miljo="oklart")

    text = texten(bild, Slag.MILJOER)

    assert "Av de 2 miljöer vars antal visas båda åren" in text
    assert "för vit makt-miljön (40 mot 6)" in text


@pytest.mark.parametrize(("svarade", "forbehall"), [(27, False), (15, True)])
def test_an_enkat_says_how_many_answered(bild, svarade, forbehall):
    grad = Svarsgrad("Alla", 34, svarade, f"{svarade} av 34 svarade")
    enkat = Enkatresultat(1, "Enkät", 2027, True, svarade, grad, (), "", ())

    text = texten(bild, Slag.ENKAT, enkater=(enkat,))

    assert f"Enkät: {svarade} av 34 svarade." in text
    assert ("Så många svarade inte" in text) == forbehall


def test_an_open_enkat_has_no_response_rate(bild):
    enkat = Enkatresultat(1, "Enkät", 2027, True, 9, None, (), "", ())

    assert texten(bild, Slag.ENKAT, enkater=(enkat,)) == ""


@pytest.mark.parametrize("antal", [1, 30])
def test_it_asks_as_many_questions_however_much_there_is(
    namnd, bild, antal, django_assert_max_num_queries
):
    svara(enheter(namnd, antal), 2026)
    svara(enheter(namnd, antal), 2025)
    nya_handelser(namnd, antal)
    nya_handelser(namnd, antal, FORRA)
    figurer = underlag(bild)

    with django_assert_max_num_queries(7):
        barighet(bild, figurer)
