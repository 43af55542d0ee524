"""Two boards have become one: its plan is begun from both their last plans."""

import pytest

from aktiviteter import handlingar
from aktiviteter.handlingar import borja_revidering
from aktiviteter.models import Handlingsplan
from aktiviteter.revideringen import revideringsrader
from tests.aktiviteter.sida import fel_pa, ord_pa, skicka
from tests.bygge import andra, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

NY = "/planer/ny/"


@pytest.fixture
def sjovik(samordnare):
    namnd = ny_namnd("sjovik")
    samordnare.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=namnd)
    return namnd


@pytest.fixture
def planerna(namnd, sjovik, samordnare):
    """Their plans for 2027: activities 1–2 in Ekhamra, 1–3 in Sjövik."""
    return (
        ny_plan(namnd, 2027, aktiviteter=2, av=samordnare),
        ny_plan(sjovik, 2027, aktiviteter=3, av=samordnare),
    )


@pytest.fixture
def ny(samordnare):
    """The board that they have become."""
    namnd = ny_namnd("ekvik")
    samordnare.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=namnd)
    return namnd


def i_planen(plan):
    rader = plan.aktiviteter.order_by("nummer")
    return list(rader.values_list("nummer", "titel"))


def test_both_boards_activities_are_there_and_none_has_another_s_number(
    klient, planerna, ny
):
    ena, andra_ = planerna
    falt = {"namnd": ny.pk, "ar": 2028, "borja_med": ena.pk, "och_med": andra_.pk}
    svar = skicka(klient, NY, **falt)
    plan = Handlingsplan.objects.get(namnd=ny)
    assert i_planen(plan) == [
        (1, "Aktivitet 1 i ekhamra"),
        (2, "Aktivitet 2 i ekhamra"),
        (3, "Aktivitet 3 i sjovik"),
        (4, "Aktivitet 1 i sjovik"),
        (5, "Aktivitet 2 i sjovik"),
    ]
    ord_ = ord_pa(svar)
    assert "5 av 5 kvar att besluta" in ord_
    assert "Ekhamra stadsdelsnämnd 2027 och Sjovik stadsdelsnämnd 2027" in ord_
    assert "Hade nummer 1 i planen för Sjovik stadsdelsnämnd 2027" in ord_
    assert "Ur planen för Sjovik stadsdelsnämnd 2027" in ord_


def test_a_board_that_takes_over_another_keeps_its_own_numbers(planerna, sjovik):
    """Whichever is chosen first; and a number that it once used is not the other's."""
    ena, andra_ = planerna
    handlingar.ta_bort_aktivitet(andra_.aktiviteter.get(nummer=2), av=None)
    plan = sjovik.planer.create(ar=2028)
    borja_revidering(plan, ena, andra_)
    assert i_planen(plan) == [
        (1, "Aktivitet 1 i sjovik"),
        (3, "Aktivitet 3 i sjovik"),
        (4, "Aktivitet 1 i ekhamra"),
        (5, "Aktivitet 2 i ekhamra"),
    ]
    assert [rad.fanns for rad in revideringsrader(plan)][:2] == ["", ""]


def test_a_new_activity_gets_a_number_that_neither_has_used(planerna, ny, samordnare):
    plan = ny.planer.create(ar=2028)
    borja_revidering(plan, *planerna)
    aktivitet = plan.aktiviteter.first()
    aktivitet.ta_nummer()
    assert aktivitet.nummer == 6


def test_chapters_of_the_same_name_are_one_with_what_the_second_has_more(planerna, ny):
    ena, andra_ = planerna
    for plan, text in zip(planerna, ("<p>Ena</p>", "<p>Andra</p>"), strict=True):
        andra(
            plan.avsnitt.i_lasordning()[0],
            rubrik="Inledning",
            text=f"<p>Stadens text.</p>\n{text}",
        )
    andra(andra_.avsnitt.i_lasordning()[1], rubrik="Bara i Sjövik")
    plan = ny.planer.create(ar=2028)
    borja_revidering(plan, ena, andra_)
    kapitel = plan.avsnitt.i_lasordning()
    assert kapitel[0].rubrik == "Inledning"
    assert kapitel[0].text == "<p>Stadens text.</p>\n<p>Ena</p>\n<p>Andra</p>"
    assert kapitel[1].rubrik == "Bara i Sjövik"
    rubriker = [a.rubrik for a in kapitel]
    assert len(set(rubriker)) == len(rubriker)


def test_what_was_for_internal_use_in_one_of_them_is_that_in_the_new(planerna, ny):
    andra_ = planerna[1]
    rubrik = andra_.avsnitt.first().rubrik
    planerna[0].avsnitt.filter(pk=planerna[0].avsnitt.first().pk).update(rubrik=rubrik)
    andra_.avsnitt.filter(rubrik=rubrik).update(intern=True)
    plan = Handlingsplan.objects.create(namnd=ny, ar=2028)
    borja_revidering(plan, *planerna)

    assert plan.avsnitt.get(rubrik=rubrik).intern


def test_each_activity_stands_in_its_own_chapter(planerna, ny):
    plan = ny.planer.create(ar=2028)
    borja_revidering(plan, *planerna)
    for rad in plan.revideringar.select_related("forlaga__avsnitt"):
        ny_rad = plan.aktiviteter.get(nummer=rad.nummer)
        assert ny_rad.avsnitt.rubrik == rad.forlaga.avsnitt.rubrik


def test_the_second_plan_must_be_another_board_s(klient, planerna, ny):
    ena, _ = planerna
    falt = {"namnd": ny.pk, "ar": 2028, "borja_med": ena.pk, "och_med": ena.pk}
    assert "från olika nämnder" in fel_pa(skicka(klient, NY, **falt))
    falt["borja_med"] = "tom"
    assert "från olika nämnder" in fel_pa(skicka(klient, NY, **falt))
    assert not Handlingsplan.objects.filter(namnd=ny).exists()


def test_a_year_before_the_last_plan_s_is_refused(klient, namnd, samordnare):
    plan = ny_plan(namnd, 2027, aktiviteter=1, av=samordnare)
    svar = skicka(klient, NY, ar=2026, borja_med=plan.pk)
    assert "inte är före planen" in fel_pa(svar)


def test_an_activity_that_a_later_plan_is_begun_from_cannot_go(klient, planerna):
    ena, _ = planerna
    skicka(klient, NY, namnd=ena.namnd_id, ar=2028, borja_med=ena.pk)
    aktivitet = ena.aktiviteter.get(nummer=1)
    svar = klient.post(f"/planer/aktivitet/{aktivitet.pk}/ta-bort/")
    assert svar.status_code == 403
    assert "har ett beslut i en senare plan" in ord_pa(svar)
    assert ena.aktiviteter.count() == 2


def test_one_that_both_had_says_which_the_other_is(klient, planerna, ny):
    for plan in planerna:
        andra(plan.aktiviteter.get(nummer=1), titel="Webbutbildning")
    plan = ny.planer.create(ar=2028)
    borja_revidering(plan, *planerna)
    assert {r.nummer: r.samma for r in revideringsrader(plan) if r.samma} == {
        1: "4",
        4: "1",
    }
    sida = ord_pa(klient.get("/planer/ekvik/2028/revidering/"))
    assert "Heter likadant som nummer 4." in sida


@pytest.mark.parametrize("interna", [0, 1])
def test_what_one_of_them_kept_for_internal_use_stays_so(planerna, ny, interna):
    for plan in planerna:
        andra(plan.avsnitt.i_lasordning()[0], rubrik="Säkerhet")
    andra(planerna[interna].avsnitt.i_lasordning()[0], intern=True)
    plan = ny.planer.create(ar=2028)
    borja_revidering(plan, *planerna)
    assert [a.rubrik for a in plan.avsnitt.filter(intern=True)] == ["Säkerhet"]
