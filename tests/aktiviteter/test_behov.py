"""From finding to activity: tied from both ends, with the plan's history."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aktiviteter.behovssvar import losa_tradar, svar_i_ord
from aktiviteter.granskningsunderlag import granskningsunderlag
from aktiviteter.handlingar import borja_revidering, ta_bort_aktivitet
from aktiviteter.handlingar.behovssvar import koppla, lagg_till_svar
from aktiviteter.handlingar.tillbaka import angra, aterstall
from aktiviteter.models import Aktivitet, Behovssvar, Handlingsplan, Version
from lagesbild.models import Iakttagelse
from tests import bygge, bygge_lagesbild
from tests.aktiviteter.sida import adress, besked, ifyllt, ord_pa, trad


@pytest.fixture
def plan(namnd):
    return bygge.ny_plan(namnd, aktiviteter=3, kapitel=2)


@pytest.fixture
def bild(plan):
    return bygge_lagesbild.ny_lagesbild(plan.namnd, plan.ar)


@pytest.fixture
def behov(bild):
    return bygge_lagesbild.ny_iakttagelse(bild, "Rutinen är okänd")


@pytest.fixture
def rad(plan):
    return plan.aktiviteter.order_by("nummer").first()


def sida(plan, *pk):
    namn = "plan_iakttagelse" if pk else "plan_iakttagelser"
    return reverse(namn, args=[plan.namnd.kort, plan.ar, *pk])


def svar(plan):
    return set(
        Behovssvar.objects.filter(aktivitet__plan=plan).values_list(
            "aktivitet", "iakttagelse"
        )
    )


def spara(klient, rad, **andrat):
    """Open an activity's form, change something, save."""
    vart = adress("aktivitet_redigera", rad.pk)
    return klient.post(vart, ifyllt(klient.get(vart)) | andrat, follow=True)


# ---- From the activity ------------------------------------------------------------


def test_an_activity_is_tied_on_its_form(klient, plan, rad, behov):
    spara(klient, rad, **{"svarar-iakttagelser": [behov.pk]})
    assert svar(plan) == {(rad.pk, behov.pk)}
    assert svar_i_ord(plan) == {behov.pk: str(rad.nummer)}


def test_it_is_untied_there_too_and_the_form_shows_it_after_the_need_is_gone(
    klient, plan, rad, behov
):
    lagg_till_svar(rad, [behov.pk])
    behov.behov = "nej"
    behov.save()
    assert "Rutinen är okänd" in ord_pa(
        klient.get(adress("aktivitet_redigera", rad.pk))
    )
    spara(klient, rad, **{"svarar-iakttagelser": []})
    assert svar(plan) == set()


def test_without_a_picture_the_form_is_as_before(klient, rad):
    orden = ord_pa(klient.get(adress("aktivitet_redigera", rad.pk)))
    assert "Svarar mot behov" not in orden


def test_only_the_boards_own_needs_of_the_plans_year_are_shown(klient, rad, behov):
    annan = bygge_lagesbild.ny_lagesbild(bygge.ny_namnd("sjovik"), rad.plan.ar)
    frammande = bygge_lagesbild.ny_iakttagelse(annan, "Främmande")
    forra = bygge_lagesbild.ny_lagesbild(rad.plan.namnd, rad.plan.ar - 1)
    bygge_lagesbild.ny_iakttagelse(forra, "Förra året")
    bygge_lagesbild.ny_iakttagelse(behov.lagesbild, "Obedömd", behov="")
    orden = ord_pa(klient.get(adress("aktivitet_redigera", rad.pk)))
    assert "Rutinen är okänd" in orden
    for ord_ in ("Främmande", "Förra året", "Obedömd"):
        assert ord_ not in orden
    spara(klient, rad, **{"svarar-iakttagelser": [frammande.pk]})
    assert not Behovssvar.objects.exists()


def test_what_another_has_tied_meanwhile_stays(klient, plan, rad, behov):
    andra = bygge_lagesbild.ny_iakttagelse(behov.lagesbild, "Andra", ordning=1)
    vart = adress("aktivitet_redigera", rad.pk)
    oppnad = ifyllt(klient.get(vart))
    lagg_till_svar(rad, [andra.pk])
    klient.post(vart, oppnad | {"svarar-iakttagelser": [behov.pk]})
    assert svar(plan) == {(rad.pk, behov.pk), (rad.pk, andra.pk)}


def test_a_finding_that_was_removed_meanwhile_is_no_error(klient, plan, rad, behov):
    vart = adress("aktivitet_redigera", rad.pk)
    oppnad = ifyllt(klient.get(vart)) | {"svarar-iakttagelser": [behov.pk]}
    behov.delete()
    assert klient.post(vart, oppnad | {"titel": "Nytt namn"}).status_code == 302
    rad.refresh_from_db()
    assert rad.titel == "Nytt namn"


def test_whoever_saves_second_with_the_same_words_still_ties(klient, plan, rad, behov):
    vart = adress("aktivitet_redigera", rad.pk)
    oppnad = ifyllt(klient.get(vart))
    klient.post(vart, oppnad | {"titel": "Samma"})
    klient.post(vart, oppnad | {"titel": "Samma", "svarar-iakttagelser": [behov.pk]})
    assert svar(plan) == {(rad.pk, behov.pk)}


def test_nonsense_in_the_hidden_field_ties_nothing(klient, plan, rad, behov):
    mer = {"svarar-iakttagelser": ["x", "9" * 40], "svarar-fore": "y,,²," + "9" * 30}
    assert spara(klient, rad, **mer).status_code == 200
    assert svar(plan) == set()


# ---- From the finding -------------------------------------------------------------


def test_the_page_lists_loose_ends_both_ways(klient, plan, rad, behov):
    andra = bygge_lagesbild.ny_iakttagelse(behov.lagesbild, "Andra", ordning=1)
    lagg_till_svar(rad, [andra.pk])
    bygge_lagesbild.ny_kalla(behov.lagesbild, status="inkommen")
    svaret = klient.get(sida(plan))
    assert "Saknas" in ord_pa(svaret, "//tr[th='Rutinen är okänd']")
    assert str(rad) in ord_pa(svaret, "//tr[th='Andra']")
    losa = ord_pa(svaret, "//section[@aria-labelledby='aktiviteter']")
    assert str(rad) not in losa
    assert f"{rad.nummer + 1}. " in losa
    assert "Polisen lokalt" in ord_pa(svaret, "//section[@aria-labelledby='kallorna']")


def test_without_a_picture_the_page_says_where_to_begin(klient, plan):
    assert "Det finns ingen lägesbild" in ord_pa(klient.get(sida(plan)))
    assert not losa_tradar(plan)


def test_activities_are_chosen_and_the_deed_can_be_undone(klient, plan, rad, behov):
    val = {"aktiviteter": [rad.pk], "fore": ""}
    svaret = klient.post(sida(plan, behov.pk), val, follow=True)
    assert "Sparat." in besked(svaret)
    assert svar(plan) == {(rad.pk, behov.pk)}
    knapp = trad(svaret).xpath("//*[@class='meddelanden']//form")[0]
    klient.post(knapp.get("action"))
    assert svar(plan) == set()


def test_saved_as_it_was_nothing_is_done(klient, plan, behov):
    svaret = klient.post(sida(plan, behov.pk), {"fore": ""}, follow=True)
    assert "Inget var ändrat." in besked(svaret)


def test_a_new_activity_carries_the_finding_along(klient, plan, behov):
    kapitel = plan.avsnitt.first()
    svaret = klient.get(sida(plan, behov.pk), {"kapitel": kapitel.pk}, follow=True)
    vald = trad(svaret).xpath("//input[@name='svarar-iakttagelser'][@checked]/@value")
    assert vald == [str(behov.pk)]
    vart = svaret.redirect_chain[-1][0]
    mer = {"titel": "Ny utbildning", "ansvar-0-roll": "Enhetschef"}
    klient.post(vart, ifyllt(svaret) | mer)
    ny = Aktivitet.objects.get(titel="Ny utbildning")
    assert svar(plan) == {(ny.pk, behov.pk)}


@pytest.mark.parametrize("kapitel", ["0", "x", "9" * 30])
def test_a_chapter_that_is_none_is_404(klient, plan, behov, kapitel):
    assert klient.get(sida(plan, behov.pk), {"kapitel": kapitel}).status_code == 404


def test_another_boards_finding_is_404(klient, plan):
    bild = bygge_lagesbild.ny_lagesbild(bygge.ny_namnd("sjovik"), plan.ar)
    annan = bygge_lagesbild.ny_iakttagelse(bild)
    assert klient.get(sida(plan, annan.pk)).status_code == 404


def test_last_years_activities_are_suggested_by_their_number(klient, plan, rad, behov):
    forra_plan = bygge.ny_plan(plan.namnd, ar=plan.ar - 1)
    forra_rad = forra_plan.aktiviteter.first()
    Aktivitet.objects.filter(pk=forra_rad.pk).update(nummer=rad.nummer)
    forra = bygge_lagesbild.ny_iakttagelse(
        bygge_lagesbild.ny_lagesbild(plan.namnd, plan.ar - 1), "Förra"
    )
    Behovssvar.objects.create(aktivitet=forra_rad, iakttagelse=forra)
    behov.tidigare = forra
    behov.save()
    svaret = klient.get(sida(plan, behov.pk))
    vald = trad(svaret).xpath("//input[@name='aktiviteter'][@checked]/@value")
    assert vald == [str(rad.pk)]
    assert "Förra året svarade de här" in ord_pa(svaret)
    klient.post(sida(plan, behov.pk), ifyllt_val(svaret))
    assert svar(plan) == {(rad.pk, behov.pk)}


def ifyllt_val(svaret):
    formular = trad(svaret).xpath("//main//form[@method='post']")[0]
    return {
        "aktiviteter": formular.xpath(".//input[@name='aktiviteter'][@checked]/@value"),
        "fore": next(iter(formular.xpath(".//input[@name='fore']/@value")), ""),
    }


# ---- The history ------------------------------------------------------------------


def test_a_removed_activity_comes_back_with_what_it_answers(plan, rad, behov):
    lagg_till_svar(rad, [behov.pk])
    pk, bort = rad.pk, ta_bort_aktivitet(rad, av=None)
    assert svar(plan) == set()
    angra(bort, av=None)
    assert svar(plan) == {(pk, behov.pk)}


def test_what_it_answers_stands_in_its_history_by_the_words_of_today(
    klient, plan, rad, behov
):
    koppla(behov, plan, nya={rad.pk}, bort=set(), av=None)
    behov.rubrik = "Rutinen är känd av få"
    behov.save()
    orden = ord_pa(klient.get(reverse("aktivitet_historik", args=[rad.pk])))
    andring = plan.andringar.first()
    orden += ord_pa(klient.get(andring.get_absolute_url()))
    assert "Rutinen är känd av få" in orden
    assert "Rutinen är okänd" not in orden


def test_the_history_keeps_no_word_of_a_finding(plan, rad, behov):
    koppla(behov, plan, nya={rad.pk}, bort=set(), av=None)
    assert "okänd" not in str(list(Version.objects.values_list("innehall", flat=True)))
    assert "okänd" not in str(list(plan.andringar.values_list("vad", flat=True)))


def test_a_finding_that_is_gone_is_not_brought_back(plan, rad, behov):
    andring = koppla(behov, plan, nya={rad.pk}, bort=set(), av=None)
    bort = koppla(behov, plan, nya=set(), bort={rad.pk}, av=None)
    behov.delete()
    angra(bort, av=None)
    assert svar(plan) == set()
    assert andring.versioner.count() == 1


def test_an_activity_is_made_as_it_was_before_there_were_findings(plan, rad, behov):
    bygge.andra(rad, titel="Först")
    gammal = Version.objects.for_objekt(rad).first()
    assert "iakttagelser" not in gammal.innehall
    koppla(behov, plan, nya={rad.pk}, bort=set(), av=None)
    aterstall(gammal, av=None)
    assert svar(plan) == set()


def test_tied_twice_at_once_it_is_tied_once(plan, rad, behov):
    assert koppla(behov, plan, nya={rad.pk}, bort=set(), av=None)
    assert koppla(behov, plan, nya={rad.pk}, bort=set(), av=None) is None
    assert len(svar(plan)) == 1


def test_a_removed_finding_leaves_its_activities(plan, rad, behov):
    lagg_till_svar(rad, [behov.pk])
    behov.ta_bort(av=None)
    assert plan.aktiviteter.filter(pk=rad.pk).exists()
    assert not Iakttagelse.objects.exists()


def test_a_copied_plan_answers_nothing_until_somebody_says_so(plan, rad, behov):
    lagg_till_svar(rad, [behov.pk])
    ny = Handlingsplan.objects.create(
        namnd=plan.namnd, ar=plan.ar + 1, titel="Handlingsplan"
    )
    borja_revidering(ny, plan)
    assert svar(ny) == set()
    assert granskningsunderlag(ny).behov == []


def test_thirty_needs_cost_no_more_queries_than_two(klient, plan, rad, behov):
    def antal(vart):
        with CaptureQueriesContext(connection) as fragor:
            assert klient.get(vart).status_code == 200
        return len(fragor)

    formular = adress("aktivitet_redigera", rad.pk)
    lagg_till_svar(rad, [behov.pk])
    bygge_lagesbild.ny_iakttagelse(behov.lagesbild, "Andra")
    for vart in (sida(plan), formular):
        antal(vart)  # what is read once in a process
    fore = antal(sida(plan)), antal(formular)
    for nr in range(30):
        nytt = bygge_lagesbild.ny_iakttagelse(behov.lagesbild, f"Behov {nr}")
        if nr % 2:
            lagg_till_svar(rad, [nytt.pk])
    assert (antal(sida(plan)), antal(formular)) == fore
