"""From a Word file to a plan in the browser: choose, see what became what, say yes."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from aktiviteter.models import Handlingsplan, Inlasning
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa
from tests.aktiviteter.uppladdning import RADER, inlast, ladda_upp, word_plan
from tests.bygge import ny_anvandare, ny_inlasning, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt, Roll, Spar

ANMARKNINGAR = "//section[@aria-labelledby='anm-rubrik']"
FAKTA = "//section[@aria-labelledby='fakta-rubrik']"
KAPITEL = "//section[@aria-labelledby='kapitel-rubrik']"


@pytest.fixture
def sida(klient, namnd):
    """The preview of the Word plan."""
    return ladda_upp(klient, word_plan(), namnd=namnd)


def granska(inlasning):
    return adress("plan_granska_import", inlasning.pk)


def test_the_preview_says_that_nothing_is_saved_yet(sida):
    assert sida.redirect_chain == [(granska(Inlasning.objects.get()), 302)]
    assert "plan.docx gav 4 kapitel och 2 aktiviteter" in ord_pa(sida)
    assert "Inget är sparat än" in ord_pa(sida)
    assert not Handlingsplan.objects.exists()
    assert not Roll.objects.exists()


def test_the_preview_shows_the_cover_s_facts(sida):
    fakta = ord_pa(sida, FAKTA)
    assert "Titel Handlingsplan mot våldsbejakande extremism" in fakta
    assert "Nämnd i filen Ekhamra stadsdelsnämnd" in fakta
    assert "Diarienummer EKH 2027/88-1.3" in fakta
    assert "Datum 2027-03-11" in fakta
    assert "Gäller till Hittades inte, du fyller i sedan" in fakta


def test_the_preview_shows_chapters_and_rows_with_times_as_understood(sida):
    kapitel = ord_pa(sida, KAPITEL)
    assert "1 Inledning och syfte 2 stycken text" in kapitel
    assert "2.1 Ansvar 1 stycke text" in kapitel
    assert "3 Förebyggande arbete" in kapitel
    assert "1. Sommarjobb för unga" in kapitel
    assert "Rektor, Kurator (i samråd med)" in kapitel
    assert "förstås som Hösten 2027 (september–november)" in kapitel
    assert "förstås som Verksamhetsberättelsen 2027" in kapitel


def test_the_preview_lists_the_remarks_with_their_places(sida):
    anmarkningar = ord_pa(sida, ANMARKNINGAR)
    assert "2027-31-12" in anmarkningar
    assert "2027-12-31" in anmarkningar
    assert "Kapitel 3 Förebyggande arbete, rad" in anmarkningar
    assert ", Tidplan" in anmarkningar
    assert "Inget är borttaget." in anmarkningar


def test_the_yes_makes_the_plan(klient, sida, namnd, samordnare):
    svar = klient.post(granska(Inlasning.objects.get()), ifyllt(sida), follow=True)
    plan = Handlingsplan.objects.get()
    assert svar.redirect_chain == [("/planer/ekhamra/2027/", 302)]
    assert "Planen är skapad." in besked(svar)
    assert (plan.namnd, plan.ar, plan.dnr) == (namnd, 2027, "EKH 2027/88-1.3")
    assert plan.datum == date(2027, 3, 11)
    assert [(a.nummer, a.rubrik) for a in plan.avsnitt.i_lasordning()] == [
        ("1", "Inledning och syfte"),
        ("2", "Ansvar och samverkan"),
        ("2.1", "Ansvar"),
        ("3", "Förebyggande arbete"),
    ]
    assert plan.avsnitt.i_lasordning()[0].text == (
        "<p>Planen gäller hela stadsdelen.</p>\n<ul><li>en punkt</li></ul>"
    )
    ett, tva = plan.aktiviteter.order_by("nummer")
    assert (ett.titel, ett.tidplan.start) == (RADER[0][0], date(2027, 9, 1))
    assert tva.tidplan.text == "T.o.m. 2027-31-12"
    assert [(a.roll.namn, a.art) for a in tva.ansvar.all()] == [
        ("Rektor", "huvudansvarig"),
        ("Kurator", "i_samrad_med"),
    ]
    spar = Spar.objects.get()
    assert (spar.handling, spar.av) == ("importerad", samordnare)


def test_after_the_yes_the_file_is_let_go(klient, sida):
    inlasning = Inlasning.objects.get()
    klient.post(granska(inlasning), ifyllt(sida))
    assert not Inlasning.objects.exists()
    assert klient.get(granska(inlasning)).status_code == 404


def test_a_known_role_is_found_and_not_made_again(klient, namnd):
    Roll.objects.med_namn(namnd, "enhetschef FRITID")
    inlasning = inlast(klient, word_plan(), namnd=namnd)
    klient.post(granska(inlasning), {"ar": 2027})
    assert Roll.objects.filter(namnd=namnd).count() == 3


def test_the_year_of_the_form_goes_before_the_year_of_the_file(klient, namnd):
    assert inlast(klient, word_plan(ar=2027), namnd=namnd, ar=2028).ar == 2028
    assert inlast(klient, word_plan(ar=2027), namnd=namnd).ar == 2027


def test_a_year_that_is_taken_is_told_at_once_on_the_preview(klient, plan, namnd):
    svar = ladda_upp(klient, word_plan(), namnd=namnd)
    assert "Ekhamra stadsdelsnämnd har redan en plan för 2027." in fel_pa(svar)
    assert "Välj ett annat år" in fel_pa(svar)
    assert "Sommarjobb för unga" in ord_pa(svar)


def test_a_year_that_is_taken_is_refused_and_the_file_kept(klient, plan, namnd):
    fil = word_plan()
    inlasning = inlast(klient, fil, namnd=namnd)
    svar = klient.post(granska(inlasning), {"ar": 2027})
    assert "har redan en plan för 2027" in fel_pa(svar)
    assert Handlingsplan.objects.get() == plan
    assert bytes(Inlasning.objects.get().fil) == fil


def test_another_year_on_the_preview_has_the_times_read_anew(klient, plan, namnd):
    inlasning = inlast(klient, word_plan(), namnd=namnd)
    svar = klient.post(granska(inlasning), {"ar": 2028}, follow=True)
    assert svar.redirect_chain == [("/planer/ekhamra/2028/", 302)]
    ny = Handlingsplan.objects.get(ar=2028).aktiviteter.get(titel=RADER[0][0])
    assert ny.tidplan.start == date(2028, 9, 1)
    assert ny.uppfoljning.period == "2028"


@pytest.mark.parametrize("ar", ["", "1999", "2101", "nästa"])
def test_a_year_out_of_reach_is_refused_on_the_preview(klient, namnd, ar):
    inlasning = inlast(klient, word_plan(), namnd=namnd)
    svar = klient.post(granska(inlasning), {"ar": ar})
    assert fel_pa(svar)
    assert ifyllt(svar)["ar"] == ar
    assert not Handlingsplan.objects.exists()


def test_the_second_press_of_a_double_click_leads_to_the_plans(klient, sida):
    adressen = granska(Inlasning.objects.get())
    klient.post(adressen, ifyllt(sida))
    svar = klient.post(adressen, ifyllt(sida), follow=True)
    assert "Filen är redan inläst. Planen står här." in ord_pa(svar)
    assert Handlingsplan.objects.count() == 1


def test_what_somebody_else_brought_in_is_not_found(klient, namnd):
    annan = ny_anvandare(Ratt.SAMORDNARE, namnd)
    inlasning = ny_inlasning(annan, namnd)
    assert klient.get(granska(inlasning)).status_code == 404
    assert klient.post(granska(inlasning), {"ar": 2028}).status_code == 404
    assert not Handlingsplan.objects.exists()


def test_old_files_are_cleared_when_a_new_one_comes(klient, samordnare, namnd):
    gammal = ny_inlasning(samordnare, namnd)
    farsk = ny_inlasning(samordnare, namnd)
    Inlasning.objects.filter(pk=gammal.pk).update(
        tid=timezone.now() - timedelta(days=3)
    )
    ny = inlast(klient, word_plan(), namnd=namnd)
    assert set(Inlasning.objects.all()) == {farsk, ny}


def test_who_coordinates_nothing_finds_no_such_page(client, namnd):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert client.get(adress("plan_importera")).status_code == 404
    assert ladda_upp(client, word_plan(), namnd=namnd).status_code == 404
    assert not Inlasning.objects.exists()


def test_who_coordinates_no_longer_cannot_say_yes(klient, samordnare, namnd):
    inlasning = inlast(klient, word_plan(), namnd=namnd)
    samordnare.medlemskap.all().delete()
    samordnare.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=ny_namnd("sjovik"))
    assert klient.get(granska(inlasning)).status_code == 404
    assert klient.post(granska(inlasning), {"ar": 2027}).status_code == 404
    assert not Handlingsplan.objects.exists()


def test_a_board_that_she_does_not_coordinate_is_refused(klient):
    svar = ladda_upp(klient, word_plan(), namnd=ny_namnd("sjovik"))
    assert "Nämnd" in fel_pa(svar)
    assert not Inlasning.objects.exists()


def test_the_nth_plan_of_a_board_does_not_take_other_boards_plans(klient, namnd):
    ny_plan(ny_namnd("sjovik"), 2027)
    inlasning = inlast(klient, word_plan(), namnd=namnd)
    klient.post(granska(inlasning), {"ar": 2027})
    assert Handlingsplan.objects.filter(namnd=namnd).count() == 1
