"""A deed is undone by one press; what others have done since is shown first."""

import pytest
from django.test import Client

from aktiviteter import historia
from aktiviteter.models import Aktivitet, Andring, Avsnitt, Version
from aktiviteter.utbyte import plan_data
from tests.aktiviteter.sida import adress, besked, ord_pa, skicka, trad
from tests.bygge import andra, ny_anvandare, ny_plan
from vbeplan.organisation.models import Ratt


@pytest.fixture
def angra(klient):
    """A function that presses the message's own button after a deed."""

    def tryck(svar):
        knapp = trad(svar).xpath("//*[@class='meddelanden']//form")[0]
        return klient.post(knapp.get("action"), follow=True)

    return tryck


def sida(andring):
    return adress("andring", andring.pk)


def fran_sidan(klient, andring):
    """Open a deed's page and press its button; return the answer."""
    formular = trad(klient.get(sida(andring))).xpath("//main//form")[0]
    sett = formular.xpath(".//input[@name='sett']")[0].get("value")
    return klient.post(formular.get("action"), {"sett": sett}, follow=True)


def test_a_saved_chapter_is_undone_from_its_message(klient, plan, kapitel, angra):
    fore = plan_data(plan)
    svar = skicka(klient, adress("avsnitt_redigera", kapitel[0].pk), rubrik="Fel")
    svar = angra(svar)
    assert "Ångrat: ändringen av kapitlet Fel." in besked(svar)
    assert plan_data(plan) == fore
    angra(svar)
    assert Avsnitt.objects.get(pk=kapitel[0].pk).rubrik == "Fel"


def test_a_removed_chapter_comes_back_with_all_that_was_in_it(
    klient, plan, kapitel, angra
):
    fore, pk = plan_data(plan), set(plan.aktiviteter.values_list("pk", flat=True))
    svar = klient.post(adress("avsnitt_ta_bort", kapitel[2].pk), follow=True)
    assert not Aktivitet.objects.exists()
    angra(svar)
    assert plan_data(plan) == fore
    assert set(plan.aktiviteter.values_list("pk", flat=True)) == pk


def test_a_remark_finds_its_chapter_again(klient, plan, kapitel, angra):
    svar = klient.post(adress("avsnitt_ta_bort", kapitel[0].pk), follow=True)
    assert plan.anmarkningar.get().avsnitt is None
    angra(svar)
    assert plan.anmarkningar.get().avsnitt == kapitel[0]


def test_a_new_activity_and_a_move_are_undone(klient, plan, kapitel, angra):
    fore = plan_data(plan)
    angra(skicka(klient, adress("aktivitet_ny", kapitel[0].pk), titel="Ny"))
    assert plan_data(plan) == fore
    angra(klient.post(adress("avsnitt_flytta", kapitel[0].pk, "ner"), follow=True))
    assert plan_data(plan) == fore


def test_a_changed_year_goes_back_and_leads_to_the_plan(klient, plan, angra):
    svar = skicka(klient, adress("plan_redigera", "ekhamra", 2027), ar="2029")
    svar = angra(svar)
    assert svar.redirect_chain[-1][0] == "/planer/ekhamra/2027/"


def test_a_year_that_another_plan_has_got_since_is_said(klient, plan, namnd, angra):
    svar = skicka(klient, adress("plan_redigera", "ekhamra", 2027), ar="2029")
    ny_plan(namnd, 2027)
    svar = angra(svar)
    assert "Nämnden har en annan plan för 2027" in ord_pa(svar)
    assert namnd.planer.filter(ar=2029).exists()


def test_what_others_wrote_since_is_shown_before_it_is_touched(
    klient, plan, kapitel, angra
):
    svar = skicka(klient, adress("avsnitt_redigera", kapitel[0].pk), rubrik="Fel")
    andra(kapitel[0], rubrik="Nils rubrik", text="<p>Nils text</p>")
    svar = angra(svar)
    assert "Någon har ändrat samma sak efteråt." in besked(svar)
    assert "Om du ångrar ändringen" in ord_pa(svar)
    assert Avsnitt.objects.get(pk=kapitel[0].pk).rubrik == "Nils rubrik"
    fran_sidan(klient, plan.andringar.filter(vad="kapitlet Fel").get())
    kapitel[0].refresh_from_db()
    assert kapitel[0].rubrik == "Kapitel 1 i ekhamra"
    assert kapitel[0].text == "<p>Nils text</p>"


def test_another_paragraph_of_the_same_text_stays(klient, plan, kapitel, samordnare):
    andra(kapitel[0], text="<p>Ett</p>\n<p>Två</p>")
    andring = andra(kapitel[0], text="<p>Ett</p>\n<p>Två ändrat</p>")
    andra(kapitel[0], text="<p>Ett utökat</p>\n<p>Två ändrat</p>")
    fran_sidan(klient, andring)
    kapitel[0].refresh_from_db()
    assert kapitel[0].text == "<p>Ett utökat</p>\n<p>Två</p>"


def test_a_change_between_the_look_and_the_press_is_not_written_over(
    klient, plan, kapitel
):
    andring = andra(kapitel[0], rubrik="Fel")
    sett = historia.angring(andring).sett
    andra(kapitel[0], rubrik="Nyss")
    svar = klient.post(adress("andring_angra", andring.pk), {"sett": sett}, follow=True)
    assert "Någon ändrade medan du tittade." in besked(svar)
    assert Avsnitt.objects.get(pk=kapitel[0].pk).rubrik == "Nyss"


def test_an_activity_that_was_removed_later_is_fetched_back_first(klient, plan, rader):
    andring = andra(rader[0], titel="Fel")
    klient.post(adress("aktivitet_ta_bort", rader[0].pk))
    svar = klient.get(sida(andring))
    assert "1. Fel är borttaget sedan dess. Hämta tillbaka det först" in ord_pa(svar)
    svar = klient.post(adress("andring_angra", andring.pk), follow=True)
    assert "Hämta tillbaka det först" in besked(svar)


def test_an_undone_new_chapter_takes_along_what_was_put_in_it(klient, plan, rader):
    skicka(klient, adress("avsnitt_nytt", "ekhamra", 2027), rubrik="Nytt")
    andring = plan.andringar.first()
    nytt = plan.avsnitt.get(rubrik="Nytt")
    skicka(klient, adress("aktivitet_redigera", rader[0].pk), avsnitt=nytt.pk)
    assert "Aktivitet 1" in ord_pa(klient.get(sida(andring)))
    fran_sidan(klient, andring)
    assert not plan.avsnitt.filter(rubrik="Nytt").exists()
    assert not Aktivitet.objects.filter(pk=rader[0].pk).exists()
    fran_sidan(klient, plan.andringar.first())
    assert Aktivitet.objects.get(pk=rader[0].pk).avsnitt_id == nytt.pk


def test_a_move_undone_later_leaves_what_has_come_since(klient, plan, kapitel):
    klient.post(adress("avsnitt_flytta", kapitel[0].pk, "ner"))
    flytt = plan.andringar.first()
    skicka(klient, adress("avsnitt_nytt", "ekhamra", 2027), rubrik="Nytt")
    fran_sidan(klient, flytt)
    rubriker = [a.rubrik for a in plan.avsnitt.i_lasordning()]
    assert rubriker == [*(a.rubrik for a in kapitel), "Nytt"]


def test_an_undone_deed_says_so_and_has_nothing_left_to_undo(klient, plan, kapitel):
    andring = andra(kapitel[0], rubrik="Fel")
    fran_sidan(klient, andring)
    assert "Det finns inget att ångra" in ord_pa(klient.get(sida(andring)))
    svar = klient.post(adress("andring_angra", andring.pk), follow=True)
    assert "Det är redan som det var." in besked(svar)
    assert plan.andringar.count() == 3
    logg = ord_pa(klient.get(adress("plan_historik", "ekhamra", 2027)))
    assert "ändrade kapitlet Fel Ångrad" in logg


def test_the_beginning_of_a_plan_cannot_be_undone(klient, plan):
    forsta = plan.andringar.get()
    assert "Det här är planens början" in ord_pa(klient.get(sida(forsta)))
    klient.post(adress("andring_angra", forsta.pk))
    assert plan.avsnitt.count() == 3


def test_a_reader_sees_the_deed_but_has_no_button(client, namnd, plan, kapitel):
    andring = andra(kapitel[0], rubrik="Fel")
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    svar = client.get(sida(andring))
    assert "Fel" in ord_pa(svar)
    assert trad(svar).xpath("//main//form") == []
    assert client.post(adress("andring_angra", andring.pk)).status_code == 403


def test_an_old_version_is_restored_after_it_has_been_shown(klient, plan, rader):
    forsta = Version.objects.for_objekt(rader[0]).last()
    andra(rader[0], titel="Fel", malgrupp="Alla")
    vag = adress("version_aterstall", forsta.pk)
    svar = klient.get(vag)
    assert "Återställ 1. Aktivitet 1 i ekhamra?" in ord_pa(svar)
    assert ord_pa(svar, "//dd//del") == "Fel Alla"
    sett = trad(svar).xpath("//input[@name='sett']")[0].get("value")
    svar = klient.post(vag, {"sett": sett}, follow=True)
    assert "Återställt: aktivitet 1. Aktivitet 1 i ekhamra." in besked(svar)
    rad = Aktivitet.objects.get(pk=rader[0].pk)
    assert historia.innehall(rad) == forsta.innehall
    assert rad.version == 3


def test_restoring_what_somebody_changed_meanwhile_shows_it_first(klient, plan, rader):
    forsta = Version.objects.for_objekt(rader[0]).last()
    andra(rader[0], titel="Fel")
    vag = adress("version_aterstall", forsta.pk)
    sett = trad(klient.get(vag)).xpath("//input[@name='sett']")[0].get("value")
    andra(rader[0], titel="Nyss")
    svar = klient.post(vag, {"sett": sett})
    assert "Någon ändrade medan du tittade." in besked(svar)
    assert ord_pa(svar, "//dd//del") == "Nyss"
    assert Aktivitet.objects.get(pk=rader[0].pk).titel == "Nyss"


def test_restoring_what_it_is_already_says_so(klient, plan, rader):
    nu = Version.objects.for_objekt(rader[0]).first()
    svar = klient.get(adress("version_aterstall", nu.pk), follow=True)
    assert "Det är redan som i den versionen." in besked(svar)


def test_an_activity_alone_brings_its_removed_chapter_back(klient, plan, kapitel):
    rad = kapitel[2].aktiviteter.first()
    klient.post(adress("avsnitt_ta_bort", kapitel[2].pk))
    version = Version.objects.for_objekt(rad).first()
    vag = adress("version_aterstall", version.pk)
    sett = trad(klient.get(vag)).xpath("//input[@name='sett']")[0].get("value")
    klient.post(vag, {"sett": sett})
    assert plan.aktiviteter.get() == rad
    assert plan.avsnitt.count() == 3
    assert plan.aktiviteter.get().avsnitt_id == kapitel[2].pk


def test_two_coordinators_who_undo_the_same_deed_undo_it_once(plan, kapitel, namnd):
    andring = andra(kapitel[0], rubrik="Fel")
    for namn in ("Karin", "Nils"):
        klient = Client()
        klient.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd, namn=namn))
        klient.post(adress("andring_angra", andring.pk))
    assert Andring.objects.filter(angrar=andring).count() == 1
    assert Avsnitt.objects.get(pk=kapitel[0].pk).rubrik == "Kapitel 1 i ekhamra"
