"""What is counted: which forms, on which axis, in which period, and nobody else's."""

import json
from datetime import date

import pytest

from blanketter.models import Blankett
from lagesbild.models import Lagesbild
from lagesbild.sammanstallning import INGEN_UPPGIFT, Underlag, rakna, underlag
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, ny_serie, nya_handelser

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aret_ar_slut")]
FORRA = date(2025, 3, 1)


@pytest.fixture
def namnd():
    """A board that has had forms since 2023."""
    namnd = bygge.ny_namnd()
    gammal = {"status": Blankett.Status.EJ_VBE, "inkom": date(2022, 11, 1)}
    nya_handelser(namnd, 1, date(2022, 10, 1), **gammal)
    return namnd


@pytest.fixture
def bild(namnd):
    return ny_lagesbild(namnd)


def texter(tabell, kod):
    return [cell.text for cell in tabell.rad(kod).celler]


def totalt(bild):
    return texter(underlag(bild).blanketter.totalt, "")


def test_the_total_stands_beside_three_years_before(namnd, bild):
    nya_handelser(namnd, 14)
    nya_handelser(namnd, 9, FORRA)
    nya_handelser(namnd, 7, date(2024, 5, 1))
    nya_handelser(namnd, 30, date(2022, 5, 1))
    allt = underlag(bild)
    assert [p.etikett for p in allt.perioder] == ["2026", "2025", "2024", "2023"]
    assert texter(allt.blanketter.totalt, "") == ["14", "9", "7", "0"]
    assert allt.blanketter.jamforbar == (True, True, True, True)
    assert rakna(bild) == (14, 9, 7, 0)


def test_an_environment_is_the_classed_one_or_else_the_written(namnd, bild):
    nya_handelser(namnd, 6, miljo="oklart", klass_miljo="autonom")
    nya_handelser(namnd, 8, miljo="islamistisk")
    per_miljo = underlag(bild).blanketter.per_miljo
    assert texter(per_miljo, "autonom")[0] == "6"
    assert texter(per_miljo, "islamistisk")[0] == "8"
    assert texter(per_miljo, "oklart")[0] == "0"
    assert per_miljo.rad("autonom").rubrik == "Den autonoma miljön"


def test_a_form_of_several_kinds_counts_in_each(namnd, bild):
    nya_handelser(namnd, 7, slag=("klotter", "hot"))
    nya_handelser(namnd, 6, slag=("klotter",))
    nya_handelser(namnd, 5, slag=("flygblad",), klass_slag=("hot", "samling"))
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.totalt, "")[0] == "18"
    visade = {kod: texter(blanketter.per_slag, kod)[0] for kod in ("klotter", "hot")}
    assert visade == {"klotter": "13", "hot": "12"}
    assert texter(blanketter.per_slag, "flygblad")[0] == "0"
    assert blanketter.per_slag.flerval
    assert not blanketter.per_plats.flerval


def test_places_and_parts_of_the_board_have_a_row_each(namnd, bild):
    norra = bygge.nytt_delomrade(namnd)
    sodra = bygge.nytt_delomrade(namnd)
    nya_handelser(namnd, 6, delomrade=norra, plats="resa")
    nya_handelser(namnd, 9, delomrade=sodra, plats="skola")
    nya_handelser(namnd, 7, plats="")
    blanketter = underlag(bild).blanketter
    delar = blanketter.per_delomrade
    assert texter(delar, str(norra.pk))[0] == "6"
    assert texter(delar, str(sodra.pk))[0] == "9"
    assert delar.rad("").rubrik == "Utan delområde"
    assert texter(delar, "")[0] == "7"
    assert texter(blanketter.per_plats, "resa")[0] == "6"
    assert blanketter.per_plats.rad("").rubrik == "Plats saknas"
    sida_vid_sida = blanketter.per_miljo_och_delomrade
    assert sida_vid_sida.kolumner == (norra.namn, sodra.namn, "Utan delområde")
    assert texter(sida_vid_sida, "vit_makt") == ["6", "9", "7"]


def test_months_add_up_to_tertials(namnd, bild):
    for manad, antal in ((1, 6), (4, 7), (5, 8), (12, 9)):
        nya_handelser(namnd, antal, date(2026, manad, 1))
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.per_manad, "04")[0] == "7"
    assert blanketter.per_manad.rad("04").rubrik == "April"
    tertial = [texter(blanketter.per_tertial, str(nr))[0] for nr in (1, 2, 3)]
    assert tertial == ["13", "8", "9"]
    assert texter(blanketter.per_miljo_och_tertial, "vit_makt") == ["13", "8", "9"]


@pytest.mark.parametrize(
    ("mandag", "manad"),
    [
        (date(2026, 3, 30), "04"),  # its Thursday is the second of April
        (date(2026, 4, 27), "04"),
        (date(2025, 12, 29), "01"),  # and the first of January
    ],
)
def test_a_week_belongs_to_the_month_of_its_thursday(namnd, bild, mandag, manad):
    nya_handelser(namnd, 6, mandag, period_typ=Blankett.Period.VECKA)
    assert texter(underlag(bild).blanketter.per_manad, manad)[0] == "6"


def test_a_week_across_the_new_year_is_counted_once(namnd, bild):
    nya_handelser(namnd, 6, date(2026, 12, 28), period_typ=Blankett.Period.VECKA)
    nya_handelser(namnd, 7, date(2024, 12, 30), period_typ=Blankett.Period.VECKA)
    assert totalt(bild) == ["6", "7", "0", "0"]


@pytest.mark.parametrize("status", ["ny", "last", "dubblett", "ej_vbe", "atertagen"])
def test_only_what_was_read_as_an_event_is_counted(namnd, bild, status):
    nya_handelser(namnd, 6)
    nya_handelser(namnd, 8, status=status)
    assert totalt(bild)[0] == "6"


def test_what_is_in_the_picture_already_is_counted_too(namnd, bild):
    nya_handelser(namnd, 6, status=Blankett.Status.INGAR, lagesbild_ar=2027)
    assert totalt(bild)[0] == "6"


def test_another_boards_events_are_not_counted(namnd, bild):
    nya_handelser(namnd, 6)
    annan = bygge.ny_namnd("askhamra")
    nya_handelser(annan, 8)
    ny_serie(annan, [(date(2026, 2, 1), 40, {})])
    allt = underlag(bild)
    assert texter(allt.blanketter.totalt, "")[0] == "6"
    assert allt.statistik == ()


def test_a_series_of_statistics_stands_beside_the_forms(namnd, bild):
    norra = bygge.nytt_delomrade(namnd)
    serie = ny_serie(
        namnd,
        [
            (date(2026, 2, 1), 12, {"slag": "klotter", "delomrade": norra}),
            (date(2026, 7, 1), 8, {"slag": "klotter", "miljo": "vit_makt"}),
            (FORRA, 21, {"slag": "symboler"}),
        ],
        raknar="ärenden",
    )
    (bilden,) = underlag(bild).statistik
    assert bilden.nyckel == f"serie-{serie.pk}"
    assert (bilden.namn, bilden.raknar) == (serie.namn, "ärenden")
    assert texter(bilden.totalt, "") == ["20", "21", "0", "0"]
    assert texter(bilden.per_slag, "klotter") == ["20", "0", "0", "0"]
    assert texter(bilden.per_miljo, "vit_makt")[0] == "8"
    assert texter(bilden.per_delomrade, str(norra.pk))[0] == "12"
    assert texter(bilden.per_tertial, "1")[:2] == ["12", "21"]
    assert not bilden.per_slag.flerval
    assert not bilden.per_plats
    assert rakna(bild, bilden.nyckel) == (20, 21, 0, 0)


def test_a_number_of_the_year_has_no_months(namnd, bild):
    arets = {"precision": "ar"}
    ny_serie(namnd, [(date(2026, 1, 1), 30, arets), (date(2025, 4, 1), 25, {})])
    (serie,) = underlag(bild).statistik
    assert texter(serie.totalt, "")[:2] == ["30", "25"]
    assert texter(serie.per_manad, "04")[:2] == [INGEN_UPPGIFT, "25"]
    assert texter(serie.per_tertial, "1")[:2] == [INGEN_UPPGIFT, "25"]


def test_a_number_of_the_year_is_not_counted_in_half_of_it(namnd):
    bild = ny_lagesbild(namnd, fran=date(2026, 1, 1), till=date(2026, 6, 30))
    arets = {"precision": "ar"}
    ny_serie(namnd, [(date(2026, 1, 1), 30, arets), (date(2026, 2, 1), 9, {})])
    (serie,) = underlag(bild).statistik
    assert serie.totalen.text == "9"


def test_a_quarter_is_counted_in_its_half_year_and_in_its_year_but_in_no_other(namnd):
    kvartal = [(date(2026, m, 1), 5 + m, {"precision": "3"}) for m in (1, 4, 7, 10)]
    ny_serie(namnd, kvartal)
    halva = ny_lagesbild(namnd, fran=date(2026, 1, 1), till=date(2026, 6, 30))
    (serie,) = underlag(halva).statistik
    assert serie.totalen.text == "15"
    halva.till = date(2026, 12, 31)
    halva.save()
    (serie,) = underlag(halva).statistik
    assert serie.totalen.text == "42"
    assert not serie.per_manad


def test_half_a_year_is_compared_with_the_half_before(namnd):
    bild = ny_lagesbild(namnd, fran=date(2026, 7, 1), till=date(2026, 12, 31))
    nya_handelser(namnd, 9, date(2026, 8, 1))
    nya_handelser(namnd, 7, date(2026, 6, 1))
    allt = underlag(bild)
    assert allt.perioder[1].etikett == "januari 2026–juni 2026"
    assert texter(allt.blanketter.totalt, "")[:2] == ["9", "7"]
    # Its tertials are cut off, and its months are others than the half before has
    assert not allt.blanketter.per_tertial
    assert allt.blanketter.per_manad.kolumner == ("juli 2026–december 2026",)


def test_a_board_without_anything_still_has_something_true_to_show(namnd):
    tom = ny_lagesbild(bygge.ny_namnd("askhamra"))
    allt = underlag(tom)
    assert texter(allt.blanketter.totalt, "") == [INGEN_UPPGIFT] * 2
    assert rakna(tom) == (None,) * 2
    assert rakna(tom, "serie-9") == (None,) * 2


def test_it_is_the_same_through_json(namnd, bild):
    nya_handelser(namnd, 14, delomrade=bygge.nytt_delomrade(namnd))
    ny_serie(namnd, [(date(2026, 2, 1), 12, {})])
    allt = underlag(bild)
    assert Underlag.fran_json(json.loads(json.dumps(allt.till_json()))) == allt


def test_a_key_that_another_version_wrote_is_left_out(namnd, bild):
    data = json.loads(json.dumps(underlag(bild).till_json()))
    data["serier"][0]["nytt"] = data["serier"][0]["totalt"]["nytt"] = "något"
    assert Underlag.fran_json(data) == underlag(bild)


def test_the_questions_to_the_database_are_as_many_for_one_as_for_many(
    namnd, bild, django_assert_max_num_queries
):
    for nr in range(4):
        del_ = bygge.nytt_delomrade(namnd)
        nya_handelser(namnd, 6, delomrade=del_)
        ny_serie(namnd, [(date(2026, 2, 1), 12, {})], namn=f"Serie {nr}")
    underlag(bild)
    with django_assert_max_num_queries(10):
        underlag(Lagesbild.objects.select_related("namnd").get(pk=bild.pk))


@pytest.mark.parametrize(
    ("antal", "nollor"),
    [
        ((1, 7), 3),  # nought where nothing was seen, though no number can be told
        ((1, 1, 6, 5), 1),
        ((1, 1, 1, 5), 0),  # four parts of eight: nearly all of them one
    ],
)
def test_environments_without_events_are_nought_when_the_others_are_hidden(
    namnd, bild, antal, nollor
):
    koder = "vit_makt", "autonom", "islamistisk", "annan", "oklart"
    for kod, ett in zip(koder, antal, strict=False):
        nya_handelser(namnd, ett, miljo=kod, slag=("klotter",))
    blanketter = underlag(bild).blanketter
    visade = [rad.celler[0].text for rad in blanketter.per_miljo.rader]
    assert blanketter.totalen.tal == sum(antal)
    assert visade.count("0") == nollor
    assert not any(text.isdigit() for text in visade if text != "0")


def test_a_file_with_noughts_of_an_environment_that_never_had_any_is_counted(bild):
    noll = (date(2026, 1, 1), 0, {"miljo": "vit_makt"})
    ny_serie(bild.namnd, [noll, (date(2026, 2, 1), 20, {"miljo": "oklart"})])
    (serie,) = underlag(bild).statistik
    assert texter(serie.totalt, "")[0] == "20"
