"""What has changed since the last plan: activities, chapters, cover, word for word."""

import json

from django.db import connection
from django.test.utils import CaptureQueriesContext

from aktiviteter import handlingar
from aktiviteter.andringar import Andringar, andringar, forra_planen, forra_planerna
from aktiviteter.handlingar.borja_revidering import borja_revidering
from aktiviteter.models import Ansvar, Handlingsplan
from lagesbild.som_json import fran_json, till_json
from tests.aktiviteter.sida import adress, skicka
from tests.bygge import andra, ny_namnd, ny_plan, ny_roll


def aktivitet(plan, nummer):
    return plan.aktiviteter.get(nummer=nummer)


def ord_(lopor):
    return "".join(text for text, _ in lopor)


def test_a_boards_first_plan_has_nothing_to_be_compared_with(plan):
    assert forra_planen(plan) is None
    assert andringar(plan) is None


def test_a_plan_follows_the_one_it_was_begun_from_else_the_nearest_earlier(plan, nasta):
    assert forra_planen(nasta) == plan
    fjarran = ny_plan(plan.namnd, 2024)
    assert forra_planen(plan) == fjarran
    assert forra_planen(ny_plan(plan.namnd, 2031)) == nasta


def test_a_plan_that_was_just_begun_differs_in_nothing_that_stands_on_paper(nasta):
    ut = andringar(nasta)
    assert ut.nya == ut.andrade == ut.upphorda == ut.kapitel == ()
    assert (ut.oforandrade, ut.lika_kapitel) == (2, 3)
    assert ut.mot == "planen för 2027"


def test_a_changed_activity_is_told_word_for_word_with_why(nasta):
    rad = nasta.revideringar.get(nummer=1)
    rad.val, rad.skal = rad.Val.ANDRA, "Fler skolor är med."
    rad.save()
    andra(aktivitet(nasta, 1), titel="Aktivitet 1 i ekhamra och Bergby")
    (ett,) = andringar(nasta).andrade
    (par,) = ett.falt
    assert (ett.nummer, ett.skal, par.etikett) == (1, "Fler skolor är med.", "Titel")
    assert ord_(par.fore) == "Aktivitet 1 i ekhamra"
    assert ord_(par.efter) == "Aktivitet 1 i ekhamra och Bergby"
    assert [text for text, slag in par.efter if slag] == ["och Bergby"]


def test_a_time_that_only_moved_on_with_the_year_is_no_change(plan, nasta):
    for en, ord_i_planen in ((plan, "Hösten 2027"), (nasta, "Hösten 2028")):
        rad = aktivitet(en, 1)
        rad.tolka_tider(ord_i_planen, None)
        rad.save()
    ut = andringar(nasta)
    assert (ut.andrade, ut.oforandrade) == ((), 2)

    rad.tolka_tider("Våren 2028", None)
    rad.save()
    (ett,) = andringar(nasta).andrade
    assert [par.etikett for par in ett.falt] == ["Tidplan"]


def test_a_new_activity_is_told_with_its_chapter_and_who(klient, nasta):
    sist = nasta.avsnitt.i_lasordning()[-1]
    skicka(klient, adress("aktivitet_ny", sist.pk), titel="Läxhjälp")
    (ny,) = andringar(nasta).nya
    assert (ny.nummer, ny.titel, ny.kapitel) == (3, "Läxhjälp", sist.rubrik)


def test_who_answers_is_told_as_the_plans_table_says_it(klient, plan, nasta):
    rektor = ny_roll(plan.namnd, "Skolans rektor")
    sist = nasta.avsnitt.i_lasordning()[-1]
    skicka(klient, adress("aktivitet_ny", sist.pk), titel="Läxhjälp")
    for art in (Ansvar.Art.HUVUDANSVARIG, Ansvar.Art.I_SAMRAD_MED):
        roll = rektor if art == Ansvar.Art.I_SAMRAD_MED else ny_roll(plan.namnd, "HR")
        aktivitet(nasta, 3).ansvar.create(roll=roll, art=art)
    (ny,) = andringar(nasta).nya
    assert ny.ansvarig == "HR i samråd med Skolans rektor"


def test_an_ended_activity_is_told_with_the_choice_and_the_reason(nasta):
    rad = nasta.revideringar.get(nummer=2)
    rad.val, rad.skal = rad.Val.SLUTFORD, "Utställningen har varit."
    rad.save()
    handlingar.ta_bort_aktivitet(aktivitet(nasta, 2), av=None)
    (ett,) = andringar(nasta).upphorda
    assert (ett.nummer, ett.val, ett.skal) == (
        2,
        "Slutförd",
        "Utställningen har varit.",
    )


def test_one_that_is_gone_without_a_choice_has_no_reason_put_in_its_mouth(nasta):
    handlingar.ta_bort_aktivitet(aktivitet(nasta, 2), av=None)
    (ett,) = andringar(nasta).upphorda
    assert (ett.val, ett.skal) == ("", "")


def test_the_last_result_stands_with_what_has_ended(plan, nasta):
    tillfalle = plan.tillfallen.create(ar=2027, period="vb", senast="2027-12-01")
    tillfalle.uppfoljningar.create(
        aktivitet=aktivitet(plan, 2), status="genomford", resultat="80 elever kom."
    )
    handlingar.ta_bort_aktivitet(aktivitet(nasta, 2), av=None)
    assert andringar(nasta).upphorda[0].resultat == "Genomförd. 80 elever kom."


def test_an_activity_in_another_chapter_is_changed_and_says_from_where(nasta):
    kapitel = nasta.avsnitt.i_lasordning()
    andra(aktivitet(nasta, 1), avsnitt=kapitel[0])
    (ett,) = andringar(nasta).andrade
    assert (ett.kapitel, ett.fran) == (kapitel[0].rubrik, kapitel[2].rubrik)


def test_a_chapter_is_compared_block_by_block(nasta):
    andra(
        nasta.avsnitt.i_lasordning()[0],
        text="<p>Text 1 i ekhamra och Bergby</p>\n<ul><li>Ett</li><li>Två</li></ul>",
    )
    (kapitel,) = andringar(nasta).kapitel
    assert (kapitel.slag, kapitel.namn) == ("andrat", "1 Kapitel 1 i ekhamra")
    assert [b.slag for b in kapitel.block] == ["andrat", "nytt"]
    assert ord_(kapitel.block[0].fore) == "Text 1 i ekhamra [Not: Not i ekhamra]"
    assert ord_(kapitel.block[1].efter) == "• Ett\n• Två"


def test_a_chapter_with_a_wholly_new_name_is_known_by_its_text(nasta):
    andra(nasta.avsnitt.i_lasordning()[1], rubrik="Så arbetar vi")
    (kapitel,) = andringar(nasta).kapitel
    assert (kapitel.slag, kapitel.rubrik) == ("andrat", "Så arbetar vi")
    assert ord_(kapitel.rubriken) == "Kapitel 2 i ekhamra Så arbetar vi"


def test_a_chapter_with_new_name_and_text_is_known_by_its_activities(nasta):
    andra(nasta.avsnitt.i_lasordning()[2], rubrik="Insatser", text="<p>Annat.</p>")
    ut = andringar(nasta)
    assert [k.slag for k in ut.kapitel] == ["andrat"]
    assert ut.andrade == ()


def test_chapters_that_came_went_and_moved_are_told_apart(klient, nasta):
    kapitel = nasta.avsnitt.i_lasordning()
    handlingar.flytta(kapitel[0], 1, av=None)
    handlingar.ta_bort_avsnitt(kapitel[1], av=None)
    skicka(
        klient,
        adress("avsnitt_nytt", nasta.namnd.kort, 2028),
        rubrik="Barnrätt",
        text="<p>Barnet först.</p>",
    )
    ut = {k.rubrik: k for k in andringar(nasta).kapitel}
    assert ut["Barnrätt"].slag == "nytt"
    assert ut["Kapitel 2 i ekhamra"].slag == "borta"
    assert ut["Kapitel 2 i ekhamra"].namn == "Kapitel 2 i ekhamra"


def test_the_cover_tells_what_differs_but_not_that_the_year_does(nasta):
    andra(nasta, dnr="EKH 2028/1", budgetmal="Trygg stad")
    ut = {par.etikett: ord_(par.efter) for par in andringar(nasta).framsida}
    assert ut["Mål i budgeten"] == "Trygg stad"
    assert "År" not in ut


def test_boards_that_have_become_one_are_compared_with_both_last_plans(plan):
    annan = ny_plan(ny_namnd("bergby"), 2027, aktiviteter=2)
    ny = Handlingsplan.objects.create(namnd=plan.namnd, ar=2028)
    borja_revidering(ny, plan, annan)
    assert forra_planerna(ny) == [plan, annan]
    ut = andringar(ny)
    assert ut.nya == ut.upphorda == ut.andrade == ()
    assert ut.oforandrade == 4
    assert "Bergby" in ut.mot
    handlingar.ta_bort_aktivitet(aktivitet(ny, 4), av=None)
    (borta,) = andringar(ny).upphorda
    assert borta.titel == "Aktivitet 2 i bergby (Bergby stadsdelsnämnd)"


def test_a_number_that_had_to_give_way_is_told_with_the_old_one(plan):
    annan = ny_plan(ny_namnd("bergby"), 2027, aktiviteter=1)
    ny = Handlingsplan.objects.create(namnd=plan.namnd, ar=2028)
    borja_revidering(ny, plan, annan)
    andra(aktivitet(ny, 3), titel="Aktivitet 1 i hela Bergby")
    (ett,) = andringar(ny).andrade
    assert (ett.nummer, ett.gammalt_nummer) == (3, 1)


def test_markup_in_a_heading_stays_words(nasta):
    andra(nasta.avsnitt.i_lasordning()[0], rubrik="A <b> & B")
    (kapitel,) = andringar(nasta).kapitel
    assert kapitel.rubrik == "A <b> & B"


def test_the_answer_comes_back_from_json_as_it_was(klient, nasta):
    andra(aktivitet(nasta, 1), titel="Annat")
    andra(nasta.avsnitt.i_lasordning()[0], text="<p>Nytt</p>")
    ut = andringar(nasta)
    data = json.loads(json.dumps(till_json(ut)))
    assert fran_json(Andringar, data) == ut


def test_it_costs_as_many_questions_for_a_plan_of_any_size(namnd):
    antal = []
    for ar, stor in ((2021, 1), (2031, 30)):
        forra = ny_plan(namnd, ar, aktiviteter=stor)
        ny = Handlingsplan.objects.create(namnd=namnd, ar=ar + 1)
        borja_revidering(ny, forra)
        with CaptureQueriesContext(
            connection,
        ) as fragor:
            andringar(ny)
        antal.append(len(fragor))
    assert antal[0] == antal[1] <= 12
