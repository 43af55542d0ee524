"""The margin tells of a need that nothing answers, and of work that answers none."""

import pytest
from django.urls import reverse

from aktiviteter.granskning import Behovsrad, behov
from aktiviteter.granskningsunderlag import granskningsunderlag
from aktiviteter.handlingar.behovssvar import lagg_till_svar
from aktiviteter.sammanstallning import granskningen, plan_innehall
from tests import bygge, bygge_lagesbild
from tests.aktiviteter.sida import ord_pa


class Rad:
    def __init__(self, pk):
        self.pk, self.nummer = pk, pk * 10


@pytest.fixture
def plan(namnd):
    return bygge.ny_plan(namnd, aktiviteter=3, kapitel=2)


@pytest.fixture
def ett_behov(plan):
    bild = bygge_lagesbild.ny_lagesbild(plan.namnd, plan.ar)
    return bygge_lagesbild.ny_iakttagelse(bild, "Rutinen är okänd")


def slag(plan):
    grupper = granskningen(plan, plan_innehall(plan)).grupper
    return [d.slag for g in grupper for p in g.poster for d in p.delar]


def test_a_need_without_an_activity_is_told_with_its_words_and_where_to_mend_it(
    klient, plan, ett_behov
):
    svar = klient.get(plan.get_absolute_url())
    marginal = ord_pa(svar, "//aside[@id='granskning']")
    assert "”Rutinen är okänd” är ett behov i lägesbilden" in marginal
    args = [plan.namnd.kort, plan.ar, ett_behov.pk]
    assert reverse("plan_iakttagelse", args=args) in svar.content.decode()


def test_when_an_activity_answers_the_others_are_told_in_one_piece_of_advice(
    plan, ett_behov
):
    lagg_till_svar(plan.aktiviteter.first(), [ett_behov.pk])
    assert "behov_utan_aktivitet" not in slag(plan)
    assert slag(plan).count("aktivitet_utan_behov") == 1


def test_without_a_need_no_activity_is_loose(plan, ett_behov):
    ett_behov.behov = "nej"
    ett_behov.save()
    assert not {"behov_utan_aktivitet", "aktivitet_utan_behov"} & set(slag(plan))


def test_many_needs_are_told_as_one_and_each_leads_to_its_page(klient, plan, ett_behov):
    for nr in range(5):
        bygge_lagesbild.ny_iakttagelse(ett_behov.lagesbild, f"Behov {nr}", ordning=nr)
    svar = klient.get(plan.get_absolute_url())
    assert "6 behov saknar aktivitet" in ord_pa(svar)
    args = [plan.namnd.kort, plan.ar, ett_behov.pk]
    assert f'href="{reverse("plan_iakttagelse", args=args)}"' in svar.content.decode()
    assert 'href="#"' not in svar.content.decode()


def test_a_dismissal_ends_when_the_need_has_other_words(klient, plan, ett_behov):
    (post,) = (
        p
        for g in granskningen(plan, plan_innehall(plan)).grupper
        for p in g.poster
        if p.delar[0].slag == "behov_utan_aktivitet"
    )
    vart = reverse("anmarkning_avfarda", args=[plan.namnd.kort, plan.ar, post.nyckel])
    klient.post(vart, {"skal": "Polisen gör det."})
    assert "behov_utan_aktivitet" not in slag(plan)
    ett_behov.rubrik = "Ny rutin är okänd"
    ett_behov.save()
    assert "behov_utan_aktivitet" in slag(plan)


def test_the_needs_cost_one_query_however_many(
    plan, ett_behov, django_assert_num_queries
):
    for nr in range(30):
        bygge_lagesbild.ny_iakttagelse(ett_behov.lagesbild, f"Behov {nr}")
    with django_assert_num_queries(1):
        assert len(granskningsunderlag(plan).behov) == 31


def test_the_numbers_of_loose_activities_are_named_but_not_all_of_many():
    rader = [Behovsrad(1, "Ett", 1)]
    (en,) = behov.utan_behov(rader, [Rad(1), Rad(2)])
    assert en.text.startswith("Aktivitet 20 svarar inte")
    (manga,) = behov.utan_behov(rader, [Rad(n) for n in range(1, 14)])
    assert manga.text.startswith("12 aktiviteter (20, 30,")
    assert "med flera" in manga.text


def test_before_anything_answers_nothing_is_said_of_the_activities():
    assert behov.utan_behov([Behovsrad(1, "Ett", None)], [Rad(1)]) == []
    assert behov.utan_behov([], [Rad(1)]) == []
