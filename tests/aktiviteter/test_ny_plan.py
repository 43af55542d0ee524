"""A new plan: empty, with the usual chapters, or out of an earlier one."""

import pytest

from aktiviteter.handlingar import STANDARDKAPITEL
from aktiviteter.models import Handlingsplan
from tests.aktiviteter.sida import besked, fel_pa, ifyllt, skicka
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt, Roll, Spar

NY = "/planer/ny/"


def test_an_empty_plan_has_title_and_year_and_nothing_else(klient, namnd, samordnare):
    svar = skicka(klient, NY, ar=2028, borja_med="tom")
    plan = Handlingsplan.objects.get()
    assert (plan.namnd, plan.ar) == (namnd, 2028)
    assert plan.titel == "Handlingsplan mot våldsbejakande extremism"
    assert plan.avsnitt.count() == 0
    assert svar.redirect_chain == [("/planer/ekhamra/2028/", 302)]
    assert "Planen är skapad" in besked(svar)
    spar = Spar.objects.get()
    assert (spar.handling, spar.av, spar.namnd) == ("skapad", samordnare, namnd)


def test_a_plan_with_the_usual_chapters_has_them_in_order(klient):
    skicka(klient, NY, ar=2028, borja_med="standard")
    avsnitt = Handlingsplan.objects.get().avsnitt.i_lasordning()
    vantat = [r for kapitel, delar in STANDARDKAPITEL for r in (kapitel, *delar)]
    assert [a.rubrik for a in avsnitt] == vantat
    assert avsnitt[2].nummer == "2.1"


def test_last_year_s_plan_is_proposed_first(klient, plan, namnd):
    ny_plan(namnd, 2026, aktiviteter=0)
    forslag = ifyllt(klient.get(NY))
    assert forslag["borja_med"] == str(plan.pk)
    assert forslag["namnd"] == str(namnd.pk)


def test_a_copy_keeps_texts_numbers_and_roles(klient, plan, namnd):
    plan.aktiviteter.filter(nummer=1).delete()
    skicka(klient, NY, ar=2028, borja_med=plan.pk)
    kopia = Handlingsplan.objects.get(ar=2028)
    assert [(a.rubrik, a.text) for a in kopia.avsnitt.i_lasordning()] == [
        (a.rubrik, a.text) for a in plan.avsnitt.i_lasordning()
    ]
    aktivitet = kopia.aktiviteter.get()
    assert (aktivitet.nummer, aktivitet.titel) == (2, "Aktivitet 2 i ekhamra")
    assert aktivitet.beskrivning == "<p>Beskrivning 2 i ekhamra</p>"
    assert [(a.roll.namn, a.art) for a in aktivitet.ansvar.all()] == [
        ("Enhetschef i ekhamra", "huvudansvarig"),
        ("Kurator 2 i ekhamra", "i_samrad_med"),
    ]
    assert Roll.objects.filter(namnd=namnd).count() == 3
    assert kopia.anmarkningar.count() == 0


def test_a_copy_keeps_of_the_cover_what_lasts_from_year_to_year(klient, plan):
    fakta = {"dokumentagare": "Samordnaren", "dokumenttyp": "Plan", "budgetmal": "Ett"}
    arets = {"dnr": "EKH 1", "datum": "2027-04-22", "giltig_till": "2028-04-30"}
    Handlingsplan.objects.update(titel="Vår plan", **fakta, **arets)
    assert ifyllt(klient.get(f"{NY}?ur={plan.pk}"))["titel"] == "Vår plan"
    skicka(klient, f"{NY}?ur={plan.pk}", ar=2028)
    kopia = Handlingsplan.objects.get(ar=2028)
    assert kopia.titel == "Vår plan"
    assert {namn: getattr(kopia, namn) for namn in fakta} == fakta
    assert (kopia.dnr, kopia.datum, kopia.giltig_till) == ("", None, None)


def test_a_copy_reads_the_times_anew_for_its_own_year(klient, plan, rader):
    rader[0].tolka_tider("Hösten", "VB")
    rader[0].save()
    assert rader[0].tidplan.start.year == 2027
    skicka(klient, NY, ar=2028, borja_med=plan.pk)
    ny = Handlingsplan.objects.get(ar=2028).aktiviteter.get(nummer=1)
    assert ny.tidplan.text == "Hösten"
    assert ny.tidplan.start.year == 2028
    assert ny.uppfoljning.period == "2028"


def test_a_copy_leaves_the_check_dates_to_be_set(klient, plan):
    assert plan.aktiviteter.filter(avstamning=None).count() == 0
    skicka(klient, NY, ar=2028, borja_med=plan.pk)
    kopia = Handlingsplan.objects.get(ar=2028)
    assert kopia.aktiviteter.exclude(avstamning=None).count() == 0


def test_a_copy_says_what_the_paper_said_where_a_row_pointed_at_another(
    klient, plan, rader
):
    rader[0].tolka_tider("Hösten", "VB")
    rader[0].save()
    rader[1].tolka_tider("Se ovan", "Se 1")
    rader[1].save()
    rader[1].flytta(-1)  # now nothing stands above the row that says «Se ovan»
    skicka(klient, NY, ar=2028, borja_med=plan.pk)
    ny = Handlingsplan.objects.get(ar=2028).aktiviteter.get(nummer=2)
    assert (ny.tidplan.text, ny.tidplan.start.year) == ("Hösten", 2028)
    assert (ny.uppfoljning.text, ny.uppfoljning.period) == ("VB", "2028")


def test_a_copy_can_be_made_of_whatever_the_forms_take(klient, plan, rader):
    rader[0].maltal, rader[0].malenhet = "9999999999.99", "kr"
    rader[0].save()
    skicka(klient, NY, ar=2028, borja_med=plan.pk)
    assert Handlingsplan.objects.filter(ar=2028).count() == 1


def test_a_year_that_has_a_plan_is_refused_with_the_words_kept(klient, plan):
    svar = skicka(klient, NY, ar=2027, titel="Plan två", borja_med="tom")
    assert "Nämnden har redan en plan för det året" in fel_pa(svar)
    assert ifyllt(svar)["titel"] == "Plan två"
    assert Handlingsplan.objects.count() == 1


@pytest.mark.parametrize(
    ("ar", "ord_"), [("1999", "2010"), ("2101", "2100"), ("27", "2010"), ("i år", "")]
)
def test_a_year_out_of_reach_is_refused(klient, ar, ord_):
    svar = skicka(klient, NY, ar=ar, borja_med="tom")
    assert ord_ in fel_pa(svar)
    assert fel_pa(svar)
    assert not Handlingsplan.objects.exists()


def test_a_plan_without_a_title_is_refused(klient):
    svar = skicka(klient, NY, titel=" ", borja_med="tom")
    assert "Titel" in fel_pa(svar)
    assert not Handlingsplan.objects.exists()


def test_another_board_s_plan_is_no_start(klient, plan):
    frammande = ny_plan(ny_namnd("sjovik"))
    svar = skicka(klient, NY, ar=2028, borja_med=frammande.pk)
    assert fel_pa(svar)
    assert Handlingsplan.objects.filter(ar=2028).count() == 0


def test_a_plan_of_her_other_board_is_no_start_either(klient, samordnare, plan):
    sjovik = ny_namnd("sjovik")
    samordnare.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=sjovik)
    svar = skicka(klient, NY, ar=2028, namnd=sjovik.pk, borja_med=plan.pk)
    assert "hör till samma nämnd" in fel_pa(svar)
    assert Handlingsplan.objects.count() == 1


def test_a_board_that_she_does_not_coordinate_is_refused(klient):
    frammande = ny_namnd("sjovik")
    svar = skicka(klient, NY, namnd=frammande.pk, borja_med="tom")
    assert fel_pa(svar)
    assert not Handlingsplan.objects.exists()


def test_who_coordinates_nothing_finds_no_such_page(client, namnd):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert client.get(NY).status_code == 404
