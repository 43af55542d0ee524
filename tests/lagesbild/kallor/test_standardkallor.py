"""The city's set of sources, kept by the city's coordinator."""

import pytest
from django.urls import reverse

from lagesbild.brevtext import okanda_ord
from lagesbild.handlingar.ge_kallor import stadens_kallor
from lagesbild.models import Kallart, Standardkalla
from lagesbild.standardkallor import STANDARD
from tests import bygge
from tests.aktiviteter.sida import fel_pa, ord_pa
from vbeplan.organisation.models import Ratt


@pytest.fixture
def central(client, db):
    client.force_login(bygge.ny_anvandare(Ratt.CENTRAL))
    return client


def falt(rad, **mer):
    return {
        "namn": rad.namn,
        "art": rad.art,
        "tillfragad": rad.tillfragad,
        "grupper": rad.grupper,
        "begaran": rad.begaran,
        "begransning": rad.begransning,
        "saknas": rad.saknas,
        "i_bruk": "on",
        "version": rad.version,
    } | mer


def test_the_set_comes_with_the_first_visit_and_only_then(central):
    assert "Klotterstatistik" in ord_pa(central.get(reverse("standardkallor")))
    Standardkalla.objects.filter(art="ia").delete()
    central.get(reverse("standardkallor"))
    assert Standardkalla.objects.count() == len(STANDARD) - 1


def test_every_kind_of_source_is_in_the_set_with_its_limits():
    assert {falt["art"] for falt in STANDARD} == set(Kallart) - {Kallart.ANNAT}
    assert all(falt["begransning"] and falt["saknas"] for falt in STANDARD)


def test_every_letter_asks_for_no_person_and_can_be_filled_in():
    breven = [falt["begaran"] for falt in STANDARD if "begaran" in falt]
    assert len(breven) == 5
    for brev in breven:
        assert "inga uppgifter om enskilda personer" in brev
        assert "inget att rapportera" in brev
        assert "{svara senast}" in brev
        assert okanda_ord(brev) == []


def test_a_change_comes_to_new_pictures(central):
    rad = stadens_kallor()[0]
    mer = falt(rad, namn="Polisen i Granby")
    assert central.post(rad.get_absolute_url(), mer).status_code == 302
    assert stadens_kallor()[0].namn == "Polisen i Granby"


def test_two_sources_of_one_name_are_refused(central):
    ena, andra = stadens_kallor()[:2]
    svar = central.post(andra.get_absolute_url(), falt(andra, namn=ena.namn))
    assert "redan en källa med det namnet" in fel_pa(svar)


def test_who_saves_second_sees_both(central):
    rad = stadens_kallor()[0]
    mer = falt(rad, tillfragad="Lokalpolisen")
    central.post(rad.get_absolute_url(), mer)
    svar = central.post(rad.get_absolute_url(), falt(rad, tillfragad="Regionpolisen"))
    assert "Någon annan sparade" in fel_pa(svar)
    assert "Regionpolisen" in svar.content.decode()


def test_a_new_one_stands_last_and_moves(central):
    stadens_kallor()
    mer = falt(Standardkalla(art="annat"), namn="Fältgruppen", version=0)
    central.post(reverse("standardkalla_ny"), mer)
    ny = Standardkalla.objects.last()
    assert ny.namn == "Fältgruppen"
    central.post(reverse("standardkalla_ordna", args=[ny.pk]), {"gor": "upp"})
    assert list(Standardkalla.objects.all())[-2] == ny


def test_a_retired_one_is_given_to_nobody(central):
    rad = stadens_kallor()[0]
    central.post(rad.get_absolute_url(), {**falt(rad), "i_bruk": ""})
    assert rad not in stadens_kallor()
