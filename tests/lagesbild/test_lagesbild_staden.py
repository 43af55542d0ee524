"""The city's table: published figures of those who have shared, and nobody else's."""

from datetime import date

import pytest
from django.urls import reverse

from lagesbild.models import Kallart, Lagesbild
from lagesbild.sammanstallning.staden import stadens_tabell
from tests import bygge
from tests.bygge_lagesbild import (
    ny_lagesbild,
    ny_serie,
    nya_handelser,
    publicera_bild,
)
from vbeplan.organisation.models import Ratt

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aret_ar_slut")]
STADEN = "/lagesbild/staden/"


@pytest.fixture
def central(client):
    anvandare = bygge.ny_anvandare(Ratt.CENTRAL)
    client.force_login(anvandare)
    return anvandare


def delad_bild(kort, nu=14, fore=9, *, delad=True, **falt):
    namnd = bygge.ny_namnd(kort)
    nya_handelser(namnd, 1, date(2022, 1, 1), status="ej_vbe")
    nya_handelser(namnd, fore, date(2025, 3, 1))
    nya_handelser(namnd, nu)
    bild = ny_lagesbild(namnd, **falt)
    publicera_bild(bild)
    Lagesbild.objects.filter(pk=bild.pk).update(delad=delad)
    return bild


def texter(tabell, kod):
    return [cell.text for cell in tabell.rad(kod).celler]


def test_boards_stand_side_by_side_with_environments_and_years(central):
    delad_bild("ekhamra")
    delad_bild("askhamra", 20, 30)
    tabell = stadens_tabell(central, 2027)
    assert tabell.miljoer.kolumner[0] == "Vit makt-miljön"
    assert texter(tabell.miljoer, "ekhamra") == ["14", "0", "0", "0", "0", "14"]
    assert texter(tabell.miljoer, "") == ["34", "0", "0", "0", "0", "34"]
    assert tabell.aren.kolumner == ("2026", "2025", "2024", "2023")
    assert texter(tabell.aren, "askhamra") == ["20", "30", "0", "0"]
    assert texter(tabell.aren, "") == ["34", "39", "0", "0"]


def test_a_hidden_figure_stays_hidden_in_the_sum(central):
    delad_bild("ekhamra")
    delad_bild("askhamra", 3)
    tabell = stadens_tabell(central, 2027)
    assert texter(tabell.miljoer, "askhamra")[-1] == "färre än 5"
    assert texter(tabell.miljoer, "")[-1] == "minst 14"
    assert tabell.miljoer.rad("").celler[-1].tal is None


def med_serie(kort, antal, **falt):
    namnd = bygge.ny_namnd(kort)
    nya_handelser(namnd, 14)
    tal = [(date(2026, 3, 1), antal, {})]
    ny_serie(namnd, tal, art=Kallart.KLOTTER, raknar="ärenden", **falt)
    bild = ny_lagesbild(namnd)
    publicera_bild(bild)
    Lagesbild.objects.filter(pk=bild.pk).update(delad=True)
    return bild


def test_series_of_a_kind_stand_beside_the_forms(central):
    med_serie("ekhamra", 30)
    med_serie("askhamra", 12)
    delad_bild("lindhamra")
    tabell = stadens_tabell(central, 2027).underlagen
    klotter = tabell.kolumner.index(str(Kallart.KLOTTER.label))
    assert texter(tabell, "ekhamra")[klotter] == "30"
    assert texter(tabell, "lindhamra")[klotter] == "ingen uppgift"
    assert texter(tabell, "")[klotter] == "minst 42"


def test_a_series_of_a_part_of_the_year_says_so_and_is_in_no_sum(central):
    med_serie("ekhamra", 30, till=date(2026, 10, 31))
    med_serie("askhamra", 12)
    tabell = stadens_tabell(central, 2027).underlagen
    klotter = tabell.kolumner.index(str(Kallart.KLOTTER.label))
    assert texter(tabell, "ekhamra")[klotter] == "30 hittills"
    assert texter(tabell, "")[klotter] == "minst 12"


def test_the_response_rate_stands_beside_them(central):
    for kort, svarat in (("ekhamra", 6), ("askhamra", 5)):
        bild = delad_bild(kort)
        frysning = bild.frysningar.get()
        grad = {"grupp": "", "tillfragade": 10, "svarande": svarat, "text": ""}
        data = frysning.data | {"enkater": [{"svarsgrad": grad}]}
        bild.frysningar.create(
            nummer=frysning.nummer + 1, data=data, dag=frysning.dag, troskel=5
        )
    tabell = stadens_tabell(central, 2027).underlagen
    assert texter(tabell, "ekhamra")[-1] == "6 av 10 (60 %)"
    assert texter(tabell, "")[-1] == "11 av 20 (55 %)"


@pytest.mark.parametrize("dolt", [1, 2, 4])
def test_whatever_is_hidden_the_citys_table_is_the_same(central, dolt):
    """It is made of what the boards' own pictures show: an attack gains nothing."""
    med_serie("ekhamra", dolt)
    med_serie("askhamra", 12)
    tabell = stadens_tabell(central, 2027).underlagen
    klotter = tabell.kolumner.index(str(Kallart.KLOTTER.label))
    assert texter(tabell, "ekhamra")[klotter] == "färre än 5"
    assert texter(tabell, "")[klotter] == "minst 12"


def test_a_sum_of_hidden_figures_alone_is_hidden_and_not_missing(central):
    delad_bild("ekhamra", 3)
    tabell = stadens_tabell(central, 2027)
    assert texter(tabell.aren, "")[:2] == ["visas inte", "9"]
    assert "ingen uppgift" not in texter(tabell.miljoer, "")


def test_who_has_not_shared_is_named_and_not_shown(central):
    delad_bild("ekhamra")
    delad_bild("askhamra", 77, delad=False)
    ny_lagesbild(bygge.ny_namnd("berghamra"), delad=True)
    bygge.ny_namnd("dalhamra")
    tabell = stadens_tabell(central, 2027)
    namn = tuple(f"{n} stadsdelsnämnd" for n in ("Askhamra", "Berghamra", "Dalhamra"))
    assert tabell.inte_delad == namn
    assert [rad.kod for rad in tabell.miljoer.rader] == ["ekhamra", ""]


def test_a_picture_of_another_span_is_said_and_not_summed(central):
    delad_bild("ekhamra")
    delad_bild("askhamra")
    delad_bild("berghamra", fran=date(2025, 7, 1), till=date(2026, 6, 30))
    tabell = stadens_tabell(central, 2027)
    assert tabell.annan_tid == (("Berghamra stadsdelsnämnd", "juli 2025–juni 2026"),)
    assert texter(tabell.miljoer, "")[-1] == "28"


def test_a_picture_that_was_finished_without_figures_is_said(central):
    namnd = bygge.ny_namnd()
    ny_lagesbild(namnd, status=Lagesbild.Status.KLAR, delad=True)
    tabell = stadens_tabell(central, 2027)
    assert tabell.utan_siffror == (namnd.namn,)
    assert not tabell.miljoer


def test_later_events_do_not_change_what_was_published(central):
    bild = delad_bild("ekhamra")
    nya_handelser(bild.namnd, 40)
    assert texter(stadens_tabell(central, 2027).miljoer, "ekhamra")[-1] == "14"


def test_the_page_shows_the_newest_year_and_others_by_address(client, central):
    delad_bild("ekhamra")
    delad_bild("askhamra", ar=2026)
    text = client.get(STADEN).content.decode()
    assert "Rapporterade händelser 2026" in text
    assert "Askhamra" in text[text.index("Inte delad") :]
    text = client.get(STADEN, {"ar": "2026"}).content.decode()
    assert "Rapporterade händelser 2025" in text
    assert "Fel: " in client.get(STADEN, {"ar": "1066"}).content.decode()


def test_without_a_shared_picture_it_says_when_there_will_be_figures(client, central):
    text = client.get(STADEN).content.decode()
    assert "Ingen nämnd har delat en lägesbild än" in text


@pytest.mark.parametrize("ratt", [Ratt.SAMORDNARE, Ratt.LASARE, Ratt.FORVALTARE])
def test_it_is_the_central_coordinators_alone(client, ratt):
    egen = None if ratt == Ratt.FORVALTARE else bygge.ny_namnd()
    client.force_login(bygge.ny_anvandare(ratt, egen))
    assert client.get(reverse("lagesbild_staden")).status_code == 404


def test_it_asks_as_little_for_many_boards(
    client, central, django_assert_max_num_queries
):
    for nr in range(6):
        delad_bild(f"namnd-{nr}", 14)
    with django_assert_max_num_queries(9):
        client.get(STADEN)


def test_a_threshold_raised_since_hides_here_too(client, central, settings):
    """The lone low environment could be computed, so the row's others go with it."""
    bild = delad_bild("ekhamra", 14)
    nya_handelser(bild.namnd, 6, miljo="autonoma")
    Lagesbild.objects.filter(pk=bild.pk).update(status="utkast")
    bild.refresh_from_db()
    publicera_bild(bild)
    delad_bild("askhamra", 20, 30)
    visat = texter(stadens_tabell(central, 2027).miljoer, "ekhamra")
    assert {"14", "6", "20"} <= set(visat)
    settings.SMATALSGRANS = 10
    tabell = stadens_tabell(central, 2027)
    rad = texter(tabell.miljoer, "ekhamra")
    assert "14" not in rad
    assert "6" not in rad
    assert rad[-1] == "20"
    assert texter(tabell.aren, "ekhamra")[:2] == ["20", "visas inte"]
    assert tabell.hojd_troskel == ("Askhamra stadsdelsnämnd", "Ekhamra stadsdelsnämnd")
    assert "har höjts" in client.get(STADEN).text
