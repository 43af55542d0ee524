"""The wheel of a plan: what is done, what is late, what is next."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from aktiviteter.arshjul import Lage, hjulen, hjulet, stadens_punkter
from aktiviteter.models import Hjuldag, Hjulpunkt, Moment
from aktiviteter.models.handlingsplan import Planstatus
from aktiviteter.uppfoljning.dagar import foreslagen_dag
from tests import bygge, bygge_lagesbild

pytestmark = pytest.mark.django_db
IDAG = date(2027, 2, 1)
MOTE = date(2027, 4, 28)


@pytest.fixture
def plan():
    return ny_plan()


def ny_plan(kort="ekhamra", **falt):
    falt = {"sammantrade": MOTE} | falt
    return bygge.ny_namnd(kort).planer.create(ar=2027, **falt)


def dagen(plan, moment, idag=IDAG):
    return next(d for d in hjulet(plan, idag).dagar if d.moment == moment)


def test_a_city_without_a_template_gets_the_standard_one_once(plan):
    stadens_punkter()
    stadens_punkter()

    assert Hjulpunkt.objects.count() == 13
    assert len(hjulet(plan, IDAG).dagar) == 13


def test_what_has_passed_is_late_and_the_first_to_come_is_the_next(plan):
    hjul = hjulet(plan, IDAG)

    assert [d.moment for d in hjul.forsenade] == [
        Moment.UNDERLAG,
        Moment.ENKAT_UT,
    ]
    assert hjul.nasta[0].moment == Moment.PAMINNELSE
    assert hjul.nasta[0].lage == Lage.NASTA
    assert {d.lage for d in hjul.nasta[1:]} == {Lage.KOMMER}
    assert [d.dag for d in hjul.dagar] == sorted(d.dag for d in hjul.dagar)


def test_a_day_is_not_late_on_the_day_itself(plan):
    assert dagen(plan, Moment.NAMND, MOTE).lage == Lage.NASTA
    assert dagen(plan, Moment.NAMND, date(2027, 4, 29)).lage == Lage.FORSENAD


def test_without_a_meeting_most_waits_for_its_day():
    hjul = hjulet(ny_plan(sammantrade=None), IDAG)

    assert [d.moment for d in hjul.dagar[:3]] == [Moment.T1, Moment.T2, Moment.VB]
    assert {d.lage for d in hjul.dagar[3:]} == {Lage.ODATERAD}
    assert hjul.forsenade == ()


def test_a_meeting_in_the_past_is_told(plan):
    [mening] = hjulet(plan, date(2027, 5, 2)).papekanden

    assert mening.startswith("Sammanträdet har redan varit")


def test_a_meeting_in_the_year_after_is_told_and_the_year_before_is_not():
    sen = ny_plan(sammantrade=date(2028, 2, 9))
    tidig = ny_plan("sjovik", sammantrade=date(2026, 11, 25))

    assert "ligger 2028, men planen gäller 2027" in hjulet(sen, IDAG).papekanden[0]
    assert hjulet(tidig, date(2026, 10, 1)).papekanden == ()


def test_a_ticked_day_is_done_and_a_moved_one_stays_when_the_meeting_moves(plan):
    punkt = stadens_punkter()[0]
    egen = {"punkt": punkt, "ar": 2027, "moment": punkt.moment, "namn": punkt.namn}
    plan.hjuldagar.create(**egen, dag=date(2027, 3, 6), flyttad=True)
    andra = stadens_punkter()[1]
    plan.hjuldagar.create(
        punkt=andra, ar=2027, moment=andra.moment, namn="", dag=IDAG, klar=IDAG
    )
    plan.sammantrade = date(2027, 6, 9)

    flyttad, klar = dagen(plan, Moment.UNDERLAG), dagen(plan, Moment.ENKAT_UT)

    assert (flyttad.dag, flyttad.flyttad) == (date(2027, 3, 6), True)
    assert (klar.dag, klar.lage) == (date(2027, 3, 3), Lage.KLAR)
    assert klar.namn == andra.namn


def test_a_point_that_leaves_the_template_is_kept_where_it_was_touched(plan):
    punkt = stadens_punkter()[0]
    rad = plan.hjuldagar.create(
        punkt=punkt, ar=2027, moment=punkt.moment, namn="Underlag", dag=IDAG, klar=IDAG
    )
    punkt.delete()

    egen = hjulet(plan, IDAG).dagen(f"egen-{rad.pk}")

    assert (egen.namn, egen.ar_egen, egen.lage) == ("Underlag", True, Lage.KLAR)


def test_what_the_picture_knows_ticks_itself(plan):
    bild = bygge_lagesbild.ny_lagesbild(plan.namnd, ar=2027)
    bygge_lagesbild.ny_enkat(bild)
    assert dagen(plan, Moment.ENKAT_UT).av_sig_sjalv
    assert not dagen(plan, Moment.POLISMOTE).av_sig_sjalv

    type(bild).objects.filter(pk=bild.pk).update(samradd=IDAG, status="klar")

    assert dagen(plan, Moment.POLISMOTE).ar_klar
    assert dagen(plan, Moment.LAGESBILD).ar_klar


def test_a_police_meeting_that_is_only_booked_is_not_done(plan):
    bild = bygge_lagesbild.ny_lagesbild(plan.namnd, ar=2027)
    type(bild).objects.filter(pk=bild.pk).update(samradd=date(2027, 2, 2))

    assert not dagen(plan, Moment.POLISMOTE).ar_klar


def test_the_sources_are_asked_for_when_none_is_left_to_ask(plan):
    bild = bygge_lagesbild.ny_lagesbild(plan.namnd, ar=2027)
    kalla = bygge_lagesbild.ny_kalla(bild, status="ej_begard")
    assert not dagen(plan, Moment.UNDERLAG).ar_klar

    type(kalla).objects.update(status="begard", begard=IDAG)

    assert dagen(plan, Moment.UNDERLAG).ar_klar


def test_nobody_is_asked_any_more_when_the_picture_is_published(plan):
    bild = bygge_lagesbild.ny_lagesbild(plan.namnd, ar=2027, status="klar")
    bygge_lagesbild.ny_kalla(bild, status="ej_begard")

    assert dagen(plan, Moment.UNDERLAG).ar_klar


@pytest.mark.parametrize(
    ("status", "klara", "kvar"),
    [
        (Planstatus.UTKAST, [], [Moment.UTKAST, Moment.NAMND]),
        (Planstatus.SAMRAD, [Moment.UTKAST], [Moment.SAMRAD]),
        (Planstatus.TILL_NAMND, [Moment.UTSKICK, Moment.SAMRAD], [Moment.NAMND]),
        (Planstatus.BESLUTAD, [Moment.NAMND, Moment.ENKAT_UT], [Moment.KS]),
        (Planstatus.GODKAND, [Moment.KS], [Moment.T2]),
        (Planstatus.ERSATT, [*Moment][:-1], []),
    ],
)
def test_the_plans_way_ticks_itself(status, klara, kvar):
    plan = ny_plan(status=status)

    gjort = {d.moment for d in hjulet(plan, IDAG).dagar if d.ar_klar}

    assert gjort >= set(klara)
    assert not gjort & set(kvar)


def test_what_was_decided_stands_on_its_own_day_and_the_rest_is_counted_from_it(plan):
    plan.status = Planstatus.BESLUTAD
    plan.save()
    plan.besluten.create(organ="Nämnden", utfall="beslutad", dag=date(2027, 5, 4))

    mote, ks = dagen(plan, Moment.NAMND), dagen(plan, Moment.KS)
    assert (mote.dag, mote.raknad, mote.hande) == (date(2027, 5, 4), MOTE, True)
    assert (ks.dag, ks.hande) == (date(2027, 6, 15), False)  # 42 days after it
    assert hjulet(plan, IDAG).motesdag == date(2027, 5, 4)

    for utfall, dag in (("inte_godkand", 10), ("villkor", 24)):
        plan.besluten.create(organ="KS", utfall=utfall, dag=date(2027, 6, dag))
    plan.status = Planstatus.ERSATT
    plan.save()
    ks = dagen(plan, Moment.KS)
    assert (ks.dag, ks.raknad, ks.ar_klar) == (
        date(2027, 6, 24),
        date(2027, 6, 15),
        True,
    )


def test_a_corrected_entry_of_a_decision_sets_no_day(plan):
    plan.status = Planstatus.BESLUTAD
    plan.save()
    fel = plan.besluten.create(organ="N", utfall="beslutad", dag=date(2017, 4, 28))
    plan.besluten.create(organ="N", utfall="beslutad", dag=MOTE, rattar=fel)

    assert dagen(plan, Moment.NAMND).dag == MOTE


def test_the_day_of_the_meeting_with_the_police_is_the_pictures(plan):
    bygge_lagesbild.ny_lagesbild(plan.namnd, 2027, samradd=date(2027, 1, 20))

    assert dagen(plan, Moment.POLISMOTE).dag == date(2027, 1, 20)


@pytest.mark.parametrize(
    ("mote", "ord_"),
    [
        (date(2027, 5, 6), "en ledig dag, Kristi himmelsfärdsdag den 6 maj 2027"),
        (date(2027, 5, 8), "en ledig dag, lördag den 8 maj 2027"),
        (date(2027, 7, 14), "i juli"),
    ],
)
def test_a_meeting_on_a_day_when_no_board_meets_is_told(mote, ord_):
    plan = ny_plan(sammantrade=mote)
    assert ord_ in hjulet(plan, IDAG).papekanden[0]
    assert not hjulet(plan, mote.replace(month=12)).papekanden[1:]
    plan.status = Planstatus.BESLUTAD
    assert hjulet(plan, IDAG).papekanden == ()


def test_a_report_that_is_open_in_a_plan_that_is_replaced_is_not_done(plan):
    plan.status = Planstatus.ERSATT
    plan.save()
    oppet = plan.tillfallen.create(ar=2027, period="vb", senast=date(2028, 1, 20))

    vb = dagen(plan, Moment.VB)
    assert not vb.ar_klar
    assert hjulet(plan, IDAG).i_ord.startswith("Nästa: ")

    plan.tillfallen.filter(pk=oppet.pk).update(status="stangt")
    assert dagen(plan, Moment.VB).ar_klar


def test_a_closed_follow_up_ticks_the_year_it_was_of(plan):
    plan.namnd.revideras_vart = 2
    plan.tillfallen.create(ar=2028, period="t2", senast=IDAG, status="stangt")

    t2 = {d.ar: d.ar_klar for d in hjulet(plan, IDAG).dagar if d.moment == Moment.T2}

    assert t2 == {2027: False, 2028: True}


def test_a_follow_up_that_is_begun_has_the_last_day_it_was_given(plan):
    plan.tillfallen.create(ar=2027, period="t1", senast=date(2027, 5, 21))

    assert dagen(plan, Moment.T1).dag == date(2027, 5, 21)
    assert dagen(plan, Moment.T1).har_tillfalle
    assert dagen(plan, Moment.T2).dag == date(2027, 9, 15)


def test_a_new_follow_up_is_offered_the_wheels_day(plan):
    t2 = next(p for p in stadens_punkter() if p.moment == Moment.T2)
    plan.hjuldagar.create(
        punkt=t2, ar=2027, moment="t2", namn="", dag=date(2027, 9, 20), flyttad=True
    )

    assert foreslagen_dag(plan, 2027, "t1") == date(2027, 5, 14)  # not a Saturday
    assert foreslagen_dag(plan, 2027, "t2") == date(2027, 9, 20)


def test_thirty_plans_are_read_with_four_questions(plan):
    stadens_punkter()
    planer = [plan, *(ny_plan(f"namnd-{nr}") for nr in range(29))]

    with CaptureQueriesContext(connection) as fragor:
        hjul = hjulen(planer, IDAG)

    assert len(hjul) == 30
    assert len(fragor) == 4


def test_another_boards_rows_are_not_in_the_wheel(plan):
    annan = ny_plan("sjovik")
    annan.hjuldagar.create(ar=2027, namn="Eget i sjovik", dag=IDAG)

    assert "Eget i sjovik" not in {d.namn for d in hjulet(plan, IDAG).dagar}
    assert Hjuldag.objects.count() == 1
