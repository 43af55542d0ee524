"""The picture's small rows: one question, and known by all that they say."""

from datetime import date

import pytest

from lagesbild.bildlage import namndens_platser
from lagesbild.bildnyckel import sparat_innehall
from lagesbild.bildrader import bildrader
from lagesbild.models import Enkat, Kalla, Lagesbild, Serie
from tests import bygge, bygge_enkat, bygge_lagesbild
from vbeplan.organisation.models import Delomrade, Namnd

pytestmark = pytest.mark.django_db


@pytest.fixture
def bild():
    namnd = bygge.ny_namnd()
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    bygge_lagesbild.ny_kalla(bild, "Polisen")
    bygge_lagesbild.nya_handelser(namnd, 9, delomrade=bygge.nytt_delomrade(namnd))
    bygge_lagesbild.ny_serie(namnd, [(date(2026, 3, 1), 40, {})])
    bygge.ny_enhet(namnd, "Ekskolan", fran=date(2025, 1, 1))
    bygge_enkat.stangd(bild=bild)
    return bild


def test_the_rows_come_as_the_models_have_them(bild, django_assert_num_queries):
    bildrader(bild)  # makes the first version of the questions

    with django_assert_num_queries(1):
        rader = bildrader(bild)
        assert rader.enheter[0].fran == date(2025, 1, 1)
        assert rader.importer[0].till == date(2026, 12, 31)
        assert rader.importer[0].serie.beror_pa_personal is False
        assert rader.enkater[0].grupper == ["egen"]
        assert rader.gallande.val("miljo")
        assert rader.forsta_blankett == date(2026, 4, 1)
    assert rader.kallor == tuple(bild.kallor.all())
    assert rader.enkater == tuple(bild.enkater.all())


def test_what_is_left_out_is_read_when_it_is_asked_for(bild):
    (kalla,) = bildrader(bild).kallor

    assert kalla.begaran == bild.kallor.get().begaran != ""


def test_a_board_with_nothing_has_a_picture_too():
    bild = bygge_lagesbild.ny_lagesbild(bygge.ny_namnd())

    rader = bildrader(bild)

    assert (rader.kallor, rader.forsta_blankett) == ((), None)
    assert rader.gallande.val("plats")


def test_sources_stand_in_their_order_with_each_finding(bild):
    sist = bygge_lagesbild.ny_kalla(bild, "Anden", ordning=9)
    forst = bild.kallor.get(namn="Polisen")
    sak = bygge_lagesbild.ny_iakttagelse(bild, kallor=[sist, forst])

    assert bildrader(bild).iakttagelsekallor == {sak.pk: [forst, sist]}


@pytest.mark.parametrize("vad", [Serie, Delomrade, Namnd, Enkat, Kalla])
def test_a_new_name_is_seen_at_once(bild, vad):
    assert "Omdöpt" not in str(sparat_innehall(bild)[0])

    vad.objects.update(namn="Omdöpt")

    innehall, _ = sparat_innehall(Lagesbild.objects.get(pk=bild.pk))
    assert "Omdöpt" in str(innehall)


def test_a_renamed_unit_is_known_as_a_place_at_once(bild):
    bild.namnd.enheter.update(namn="Almskolan")

    assert "Almskolan" in namndens_platser(bildrader(bild))


def test_a_picture_as_it_was_is_not_computed_again(bild, django_assert_num_queries):
    sparat_innehall(bild)

    with django_assert_num_queries(1):
        sparat_innehall(bild)
